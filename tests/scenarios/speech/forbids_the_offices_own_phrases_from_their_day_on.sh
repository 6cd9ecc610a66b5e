#!/bin/sh
# What the office forbids from a day ahead is said in order until that midnight, and whatever is
# recorded later is judged by the day it was said (clause 2.2.1).
. "$(dirname "$0")/../lib.sh"
office
rule=speech.taboo-phrase
five='不知道,不懂,不清楚,不归我管,你打…电话或找…问'
says() {
    as chen complaint settle "$ts" --findings '属实' --opinion '处理' --method phone \
        --reply '您自己看着办,也可以去后勤科领' "$@"
}

clock '2026-11-23 20:00:00'
exits 0 huiyin policy set speech.taboo "$five,你看着办,去…科领" --from '2026-11-24 00:00:00' \
    --reason '业主反映强烈'
for number in 1 2 3 4 5; do a_complaint; done
ts=ts-1
accepts says
clock '2026-11-23 23:59:59'
ts=ts-2
accepts says
clock '2026-11-24 00:00:00'
ts=ts-3
refuses "$rule" 2.2.1 says
tells '去后勤科领'
# The office's 你看着办 is no pattern: other words between its letters are none of it.
never_tells '你看着办'
accepts says --at '2026-11-23 23:59:59'
# What was said before stands, and is no breach a year later.
for number in 1 2 3; do
    no_breach "$rule" "TS-2026-000$number" '2027-11-23 09:00:00'
done
# In every width and spelling, like the regulation's own.
ts=ts-4
for words in '您看着办' '您 看 着 办' '你看著辦' '您去住建科领'; do
    refuses "$rule" 2.2.1 as chen complaint settle "$ts" --findings '属实' --opinion '处理' \
        --method phone --reply "$words"
done
# Struck off again, from then on and no earlier.
clock '2026-11-25 09:00:00'
exits 0 huiyin policy set speech.taboo "$five" --reason '试行结束'
accepts says
clock '2026-11-25 10:00:00'
ts=ts-5
refuses "$rule" 2.2.1 says --at '2026-11-25 08:59:59'
