#!/bin/sh
# Whatever is refused in a row of a table is told by its row, its heading as written, its value and the likely one.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 18:00:00'
export HUIYIN_LANG=en
a_complaint
# cell COMMAND HEADER ROW WORDS…: refused, and told in one line with all of these words
cell() {
    printf '%s\n' "$2" "$3" >"$scratch/table.csv"
    run as chen batch --csv "$1" "$scratch/table.csv"
    [ "$code" -eq 2 ] || [ "$code" -eq 3 ] || fail 'exit 2 or 3' "exit $code"
    tells 'line 2:'
    shift 3
    line=$(printf '%s\n' "$err" | grep "^huiyin: $1")
    [ -n "$line" ] || fail "a line that begins with the heading '$1'" "$err"
    for _word in "$@"; do case $line$err in *"$_word"*) ;; *) fail "'$_word'" "$err" ;; esac; done
}
# Known only to the records: logins, numbers, homes, areas.
cell 'complaint add' '投诉方式,内容,经手' 'phone,灯坏,chenn' '经手' chenn 'chen'
cell 'complaint add' 'channel,text,about' 'phone,a,sunn' about sunn 'sun'
cell 'complaint assign' 'TS,to,理由' 'ts-1,lii,换人' to lii 'li'
cell 'complaint escalate' 'TS,to,convened,reason' 'ts-1,ma,"sun,wuu",协调' convened wuu
cell 'note' 'REF,text' 'ts-99,业主来电' REF ts-99 'TS-2026-0001'
cell 'order dispatch' 'BX,维修人员' 'bx-9,wu' BX bx-9
cell 'complaint add' 'channel,text,联系电话' 'phone,a,8023' 联系电话 8023 '13800008000'
# Known to the form: a choice, a time, a number, a spreadsheet's own words.
cell 'complaint add' '投诉方式,内容' 'fone,灯坏' 投诉方式 fone phone
cell 'complaint add' 'channel,text,登记时间' 'phone,a,46349.375' 登记时间 46349.375 '2026-11-23 09:00'
cell 'complaint add' 'channel,text,投诉人数' 'phone,a,若干' 投诉人数 若干
cell 'complaint add' 'channel,text,联系电话' 'phone,a,1.38E+10' 联系电话 1.38E+10
cell 'complaint add' 'channel,text,房号' 'phone,a,10-Mar' 房号 10-Mar 3-10
cell 'complaint add' 'channel,text,投诉人' 'phone,a,#N/A' 投诉人 '#N/A'
# In Chinese too; and as JSON.
export HUIYIN_LANG=zh-CN
printf '%s\n' '投诉方式,内容,经手' 'phone,灯坏,chenn' >"$scratch/table.csv"
rejects 3 as chen batch --csv 'complaint add' "$scratch/table.csv"
tells '第 2 行:'
tells '经手「chenn」:'
rejects 3 as chen batch --csv 'complaint add' "$scratch/table.csv" --json
json '.line == 2 and (.problems[0].message | startswith("经手「chenn」:"))'
# A rule's refusal is no cell's.
printf '%s\n' '投诉方式,内容,接待' 'visit,灯坏,seat' >"$scratch/table.csv"
refuses complaint.courtesy 2.2.3 as chen batch --csv 'complaint add' "$scratch/table.csv"
