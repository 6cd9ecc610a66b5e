#!/bin/sh
# A dry run goes through everything, the checker too, and leaves nothing: no entry, no number.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

leaves_no_entry as chen complaint add --channel letter --text '楼道灯不亮' --dry-run
prints_nothing
leaves_no_entry as chen complaint add --channel letter --text '楼道灯不亮' --dry-run --json
json '.ok and .no == "TS-2026-0001" and .dry_run == true'
an_anonymous_complaint
same 'the number, not used up' TS-2026-0001 "$ts"

refuses complaint.courtesy 2.2.3 \
    as chen complaint add --channel visit --unit 3-502 --text '楼上夜里敲打' --dry-run
# A dry run denied leaves no trace either.
rejects 7 as wu complaint add --channel letter --text '楼道灯不亮' --dry-run
