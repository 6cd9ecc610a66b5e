#!/bin/sh
# --afresh judges everything anew and compares it with what the store keeps: of closed matters those on which a
# deadline still runs. Lists of what is due read only that.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
settled
clock '2026-11-23 11:00:00'
accepts as ma complaint close "$ts" --outcome 业主仍不满意 --unsatisfied --reason 三次解释后仍不接受
exits 0 huiyin callback due
prints "$ts"

# A callback is still owed: kept, and so no difference; nothing is written.
rejects 4 huiyin check --afresh
rejects 4 huiyin check --afresh --json

# Altered with the shell, the list no longer has it, and the comparison says so.
sql 'DELETE FROM owing'
exits 0 huiyin callback due
never_prints "$ts"
exits 4 huiyin check
rejects 5 huiyin check --afresh
tells "$ts"
prints_nothing
rejects 5 huiyin check --afresh --json
json '.error == "integrity"'

# What is kept is of now.
rejects 2 huiyin check --afresh --as-of '2026-11-23 10:00'
tells --as-of
