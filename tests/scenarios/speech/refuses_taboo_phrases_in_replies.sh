#!/bin/sh
# None of the five taboo phrases reaches a resident (clause 2.2.1); the refusal quotes what it found.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 10:00:00'

a_complaint
accepts as chen complaint investigate "$ts" --findings '水压不足'
accepts as chen complaint opinion "$ts" --text '更换阀门'

refuses_saying() {
    refuses speech.taboo-phrase 2.2.1 as chen complaint reply "$ts" --method phone --text "$1"
    tells "$2"
}
refuses_saying '这件事我不知道' '不知道'
refuses_saying '管道的事我们不懂' '不懂'
refuses_saying '什么时候好还不清楚' '不清楚'
refuses_saying '这一片不归我管' '不归我管'
refuses_saying '您打物业的电话吧' '您打物业的电话'
refuses_saying '你自己打12345电话' '你自己打12345电话'
refuses_saying '您去找后勤处问问' '您去找后勤处问'

# In one commit with facts and opinion it is the same reply.
a_complaint
refuses speech.taboo-phrase 2.2.1 as chen complaint settle "$ts" --findings '水压不足' \
    --opinion '更换阀门' --reply '不归我管' --method visit
