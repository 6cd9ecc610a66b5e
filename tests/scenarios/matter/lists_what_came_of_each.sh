#!/bin/sh
# In JSON a list says of each matter what `show` says, but for its steps: callbacks, orders, what stands
# about it, what is due.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
settled
accepts as sun callback log "$ts" --method phone --satisfied no
a_complaint
an_answered_opinion
a_finished_repair
an_event 5
clock '2026-11-24 12:00:00'
for noun in complaint suggestion repair event; do
    exits 0 as chen "$noun" list --json
    printf '%s' "$out" | jq -c 'sort_by(.no)[]' >"$scratch/listed"
    jq -r .no "$scratch/listed" | while read -r number; do
        as chen "$noun" show "$number" --json | jq -c 'del(.steps)'
    done >"$scratch/shown"
    cmp -s "$scratch/listed" "$scratch/shown" ||
        fail "$noun list as $noun show" "$(diff "$scratch/listed" "$scratch/shown" | head -c 2000)"
done
shows '.[0].callbacks[0].satisfied == "no" and .[0].due[0].what == "follow-up"' as chen complaint list
shows '.[1].findings | any(.rule == "complaint.replied-in-time")' as chen complaint list
shows '.[0].orders[0].state == "finished"' as chen repair list
shows 'all(.due != null and .findings != null)' as chen complaint list --overdue
