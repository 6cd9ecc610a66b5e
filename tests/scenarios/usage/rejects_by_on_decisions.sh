#!/bin/sh
# A decision is made by whoever types it: it takes no --by. Other steps name their doer.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint

rejects 2 as ma complaint close "$ts" --outcome '已修好' --by tao
rejects 2 as ma check explain complaint.replied-in-time "$ts" --reason '停电' --by tao
rejects 2 as ma void "$ts" --reason '重复' --by tao
rejects 2 huiyin policy set complaint.reply_within 12h --reason '从严' --by tao
rejects 2 huiyin staff add gao --name '高强' --role head --by tao
rejects 2 huiyin staff change chen --superior mei --by tao
rejects 2 huiyin staff leave chen --by tao
rejects 2 huiyin staff return chen --role clerk --superior ma --by tao
rejects 2 huiyin staff away chen --from 12:00 --to 18:00 --by tao
for decision in 'complaint close' 'check explain' void; do
    rejects 2 as ma $decision --by tao
    tells --by
done

accepts as chen complaint investigate "$ts" --findings '属实' --by sun
shows '.steps | any(.what == "investigate" and .by == "sun")' huiyin complaint show "$ts"
rejects 3 as chen complaint investigate "$ts" --findings '属实' --by nobdy
