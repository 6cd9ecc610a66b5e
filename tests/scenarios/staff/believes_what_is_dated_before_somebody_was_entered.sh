#!/bin/sh
# Whoever is put on record was there before it, too: what is then dated back to before that, a departure or another
# role, holds from its own time on, and is not undone by the entry that came later in the day.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
exits 0 huiyin staff add qi --name 齐 --role technician --superior ma
exits 0 huiyin staff add bo --name 博 --role technician --superior ma
clock '2026-11-23 10:00:00'
exits 0 huiyin staff leave qi --at '2026-11-22 18:00:00'
exits 0 huiyin staff change bo --role steward --at '2026-11-22 18:00:00'
shows '.left and .role == "technician"' huiyin staff show qi
shows '.role == "steward" and (.left | not)' huiyin staff show bo
accepts as chen suggestion add --kind suggestion --channel phone --phone 13800008000 --text '装灯'
jy=$no
rejects 2 as ma assign "$jy" --to qi
tells 2026-11-22
# Before that time they were what they were entered as; to its second.
rejects 2 as chen note "$jy" --text '来电' --by qi
accepts as chen complaint add --channel letter --text '楼道堆放杂物' --at '2026-11-22 17:00:00'
ts=$no
accepts as chen complaint assign "$ts" --to qi --at '2026-11-22 17:59:59'
rejects 2 as chen complaint assign "$ts" --to qi --at '2026-11-22 18:00:00' --reason '再派'
# Who comes back is here again from then on.
clock '2026-11-23 11:00:00'
exits 0 huiyin staff return qi --role technician --superior ma
accepts as ma assign "$jy" --to qi

exits 0 as tao export "$scratch/export" --with-personal-data
first=$HUIYIN_DB
HUIYIN_DB="$scratch/second.db"
exits 0 huiyin init --office '学府苑住宅服务部' --language zh-CN --timezone "$zone"
exits 0 huiyin batch --replay "$scratch/export/commands.jsonl"
for login in qi bo; do
    same "$login" "$(huiyin --db "$first" staff show "$login" --json)" "$(huiyin staff show "$login" --json)"
done
