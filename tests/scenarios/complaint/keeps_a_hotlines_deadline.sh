#!/bin/sh
# A complaint that a hotline forwarded has the hotline's number and deadline, and is replied to by then
# (clause 3.2.2).
. "$(dirname "$0")/../lib.sh"
office
rule=complaint.forwarded-answered
clock '2026-11-24 09:00:00'
forwarded() {
    a_complaint --forwarded-by '市12345' --via 12345 --hotline-no 'GD-20261124-77' --hotline-due '2026-11-24 17:00:00'
}
forwarded
kept=$ts
shows '.hotline_no == "GD-20261124-77" and .hotline_due == "2026-11-24T17:00:00+08:00"' huiyin complaint show "$ts"
exits 0 huiyin search GD-20261124-77
prints "$ts"
exits 0 huiyin why "$ts" --json
deadline "$rule" '2026-11-24 09:00:00' '2026-11-24 17:00:00' any 0
forwarded
a_complaint
own=$ts
# A day without its year is the next one to come, here as in a correction.
accepts as chen complaint add --channel letter --text '转来' --hotline-due '12月1日 17:00'
shows '.hotline_due == "2026-12-01T17:00:00+08:00"' huiyin complaint show "$no"
accepts as ma amend "$no" --hotline-due '1月4日 17:00' --reason '顺延'
shows '.hotline_due == "2027-01-04T17:00:00+08:00"' huiyin complaint show "$no"
clock '2026-11-24 17:00:00'
ts=$kept
settled
clock '2026-11-24 17:00:01'
ts=TS-2026-0002
settled
no_breach "$rule" "$kept" '2026-12-31 09:00:00'
breach "$rule" 3.2.2 "$ts" '2026-12-31 09:00:00' '2026-11-24 17:00:00'
no_breach complaint.replied-in-time "$ts" '2026-12-31 09:00:00'
no_breach "$rule" "$own" '2026-12-31 09:00:00'
