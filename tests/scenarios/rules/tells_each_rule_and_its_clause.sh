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

# With the regulation's own words, and how each clause it cites is read.
shows '(.provisions | map(.clause)) == ["6.1", "6.2", "6.3", "6.4", "3.4.1"]
    and (.provisions[0].wording | contains("十五分钟"))
    and all(.provisions[]; .reading.zh != "" and .reading.en != "")' huiyin rules show policy.never-looser
exits 0 huiyin rules show order.arrived-in-time --lang zh-CN
prints '物业维修人员应在十五分钟内到达现场'
exits 0 huiyin rules show order.arrived-in-time --lang en
prints '物业维修人员应在十五分钟内到达现场'
prints 'The first arrival is within fifteen minutes'

rejects 3 huiyin rules show complaint.nothing
tells complaint.
