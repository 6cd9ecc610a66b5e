#!/bin/sh
# A reply tells the facts found and the opinion on them: without either it is refused (clause 2.2.4).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
reply() { as chen complaint reply "$ts" --text '今天更换阀门' --method phone "$@"; }

a_complaint
refuses complaint.opinion-before-reply 2.2.4 reply
accepts as chen complaint investigate "$ts" --findings '阀门锈死'
refuses complaint.opinion-before-reply 2.2.4 reply
accepts as chen complaint opinion "$ts" --text '更换阀门'
accepts reply
no_finding complaint.opinion-before-reply "$ts" '2026-11-30 09:00:00'
