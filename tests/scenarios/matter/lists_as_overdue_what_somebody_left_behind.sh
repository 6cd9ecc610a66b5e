#!/bin/sh
# What is held by somebody who has left is overdue from that second, in the list, on the morning's screen and
# in the audit, until it has another holder (clause 3.3.1).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
an_answered_suggestion
accepts as ma assign "$jy" --to sun --reason '巡视'

# overdue true|false: in all three views, or in none
overdue() {
    shows "any(.[]; .no == \"$jy\") == $1" huiyin suggestion list --overdue
    shows "any(.overdue[]; .subject == \"$jy\") == $1" huiyin status
    run huiyin check --json
    json "any(.findings[]; .subject == \"$jy\" and .rule == \"matter.holder\") == $1"
}
clock '2026-11-24 10:00:00'
overdue false
exits 0 huiyin staff leave sun
overdue true
exits 0 huiyin suggestion list --overdue
prints '在办事项都'
clock '2026-11-24 10:30:00'
overdue true
accepts as ma assign "$jy" --to li --reason '孙红离职'
overdue false
