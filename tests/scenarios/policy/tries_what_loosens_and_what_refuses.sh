#!/bin/sh
# Trying finds what is no longer broken, what would have been refused, what weeks come to, and each person's share.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
a_complaint --unit 3-501
clock '2026-11-24 09:20:00'
accepts as chen complaint assign "$ts" --to chen
clock '2026-11-24 09:25:00'
accepts as chen complaint assign "$ts" --to li --reason '属楼内管理'
clock '2026-11-24 09:30:00'
settled
clock '2026-11-25 09:00:00'

# A longer time to reply: one was late by half an hour, the other still owes its reply.
rejects 4 huiyin policy try complaint.reply_within 25h --json
json '[.no_longer[] | [.rule, .subject]] == [["complaint.replied-in-time", "TS-2026-0002"]] and .newly == []
    and (.no_longer[0].deadline | .limit == "25h" and .late_seconds == 0)
    and (.rates.replied_on_time | .before.num == 0 and .after == {num: 1, den: 2, rate: 0.5})'
rejects 4 huiyin policy try complaint.reply_within 49h --json
json '(.no_longer | length) == 2 and .rates.replied_on_time.after.den == 0 and .rates.replied_on_time.after.rate == null'

# Fewer transfers: the one there was would have been refused, and is no breach of what is in force.
rejects 4 huiyin policy try complaint.max_transfers 0 --json
json '[.newly[] | [.rule, .subject, .severity]] == [["complaint.no-buck-passing", "TS-2026-0002", "refuse"]]'
rejects 4 huiyin policy try complaint.max_transfers 0 --lang en
prints 'would be refused'
leaves_no_entry huiyin policy try complaint.max_transfers 2

# A record that came late without a reason would have needed one.
clock '2026-11-25 12:00:00'
a_complaint --unit 3-502 --at '2026-11-25 09:00:00'
rejects 4 huiyin policy try record.late_after 2h --json
json '[.newly[] | [.rule, .subject, .severity]] == [["record.late-reason", "TS-2026-0003", "refuse"]]'

# Weeks are judged by the value as of their beginning.
clock '2026-11-26 09:00:00'
a_settled_complaint --unit 3-503
accepts visit_back yes
a_settled_complaint --unit 3-504
accepts call_back phone yes
clock '2026-12-01 09:00:00'
leaves_no_entry huiyin policy try callback.rate_min 1 --json
leaves_no_entry huiyin policy try callback.rate_min 5 --json
json '.rules == ["callback.signed-rate"]'
rejects 4 huiyin policy try callback.signed_rate 60% --json
json '[.newly[] | [.rule, .subject]] == [["callback.signed-rate", "2026-11"]] and .rates.signed_visits.after == {num: 1, den: 2, rate: 0.5} and .by_month == {"2026-12": {newly: 1, no_longer: 0}}'
