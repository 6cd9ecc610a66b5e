#!/bin/sh
# The future is no time for anything to have happened (clause 1.6); this very second is.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-12-31 23:59:59'

refuses record.in-order 1.6 as chen complaint add --channel letter --text '楼道灯不亮' \
    --at '2027-01-01 00:00:00'
an_anonymous_complaint --at '2026-12-31 23:59:59'
refuses record.in-order 1.6 as chen complaint assign "$ts" --to chen --at '2027-01-01 00:00:00'
accepts as chen complaint assign "$ts" --to chen --at '2026-12-31 23:59:59'
# Nor has an event taken place that will, or been learned of.
reports_event() { as chen event report --category 7 --form phone --to ma --text '三楼起火' "$@"; }
refuses record.in-order 1.6 reports_event --happened '2027-01-01 00:00:00'
refuses record.in-order 1.6 reports_event --learned '2027-01-01 00:00:00'
accepts reports_event --happened '2026-12-31 23:59:59' --learned '2026-12-31 23:59:59'
