#!/bin/sh
# What somebody owes again because what kept it is void is found wherever what is owed is shown: `check`,
# `--overdue`, `status`, `callback due` and `why` know of the same.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
# An event reported late, and the case about it, without which somebody is to be held to account.
accepts as chen event report --category 7 --form phone --to ma --text '停电' --learned '2026-11-22 08:00:00' --residents no
zd=$no
accepts as ma conduct record chen --kind late-reporting --text '迟报' --matter "$zd"
cl=$no
accepts as ma event close "$zd" --outcome '已恢复'
# Two complaints answered by one letter, and one called back.
a_settled_complaint
first=$ts
a_settled_complaint
second=$ts
accepts publishes "$first,$second"
gx=$no
for one in "$first" "$second"; do
    accepts as ma complaint close "$one" --outcome '已公开答复' --unsatisfied --reason '无人接电话'
done
clock '2026-11-23 10:00:00'
accepts as ma void "$cl" --reason '记错人'
accepts as ma void "$gx" --reason '没有发出'

# everywhere SUBJECT NOUN RULE: overdue in every view, or in none
everywhere() {
    exits 0 huiyin "$2" list --overdue --json
    json "any(.[]; .no == \"$1\") == $4"
    exits 0 huiyin status --json
    json "any(.. | strings; . == \"$1\") or ($4 | not)"
    run huiyin check --json
    json "any(.findings[]; .subject == \"$1\" and .rule == \"$3\") == $4"
    exits 0 huiyin why "$1" --json
    json "any(.deadlines[]; .rule == \"$3\" and .broken) == $4"
}
clock '2026-11-26 09:00:00'
everywhere "$zd" event event.accounted false
everywhere "$first" complaint callback.made false
clock '2026-11-26 09:00:01'
everywhere "$zd" event event.accounted true
everywhere "$first" complaint callback.made true
exits 0 huiyin callback due
prints "$first"
prints "$second"
# Somebody explained why it is late; it is still to be done.
accepts as tao check explain callback.made "$first" --reason '业主出差'
exits 0 huiyin complaint list --overdue --json
json "any(.[]; .no == \"$first\")"
exits 0 huiyin status --json
json "any(.overdue[]; .subject == \"$first\")"
# Each subject that a list calls overdue is found by the audit, and by the morning's screen.
exits 0 huiyin status --json
screen=$out
for noun in complaint suggestion repair event conduct; do
    for no in $(huiyin "$noun" list --overdue --json | jq -r '.[].no'); do
        huiyin check --json >"$scratch/check" || :
        jq -e --arg no "$no" 'any(.findings[]; .subject == $no)' "$scratch/check" >/dev/null || fail "$no in check" "$(cat "$scratch/check")"
        printf '%s' "$screen" | grep -q "$no" || fail "$no in status" "$screen"
    done
done
