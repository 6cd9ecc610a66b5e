#!/bin/sh
# What spreadsheets and people put into and around a table is understood, or refused by name with its row and
# column and what was probably meant.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 18:00:00'
export HUIYIN_LANG=en
table() { printf "$@" >"$scratch/table.csv"; }
import() { as chen batch --csv 'complaint add' "$scratch/table.csv" "$@"; }
# understood COUNT FILTER WORDS…: so many rows were recorded, this holds for the list of them, and is told
understood() {
    known=$(huiyin complaint list --json | jq length)
    exits 0 import
    _count=$1 _filter=$2
    shift 2
    for _word in "$@"; do tells "$_word"; done
    set -- "$_count" "$_filter"
    shows "length == $((known + $1)) and (sort_by(.no)[$known:] | $2)" as chen complaint list
}
# refused WORDS…: nothing is recorded, and each of these is told
refused() {
    rejects 2 import
    for _word in "$@"; do tells "$_word"; done
}

# The divider: named in Excel's way, or seen. The line that names it is no row.
table 'sep=,\r\nchannel,text\r\nletter,甲\r\nfax,乙\r\n'
refused 'line 3:' 'channel cannot be'
table 'sep=;\nchannel;text\nletter;甲,乙\n'
understood 1 '.[0].text == "甲,乙"'
table 'SEP=\t\nchannel\ttext\nletter\t"甲\t乙"\n'
understood 1 '.[0].text == "甲\t乙"'
table 'channel;text;unit\nletter;甲,乙;3-502\n'
understood 1 '.[0].unit == "3-502"'
table 'channel\ttext\tunit\nletter\t甲;乙\t3-502\n'
understood 1 '.[0].text == "甲;乙"'

# Empty rows and columns; a title above, sums and a second header within; each left out, and said.
table '2026年11月投诉登记表,,,\n,,,\nchannel,text,unit,\nletter,甲,3-502,\n,,,\nchannel,text,unit,\nletter,乙,3-503,\n小计,2件,,\nletter,丙,,\n合计:3,,,\n'
understood 3 '[.[].text] == ["甲", "乙", "丙"]' "line 1, '2026年11月投诉登记表'" 'line 8, 10'
table 'channel，text\nletter，甲\n'
refused "'channel，text' are not divided by commas"
table 'channel,text\nletter,甲\n合计,共 1 件\n'
understood 1 '.[0].text == "甲"' 'total: line 3'
for sum in 合计 '小 计' 本页合计 总计 '合计：' 'TOTAL' 'Sub total'; do
    table 'channel,text\nletter,甲\n%s,1\n' "$sum"
    understood 1 '.[0].text == "甲"' 'total: line 3'
done
# Who made the table stands under it, and so do notes.
for under in '制表人:李雷,审核人:马丽' '制表:李雷' '审核人,马丽' '填表人：李雷' '注:以上为十一月' '经办人(签字):' '打印日期:2026-11-30'; do
    table 'channel,text\nletter,甲\n%s\n' "$under"
    understood 1 '.[0].text == "甲"' 'under the table: line 3'
done
table 'channel,text\nletter,甲\n合计,1\n,\n制表人:李雷,审核:马丽\n注:完\n'
understood 1 '.[0].text == "甲"' 'total: line 3' 'line 5' 'line 6'
# Above a record it is a row, and so is what is nobody's signature.
table 'channel,text\n制表人:李雷,\nletter,甲\n'
refused 'line 2:'
table 'channel,text\nletter,甲\n注意楼道,\n'
refused 'line 3:'
table 'text,channel\n审核一直没有人回话,letter\n'
understood 1 '.[0].text == "审核一直没有人回话"'
# But a letter about a sum is a letter.
table 'channel,text\nletter,合计应退 35 元\n'
understood 1 '.[0].text == "合计应退 35 元"'

# Excel leaves out empty cells at the end of sixteen rows; a line break that was not quoted looks alike.
table 'channel,text,unit,phone,category\nletter,甲,3-502\nletter,乙,3-503\nletter,丙,3-504\nletter,丁,3-505,,噪声\n'
understood 4 '.[2].unit == "3-504" and .[3].category == "噪声"'
table 'channel,text,unit,phone,category\nletter,甲的第一行\n第二行,3-502,,噪声\nletter,乙,,,\n'
refused 'line 2:' 'lines 2 to 3 look like one row' 'quote a cell that has a line break'
never_tells 'line 3:'
table 'channel,text\nletter,甲,乙\n'
refused 'it has 3 cells for 2 columns'
table 'channel,,text\nletter,,甲\nletter,乙,丙\n'
refused 'line 3:' "cell 2, '乙', is in a column without a name"

# Blanks around every kind of cell and name, in either width; names in either case.
table '　Channel　, text ,AT,people , courtesy,Courtesy_Missed,by,class\n visit　,甲,\302\240 2026-11-24 09:00 ,　5　, seat ， tea ,没有热水,\302\240li　, 2 \n'
understood 1 '.[0] | .people == 5 and .class == 2 and .text == "甲" and .opened_by == "li"
    and .opened_at == "2026-11-24T09:00:00+08:00"'
table 'channel,text,class,people\nletter,甲,2.0,3.00\n'
understood 1 '.[0] | .class == 2 and .people == 3'

# A spreadsheet's number for a time, told as the time it probably is; its own words for what it cannot show.
table 'channel,text,at\nletter,甲,46350.375\nletter,乙,46350.3541666667\nletter,丙,0.375\nletter,丁,46350\n'
refused 'line 2:' "at: 46350.375 is a spreadsheet's serial number, probably for 2026-11-24 09:00" 'write 2026-11-24 09:00' \
    '2026-11-24 08:30' 'for 09:00' '2026-11-24 00:00'
table 'channel,text,at,unit\nletter,甲,######,3-502\nletter,#NAME?,,#N/A\n'
refused 'line 2:' "at is '######': its column was too narrow" 'line 3:' "text is '#NAME?'" "unit is '#N/A'"
rejects 2 as chen complaint add --channel letter --text 甲 --at 46350.375
tells '2026-11-24 09:00'
printf 'who,from,to,kind\nli,46351.3333,46351.6666666667,day\n' >"$scratch/roster.csv"
rejects 2 as ma batch --csv 'duty schedule' "$scratch/roster.csv"
tells "from: 46351.3333 is a spreadsheet's serial number, probably for 2026-11-25 08:00"
tells 'for 2026-11-25 16:00'

# A column that stands there twice, in whatever spelling.
table 'channel,text,Text\nletter,甲,乙\n'
refused "column 3 has the name of column 2: 'Text'"

# Lines of JSON alike.
lines() { printf '%s\n' "$@" >"$scratch/table.jsonl"; }
import() { as chen batch --csv 'complaint add' "$scratch/table.jsonl" "$@"; }
lines '{"channel": "letter", "text": "甲", "channel": "phone"}' '{"channel": " letter　", "TEXT": "乙", "at": 46350.375}'
refused 'line 1:' 'channel is there more than once' 'line 2:' '2026-11-24 09:00'
lines '{"channel": "　letter ", "text": "甲", "courtesy_missed": null, "class": 2.0, "people": " 3 "}' '{}' \
    '{"channel": "", "text": null}' '{"channel": "合计", "text": 1}'
understood 1 '.[0] | .class == 2 and .people == 3' 'total: line 4'
printf '[{"channel": "letter", "text": "甲"}]\n' >"$scratch/table.csv"
rejects 2 as chen batch --csv 'complaint add' "$scratch/table.csv"
tells "jq -c '.[]'"
