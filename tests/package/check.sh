#!/usr/bin/env bash
# check.sh PACKAGE: what must hold of the Debian package before anybody installs it. Says each thing that does not.
set -uo pipefail
cd "$(dirname "$0")/../.."
package=$1
faults=0
fault() {
  echo "package: $*" >&2
  faults=$((faults + 1))
}

contents=$(dpkg-deb --fsys-tarfile "$package" | tar -t | grep -v '/$' | sed 's|^\./||' | LC_ALL=C sort)
wanted=$( (cat tests/package/contents.txt; git ls-files demo | sed 's|^|usr/share/cohort/|') | LC_ALL=C sort)
[ "$contents" = "$wanted" ] || fault "holds other files: $(diff <(echo "$wanted") <(echo "$contents"))"
[ "$(dpkg-deb -I "$package" conffiles)" = /etc/cohort.toml ] || fault "the settings are no conffile"
for library in libsqlite3-0 libssl3 libicu72 tzdata adduser; do
  dpkg-deb -f "$package" Depends | grep -qw "$library" || fault "does not depend on $library"
done

# LC_ALL: lintian wants a UTF-8 locale.
LC_ALL=C.UTF-8 lintian --allow-root --fail-on error,warning --tag-display-limit 0 "$package" || fault "lintian finds something"
mandoc -T lint -W warning package/cohort.1 || fault "the man page has faults"
# On the scale of `systemd-analyze security`, where 100 is everything open: 2.0 of 10.
systemd-analyze security --offline=true --threshold=20 --no-pager package/cohort.service >/dev/null ||
  fault "cohort.service is rated worse than 2.0"

# Every command and option of --help stands in the man page, and none besides.
program=build/release/cohort
commands=$("$program" --help | sed -n '/^Subcommands:/,$s/^  \([a-z]*\) .*/\1/p')
words=$(for command in $commands 'import markdown' 'import stackexchange'; do
  # shellcheck disable=SC2086
  "$program" $command --help | grep -o -e '^  --[a-z]*' -e '^  -h,--help' | grep -o -e '--[a-z]*'
done | cat - <(echo "--version") | sort -u)
written=$(grep -o 'Fl \\-[a-z]*' package/cohort.1 | sed 's/Fl \\-/--/' | sort -u)
[ "$words" = "$written" ] || fault "the man page has other options: $(diff <(echo "$words") <(echo "$written"))"
written=$(sed -n 's/^\.Cm //p' package/cohort.1 | cut -d' ' -f1 | sort -u)
[ "$(echo "$commands" | sort)" = "$written" ] ||
  fault "the man page has other commands: $(diff <(echo "$commands" | sort) <(echo "$written"))"

[ $faults -eq 0 ]
