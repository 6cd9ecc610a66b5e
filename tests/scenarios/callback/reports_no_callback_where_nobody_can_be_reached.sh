#!/bin/sh
# Neither phone nor home: no callback is owed (clause 3.3.6), nor is one of what ended otherwise.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 10:00:00'

an_anonymous_complaint
accepts as chen complaint assign "$ts" --to chen
settled
no_breach callback.made "$ts" '2026-12-30 09:00:00'
exits 0 as chen callback due
never_prints "$ts"

a_settled_complaint
accepts as ma complaint close "$ts" --outcome '不再处理' --ended withdrawn --reason '业主撤回'
no_breach callback.made "$ts" '2026-12-30 09:00:00'
exits 0 as chen callback due
never_prints "$ts"
