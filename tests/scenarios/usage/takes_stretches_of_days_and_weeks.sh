#!/bin/sh
# --from and --to of every list take plain dates, days and weeks, the last one whole; a roster's middle shift ends at
# 24:00; what lies ahead is said as people say it; a form that a refusal names is taken.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-16 09:00:00'
a_complaint
clock '2026-11-22 23:59:59'
a_complaint
clock '2026-11-23 18:00:00'
a_complaint
lists() { shows "length == $1" as chen complaint list --from "$2" --to "$3"; }
lists 3 2026-11-01 2026-11-30
lists 2 2026-W47 2026-W47
lists 1 2026-11-23 2026-11-23
lists 1 昨天 昨天
lists 2 昨天 今天
lists 2 2026/11/22 11月23日
lists 3 2026-11 2026-11
lists 1 '2026-11-23 18:00' '2026-11-23 18:01'
exits 0 as chen callback list --from 2026-11-01 --to 2026-W47
exits 0 as chen audit log --from 昨天 --to 今天
exits 0 as chen duty roster --from 2026-W48 --to 2026-W48
rejects 2 as chen complaint list --from 2026-W54

accepts as ma duty schedule --who li --from '2026-11-24 16:00' --to '2026-11-24 24:00' --kind day
shows '.[0].to == "2026-11-25T00:00:00+08:00"' as chen duty roster
accepts as ma duty schedule --who chen --from '明天 08:00' --to '明天 16:00' --kind day
accepts as ma duty schedule --who sun --from '11月25日 08:00' --to '11月25日 16:00' --kind day
accepts as chen repair add --channel phone --phone 13800008000 --category plumbing --text 滴水 --appointment '后天上午9点'
shows '.appointment == "2026-11-25T09:00:00+08:00"' as chen repair show "$no"
for ahead in 'tomorrow 14:00' 'in 2h' 2小时后 '下周一 09:00' 明早8点; do
    accepts as chen repair add --channel phone --phone 13800008000 --category plumbing --text 滴水 --appointment "$ahead"
done
happened() {
    accepts as chen complaint add --channel letter --text a --late-reason 补记 --at "$1" --json
    json ".at == \"$2T$3+08:00\""
}
happened '2026/11/20 9:05' 2026-11-20 09:05:00
happened '2026年11月20日 9时5分' 2026-11-20 09:05:00
happened '11月20日 9:05' 2026-11-20 09:05:00
happened 昨晚10点 2026-11-22 22:00:00
happened 今早8点 2026-11-23 08:00:00
happened 半小时前 2026-11-23 17:30:00
happened 刚才 2026-11-23 18:00:00
rejects 2 as chen complaint add --channel letter --text a --at 6:30
tells 18:30
rejects 2 as chen complaint add --channel letter --text a --at '11/20 9:05'
tells '2026-11-20 9:05'
rejects 4 as chen complaint add --channel letter --text a --at '明天 14:00'
