#!/bin/sh
# First the facts, then an opinion on them (clause 2.2.4). Nothing excuses an opinion without facts.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

a_complaint
refuses complaint.facts-before-opinion 2.2.4 as chen complaint opinion "$ts" --text '更换阀门'
refuses complaint.facts-before-opinion 2.2.4 as chen complaint opinion "$ts" --text '更换阀门' \
    --as-happened '当场拍板' --witness '李雷'
accepts as chen complaint investigate "$ts" --findings '阀门锈死'
accepts as chen complaint opinion "$ts" --text '更换阀门'
