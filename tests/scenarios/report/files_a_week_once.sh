#!/bin/sh
# A whole week is filed once; again only when a figure has changed (clause 5.5).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-25 09:00:00'
a_complaint
settled
clock '2026-11-30 09:00:00'
weekly() { as chen report weekly --week 2026-W48 "$@" --json; }
files_edition() {
    edition=$1
    shift
    before=$(entries_now)
    adds_an_entry 0 weekly "$@"
    json ".edition == $edition and .schema == \"huiyin.report.weekly/1\" and .week == \"2026-W48\""
}
files_edition 1
# The journal as it stood before filing.
json ".journal.entries == $before"
leaves_no_entry weekly
json '.edition == 1'
# Another day, the same figures.
clock '2026-12-01 09:00:00'
leaves_no_entry weekly
json '.edition == 1'
accepts as chen complaint add --channel letter --text '楼道灯不亮' --at '2026-11-29 20:00:00' \
    --late-reason '信周一才到'
files_edition 2
json '.complaints.received == 2'
leaves_no_entry weekly
# A summary is a change, too.
files_edition 3 --summary '供热问题集中'
json '.summary == "供热问题集中"'
exits 0 huiyin audit verify
