#!/bin/sh
# Escalated past the superior, and it cannot be undone: on record as it happened, a breach (5.3).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
rule=complaint.escalated-properly

a_complaint
accepts as chen complaint assign "$ts" --to sun
refuses "$rule" 5.3 as sun complaint escalate "$ts" --to tao --reason '涉及外部施工'
accepts as sun complaint escalate "$ts" --to tao --reason '涉及外部施工' \
    --as-happened '马主管电话不通,直接报陶主任' --witness '李雷' --json
told "$rule" breach
breach "$rule" 5.3 "$ts" '2026-11-30 09:00:00' '2026-11-23 09:00:00'
