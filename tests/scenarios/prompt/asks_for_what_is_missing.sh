#!/bin/sh
# On a terminal what a command lacks is asked for: what the parser requires, what a rule would refuse it for, and
# how somebody can be reached; the command that came of it is told.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/lib.sh"
needs_expect
office_now

# A choice by its number, a text in Chinese, and what clause 2.2.3 wants of a visit.
before=$(entries_now)
on_a_terminal 'start --as chen complaint add --unit 3-502
ask "1 信函.*2 电话.*3 来访.*> " "3\r"
ask "\\-\\-内容.*> " "楼道灯不亮\r"
ask "\\-\\-姓名.*> " "\r"
ask "\\-\\-电话.*> " "\r"
ask "\\-\\-接待.*> " "seat,tea,heard,calmed\r"'
same exit 0 "$code"
prints "huiyin 投诉 登记 --方式 来访 --内容 楼道灯不亮 --房号 3-502 --接待 让座,敬茶,倾听,安抚"
same 'one entry' "$((before + 1))" "$(entries_now)"
shows '.channel == "visit" and .text == "楼道灯不亮"' huiyin complaint show ts-1

# A choice by how it begins; no visit, so nothing about courtesy.
on_a_terminal 'start --as chen complaint add --text 电梯停运 --phone 13800008000
ask "来访.*> " "ph\r"
ask "\\-\\-姓名.*> " "\r"
ask "\\-\\-房号.*> " "\r"'
same exit 0 "$code"
never_prints --接待
shows '.channel == "phone"' huiyin complaint show ts-2

# What cannot be read is asked for again; a mistyped login is told at once.
on_a_terminal 'start --as chen complaint assign
ask "TS-.*-0001.*> " "nonsense\r"
ask "> " "2\r"
ask "\\-\\-交给.*chen.*> " "chne\r"
ask "chen.*> " "chen\r"'
same exit 0 "$code"
shows '.holder == "chen"' huiyin complaint show ts-2

# TAB completes logins.
on_a_terminal 'start --as chen complaint assign 1
ask "\\-\\-交给.*> " "ch\t\r"'
same exit 0 "$code"
shows '.holder == "chen"' huiyin complaint show ts-1

# Passed over, the rule answers.
on_a_terminal 'start --as ma complaint close 1
ask "\\-\\-处理结果.*> " "\r"'
same exit 4 "$code"
prints 3.3.1
