#!/bin/sh
# A public portal's table has headings of its own and dates that begin with the month: one option says what the
# columns are, one in which order a date is written. What is left out is named; nothing is guessed.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 18:00:00'
cat >"$scratch/portal.csv" <<'END'
Unique Key,Created Date,Closed Date,Agency,Complaint Type,Descriptor,Incident Address,Status
60001,11/05/2026 08:15:00 AM,11/06/2026 10:00:00 AM,HPD,HEAT/HOT WATER,No heat in the whole building,,Closed
60002,11/13/2026 12:30:00 PM,,DSNY,Dirty Condition,"Trash on the stairs, again",3-502,Open
60004,08/25/2026 12:00:00 AM,,HPD,PLUMBING,Water leaks,,Open
60003,02/03/2026 11:05:09 PM,,NYPD,Noise - Residential,Loud music at night,,Open
END
table() { as chen batch --csv 'complaint add --channel letter --late-reason 补录' "$@"; }

# As it is: every column is told, and how to go on; dates that may be either are.
rejects 2 table "$scratch/portal.csv"
tells '第 1 列「Unique Key」'
tells "--columns 'Unique Key="
printf 'text,at\na,11/05/2026 08:15\nb,13/11/2026 08:15\n' >"$scratch/dates.csv"
rejects 2 table "$scratch/dates.csv"
tells '分不清哪个是月'
tells '2026-11-05 08:15 或 2026-05-11 08:15'
tells '年份不在前面'
tells '--dates'
rejects 2 table --dates mdy "$scratch/dates.csv"
tells 2026-13-11
tells '13/11/2026 08:15'
# A date alone has no hour: what to write is said, beside the cell as it stands.
printf 'text,at\na,11/20/2026\n' >"$scratch/days.csv"
rejects 2 table --dates mdy "$scratch/days.csv"
tells 'at:“11/20/2026,读作 2026-11-20”没有说几点'
tells '2026-11-20 09:00'
tells '不知道几点的写 2026-11-20 00:00'
exits 0 as chen batch --csv 'complaint add --channel letter --late-reason 补录' --dates dmy "$scratch/dates.csv"
shows '.opened_at == "2026-05-11T08:15:00+08:00"' as chen complaint show 1
shows '.opened_at == "2026-11-13T08:15:00+08:00"' as chen complaint show 2

columns='Created Date=at,Complaint Type=category,Descriptor=text,Incident Address=unit'
exits 0 table --columns "$columns" --dates mdy "$scratch/portal.csv" --dry-run
tells '4 条都可以登记'
exits 0 table --columns "$columns" --dates mdy "$scratch/portal.csv"
for left in 'Unique Key' 'Closed Date' Agency Status; do tells "$left"; done
shows '.opened_at == "2026-11-05T08:15:00+08:00" and .category == "HEAT/HOT WATER"
    and .text == "No heat in the whole building"' as chen complaint show 3
shows '.opened_at == "2026-11-13T12:30:00+08:00" and .unit == "3-502"' as chen complaint show 4
shows '.opened_at == "2026-08-25T00:00:00+08:00"' as chen complaint show 5
shows '.opened_at == "2026-02-03T23:05:09+08:00"' as chen complaint show 6

# A date that begins with its year says itself what is what, whatever is said of the others.
printf 'text,at\na,11/06/2026 08:15\nb,2026-11-05 08:15\nc,2026/1/2 09:00 AM\nd,2026-11-05T08:15:00+08:00\n' >"$scratch/mixed.csv"
exits 0 as chen batch --csv 'suggestion add --kind opinion --channel letter --late-reason 补录' --dates mdy "$scratch/mixed.csv"
shows '[.[].opened_at] == ["2026-01-02T09:00:00+08:00", "2026-11-05T08:15:00+08:00", "2026-11-05T08:15:00+08:00",
    "2026-11-06T08:15:00+08:00"]' as chen suggestion list
printf 'text,at\ne,05.11.2026 08:15\nf,2026.11.04 08:15\n' >"$scratch/mixed.csv"
exits 0 as chen batch --csv 'suggestion add --kind opinion --channel letter --late-reason 补录' --dates dmy "$scratch/mixed.csv"
shows '.opened_at == "2026-11-05T08:15:00+08:00"' as chen suggestion show 5
shows '.opened_at == "2026-11-04T08:15:00+08:00"' as chen suggestion show 6
# A year that stands elsewhere than was said is told, not read as a day.
printf 'text,at\ng,11/13/2026 08:15\n' >"$scratch/mixed.csv"
rejects 2 table --dates ymd "$scratch/mixed.csv"
tells '年份不在前面'

# Two columns of one name: what is said to do is done, and is then taken.
printf 'text,房号,房号\n门坏,3-502,4-101\n' >"$scratch/same.csv"
rejects 2 table "$scratch/same.csv"
tells '标题改成别的,如「备用房号」'
tells "--columns '备用房号='"
sed -i '1s/房号$/备用房号/' "$scratch/same.csv"
exits 0 table --columns '备用房号=' "$scratch/same.csv" --dry-run
rejects 2 table --columns '房号=unit' "$scratch/portal.csv"
printf 'text,房号,房间\n门坏,3-502,4-101\n' >"$scratch/same.csv"
rejects 2 table --columns '房间=unit' "$scratch/same.csv"
tells "--columns '房间='"
exits 0 table --columns '房间=' "$scratch/same.csv" --dry-run

# In Chinese; an own column is left out where that is said.
printf '流水号,受理日期,问题,备注,房号\n7,23/11/26 9:05,灯不亮,x,3-502\n' >"$scratch/own.csv"
exits 0 huiyin --as chen 批量 --表格 '投诉 登记 --方式 电话' --各列 '受理日期=时间,问题=内容,房号=' \
    --日期次序 日月年 "$scratch/own.csv"
shows '.opened_at == "2026-11-23T09:05:00+08:00" and .text == "灯不亮" and .unit == null' as chen complaint show 7

# What is said of no column, or is no option.
rejects 2 table --columns 'Created=at,Descriptor=text' "$scratch/portal.csv"
tells '表里没有'
tells Created
rejects 2 table --columns 'Created Date=when?' "$scratch/portal.csv"
rejects 2 table --columns 'Created Date' "$scratch/portal.csv"
tells 'Created Date=内容'
rejects 2 as chen batch --dates mdy "$scratch/portal.csv"
tells --csv
rejects 2 table --dates ydm "$scratch/portal.csv"
