#!/bin/sh
# A complainant who can be reached is replied to within 24 h (clause 2.2.4), across a year's end too.
. "$(dirname "$0")/../lib.sh"
office
clock '2027-01-01 20:00:00'

a_complaint --at '2026-12-31 20:00:00'
no_breach complaint.replied-in-time "$ts" '2027-01-01 20:00:00'
breach complaint.replied-in-time 2.2.4 "$ts" '2027-01-01 20:00:01' '2027-01-01 20:00:00'
settled --at '2027-01-01 20:00:00'
no_breach complaint.replied-in-time "$ts" '2027-01-08 20:00:00'

a_complaint --at '2026-12-31 20:00:00'
clock '2027-01-01 20:00:01'
settled
breach complaint.replied-in-time 2.2.4 "$ts" '2027-01-08 20:00:00' '2027-01-01 20:00:00'

# A home is enough to be reached; so is a phone without a name.
clock '2027-01-04 09:00:00'
accepts as chen complaint add --channel letter --unit 3-502 --text '楼道灯不亮'
breach complaint.replied-in-time 2.2.4 "$no" '2027-01-05 09:00:01'
accepts as chen complaint add --channel phone --phone 13800008000 --text '楼道灯不亮'
breach complaint.replied-in-time 2.2.4 "$no" '2027-01-05 09:00:01'
