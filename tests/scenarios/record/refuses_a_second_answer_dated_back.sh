#!/bin/sh
# What was late stays late: an appointment is answered once, and a reply dated back to before the
# callback that asks for another is one reply too many (clause 1.6).
. "$(dirname "$0")/../lib.sh"
office
rule=record.closed
clock '2026-11-24 09:00:00'
a_settled_complaint
accepts call_back phone no --raised '要求退水费' --appointment '2026-11-24 15:00:00'
hf=$no
clock '2026-11-24 16:00:00'
answers() { as chen callback answer "$hf" --text '水费已退' "$@"; }
accepts answers
breach callback.appointment-kept 3.3.3a "$ts" '2026-11-30 09:00:00' '2026-11-24 15:00:00'
refuses "$rule" 1.6 answers --at '2026-11-24 15:00:00'
refuses "$rule" 1.6 answers

clock '2026-11-23 10:00:00'
a_complaint
clock '2026-11-24 10:00:01'
accepts as chen complaint assign "$ts" --to chen
settled
breach complaint.replied-in-time 2.2.4 "$ts" '2026-11-30 09:00:00' '2026-11-24 10:00:00'
clock '2026-11-24 11:00:00'
accepts call_back phone no
replies() { as chen complaint reply "$ts" --text '已处理完毕' --method phone "$@"; }
refuses_each "$rule" replies --at '2026-11-24 10:00:00'
refuses "$rule" 1.6 replies --at '2026-11-24 10:30:00'
accepts replies
