#!/bin/sh
# Who makes a suggestion hears none of the taboo phrases either. Said aloud it was said; a letter can
# still be rewritten (clause 2.2.1).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 10:00:00'
rule=speech.taboo-phrase
says() {
    as chen suggestion answer "$jy" --courtesy thanks --text '谢谢您,这件事我们不清楚' "$@"
}

a_suggestion
for method in phone visit letter; do
    refuses "$rule" 2.2.1 says --method "$method"
    tells '不清楚'
done
refuses "$rule" 2.2.1 says --method letter --as-happened '信已寄出' --witness '李雷'
refuses "$rule" 2.2.1 says
accepts says --method phone --as-happened '电话中脱口而出'
breach "$rule" 2.2.1 "$jy" '2027-11-23 10:00:00' '2026-11-23 10:00:00'

# The words of whoever suggests are their own.
accepts as chen suggestion add --kind opinion --channel phone --phone 13800008000 \
    --text '门卫总说不知道,请培训'
jy=$no
accepts thanks
no_breach "$rule" "$jy" '2026-11-23 10:00:00'
# Without courtesy and with a taboo phrase: both are told at once.
a_suggestion
refuses_each 'suggestion.courtesy speech.taboo-phrase' as chen suggestion answer "$jy" \
    --text '不归我管' --method visit
