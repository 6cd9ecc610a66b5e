#!/bin/sh
# A decision binds from when it is made: no policy, correction or explanation takes an earlier moment, and
# what was said of the past stays said (clauses 2.2.4, 2.2.8).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
clock '2026-11-25 09:00:00'
findings_then() { run huiyin check --all --as-of '2026-11-24 12:00:00' --json; printf '%s' "$out" | jq -c .findings; }
before=$(findings_then)
[ -n "$before" ] || fail "what is said of the day" "nothing"
breach complaint.replied-in-time 2.2.4 "$ts" '2026-11-24 12:00:00' '2026-11-24 09:00:00'

# Not a second before now; now, and ahead.
rejects 2 huiyin policy set complaint.reply_within 60h --from '2026-11-25 08:59:59' --reason '追认'
tells '--from'
rejects 2 huiyin policy set complaint.reply_within 60h --from yesterday --reason '追认'
rejects 2 huiyin policy set complaint.reply_within 60h --at '2026-11-23 08:00' --reason '追认'
tells '--at'
accepts huiyin policy set complaint.reply_within 60h --from '2026-11-25 09:00:00' --reason '今后'
accepts huiyin policy set complaint.reply_within 61h --from '2026-11-25 09:00:01' --reason '今后'
same 'what was said of the day before' "$before" "$(findings_then)"

# A correction of how many came, or of the class, takes no earlier moment either.
rejects 2 as ma amend "$ts" --class 3 --reason '补记' --at '2026-11-23 09:00:00'
tells '--at'
accepts as ma amend "$ts" --class 3 --reason '补记'
rejects 2 as ma check explain complaint.replied-in-time "$ts" --reason '停电' --at '2026-11-24 09:00:01'
tells '--at'
accepts as ma check explain complaint.replied-in-time "$ts" --reason '停电'
same 'what was said of the day before' "$before" "$(findings_then)"

# Six came and no event was reported: that they are corrected to two does not undo it.
clock '2026-11-26 09:00:00'
a_visit --people 6
clock '2026-11-26 09:10:01'
breach complaint.joint-reported 2.2.8 "$ts" '2026-11-26 09:10:01' '2026-11-26 09:10:00'
rejects 2 as ma amend "$ts" --people 2 --reason '数错' --at '2026-11-26 09:05:00'
accepts as ma amend "$ts" --people 2 --reason '数错'
breach complaint.joint-reported 2.2.8 "$ts" '2026-11-30 09:00:00' '2026-11-26 09:10:00'
# Corrected in the last second, nothing was owed.
a_visit --people 6
clock '2026-11-26 09:20:01'
accepts as ma amend "$ts" --people 2 --reason '数错'
no_finding complaint.joint-reported "$ts" '2026-11-30 09:00:00'
