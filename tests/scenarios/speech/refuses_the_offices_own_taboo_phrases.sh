#!/bin/sh
# An office may add to the list; what was said before that stays in order (clause 2.2.1).
. "$(dirname "$0")/../lib.sh"
office
# answers TS CMD…: settles the complaint in words the office comes to forbid
answers() {
    number=$1
    shift
    "$@" as chen complaint settle "$number" --findings '属实' --opinion '处理' --method phone \
        --reply '按规定办,请等通知'
}

clock '2026-11-23 09:00:00'
a_complaint
answers "$ts" accepts

clock '2026-11-23 10:00:00'
exits 0 huiyin policy set speech.taboo '不知道,不懂,不清楚,不归我管,你打…电话或找…问,等通知' \
    --reason '业主反映强烈'
a_complaint
answers "$ts" refuses speech.taboo-phrase 2.2.1
# The earlier complaint is not held up by the longer list.
accepts as chen note ts-1 --text '业主来电询问进度'
