#!/bin/sh
# Recorded more than 24 h after it happened: only with a reason (clause 1.6). The limit itself keeps.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'

refuses record.late-reason 1.6 as chen complaint add --channel letter --text '楼道灯不亮' \
    --at '2026-11-23 08:59:59'
an_anonymous_complaint --at '2026-11-23 09:00:00'
accepts as chen complaint add --channel letter --text '楼道灯不亮' --at '2026-11-23 08:59:59' \
    --late-reason '信件周一才送到'

# Steps too, and across the end of a year.
clock '2027-01-01 10:00:00'
an_anonymous_complaint --at '2026-12-31 10:00:00'
accepts as chen complaint assign "$ts" --to chen --at '2026-12-31 10:00:00'
clock '2027-01-01 10:00:01'
refuses record.late-reason 1.6 as chen complaint investigate "$ts" --findings '属实' \
    --at '2026-12-31 10:00:00'
accepts as chen complaint investigate "$ts" --findings '属实' --at '2026-12-31 10:00:00' \
    --late-reason '元旦值班'
exits 0 huiyin complaint show "$ts" --json
json '.steps | any(.what == "investigate" and .at == "2026-12-31T10:00:00+08:00"
    and .recorded_at == "2027-01-01T10:00:01+08:00")'
