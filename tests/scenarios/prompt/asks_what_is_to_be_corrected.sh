#!/bin/sh
# 更正 with a number alone asks which field is wrong, from a numbered list of what may be corrected there, then the
# new value, then why; the list has the record's own fields, and those its reader may correct.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/lib.sh"
needs_expect
office_now
accepts as chen complaint add --channel phone --phone 13800008000 --unit 3-502 --text 噪声
accepts as chen repair add --channel phone --category plumbing --unit 2-301 --text 漏水
accepts as chen complaint assign ts-1 --to chen
accepts as chen complaint settle ts-1 --findings 属实 --opinion 停工 --reply 已约定晚上停工 --method phone
accepts as chen callback log ts-1 --method phone --satisfied partly --note 还有一点响

on_a_terminal 'start 更正 投诉1 --操作人 陈静
ask "更正哪一项.*房号.*> " "房号\r"
ask "\\-\\-房号.*> " "张三\r"
ask "\\-\\-姓名 张三.*> " "3-520\r"
ask "\\-\\-理由.*> " "写错了\r"'
same exit 0 "$code"
prints 'huiyin 更正 投诉1 --理由 写错了 --房号 3-520'
shows '.unit == "3-520"' huiyin complaint show ts-1
never_prints --unit

# By its number; a clerk is not offered what only a manager corrects.
on_a_terminal 'start 更正 投诉1 --操作人 陈静
ask "更正哪一项\[^\r\]*(.*)> " "方式\r"
ask "没有「方式」这一项.*> " "1\r"
ask "> " "\003"'
same exit 130 "$code"
on_a_terminal 'start 更正 投诉1 --操作人 马丽 --理由 听错了
ask "更正哪一项.*方式.*> " "方式\r"
ask "1 信函.*3 来访.*> " "信函\r"'
same exit 0 "$code"
shows '.channel == "letter"' huiyin complaint show ts-1

# A callback has fields of its own; a repair's category has a command of its own.
on_a_terminal 'start 更正 HF-1 --操作人 马丽 --理由 听错了
ask "更正哪一项.*满意.*> " "是否满意\r"
ask "1 满意.*3 不满意.*> " "3\r"'
same exit 0 "$code"
shows '.satisfied == "no"' huiyin callback show HF-1
on_a_terminal 'start 更正 报修1 --操作人 马丽
ask "更正哪一项.*> " "类别\r"
ask "没有「类别」这一项.*> " "\003"'
same exit 130 "$code"

# An order has its steps: which one, then what of it. What is passed over was not what was meant.
accepts as chen order dispatch bx-1 --to chen
accepts as chen order arrive pg-1 --as-happened 夜里
on_a_terminal 'start 更正 派工单1 --操作人 马丽 --理由 记错
ask "更正第几步.*到场.*> " "9\r"
ask "没有第「9」步.*> " "3\r"
ask "更正哪一项.*步骤时间.*> " "步骤时间\r"
ask "\\-\\-步骤时间.*> " "\r"
ask "更正哪一项.*> " "\003"'
same exit 130 "$code"

# What was corrected is shown by its name, and nothing in English.
exits 0 huiyin complaint show ts-1
prints '已更正'
prints '房号 · 3-520 · 写错了'
prints '方式 · 信函 · 听错了'
never_prints unit
exits 0 huiyin audit history ts-1 --changes
prints '3-502 → 3-520'
prints '电话 → 信函'
for word in unit channel letter 更正的项; do never_prints "$word"; done
