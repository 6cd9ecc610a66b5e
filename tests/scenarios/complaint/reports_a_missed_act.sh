#!/bin/sh
# An act that was missed is said to be, and is a breach (clause 2.2.3).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

accepts as chen complaint add --channel visit --unit 3-502 --text '楼上夜里敲打' \
    --courtesy seat,heard,calmed --courtesy-missed '停水,没有茶' --json
told complaint.courtesy-missed breach
breach complaint.courtesy-missed 2.2.3 TS-2026-0001 '2026-11-23 09:00:00' '2026-11-23 09:00:00'
accepts as chen complaint add --channel visit --unit 3-502 --text '楼上夜里敲打' \
    --courtesy-missed '来访者拒绝入内'
breach complaint.courtesy-missed 2.2.3 "$no" '2026-11-24 09:00:00'
