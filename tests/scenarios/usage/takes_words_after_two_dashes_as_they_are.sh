#!/bin/sh
# The first basement is written -1层. `--` ends the options: what follows is an area, a log line, a search,
# whatever it begins with; on the command line, in a batch and in a table.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
accepts as ma area add -- -1层水泵房
printf 'NAME\n-2层配电间\n' >"$scratch/areas.csv"
exits 0 as ma batch --csv 'area add' "$scratch/areas.csv"
printf 'area add -- -3层车库\n' >"$scratch/lines"
exits 0 as ma batch "$scratch/lines"
shows 'map(.name) == ["-1层水泵房", "-2层配电间", "-3层车库"]' huiyin area list
knows_all li
accepts as li duty start
accepts as li duty patrol --result ok -- -1层水泵房
accepts as li duty log -- '-1层车库积水'
accepts as li duty log -- --json
exits 0 as li --json search -- -9层
json '. == []'
exits 0 as li search -- --json
exits 0 as li unit show -- -1-03
exits 0 as li --json unit show -- -1-03
json '.unit == "-1-03"'
# Before it a word that begins so is an option that there is not.
rejects 2 as ma area add -1层水泵房
# A value may begin with a dash all the same.
accepts as chen complaint add --channel phone --phone 13800008000 --text '-1层积水' --unit=-1-03
shows '.text == "-1层积水" and .unit == "-1-03"' as chen complaint show "$no"
# What is exported is recorded anew by a batch, such words too.
exits 0 as tao export "$scratch/export" --with-personal-data
grep -rq -e '"--","-1层水泵房"' -e '"--", "-1层水泵房"' "$scratch/export" || fail 'the area behind --' "$(ls "$scratch/export")"
