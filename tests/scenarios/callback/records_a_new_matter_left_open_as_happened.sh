#!/bin/sh
# Left without an answer or a time for one, and it cannot be put right any more: on record, a breach
# (clause 3.3.3a).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 10:00:00'
rule=callback.appointment

a_settled_complaint
accepts call_back phone no --raised '要求退水费' --as-happened '业主挂断电话' --json
told "$rule" breach
breach "$rule" 3.3.3a "$ts" '2026-11-30 09:00:00' '2026-11-24 10:00:00'
# There is no appointment that could be missed.
no_breach callback.appointment-kept "$ts" '2026-12-30 09:00:00'

a_settled_complaint
accepts call_back phone no --raised '要求退水费' --appointment '2026-11-25 09:00:00'
no_breach "$rule" "$ts" '2026-11-30 09:00:00'
