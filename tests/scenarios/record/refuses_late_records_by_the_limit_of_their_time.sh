#!/bin/sh
# An office may be stricter; the limit in force when it happened is the one that counts (1.6).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
exits 0 huiyin policy set record.late_after 1h --reason '试行当班登记'

clock '2026-11-23 12:00:00'
an_anonymous_complaint --at '2026-11-23 11:00:00'
refuses record.late-reason 1.6 as chen complaint add --channel letter --text '楼道灯不亮' \
    --at '2026-11-23 10:59:59'
# Before the stricter limit was set, a day was in order.
an_anonymous_complaint --at '2026-11-23 08:59:59'
