#!/bin/sh
# A phone number is masked wherever it stands in what was found; the names and phones of residents
# are found only by those who work with residents.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
accepts as chen complaint add --channel phone --phone 13800008000 --from '欧阳娜' --unit 3-502 \
    --text '请回电13900001111,或固话03517654321,水表号1234567890不变'
ts=$no
accepts as chen complaint assign "$ts" --to chen
settled
accepts as chen callback log "$ts" --method visit --satisfied no --signed-by '诸葛明' \
    --note '另留13700007777,工号20261123'
accepts as ma complaint close "$ts" --outcome '已回电13900001111' --unsatisfied --reason '见电话'
# The number stands where the excerpt is cut.
accepts as chen note "$ts" --text "楼道$(printf '很%.0s' $(seq 1 34))暗请致电13600006666详谈"

bare() { for number in 13800008000 13900001111 03517654321 13700007777 13600006666; do
    never_prints "$number"
done; }
for who in chen tao wu zhou "$admin"; do
    for words in 请回电 固话 水表号 另留 已回电 楼道 致电 详谈 电 1; do
        exits 0 as "$who" search "$words"
        bare
        exits 0 as "$who" search "$words" --json
        bare
    done
done
shows '.[0].matches[0].text | contains("139****1111") and contains("1234567890")' as chen search 请回电
# Nor when it was looked for.
exits 0 as chen search 13800008000
bare
prints '138****8000'

# Who works with residents finds them by name and number; others find neither, nor who signed.
for who in chen sun ma tao; do
    for words in 欧阳娜 欧阳 诸葛明 13800008000 8000; do
        shows "map(.no) == [\"$ts\"]" as "$who" search "$words"
        bare
    done
done
for who in wu zhou "$admin"; do
    for words in 欧阳娜 欧阳 诸葛明 13800008000 8000; do
        shows '. == []' as "$who" search "$words"
    done
    shows "map(.no) == [\"$ts\"]" as "$who" search 水表号
done
# A corrected name is as personal as the one it corrects.
accepts as chen amend "$ts" --from '司马青' --phone 13500005555 --reason '写错'
shows "map(.no) == [\"$ts\"]" as chen search 司马青
for who in wu zhou; do
    for words in 司马青 13500005555 5555; do shows '. == []' as "$who" search "$words"; done
done
