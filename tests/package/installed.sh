#!/usr/bin/env bash
# installed.sh PACKAGE, as root: makes a small Debian 12, boots it in a container and lives through life.sh there. It
# shares this machine's network, where nothing else may listen on port 8097.
set -euo pipefail
package=$(realpath "$1")
cd "$(dirname "$0")"
work=$(mktemp -d /var/tmp/cohort-installed-XXXXXX)
root=$work/debian
container=

inside() { nsenter -t "$leader" -m -u -i -p -C env -i HOME=/root LC_ALL=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }
finish() {
  if [ -n "$container" ]; then
    inside systemctl poweroff 2>/dev/null || true
    wait "$container" || true
  fi
  rm -rf "$work"
}
trap finish EXIT

debootstrap --variant=minbase --include=systemd,systemd-sysv,dbus,ca-certificates,curl bookworm "$root" >"$work/log" ||
  { tail -5 "$work/log"; exit 1; }
mkdir "$root/try"
cp life.sh "$root/try/"
cp "$package" "$root/try/now.deb"
# The version before: the same, said to be older, and with one more file that the new one no longer has.
dpkg-deb -R "$package" "$work/before"
sed -i 's/^Version: .*/Version: 0.0.9/' "$work/before/DEBIAN/control"
touch "$work/before/usr/share/cohort/gone"
dpkg-deb --root-owner-group -b "$work/before" "$root/try/before.deb" >/dev/null

SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=1 systemd-nspawn -q -D "$root" -b --register=no --keep-unit --console=pipe \
  --resolv-conf=copy-host </dev/null >"$work/console" 2>&1 &
container=$!
for _ in $(seq 100); do
  leader=$(pgrep -P "$container" | head -1) && inside systemctl is-system-running --wait >/dev/null 2>&1 && break
  sleep 0.2
done
inside bash /try/life.sh
