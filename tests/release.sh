#!/bin/sh
# Says on which release this is, and which of its libraries the program is made with: sh tests/release.sh
set -eu
cd "$(dirname "$0")/.."
. /etc/os-release
case $ID-${VERSION_ID:-} in
    debian-12 | debian-13) known= ;;
    *) known=' (the tests are kept right on Debian 12 and 13)' ;;
esac
printf '== %s%s ==\n' "$PRETTY_NAME" "$known"
printf 'with: g++ %s' "$(c++ -dumpfullversion)"
# Unquoted: each word is a package.
# shellcheck disable=SC2046
dpkg-query -W -f='${db:Status-Status} ${Package} ${Version}\n' $(grep -- -dev docs/packages.txt) sqlite3 jq 2>/dev/null |
    sed -n 's/^installed \([^ ]*\) \(.*:\)\{0,1\}\([^-+ ]*\).*/\1 \3/p' | sed 's/^lib//; s/-dev / /' |
    while read -r package version; do printf ', %s %s' "$package" "$version"; done
printf '\n'
