#!/bin/sh
# Neither phone nor home: no reply is owed, an outcome is, and the record says why (clause 3.3.6).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

accepts as chen complaint add --channel letter --from '张伟' --text '楼道堆放杂物' --json
told complaint.unreachable notice
json '.due | all(.what != "reply")'
ts=TS-2026-0001
notice complaint.unreachable 3.3.6 "$ts" '2026-11-23 09:00:00'
no_breach complaint.replied-in-time "$ts" '2026-12-23 09:00:00'

refuses matter.outcome 3.3.1 as chen complaint close "$ts"
accepts as chen complaint close "$ts" --outcome '杂物已清走'

# Not said of one who can be.
a_complaint
no_finding complaint.unreachable "$ts" '2026-11-23 09:00:00'
