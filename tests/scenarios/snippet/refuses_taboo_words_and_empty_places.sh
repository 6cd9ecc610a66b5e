#!/bin/sh
# A phrase with a taboo word is refused when it is kept; one whose place cannot be filled when it is used, told by the place
# (clause 2.2.1).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
refuses speech.taboo-phrase 2.2.1 as ma snippet add 推走 --text '这个不归我管,请找 {unit}'
tells 不归我管
# Told with where it stands; quoted words are the resident's.
accepts as ma snippet add 收费 --text '您问的「不清楚收费标准」,随信附上'
rejects 2 as ma snippet add 错位 --text '{no} 由 {foreman} 在 {when} 处理'
tells foreman
tells when
tells '{unit}'
rejects 2 as ma snippet add 收费 --text 又一条
tells 'snippet retire 收费'
rejects 2 as ma snippet add '两 个' --text 空格
rejects 2 as ma snippet add @家 --text 符号
rejects 3 as ma snippet retire 没有这条
# Braces around what is no word are words.
accepts as ma snippet add 括号 --text '见附表 { 一 }'

# A place that is not closed, not opened, or in other braces would be said as it is: told, with what to write.
for broken in '{unit 的问题已处理' '您好,{房号' 'unit} 已看过' '｛unit｝ 已看过' '{ unit } 已看过' '{{unit} 已看过' '{unit}} 已看过'; do
    rejects 2 as ma snippet add 缺口 --text "$broken"
    tells 花括号
    tells '{unit}'
done
accepts as ma snippet add 上门 --text '{unit} 的问题已处理,{due} 前回访'
a_complaint
accepts as chen complaint assign "$ts" --to chen
exits 0 as chen complaint investigate "$ts" --findings 属实
exits 0 as chen complaint opinion "$ts" --text 处理
rejects 2 as chen complaint reply "$ts" --text @上门 --method phone
tells '{unit}'
tells 上门
never_tells '{due}'
an_anonymous_complaint
accepts as chen complaint assign "$ts" --to chen
exits 0 as chen complaint investigate "$ts" --findings 属实
exits 0 as chen complaint opinion "$ts" --text 处理
rejects 2 as chen complaint reply "$ts" --text @上门 --method letter
tells '{unit}'
tells '{due}'
rejects 3 as chen complaint reply "$ts" --text @上们 --method letter
tells 'snippet list'
# Letters are to many: no one home is meant.
rejects 2 as chen letter publish --subject 说明 --text @上门 --answers "$ts"

# What is filled in is judged as whatever else is said.
exits 0 huiyin policy set speech.taboo '不知道,不懂,不清楚,不归我管,你打…电话或找…问,闲房' --reason 本办公室的
a_complaint --unit 9号闲房
accepts as ma snippet add 房子 --text '{unit} 已看过'
accepts as chen complaint assign "$ts" --to chen
exits 0 as chen complaint investigate "$ts" --findings 属实
exits 0 as chen complaint opinion "$ts" --text 处理
refuses speech.taboo-phrase 2.2.1 as chen complaint reply "$ts" --text @房子 --method letter

denies as chen snippet add 文员的 --text 请稍候
denies as zhou snippet retire 收费
