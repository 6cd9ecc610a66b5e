#!/bin/sh
# Nobody decides a case about themselves or explains their own breach, whatever their role and under
# whichever name: an administrator who acts for another stays on record by both names.
. "$(dirname "$0")/../lib.sh"
needs_root
office
clock '2026-11-23 09:00:00'

# A case about a manager: by another manager or the head, not by herself.
accepts as tao conduct record ma --kind negligent --text '经两人证实'
cl=$no
refuses conduct.decided-by-another '2.2.9, 7.5' as ma conduct decide "$cl" --decision '免于处理'
accepts as mei conduct decide "$cl" --decision '书面检查'

# A head's own case: another head, or one above.
accepts as ma conduct record tao --kind negligent --text '经两人证实'
cl=$no
refuses conduct.decided-by-another '2.2.9, 7.5' as tao conduct decide "$cl" --decision '免于处理'

# What ma let fall due, she does not explain; mei may.
a_complaint
accepts as chen complaint assign "$ts" --to ma
clock '2026-11-26 09:00:00'
breach complaint.replied-in-time 2.2.4 "$ts" '2026-11-26 09:00:00'
run as ma check explain complaint.replied-in-time "$ts" --reason '停电'
[ "$code" -eq 4 ] || [ "$code" -eq 7 ] || fail 'exit 4 or 7' "exit $code"
adds_an_entry 0 as mei check explain complaint.replied-in-time "$ts" --reason '停电'

# Acting for another leaves both names.
exits 0 huiyin audit log --json
json ".[-1].staff == \"mei\" and .[-1].os_user == \"$admin\""
