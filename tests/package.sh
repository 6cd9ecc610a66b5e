#!/bin/sh
# The Debian package, made by cpack from this build: it installs into a root of its own, what it brings
# runs and is found where Debian looks for it, and its removal leaves nothing behind.
# HUIYIN names the built binary; its build folder is the one above.
set -u
skip() {
    printf 'skipped: %s\n' "$1"
    exit 77
}
fail() {
    printf 'package: %s\n' "$*" >&2
    exit 1
}
[ "$(id -u)" -eq 0 ] || skip 'needs root, to install'
for tool in cpack dpkg dpkg-deb dpkg-shlibdeps file gzip; do
    command -v $tool >/dev/null || skip "needs $tool"
done
build=$(cd "$(dirname "$HUIYIN")/.." && pwd)
[ -d "$build/src/man" ] || fail 'the manual is not built (target huiyin_manual)'
scratch=$(mktemp -d "${TMPDIR:-/tmp}/huiyin-package.XXXXXX")
trap 'rm -rf "$scratch"' EXIT

# What was built is packed; left to itself cpack would first build everything.
DESTDIR=$scratch/staged cmake --install "$build" --prefix /usr >"$scratch/log" 2>&1 || fail "$(cat "$scratch/log")"
cpack --config "$build/CPackConfig.cmake" -G DEB -B "$scratch" -D CPACK_INSTALL_CMAKE_PROJECTS= \
    -D "CPACK_INSTALLED_DIRECTORIES=$scratch/staged;/" >"$scratch/log" 2>&1 || fail "$(cat "$scratch/log")"
package=$(ls "$scratch"/huiyin_*.deb)
for field in Package Version Depends Recommends Maintainer Description Section; do
    [ -n "$(dpkg-deb --field "$package" $field)" ] || fail "no $field"
done
dpkg-deb --field "$package" Depends | grep -q libc6 || fail 'no C library among what it depends on'
dpkg-deb --field "$package" Description | grep -q '登记' || fail 'no description in Chinese'

# Of this release: by its version, and by the library for sheets, which has another name in each.
. /etc/os-release
dpkg-deb --field "$package" Version | grep -q -F -e "~$ID${VERSION_ID:-}" || fail 'a version that names no release'
for other in $(dpkg-deb --field "$package" Recommends | tr -d ,); do
    dpkg-query -W "$other" >"$scratch/log" 2>&1 || fail "recommends $other, which this release has not"
done

root=$scratch/root
mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates"
: >"$root/var/lib/dpkg/status"
# Its dependencies are this machine's.
dpkg --root="$root" --force-depends --install "$package" >"$scratch/log" 2>&1 || fail "$(cat "$scratch/log")"

"$root/usr/bin/huiyin" version | grep -q '^huiyin ' || fail 'it does not run'
for path in bin/huiyin libexec/huiyin/weekly libexec/huiyin/check libexec/huiyin/remind libexec/huiyin/mail.sh \
    share/man/man1/huiyin.1.gz share/man/man1/huiyin-complaint.1.gz \
    share/man/zh_CN/man1/huiyin.1.gz share/bash-completion/completions/huiyin \
    share/zsh/vendor-completions/_huiyin share/fish/vendor_completions.d/huiyin.fish \
    share/doc/huiyin/copyright share/doc/huiyin/cron.md; do
    [ -e "$root/usr/$path" ] || fail "no /usr/$path"
done
units=$(find "$root" -name 'huiyin-*@.service')
[ -n "$units" ] || fail 'no units'
for unit in $units; do
    program=$(sed -n 's/^ExecStart=\([^ ]*\).*/\1/p' "$unit")
    [ -x "$root$program" ] || fail "$unit runs $program, which is not there"
done
HUIYIN_DB=$scratch/office.db "$root/usr/bin/huiyin" init --office 学苑 >"$scratch/log" 2>&1 || fail "$(cat "$scratch/log")"

dpkg --root="$root" --purge huiyin >"$scratch/log" 2>&1 || fail "$(cat "$scratch/log")"
left=$(find "$root" -not -path "$root/var/lib/dpkg*" -not -path "$root/var" -not -path "$root/var/lib" \
    -not -path "$root/var/log*" -not -path "$root")
[ -z "$left" ] || fail "left behind: $left"
