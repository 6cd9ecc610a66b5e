#!/bin/sh
# No way around the rules: a table meets the same refusals and breaches as one command at a time.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 18:00:00'

printf '%s\n' 'channel,text,unit,courtesy,courtesy-missed' \
    'visit,楼上敲打,3-502,"seat,tea,heard,calmed",' 'visit,楼上敲打,3-502,"seat,tea",' >"$scratch/visits.csv"
rejects 4 as chen batch --csv 'complaint add' "$scratch/visits.csv"
tells 2.2.3
printf '%s\n' 'channel,text,unit,courtesy,courtesy-missed' \
    'visit,楼上敲打,3-502,"seat,tea,heard,calmed",' 'visit,楼上敲打,3-502,"seat,tea",没有热水' >"$scratch/visits.csv"
exits 0 as chen batch --csv 'complaint add' "$scratch/visits.csv"
breach complaint.courtesy-missed 2.2.3 TS-2026-0002 '2026-11-23 18:00:00'
no_breach complaint.courtesy-missed TS-2026-0001 '2026-11-23 18:00:00'

# Nor around the roles, and the denial is on record.
printf 'complaint add --channel letter --text 楼道灯不亮\n' >"$scratch/lines"
denies as wu batch "$scratch/lines"
shows 'length == 2' huiyin complaint list
