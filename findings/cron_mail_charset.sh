#!/bin/sh
# Debian's cron names the character set of a job's mail by the locale that its daemon was started with.
#
# cron 3.0pl1-162 (Debian 12), daemon started with LANG=C, a job that prints 违规 in UTF-8:
#   as it is            Content-Type: text/plain; charset=US-ASCII      over 8-bit bytes: the mail is unreadable
#   LANG=C.UTF-8        in the table: the same. The job gets it, the mail does not.
#   CONTENT_TYPE="text/plain; charset=UTF-8"  in the table: Content-Type: text/plain; charset=UTF-8
# crontab(5) and cron(8) of that package name neither CONTENT_TYPE nor its companion CONTENT_TRANSFER_ENCODING.
# bcron 0.11-19 writes no Content-Type at all.
#
# Outside CI. Installs nothing: cron is unpacked in a temporary folder and runs, for some seventy seconds, on a copy of
# this system that only it sees (an overlay in a mount namespace of its own). Needs root, apt, and unshare of util-linux.
set -eu
script=$(realpath "$0")
if [ "${1:-}" != inside ]; then
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    cd "$scratch"
    for package in cron=3.0pl1-162 bcron=0.11-19; do
        apt-get -qq -o APT::Sandbox::User=root download "$package"
        dpkg-deb -x "${package%%=*}"_*.deb "${package%%=*}"
    done
    failed=0
    for page in man5/crontab.5 man8/cron.8; do
        if zcat "cron/usr/share/man/$page.gz" | grep -q CONTENT_TYPE; then echo "not as seen: $page"; failed=1; fi
    done
    if cat bcron/usr/*bin/* | strings | grep -qi 'content-type'; then echo 'not as seen: bcron'; failed=1; fi
    unshare --mount sh "$script" inside || failed=1
    exit $failed
fi

mkdir system
mount -t tmpfs scratch system
mkdir system/upper system/work system/root
mount -t overlay overlay -o lowerdir=/,upperdir=system/upper,workdir=system/work system/root
root=$PWD/system/root
mount --bind /proc "$root/proc"
mount --bind /dev "$root/dev"
cp cron/usr/sbin/cron "$root/usr/sbin/"
cp cron/etc/pam.d/cron "$root/etc/pam.d/"
printf '#!/bin/sh\ncat >"/tmp/mail.$$"\n' >"$root/usr/sbin/sendmail"
chmod +x "$root/usr/sbin/sendmail"
mkdir -p "$root/etc/cron.d" "$root/var/spool/cron/crontabs"
rm -f "$root"/etc/cron.d/* "$root"/tmp/mail.*
: >"$root/etc/crontab"
printf 'MAILTO=plain\n* * * * * root echo 违规\n' >"$root/etc/cron.d/plain"
printf 'MAILTO=lang\nLANG=C.UTF-8\n* * * * * root echo 违规\n' >"$root/etc/cron.d/lang"
printf 'MAILTO=named\nCONTENT_TYPE="text/plain; charset=UTF-8"\n* * * * * root echo 违规\n' >"$root/etc/cron.d/named"
chmod 644 "$root"/etc/cron.d/*
chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C timeout 70 cron -f || true

failed=0
# says TABLE CHARSET
says() {
    mail=$(grep -l "^To: $1\$" "$root"/tmp/mail.* | head -n 1)
    line=$(grep '^Content-Type:' "$mail")
    printf '%-6s %s\n' "$1" "$line"
    [ "$line" = "Content-Type: text/plain; charset=$2" ] || { echo "not as seen: $1"; failed=1; }
    grep -q '违规' "$mail" || { echo "not as seen: the words of $1"; failed=1; }
}
says plain US-ASCII
says lang US-ASCII
says named UTF-8
exit $failed
