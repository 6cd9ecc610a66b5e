#!/bin/sh
# A complaint ends by an open letter that answers it: of the same second will do, later or void will
# not (clause 5.4).
. "$(dirname "$0")/../lib.sh"
office
rule=complaint.ended-letter
clock '2026-11-24 10:00:00'
ends() { as ma complaint close "$ts" --outcome '已公开答复' --ended letter --reason '多户同一问题' "$@"; }

a_complaint
first=$ts
a_complaint
second=$ts
refuses "$rule" 5.4 ends
settled
ts=$first
settled
clock '2026-11-24 11:00:01'
accepts publishes "$first,$second"
gx=$no
# The letter's own step is on file by then, too.
refuses_each "$rule" ends --at '2026-11-24 11:00:00'
accepts ends --at '2026-11-24 11:00:01'
no_breach "$rule" "$first" '2026-12-31 09:00:00'
clock '2026-11-24 12:00:00'
accepts as ma void "$gx" --reason '没有发出'
# Until the letter was void it had ended rightly; now an audit finds that it did not.
no_breach "$rule" "$first" '2026-11-24 11:59:59'
breach "$rule" 5.4 "$first" '2026-11-24 12:00:00' '2026-11-24 11:00:01'
ts=$second
refuses "$rule" 5.4 ends
