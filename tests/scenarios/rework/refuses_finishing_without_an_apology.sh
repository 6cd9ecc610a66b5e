#!/bin/sh
# The first technician apologises for what has to be done again: when it is finished, or later, which
# cures it (clause 6.5).
. "$(dirname "$0")/../lib.sh"
office
hires lin '林工' technician ma
clock '2026-11-24 09:00:00'
rule=rework.apology
finishing() { as wu order finish "$pg" --result '重新安装' "$@"; }
a_rework() {
    a_repair --unit 3-502 --rework-of "$first"
    an_order "$@"
    accepts as wu order arrive "$pg"
    accepts as wu order start "$pg" --content '重装' --agreed-by '张伟'
}
a_finished_repair
first=$bx
a_rework
refuses "$rule" 6.5 finishing
accepts finishing --apology '给您添麻烦了'
no_breach "$rule" "$bx" '2027-11-24 09:00:00'
shows '.steps | any(.what == "apology" and .by == "wu" and .text == "给您添麻烦了")' huiyin repair show "$bx"

# Before it is finished will do.
a_rework
accepts as wu repair apology "$bx" --text '对不起,上次没装好'
accepts finishing
# Nobody else's words will.
a_rework
accepts as chen repair apology "$bx" --text '代他致歉'
refuses "$rule" 6.5 finishing
accepts as ma repair apology "$bx" --text '代他致歉'
refuses "$rule" 6.5 finishing
# Typed by a clerk they are his all the same.
accepts as chen repair apology "$bx" --text '对不起' --by wu
accepts finishing

# As it happened, and cured later, after the closing too.
a_rework
accepts finishing --as-happened '业主不在,未及致歉' --json
told "$rule" breach
breach "$rule" 6.5 "$bx" '2026-11-24 09:00:00' '2026-11-24 09:00:00'
signs
hands_in
accepts check_back phone yes
accepts as chen repair close "$bx" --outcome '已修好'
clock '2026-11-24 10:00:00'
accepts as wu repair apology "$bx" --text '对不起'
breach "$rule" 6.5 "$bx" '2026-11-24 09:59:59'
no_breach "$rule" "$bx" '2026-11-24 10:00:00'

# Where he is gone a manager apologises.
clock '2026-11-25 09:00:00'
exits 0 huiyin staff leave wu
clock '2026-11-25 09:00:01'
a_repair --unit 3-502 --rework-of "$first"
accepts as chen order dispatch "$bx" --to lin
pg=$no
accepts as lin order arrive "$pg"
accepts as lin order start "$pg" --content '重装' --agreed-by '张伟'
finishes_for_him() { as lin order finish "$pg" --result '重新安装' "$@"; }
refuses "$rule" 6.5 finishes_for_him
refuses "$rule" 6.5 finishes_for_him --apology '对不起'
accepts as ma repair apology "$bx" --text '代办公室致歉'
accepts finishes_for_him
# What is no rework needs none.
refuses speech.taboo-phrase 2.2.1 as lin repair apology "$bx" --text '这不归我管'
