#!/bin/sh
# Whoever takes over from a substitute, or from one who took over, stands in for the rostered officer: the
# post is still that one's (clauses 1.2, 1.9).
. "$(dirname "$0")/../lib.sh"
office
rosters sun '2026-11-23 22:00:00' '2026-11-24 06:00:00' overnight
rosters chen '2026-11-24 06:00:00' '2026-11-24 14:00:00'
knows_all chen sun li
clock '2026-11-23 22:00:00'
takes_post chen --substitute-for sun --reason '孙红请假'
clock '2026-11-24 01:00:00'
accepts as li duty takeover --since '2026-11-24 00:30:00' --reason ill
shows '.officer == "li" and .substitute_for == "sun"' huiyin duty show "$no"
clock '2026-11-24 02:00:00'
accepts as chen duty takeover --since '2026-11-24 01:30:00' --reason left
shows '.officer == "chen" and .substitute_for == "sun"' huiyin duty show "$no"
# The rostered officer comes after all, as nobody's substitute.
clock '2026-11-24 03:00:00'
accepts as sun duty takeover --since '2026-11-24 03:00:00' --reason left
shows '.officer == "sun" and .substitute_for == null' huiyin duty show "$no"
# Who stood in and went on into a post of their own left that one.
writes_log sun
accepts as sun duty handover --to chen --substitute-for sun --reason '提前离岗' --reported-to ma
clock '2026-11-24 08:00:00'
accepts as li duty takeover --since '2026-11-24 07:00:00' --reason unreachable
shows '.officer == "li" and .substitute_for == "chen"' huiyin duty show "$no"
