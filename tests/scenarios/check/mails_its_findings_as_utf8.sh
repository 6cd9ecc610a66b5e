#!/bin/sh
# The morning job in cron's empty environment: silent when clean; else it prints what is broken, or mails
# it, and the mail says its character set whatever language cron was started in.
. "$(dirname "$0")/../lib.sh"
clock '2026-11-23 09:00:00'
office
jobs=$(cd "$(dirname "$0")/../../../docs/jobs" && pwd)
mkdir "$scratch/bin"
printf '#!/bin/sh\ncat >>"%s/mails"\n' "$scratch" >"$scratch/bin/sendmail"
chmod +x "$scratch/bin/sendmail"
# cron CODE TIME OPTIONS…: the job at this second, with nothing in its environment that cron would not give it
cron() {
    _wanted=$1
    _at=$(seconds "$2")
    shift 2
    run env -i PATH="$scratch/bin:/usr/bin:/bin" HUIYIN="$HUIYIN" HUIYIN_DB="$HUIYIN_DB" LD_PRELOAD="$faketime_library" \
        FAKETIME_FMT=%s FAKETIME="$_at" FAKETIME_DONT_FAKE_MONOTONIC=1 ASAN_OPTIONS="${ASAN_OPTIONS:-}" "$@" \
        sh "$jobs/check.sh"
    [ "$code" -eq "$_wanted" ] || fail "exit $_wanted" "exit $code"
    tells_nothing
}

cron 0 '2026-11-23 09:00:00' HUIYIN_MAIL_TO=ma@example.org
prints_nothing
[ ! -e "$scratch/mails" ] || fail 'no mail when all is well' "$(cat "$scratch/mails")"

a_complaint
cron 4 '2026-11-24 12:00:00'
prints "$ts"
[ ! -e "$scratch/mails" ] || fail 'no mail unless told to' "$(cat "$scratch/mails")"
for language in C POSIX zh_CN.GB18030; do
    rm -f "$scratch/mails"
    cron 4 '2026-11-24 12:00:00' HUIYIN_MAIL_TO=ma@example.org LANG=$language
    prints_nothing
    for line in 'To: ma@example.org' 'Subject: huiyin check' 'MIME-Version: 1.0' \
        'Content-Type: text/plain; charset=UTF-8' 'Content-Transfer-Encoding: 8bit'; do
        sed '/^$/q' "$scratch/mails" | grep -qxF "$line" || fail "in its head: $line" "$(cat "$scratch/mails")"
    done
    sed '1,/^$/d' "$scratch/mails" >"$scratch/body"
    grep -q "$ts" "$scratch/body" || fail "what is broken" "$(cat "$scratch/mails")"
    iconv -f UTF-8 -t UTF-8 "$scratch/body" >"$scratch/again" || fail 'UTF-8' "$(cat "$scratch/body")"
    grep -q '合规检查' "$scratch/again" || fail 'the language of the office' "$(cat "$scratch/again")"
done

# A store that cannot be opened is told, too.
cron 1 '2026-11-24 12:00:00' HUIYIN_DB="$scratch/absent.db" HUIYIN_MAIL_TO=ma@example.org
grep -q absent.db "$scratch/mails" || fail 'what failed' "$(cat "$scratch/mails")"

# Where cron mails by itself, its table says what it is.
grep -qx 'CONTENT_TYPE="text/plain; charset=UTF-8"' "$jobs/../cron.md" || fail 'the character set in the table' 'none'
