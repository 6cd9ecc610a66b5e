#!/bin/sh
# `callback due` says how many signed visits this week still lacks for its 40 % (clause 3.4.1), and
# starts anew with Monday's first second.
. "$(dirname "$0")/../lib.sh"
office

# missing N: so many signed visits, if they are made, bring this week to 40 %
missing() {
    shows "[.. | objects | to_entries[] | select(.key | test(\"missing\")) | .value | numbers]
        == [$1]" as sun callback due
}
phone_call() { a_settled_complaint && accepts call_back phone yes; }
signed_visit() { a_settled_complaint && accepts visit_back yes; }

clock '2026-11-23 10:00:00'
missing 0
# None of one.
phone_call
missing 1
# None of three, and two visits would make it two of five.
phone_call
phone_call
missing 2
# A repair is neither above nor below the line, nor is an attempt.
a_finished_repair
accepts check_back visit yes --signed-by '张伟'
accepts as chen callback attempt "$ts" --method visit --note '家中无人'
missing 2
# One of four, with one to go.
signed_visit
missing 1

# The week turns with that one still missing, and the new week lacks nothing.
clock '2026-11-29 23:59:59'
missing 1
clock '2026-11-30 00:00:00'
missing 0
phone_call
missing 1
signed_visit
missing 0
