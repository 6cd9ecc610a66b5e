#!/bin/sh
# An open letter is read by everybody, its heading first: neither has a taboo phrase, and a letter can
# always be rewritten (clause 2.2.1).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 10:00:00'
a_settled_complaint
publishes() { as chen letter publish --answers "$ts" "$@"; }
refuses_publishing() {
    refuses speech.taboo-phrase 2.2.1 publishes "$@"
    refuses speech.taboo-phrase 2.2.1 publishes "$@" --as-happened '已张贴'
}
refuses_publishing --subject '停水说明' --text '何时来水我们不清楚'
refuses_publishing --subject '关于停水原因不清楚的说明' --text '6 日检修,当晚恢复'
refuses_publishing --subject '停水说明' --text '您打水厂电话'
accepts publishes --subject '停水说明' --text '前台曾答「不清楚」,我们道歉。6 日检修,当晚恢复'

# Nor is a letter that is out corrected to one; what a resident complained of is still theirs to word.
gx=$no
amends() { as chen amend "$gx" --reason '笔误' "$@"; }
refuses speech.taboo-phrase 2.2.1 amends --text '何时来水我们不清楚'
refuses speech.taboo-phrase 2.2.1 amends --text '何时来水我们不清楚' --as-happened '已张贴'
accepts amends --text '前台曾答「不清楚」,我们道歉。7 日检修,当晚恢复'
accepts as chen amend "$ts" --text '前台说不清楚' --reason '补充原话'
