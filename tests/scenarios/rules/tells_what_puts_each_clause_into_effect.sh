#!/bin/sh
# An auditor reads from clause to rule to command, without a store.
. "$(dirname "$0")/../lib.sh"

shows 'map(.clause) | length == (unique | length)' huiyin rules clauses
json 'all(.[]; .title.zh != "" and .title.en != "" and .wording != "")'
json 'any(.[]; .clause == "2.2.3" and .system == 2 and .reason == null
    and (.commands | index("complaint add"))
    and (.rules | any(.id == "complaint.courtesy" and .severity == "refuse")))'
# A rule of several clauses, and of a range of them, stands under each.
json '[.[] | select(any(.rules[]; .id == "policy.never-looser")) | .clause]
    == ["3.4.1", "6.1", "6.2", "6.3", "6.4"]'
# What needs no rule says why, in both languages.
json 'any(.[]; .clause == "7.0" and .rules == [] and .commands == []
    and .reason.zh != "" and .reason.en != "")'

shows 'map(.system) | unique == [3]' huiyin rules clauses --system 3
exits 0 huiyin rules clauses --system 2 --lang en
prints complaint.courtesy
never_prints callback.visit-signature
exits 0 huiyin rules clauses --system 5 --format md --lang zh-CN
prints complaint.satisfied
prints 'huiyin complaint close'
exits 2 huiyin rules clauses --system 8
[ ! -e "$HUIYIN_DB" ] || fail 'no store made in passing' "$HUIYIN_DB"
