#!/bin/sh
# The weekly job in cron's empty environment: silent, in the office's language, the right week in the hours
# around midnight and at ISO week 53, filed and mailed once (clause 5.5).
. "$(dirname "$0")/../lib.sh"
clock '2026-12-21 09:00:00'
office
a_complaint
# Cron runs as a member of staff; here that is whoever runs the tests.
exits 0 huiyin staff change "$admin" --role manager --superior tao

job=$(cd "$(dirname "$0")/../../../docs/jobs" && pwd)/weekly.sh
mkdir "$scratch/bin"
cat >"$scratch/bin/sendmail" <<END
#!/bin/sh
cat >>"$scratch/mails"
END
chmod +x "$scratch/bin/sendmail"
# cron TIME OPTIONS…: the job at this second, with nothing in its environment that cron would not give it
cron() {
    _at=$(seconds "$1")
    shift
    run env -i PATH="$scratch/bin:/usr/bin:/bin" HUIYIN="$HUIYIN" HUIYIN_DB="$HUIYIN_DB" LD_PRELOAD="$faketime_library" \
        FAKETIME_FMT=%s FAKETIME="$_at" FAKETIME_DONT_FAKE_MONOTONIC=1 ASAN_OPTIONS="${ASAN_OPTIONS:-}" "$@" sh "$job"
    [ "$code" -eq 0 ] || fail 'exit 0' "exit $code"
    prints_nothing
    tells_nothing
}
filed() { sql "SELECT group_concat(week || '/' || edition, ' ') FROM weekly_report"; }

# A minute before midnight on Sunday the week is not over: the one before is filed.
cron '2026-12-27 23:59:00'
same 'filed on Sunday' '2026-W51/1' "$(filed)"
cron '2026-12-28 00:05:00'
same 'filed on Monday' '2026-W51/1 2026-W52/1' "$(filed)"
cron '2026-12-28 00:06:00'
same 'filed once' '2026-W51/1 2026-W52/1' "$(filed)"
[ ! -e "$scratch/mails" ] || fail 'no mail unless told to' "$(cat "$scratch/mails")"
cron '2027-01-04 00:05:00' HUIYIN_MAIL_TO=tao@example.org
cron '2027-01-04 00:06:00' HUIYIN_MAIL_TO=tao@example.org
same 'one mail' 1 "$(grep -c '^To: tao@example.org$' "$scratch/mails")"
grep -q '^Subject: huiyin 2026-W53, edition 1$' "$scratch/mails" || fail 'a subject' "$(head "$scratch/mails")"
same 'the fifty-third week' '2026-W51/1 2026-W52/1 2026-W53/1' "$(filed)"
grep -q '<html lang="zh-CN">' "$scratch/reports/2026-W53.html" || fail "a page in the office's language" 'none'
same 'nothing half written' '2026-W51.html 2026-W52.html 2026-W53.html latest.json mailed' \
    "$(ls "$scratch/reports" | tr '\n' ' ' | sed 's/ $//')"
