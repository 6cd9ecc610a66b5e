#!/bin/sh
# Numbers run without a gap within each year of recording, by the office's own clock.
. "$(dirname "$0")/../lib.sh"
office
# Whoever types may sit anywhere: the year is the office's.
export TZ=America/New_York

clock '2026-12-31 23:59:59'
an_anonymous_complaint
same 'the first number' TS-2026-0001 "$ts"
rejects 4 as chen complaint add --channel visit --unit 3-502 --text '楼上夜里敲打'
rejects 2 as chen complaint add --channel fax --text '楼道灯不亮'
an_anonymous_complaint
same 'the number after a refusal' TS-2026-0002 "$ts"

clock '2027-01-01 00:00:00'
an_anonymous_complaint
same 'the first number of a year' TS-2027-0001 "$ts"
# The year is the one of recording, whenever it happened.
an_anonymous_complaint --at '2026-12-31 20:00:00'
same 'the number of what is recorded late' TS-2027-0002 "$ts"
