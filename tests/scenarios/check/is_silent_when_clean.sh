#!/bin/sh
# Nothing amiss: nothing printed, exit 0; JSON says so too. What is coming up is due, not a finding.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

leaves_no_entry huiyin check
prints_nothing
tells_nothing
leaves_no_entry huiyin check --json
json '.findings == []'
an_anonymous_complaint
exits 0 huiyin check
a_complaint
exits 0 huiyin check --json
json '.findings | all(.severity == "notice")'
exits 0 huiyin check --due-within 24h --json
json '.due | any(.what == "reply" and .clause == "2.2.4" and .by == "2026-11-24T09:00:00+08:00")'
