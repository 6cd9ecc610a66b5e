#!/bin/sh
# What should never have been written is replaced and gone from every byte; that it was is on record
# and shown. The earlier words of a corrected field go too, and every copy in the same matter.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
number=110105194912310021
accepts as chen complaint add --channel phone --phone 13800008000 --text "业主身份证$number,要求退费"
ts=$no
accepts as chen amend "$ts" --text "业主身份证号$number" --reason '补字'
accepts as chen note "$ts" --text "备注:$number"
note=$(huiyin --as chen complaint show "$ts" --json | jq '.steps[-1].seq')
settled
accepts as ma complaint close "$ts" --outcome "已核$number" --unsatisfied --reason '业主不再回应'
clean() {
    for file in "$HUIYIN_DB" "$HUIYIN_DB"-* "$HUIYIN_DB".lock; do
        [ ! -f "$file" ] || ! grep -aqF "$1" "$file" || fail "no $1 in the file" 'it is there'
    done
}

leaves_no_entry as ma redact "$ts" --field text --text '业主要求退费' --reason '误写证件号' --dry-run
accepts as ma redact "$ts" --field text --text '业主要求退费' --reason '误写证件号'
same 'its number' "$ts" "$no"
accepts as tao redact "$ts" --field "$note.text" --text '备注:已核对证件' --reason '误写证件号'
accepts as ma redact "$ts" --field outcome --text '已核对证件' --reason '误写证件号'
clean "$number"
clean 19491231
exits 0 huiyin audit verify
exits 0 as chen complaint show "$ts" --json
json '.text == "业主要求退费" and .outcome == "已核对证件"
    and (.steps | map(.text) | index("备注:已核对证件"))
    and (.steps | map(select(.what == "close"))[0].text == "已核对证件")
    and (.erased | map(.sort) == ["redacted", "redacted", "redacted"])
    and .erased[0].by == "ma" and .erased[0].reason == "误写证件号"'
exits 0 as chen complaint show "$ts"
prints '替换'
exits 0 huiyin audit log --json --subject "$ts"
prints "redact $ts --field text --text ***"
shows '. == []' as chen search 19491231

# A callback and a week's summary have texts too.
a_settled_complaint
accepts as chen callback log "$ts" --method phone --satisfied yes --note "证件$number"
accepts as ma redact "$no" --field note --text '已核对' --reason '误写证件号'
clock '2026-11-30 09:00:00'
exits 0 as ma report weekly --week 2026-W48 --summary "小结$number"
accepts as ma redact 2026-W48 --field summary --text '小结' --reason '误写证件号'
clean "$number"
exits 0 huiyin audit verify
