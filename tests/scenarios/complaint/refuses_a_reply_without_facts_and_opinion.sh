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

# Nor are all three recorded at once where one is wanting, and what is on record need not be said again.
settles() { as chen complaint settle "$ts" --reply '今天更换阀门' --method phone "$@"; }
a_complaint
refuses complaint.opinion-before-reply 2.2.4 settles
refuses complaint.opinion-before-reply 2.2.4 settles --findings '阀门锈死'
refuses_each 'complaint.facts-before-opinion complaint.opinion-before-reply' settles --opinion '更换阀门'
rejects 2 as chen complaint settle "$ts" --findings '阀门锈死' --opinion '更换阀门' --method phone
accepts as chen complaint investigate "$ts" --findings '阀门锈死'
accepts settles --opinion '更换阀门'
shows '[.steps[].what] == ["add", "investigate", "opinion", "reply"]' huiyin complaint show "$ts"
