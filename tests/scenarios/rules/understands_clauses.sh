#!/bin/sh
# A clause stands for its rules: `rules show 2.2.4` tells its words and its rules, and `check explain 2.2.4` explains
# the breach of the one that was broken; where several were, each is explained for itself.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
leaves_no_entry huiyin rules show 2.2.4
prints 投诉内容应立即了解调查事实情况
prints complaint.replied-in-time
prints complaint.facts-before-opinion
shows '.[0].clause == "2.2.4" and (.[0].rules | map(.id) | contains(["complaint.replied-in-time"]))' huiyin rules show 2.2.4
rejects 3 huiyin rules show 2.2.44

a_complaint
accepts as chen complaint assign "$ts" --to chen
clock '2026-11-23 12:00:00'
accepts as chen complaint investigate "$ts" --findings '现场查看属实'
accepts as ma check explain 2.2.4 "$ts" --reason '当日全校停电'
run huiyin check --all --json
json '.findings | any(.rule == "complaint.investigated-in-time" and .explained
    and .explanation.text == "当日全校停电" and .explanation.by == "ma")'
rejects 3 as ma check explain 2.2.4 "$ts" --reason 再说一次

# Who explained it and when is told wherever it is; nobody is told to explain it again.
exits 0 huiyin check --all
prints '当日全校停电(ma 2026-11-23 12:00)'
never_prints 'huiyin complaint investigate'
exits 0 as chen complaint show "$ts" --format md
prints '当日全校停电(ma 2026-11-23 12:00)'
exits 0 huiyin why "$ts" --format md
prints '当日全校停电(ma 2026-11-23 12:00)'

# Two rules of one clause.
clock '2026-11-25 12:00:00'
accepts as chen complaint add --channel phone --phone 13800008000 --text '电梯停运'
ts=$no
clock '2026-11-27 12:00:00'
rejects 2 as ma check explain 2.2.4 "$ts" --reason 停电
tells complaint.investigated-in-time
tells complaint.replied-in-time
accepts as ma check explain complaint.replied-in-time "$ts" --reason 停电
