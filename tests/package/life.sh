# The package's life on a Debian of its own: installed, served, backed up, upgraded while it is written to, removed,
# purged. Run by installed.sh inside the container.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
data=/var/lib/cohort
site=http://127.0.0.1:8097

fail() {
  echo "life: $*" >&2
  journalctl --no-pager -u cohort -u cohort-backup | tail -15 >&2
  exit 1
}
apt_get() { apt-get -qq "$@" >/try/log 2>&1 || { tail -20 /try/log; fail "apt-get $*"; }; }
install() { apt_get install -y --allow-downgrades --no-install-recommends "$1"; }
answers() {
  for _ in $(seq 50); do
    [ "$(curl -s "$site/healthz")" = ok ] && return
    sleep 0.1
  done
  fail "no answer"
}
post() {
  curl -s -o /dev/null -w '%{http_code}\n' "$site/api/v1/threads" -H "Authorization: Bearer $token" \
    -H 'Content-Type: application/json' \
    -d "{\"kind\":\"question\",\"category\":\"voter-registration\",\"title\":\"Which form, number $1?\",\"body\":\"Please.\"}"
}

apt_get update
install /try/before.deb
[ "$(stat -c '%U %G %a' $data)" = "cohort cohort 700" ] || fail "the data folder is not its user's alone"
[ "$(stat -c '%U %a' /etc/cohort.toml)" = "root 600" ] || fail "others may read the settings"
systemctl is-enabled --quiet cohort && fail "installing switched it on"
echo "installed: as it should be, switched off"

printf 'listen = "127.0.0.1:8097"\nrate_limits = false\n' >>/etc/cohort.toml
sed -i '/^listen = "127.0.0.1:8080"/d' /etc/cohort.toml
cohort admin --data $data --email you@county.example.org --name "Your Name" <<<"a long word for 1 try"
systemctl enable --now --quiet cohort cohort-backup.timer
answers
rating=$(systemd-analyze security --no-pager cohort.service | sed -n 's/.*level for cohort.service: \([0-9.]*\).*/\1/p')
awk "BEGIN { exit !($rating <= 2.0) }" || fail "systemd-analyze security: $rating"
echo "served: rated $rating"

systemctl start cohort-backup || fail "no backup"
touch -d '40 days ago' /var/backups/cohort/cohort-old.db
mkdir -p /run/systemd/system/cohort-backup.timer.d
printf '[Timer]\nOnCalendar=\nOnCalendar=*-*-* *:*:30\nAccuracySec=1s\n' >/run/systemd/system/cohort-backup.timer.d/soon.conf
rm /var/backups/cohort/cohort-2*.db
systemctl daemon-reload
systemctl restart cohort-backup.timer
for _ in $(seq 70); do
  sleep 1
  [ ! -e /var/backups/cohort/cohort-old.db ] && break
done
[ ! -e /var/backups/cohort/cohort-old.db ] || fail "the timer left an old backup"
cohort restore /var/backups/cohort/cohort-2*.db --data /try/restored >/dev/null
cohort check --data /try/restored >/dev/null || fail "the backup is damaged"
echo "backed up by the timer: restored elsewhere, whole; the old one is gone"

token=$(cohort token --data $data --email you@county.example.org --scope read,write)
(number=0; until [ -e /try/upgraded ]; do post $((++number)) || true; done >/try/posted) &
posting=$!
sleep 1
install /try/now.deb
answers
sleep 1
touch /try/upgraded
wait $posting
[ ! -e /usr/share/cohort/gone ] || fail "a file of the version before stayed"
grep -q '^rate_limits = false' /etc/cohort.toml || fail "the upgrade lost the settings"
acknowledged=$(grep -c 201 /try/posted)
stored=$(curl -s "$site/api/v1/categories" -H "Authorization: Bearer $token" |
  grep -o '"slug":"voter-registration"[^}]*' | grep -o '[0-9]*$')
[ "$acknowledged" = "$stored" ] || fail "$acknowledged threads were acknowledged, $stored are there"
cohort check --data $data >/dev/null || fail "the data are damaged"
echo "upgraded while posting: $(wc -l </try/posted) tried, $acknowledged acknowledged, $stored stored"

systemctl stop cohort
sha256sum $data/* /var/backups/cohort/* >/try/sums
systemctl start cohort
answers
apt_get remove -y cohort
grep 'data stay' /try/log || fail "removing did not say where the data are"
systemctl is-active --quiet cohort && fail "removed, and yet it runs"
apt_get purge -y cohort
grep 'data and their user stay' /try/log || fail "purging did not say where the data are"
sha256sum --quiet -c /try/sums || fail "purging changed the data"
[ -z "$(find /etc /lib/systemd /var/lib/systemd -name '*cohort*')" ] || fail "purging left something behind"
install /try/now.deb
printf 'listen = "127.0.0.1:8097"\n' >/etc/cohort.toml
systemctl start cohort
answers
cohort check --data $data >/dev/null || fail "the data are damaged"
echo "removed, purged: data untouched; installed again: served"
