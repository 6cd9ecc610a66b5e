#!/bin/sh
# A manager makes void a callback that was never made: it stands in no figure and keeps no deadline, and
# says so wherever it is shown.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 10:00:00'
a_settled_complaint --unit 3-502
accepts visit_back no
hf=$no
denies as chen void "$hf" --reason '记错了户'
rejects 2 as ma void "$hf"
rejects 2 as ma void "$hf" --reason '记错了户' --duplicate-of hf-2
rejects 2 as ma void "$hf" --reason '记错了户' --by chen
rejects 3 as ma void hf-9 --reason '记错了户'
clock '2026-11-27 09:00:00'
accepts as ma void "$hf" --reason '记错了户'
same 'its number' "$hf" "$no"
refuses record.closed 1.6 as ma void "$hf" --reason '记错了户'
# Nothing is done about it any more, and no second reply follows it.
refuses record.closed 1.6 as chen amend "$hf" --note '没有打过' --reason '补正'
tells 'callback log'
refuses record.closed 1.6 as chen complaint reply "$ts" --text '再次答复' --method phone
shows '.voided_at == "2026-11-27T09:00:00+08:00" and .ordinal == null' huiyin callback show "$hf"
for list in 'callback list' "complaint show $ts" 'form callback-record --from 2026-11-24 --to 2026-11-25' \
    'form complaint-register --from 2026-11-24 --to 2026-11-25'; do
    # shellcheck disable=SC2086
    exits 0 huiyin $list
    prints '作废'
done
# Before it was made void it stood.
no_breach callback.made "$ts" '2026-11-27 08:59:59'
no_breach callback.followed-up "$ts" '2026-11-30 09:00:00'
no_breach callback.made "$ts" '2026-11-27 10:00:00'
breach callback.made 3.4.1 "$ts" '2026-11-27 10:00:01' '2026-11-27 10:00:00'
clock '2026-11-30 09:00:00'
exits 0 as chen report weekly --week 2026-W48 --json
json '.callbacks.done == 0'
rate .callbacks.handled 0 1
rate .callbacks.signed_visits 0 0
# The next is the first.
accepts call_back phone yes
shows '.ordinal == 1' huiyin callback show "$no"

# An attempt likewise; the share of an open letter goes with its letter.
a_settled_complaint
accepts as chen callback attempt "$ts" --method phone
accepts as ma void "$no" --reason '没有打过'
other=$ts
a_settled_complaint
accepts publishes "$ts,$other"
hf=$(huiyin letter show "$no" --json | jq -r '.callbacks[0].no')
rejects 2 as ma void "$hf" --reason '没有发'
