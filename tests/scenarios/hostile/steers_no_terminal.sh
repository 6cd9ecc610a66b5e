#!/bin/sh
# What somebody smuggled into the file is shown, not obeyed: no escape, no turned line and nothing
# invisible reaches a terminal, whatever the command and the format.
. "$(dirname "$0")/../lib.sh"
command -v script >/dev/null || skip 'needs script (package bsdutils)'
office
clock '2026-11-23 09:00:00'
exits 0 as ma duty schedule --who chen --from 2026-11-23T08:00:00+08:00 --to 2026-11-24T08:00:00+08:00 --kind day
accepts as chen complaint add --channel letter --unit 3-502 --from '张伟' --text '灯不亮'
ts=$no
accepts as chen complaint assign "$ts" --to chen --reason '归我'
accepts as chen note "$ts" --text '看过'
a_repair
evil="char(27) || '[31m' || char(155) || '2J' || char(8238) || char(8203) || char(127) || '灯'"
sql "UPDATE content SET value = $evil"
sql "UPDATE matter SET unit = '3-502' || $evil, category = $evil"
sql "UPDATE staff_edition SET department = $evil"

# At a terminal, as people sit at one.
at_terminal() {
    run script -qec "$(quoted env LC_ALL=C "$HUIYIN" --as chen "$@")" /dev/null
    ! grep -qP '\x1b\[31m|\x1b\[?2J|\xc2\x9b|\xe2\x80\xae|\xe2\x80\x8b|\x7f' "$scratch/out" ||
        fail 'nothing that steers a terminal' "$(cat -v "$scratch/out" | head -c 2000)"
}
for format in text json csv md html; do
    for command in 'complaint list' "complaint show $ts" 'repair list' "why $ts" check 'unit show 3-502' \
        'staff list' 'search 灯' 'report daily --day 2026-11-23' 'duty roster' 'audit log' \
        'form complaint-register --from 2026-11-23 --to 2026-11-23'; do
        # shellcheck disable=SC2086
        at_terminal $command --format $format
    done
done
at_terminal complaint list
case $(cat "$scratch/out") in *'\x1b'*) ;; *) fail 'the escape shown as what it is' "$(cat -v "$scratch/out")" ;; esac
at_terminal complaint list --json
tr -d '\r' <"$scratch/out" | jq -e '.[0].text | contains("\u001b[31m\u009b2J\u202e\u200b")' >/dev/null ||
    fail 'JSON that means the same' "$(cat -v "$scratch/out")"

# Zero-width letters that people do write are kept as they came.
sql "UPDATE content SET value = '家' || char(8205) || '庭'" && exits 0 as chen complaint list --json
json '.[0].text == "家\u200d庭"'
