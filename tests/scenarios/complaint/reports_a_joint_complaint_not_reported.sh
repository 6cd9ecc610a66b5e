#!/bin/sh
# Residents who come together are a group: the major event is reported within ten minutes (clause
# 2.2.8). Five at the counter are one, four are none, and forty signatures on a letter are none.
. "$(dirname "$0")/../lib.sh"
office
rule=complaint.joint-reported

come() {
    accepts as chen complaint add --channel visit --people "$1" --unit 3-502 --text '停暖' \
        --courtesy seat,tea,heard,calmed
    ts=$no
}
reports() {
    accepts as chen event report --category 7 --group --form phone --to tao --text '结队来访' \
        --complaint "$1"
}
joint() { shows ".joint == $1" huiyin complaint show "$ts"; }

# Ten minutes, across midnight.
clock '2026-11-23 23:55:00'
come 5
joint true
kept=$ts
come 5
late=$ts
come 4
joint false
four=$ts
accepts as chen complaint add --channel letter --people 40 --unit 3-502 --text '停暖'
ts=$no
joint false
letter=$ts
# Who says no number came alone.
accepts as chen complaint add --channel visit --unit 3-502 --text '停暖' \
    --courtesy seat,tea,heard,calmed
ts=$no
joint false
alone=$ts
no_breach "$rule" "$kept" '2026-11-24 00:05:00'
breach "$rule" 2.2.8 "$kept" '2026-11-24 00:05:01' '2026-11-24 00:05:00'

clock '2026-11-24 00:05:00'
reports "$kept"
shows ".complaint == \"$kept\"" huiyin event show "$no"
no_breach "$rule" "$kept" '2026-11-30 09:00:00'
# An event about something else is not this one's.
accepts as chen event report --category 7 --group --form phone --to tao --text '停电'
clock '2026-11-24 00:05:01'
reports "$late"
breach "$rule" 2.2.8 "$late" '2026-11-30 09:00:00' '2026-11-24 00:05:00'
exits 0 huiyin why "$late" --json
deadline "$rule" '2026-11-23 23:55:00' '2026-11-24 00:05:00' '2026-11-24 00:05:01' 1
for one in "$four" "$letter" "$alone"; do no_breach "$rule" "$one" '2026-11-30 09:00:00'; done

# Four who turn out to have been six: it counts from when that was known.
accepts as ma amend "$four" --people 6 --reason '签到表为六人' --json
told_due() { json ".due | any(.what == \"report-event\" and .by == \"$(iso "$1")\")"; }
told_due '2026-11-24 00:15:01'
ts=$four
joint true
no_breach "$rule" "$four" '2026-11-24 00:15:01'
breach "$rule" 2.2.8 "$four" '2026-11-24 00:15:02' '2026-11-24 00:15:01'
# Six who turn out to have been four: nothing is owed any more, and what was late was late.
clock '2026-11-24 00:15:01'
come 6
fewer=$ts
accepts as ma amend "$four" --people 4 --reason '签到表有误'
clock '2026-11-24 00:25:01'
accepts as ma amend "$fewer" --people 4 --reason '点错人数'
joint false
no_breach "$rule" "$fewer" '2026-11-30 09:00:00'
no_breach "$rule" "$four" '2026-11-30 09:00:00'
breach "$rule" 2.2.8 "$late" '2026-11-30 09:00:00'
come 6
clock '2026-11-24 00:35:02'
accepts as ma amend "$ts" --people 4 --reason '点错人数'
joint false
breach "$rule" 2.2.8 "$ts" '2026-11-30 09:00:00' '2026-11-24 00:35:01'

# The office's own size of a group, from then on and no earlier.
exits 0 huiyin policy set complaint.group_size 3 --reason '从严'
clock '2026-11-24 09:00:00'
come 3
joint true
breach "$rule" 2.2.8 "$ts" '2026-11-24 09:10:01' '2026-11-24 09:10:00'
come 2
joint false

# An office that does not take them for events.
exits 0 huiyin policy set complaint.joint_event no --reason '由街道另行处理'
clock '2026-11-24 10:00:00'
come 9
joint true
no_breach "$rule" "$ts" '2026-11-30 09:00:00'
