#!/bin/sh
# The rulebook can be read: every rule with its clause, and its own examples run.
. "$(dirname "$0")/../lib.sh"
office

leaves_no_entry huiyin rules list --json
for rule in record.in-order record.closed record.late-reason speech.taboo-phrase staff.chain \
    policy.never-looser report.weekly-filed matter.outcome matter.holder complaint.no-buck-passing \
    complaint.courtesy complaint.courtesy-missed complaint.facts-before-opinion \
    complaint.opinion-before-reply complaint.investigated-in-time complaint.replied-in-time \
    complaint.unreachable complaint.assigned-in-time complaint.escalated-properly \
    complaint.convened complaint.satisfied complaint.unsatisfied complaint.ended-unverified; do
    json "any(.[]; .id == \"$rule\" and .clause != \"\")"
    leaves_no_entry huiyin rules show "$rule" --lang en
    prints "$rule"
    leaves_no_entry huiyin rules test "$rule"
    exits 0 huiyin rules list --json
done
leaves_no_entry huiyin rules test
rejects 3 huiyin rules show complaint.nothing
tells complaint.
