#!/bin/sh
# All that was typed can be corrected (clause 1.6): a manager corrects times, channels and what a limit
# hangs on, within the order of steps. The old value stays on record and what it broke keeps standing.
. "$(dirname "$0")/../lib.sh"
office
reply=complaint.replied-in-time

# Received an hour earlier than typed: its deadline moves with it.
clock '2026-11-23 12:00:00'
a_complaint --unit 3-502
rejects 2 as ma amend "$ts" --opened-at '2026-11-23 11:00:00'
denies as chen amend "$ts" --opened-at '2026-11-23 11:00:00' --reason '看错钟'
accepts as ma amend "$ts" --opened-at '2026-11-23 11:00:00' --reason '看错钟'
shows '.opened_at == "2026-11-23T11:00:00+08:00" and (.corrected | index("opened-at"))' huiyin complaint show "$ts"
no_breach "$reply" "$ts" '2026-11-24 11:00:00'
breach "$reply" 2.2.4 "$ts" '2026-11-24 11:00:01' '2026-11-24 11:00:00'
exits 0 huiyin audit history "$ts"
prints '12:00:00 → 2026-11-23 11:00:00'
# Not before a step, nor after it was recorded.
accepts as chen complaint investigate "$ts" --findings '属实' --at '2026-11-23 11:30:00'
refuses record.in-order 1.6 as ma amend "$ts" --opened-at '2026-11-23 11:30:01' --reason '看错钟'
refuses record.in-order 1.6 as ma amend "$ts" --opened-at '2026-11-23 12:00:01' --reason '看错钟'
accepts as ma amend "$ts" --opened-at '2026-11-23 11:30:00' --reason '看错钟'

# What had fallen due unmet stands with its time, once, whatever its deadline becomes.
clock '2026-11-24 11:30:01'
accepts as ma amend "$ts" --opened-at '2026-11-23 11:20:00' --reason '又看错钟'
breach "$reply" 2.2.4 "$ts" '2026-11-24 11:30:01' '2026-11-24 11:30:00'
check_at '2026-11-24 11:30:01'
json "[.findings[] | select(.rule == \"$reply\")] | length == 1"

# A step's time: the reply was in time after all, in the figures; the breach stands.
accepts as chen complaint opinion "$ts" --text '当日处理' --at '2026-11-24 10:00:00'
accepts as chen complaint reply "$ts" --text '已处理' --method phone
n=$(huiyin complaint show "$ts" --json | jq '.steps[] | select(.what == "reply") | .seq')
refuses record.in-order 1.6 as ma amend "$ts" --step "$n" --step-at '2026-11-24 09:59:59' --reason '补正'
denies as chen amend "$ts" --step "$n" --step-at '2026-11-24 11:00:00' --reason '补正'
accepts as ma amend "$ts" --step "$n" --step-at '2026-11-24 11:00:00' --reason '补正'
shows ".steps[$n - 1] | .at == \"2026-11-24T11:00:00+08:00\" and .corrected_at != null" huiyin complaint show "$ts"
breach "$reply" 2.2.4 "$ts" '2026-11-30 09:00:00' '2026-11-24 11:30:00'
exits 0 huiyin why "$ts" --json
deadline "$reply" '2026-11-23 11:20:00' '2026-11-24 11:20:00' '2026-11-24 11:00:00' 0
# Nor past the step that needs it.
m=$(huiyin complaint show "$ts" --json | jq '.steps[] | select(.what == "opinion") | .seq')
refuses_each record.in-order as ma amend "$ts" --step "$m" --step-at '2026-11-24 11:00:01' --reason '补正'

# Its words are judged again; whose turn it was not has no such words.
rejects 2 as chen amend "$ts" --step "$n" --findings '不属实' --reason '补正'
rejects 2 as chen amend "$ts" --reply '已修好' --reason '补正'
rejects 3 as chen amend "$ts" --step 99 --reply '已修好' --reason '补正'
refuses speech.taboo-phrase 2.2.1 as chen amend "$ts" --step "$n" --reply '这不归我管' --reason '补正'
accepts as chen amend "$ts" --step "$n" --reply '已修好,感谢反映' --reason '补正'
shows ".steps[$n - 1].text == \"已修好,感谢反映\"" huiyin complaint show "$ts"
exits 0 huiyin complaint show "$ts"
prints '(已更正)'

# The channel, with the acts that go with it.
rejects 2 as ma amend "$ts" --channel round --reason '其实是来访'
refuses complaint.courtesy 2.2.3 as ma amend "$ts" --courtesy seat,tea --channel visit --reason '其实是来访'
accepts as ma amend "$ts" --channel visit --courtesy seat,tea,heard,calmed --reason '其实是来访'
shows '.channel == "visit" and (.courtesy | length == 4)' huiyin complaint show "$ts"

# An opinion that was a suggestion owes no callback.
an_answered_opinion
denies as chen amend "$jy" --kind suggestion --reason '听错'
accepts as ma amend "$jy" --kind suggestion --reason '听错'
no_breach callback.made "$jy" '2026-12-31 09:00:00'

# An event that was typed before its joint complaint is linked to it.
accepts as chen event report --category 7 --form phone --to ma --text '多户来访'
zd=$no
accepts as chen complaint add --channel visit --people 5 --phone 13800008000 --text '多户来访' \
    --courtesy seat,tea,heard,calmed
ts=$no
accepts as chen amend "$zd" --complaint "$ts" --reason '同一件事'
no_breach complaint.joint-reported "$ts" '2026-12-31 09:00:00'
rejects 2 as chen amend "$ts" --complaint "$ts" --reason '同一件事'
accepts as ma amend "$zd" --casualties 2 --loss 3000 --group no --residents yes --reason '核实'
shows '.casualties == 2 and .loss == 3000 and .residents' huiyin event show "$zd"

# What a technician did.
a_finished_repair
n=$(huiyin order show "$pg" --json | jq '.steps[] | select(.what == "finish") | .seq')
rejects 2 as chen amend "$pg" --result '换了龙头' --reason '补正'
accepts as chen amend "$pg" --step "$n" --result '换了龙头' --fee 35.50 --materials '龙头' --reason '补正'
shows '.steps[] | select(.what == "finish") | .text == "换了龙头" and .fee == 35.5' huiyin order show "$pg"
clock '2026-11-24 12:00:00'
accepts as ma amend "$bx" --appointment '2026-11-24 15:00:00' --reason '漏记预约'
shows '.appointment == "2026-11-24T15:00:00+08:00"' huiyin repair show "$bx"

# A correction that makes it late says why by its own reason.
clock '2026-12-30 12:00:00'
a_complaint
accepts as ma amend "$ts" --opened-at '2026-12-29 11:00:00' --reason '昨天的来信'
# Likewise what happened with it: that the first technician holds a rework, the shares of an open letter.
a_finished_repair
a_repair --rework-of "$bx"
accepts as ma amend "$bx" --opened-at '2026-12-29 11:00:00' --reason '昨天的报修'
a_settled_complaint
first=$ts
a_settled_complaint
clock '2026-12-31 13:00:00'
accepts publishes "$first,$ts"
accepts as ma amend "$no" --opened-at '2026-12-30 12:59:59' --reason '信上的日期'
