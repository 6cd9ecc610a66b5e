#!/bin/sh
# What is recorded in a batch and breaks a rule, or is worth a notice, is told by its line, as it is of a command by
# itself; what a refusal tells to type is taken: behind the batch, in what is said for every row, as a column.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 18:00:00'
table() { printf '%s\n' "$@" >"$scratch/table.csv"; }
import() { as chen batch --csv 'complaint add' "$scratch/table.csv" "$@"; }

table channel,text,unit,courtesy,courtesy_missed 'phone,水管漏水,3-502,,' 'phone,水管漏水,3-502,,' \
    'visit,楼上敲打,3-503,"seat,tea,heard",忙不过来'
adds_an_entry 0 import
tells '第 3 行 TS-2026-0002:提示'
tells '第 4 行 TS-2026-0003:违规〔2.2.3〕'
never_tells '第 2 行'
# A trial tells the same; nothing is recorded.
table channel,text,unit 'phone,水管漏水,3-502'
leaves_no_entry import --dry-run
tells '第 2 行 TS-2026-0004:提示'
# Lines as typed, too; of what is taken back nothing is told.
printf '%s\n' "complaint add --channel phone --unit 3-502 --text 水管漏水" >"$scratch/lines"
adds_an_entry 0 as chen batch "$scratch/lines"
tells '第 1 行 TS-2026-0004:提示'
printf '%s\n' "complaint add --channel phone --unit 3-502 --text 水管漏水" "complaint add" >"$scratch/lines"
exits 2 as chen batch "$scratch/lines"
never_tells 提示

# Late rows: the remedy names --late-reason, which is taken wherever it is put.
table channel,text,at 'letter,门禁失灵,2026-11-20 09:00' 'letter,门禁又失灵,2026-11-20 10:00'
exits 4 import
tells --late-reason
tells "各行相同的写成 --csv"
adds_an_entry 0 import --late-reason 停电补录
shows '.steps[0].late_reason == "停电补录"' as chen complaint show ts-5
table channel,text,at 'letter,路灯不亮,2026-11-20 09:00'
adds_an_entry 0 as chen batch --csv 'complaint add --late-reason 补录' "$scratch/table.csv"
table channel,text,at,late-reason 'letter,井盖松动,2026-11-20 09:00,补录' 'letter,井盖丢失,2026-11-20 09:00,'
adds_an_entry 0 import --late-reason 停电
shows '.steps[0].late_reason == "补录"' as chen complaint show ts-8
shows '.steps[0].late_reason == "停电"' as chen complaint show ts-9
table channel,text,at,补录原因 'letter,单元门坏,2026-11-20 09:00,忘了'
adds_an_entry 0 import
rejects 2 as chen batch --late-reason x "$scratch/lines"
tells --csv

# In Chinese words the remedies are, too: those of a line's own command.
table 方式,内容,发生时间 '信函,再一封,2026-11-20 09:00' '电话,x,'
exits 4 huiyin --as chen 批量 --表格 '投诉 登记' "$scratch/table.csv"
tells --补录原因
never_tells --late-reason
printf '%s\n' '投诉 登记 --方式 来访 --内容 敲打 --来访 让座' >"$scratch/lines"
run as chen batch "$scratch/lines"
tells --
exits 0 huiyin audit verify
