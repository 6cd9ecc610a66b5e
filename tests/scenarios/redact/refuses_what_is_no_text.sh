#!/bin/sh
# A manager or a head redacts, free texts only. What was said to a resident stays judged: no taboo
# phrase may be put in its place, and one that was said is not unsaid.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint --from '欧阳娜' --unit 3-502
accepts as chen complaint settle "$ts" --findings '属实' --opinion '处理' --method phone \
    --reply '李四的证件您要我也不清楚' --as-happened '已说出口'
reply=$(huiyin --as chen complaint show "$ts" --json | jq '.steps[] | select(.what == "reply").seq')
for who in chen sun wu zhou "$admin"; do
    denies as "$who" redact "$ts" --field text --text '无' --reason '误写'
done
rejects 2 as ma redact "$ts" --field phone --text '无' --reason '误写'
rejects 2 as ma redact "$ts" --field from --text '无' --reason '误写'
rejects 2 as ma redact "$ts" --field text --reason '误写'
rejects 2 as ma redact "$ts" --field text --text '无'
rejects 2 as ma redact "$ts" --field text --text '无' --reason '误写' --by chen
rejects 3 as ma redact "$ts" --field colour --text '无' --reason '误写'
rejects 3 as ma redact "$ts" --field outcome --text '无' --reason '误写'
rejects 3 as ma redact "$ts" --field 99.text --text '无' --reason '误写'
rejects 3 as ma redact ts-99 --field text --text '无' --reason '误写'
rejects 3 as ma redact 2026-W40 --field summary --text '无' --reason '误写'

refuses speech.redaction 2.2.1 as ma redact "$ts" --field "$reply.text" --text '这不归我管' --reason '误写'
breach speech.taboo-phrase 2.2.1 "$ts" '2026-11-23 10:00:00'
accepts as ma redact "$ts" --field "$reply.text" --text '已答复' --reason '误写证件'
breach speech.taboo-phrase 2.2.1 "$ts" '2026-11-23 10:00:00'
accepts as ma redact "$ts" --field "$reply.text" --text '已当面答复' --reason '再改'
breach speech.taboo-phrase 2.2.1 "$ts" '2026-11-23 10:00:00'
exits 0 huiyin audit verify
