#!/bin/sh
# `why` tells start + limit (policy, clause) = due, and met or missed by how much.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
accepts as chen complaint assign "$ts" --to chen
clock '2026-11-24 09:00:30'
settled

leaves_no_entry huiyin why "$ts" --lang en
prints '2026-11-23 09:00:00'
prints '2026-11-24 09:00:00'
prints complaint.reply_within
prints 24h
prints 2.2.4
prints '30 s'
leaves_no_entry huiyin why "$ts" --lang zh-CN
prints '30 秒'
rejects 3 huiyin why ts-9
