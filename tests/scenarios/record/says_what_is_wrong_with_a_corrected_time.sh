#!/bin/sh
# A corrected time that is past, and later than when it was recorded, is refused for what is wrong with it, in both
# languages; what lies ahead is said to lie ahead (clause 1.6).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
accepts as chen complaint assign "$ts" --to chen
clock '2026-11-23 12:00:00'
refuses record.in-order 1.6 as ma amend "$ts" --opened-at '2026-11-23 09:00:01' --reason '看错钟'
tells '晚于登记它的时间'
never_tells '晚于现在'
refuses record.in-order 1.6 as ma amend "$ts" --step 2 --step-at '2026-11-23 09:00:01' --reason '看错钟' --lang en
tells 'it is later than when it was recorded'
never_tells 'in the future'
accepts as ma amend "$ts" --step 2 --step-at '2026-11-23 09:00:00' --reason '看错钟'
# This second is not ahead, the next one is.
refuses record.in-order 1.6 as ma amend "$ts" --opened-at '2026-11-23 12:00:00' --reason '看错钟'
tells '晚于登记它的时间'
refuses record.in-order 1.6 as chen complaint investigate "$ts" --findings '属实' --at '2026-11-23 12:00:01'
tells '晚于现在'
refuses record.in-order 1.6 as chen complaint investigate "$ts" --findings '属实' --at '2026-11-23 12:00:01' --lang en
tells 'it is in the future'
