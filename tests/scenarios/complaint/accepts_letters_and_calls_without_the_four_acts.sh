#!/bin/sh
# Nobody is offered tea by letter or phone (clause 2.2.3 is about visits).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

accepts as chen complaint add --channel phone --phone 13800008000 --text '楼上夜里敲打'
no_finding complaint.courtesy-missed "$no" '2026-11-23 09:00:00'
accepts as chen complaint add --channel letter --unit 3-502 --text '楼上夜里敲打'
no_finding complaint.courtesy-missed "$no" '2026-11-23 09:00:00'
