#!/bin/sh
# What was said was said: on record as it happened, and a breach. A letter can still be rewritten
# (clause 2.2.1).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 10:00:00'

a_complaint
accepts as chen complaint assign "$ts" --to chen
accepts as chen complaint investigate "$ts" --findings '水压不足'
accepts as chen complaint opinion "$ts" --text '更换阀门'

refuses speech.taboo-phrase 2.2.1 as chen complaint reply "$ts" --text '不归我管' --method letter \
    --as-happened '信已寄出' --witness '李雷'
refuses speech.taboo-phrase 2.2.1 as chen complaint reply "$ts" --text '不归我管' --method phone
no_breach speech.taboo-phrase "$ts" '2026-11-23 10:00:00'

accepts as chen complaint reply "$ts" --text '不归我管' --method phone \
    --as-happened '电话中脱口而出' --witness '李雷'
breach speech.taboo-phrase 2.2.1 "$ts" '2026-11-23 10:00:00' '2026-11-23 10:00:00'

a_complaint
accepts as chen complaint assign "$ts" --to chen
accepts as chen complaint settle "$ts" --findings '水压不足' --opinion '更换阀门' --method visit \
    --reply '这事我不懂' --as-happened '当面说的' --json
told speech.taboo-phrase breach

# One comforts and apologises aloud as well.
accepts as chen event report --category 6 --form phone --to ma --text '三楼起火'
refuses speech.taboo-phrase 2.2.1 as tao event comfort "$no" --text '这不归我管'
accepts as tao event comfort "$no" --text '这不归我管' --as-happened '当面脱口而出' --json
told speech.taboo-phrase breach
a_finished_repair
refuses speech.taboo-phrase 2.2.1 as wu repair apology "$bx" --text '我也不懂'
accepts as wu repair apology "$bx" --text '我也不懂' --as-happened '当面脱口而出' --json
told speech.taboo-phrase breach
a_repair --rework-of "$bx"
an_order
arrives
starts
accepts as wu order finish "$pg" --result '已更换' --apology '我也不懂' --as-happened '当面脱口而出' --json
told speech.taboo-phrase breach

# An answer that keeps an appointment too; where nobody says how it was given, it may be a letter.
accepts call_back phone no --raised '要求退水费' --appointment '2026-11-23 15:00:00'
hf=$no
answers() { as chen callback answer "$hf" --text '这事我不懂' "$@"; }
refuses speech.taboo-phrase 2.2.1 answers --method phone
refuses speech.taboo-phrase 2.2.1 answers --as-happened '当面说的'
refuses speech.taboo-phrase 2.2.1 answers --method letter --as-happened '信已寄出'
accepts answers --method visit --as-happened '当面说的' --json
told speech.taboo-phrase breach
