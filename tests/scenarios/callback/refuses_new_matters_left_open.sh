#!/bin/sh
# What is raised anew is settled on the spot or gets a time for its answer (clause 3.3.3a).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 10:00:00'
rule=callback.appointment

a_settled_complaint
refuses "$rule" 3.3.3a call_back phone yes --raised '楼道灯也不亮'
accepts call_back phone yes --raised '楼道灯也不亮' --settled '当场换好灯管'
a_settled_complaint
accepts call_back phone no --raised '要求退水费' --appointment '2026-11-25 15:00:00'
# Nothing new, nothing to settle.
a_settled_complaint
accepts call_back phone no

a_finished_repair
refuses "$rule" 3.3.3a check_back phone yes --raised '厨房也漏'
accepts check_back phone yes --raised '厨房也漏' --appointment '2026-11-25 09:00:00'

# An appointment before the callback is none.
clock '2026-11-28 10:00:00'
a_settled_complaint
raises() { call_back phone no --raised '要求退水费' "$@"; }
refuses callback.appointment 3.3.3a raises --appointment '2026-11-28 09:59:59'
accepts raises --appointment '2026-11-28 10:00:00'
