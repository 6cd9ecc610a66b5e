#!/bin/sh
# Whether somebody can be reached decides reply, callback and the 40 % (3.3.6), so it must be true. What says
# that there is no phone or home is left out and said so; what cannot be dialled is refused by option or
# cell, with what it probably was.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
add() { as chen complaint add --channel phone --text 噪声 "$@"; }
for none in 无 不详 / N/A n/a 没有 —— 未留; do
    accepts add --phone "$none" --unit "$none"
    tells '--电话'
    shows '.reachable == false and .phone == null and .unit == null' as chen complaint show "$no"
done
# `-` is no standard input here: nobody waits for it, and nothing is read from there.
printf '13800008000' >"$scratch/typed"
huiyin_reading() { huiyin --as chen complaint add --channel phone --text 噪声 "$@" <"$scratch/typed"; }
accepts huiyin_reading --phone - --unit - --from -
tells '--电话「-」按未留处理'
tells '--姓名「-」按未留处理'
shows '.reachable == false and .phone == null and .from == null' as chen complaint show "$no"
# A name that says there is none is none.
for none in 无 不详 匿名 未留姓名; do
    accepts add --from "$none" --phone 13800008000
    tells "--姓名「$none」按未留处理"
    shows '.from == null and .reachable' as chen complaint show "$no"
done
accepts add --from 吴桐 --phone 13800008000
shows '.from == "吴桐"' as chen complaint show "$no"
# A text is read from there still.
accepts huiyin --as chen complaint add --channel letter --text - <"$scratch/typed"
accepts add --phone 无 --json
json '.remarks | length == 1'

refused() { rejects 2 add "$@"; }
refused --phone 1.38E+10
tells 138
for date in 10-Mar 3月10日 2026/3/10; do
    refused --phone "$date"
    tells '是日期,不是电话'
    tells '写完整的号码'
    tells '--unit 3-10'
done
refused --unit 10-Mar
tells 3-10
refused --unit 3月10日
tells 3-10
refused --phone 3-502 --unit 13800008000
tells '--unit 3-502'
tells '--phone 13800008000'
refused --phone '13800008000/13900009000'
tells 13800008000
tells 13900009000
refused --phone 王小明
# A home has a digit or a letter: a name is told where it goes, and is taken there.
for name in 张三 王小明 门卫室 欧阳一; do
    refused --unit "$name"
    tells "--from $name"
    accepts add --from "$name"
done
for home in B 三号楼五〇二 东区502; do accepts add --unit "$home"; done
refused --phone 12
refused --phone 45361
tells '只有 5 位数字'
refused --phone 12345678901234567

# Digits of a data frame, an extension, words in brackets.
accepts add --phone 13800008000.0
shows '.phone == "13800008000"' as chen complaint show "$no" --reveal
accepts add --phone '010-12345678转801'
shows '.phone == "010-12345678转801" and .reachable' as chen complaint show "$no" --reveal
accepts add --phone '13800008000(儿子)'
shows '.phone == "13800008000(儿子)"' as chen complaint show "$no" --reveal

# The house's own numbers, where it has any.
refused --phone 分机8012
tells contact.internal_digits
refused --phone 8012
tells contact.internal_digits
exits 0 huiyin policy set contact.internal_digits 4 --reason 内线
accepts add --phone 8012
shows .reachable as chen complaint show "$no"
accepts add --phone 分机8012
refused --phone 80123
exits 0 huiyin policy set contact.internal_digits 3-5 --reason 内线
accepts add --phone 80123
rejects 2 huiyin policy set contact.internal_digits 7 --reason 内线

# A table: the row and the cell are named; what is right in it is recorded.
printf 'channel,text,phone,unit\nphone,a,-,3-502\nphone,b,1.38E+10,\nphone,c,13800008000,10-Mar\nphone,d,3-502,13800008000\n' \
    >"$scratch/table.csv"
run as chen batch --csv 'complaint add' "$scratch/table.csv" --on-error skip
[ "$code" -eq 2 ] || fail 'exit 2' "$code"
same 'one number' 1 "$(printf '%s\n' "$out" | wc -l)"
for row in 3 4 5; do tells "$row"; done
tells 'phone:'
tells 'unit:'
printf '{"channel":"phone","text":"g","phone":13800008000.0,"unit":502.0}\n' >"$scratch/table.jsonl"
exits 0 as chen batch --csv 'complaint add' "$scratch/table.jsonl"
shows '.phone == "13800008000" and .unit == "502"' as chen complaint show "$out" --reveal
printf '{"channel":"phone","text":"g","category":1.5,"phone":1.38e10,"people":2.0}\n' >"$scratch/short.jsonl"
rejects 2 as chen batch --csv 'complaint add' "$scratch/short.jsonl"
tells 'phone:「1.38e10」'

# A correction is a contact as well.
rejects 2 as chen amend ts-1 --phone 1.38E+10 --reason 写错
accepts as chen amend ts-1 --phone 13800008000 --reason 后来留了
shows .reachable as chen complaint show ts-1

# A spreadsheet's number of days where a home was, two homes in one field, columns in each other's place: refused
# with the likely value, which is then taken.
refused --unit 45361
tells 3-10
accepts add --unit 3-10
# A phone beside the home would be shown to everybody, and never be erased.
rejects 2 as chen complaint add --channel letter --text '灯坏' --unit '3-502 13800008000' --lang en
tells "'3-502 13800008000' holds a home and a phone"
tells 'write them apart: --unit 3-502 --phone 13800008000'
for two in '3-502,3-503' '3-502、3-503' '3-502 3-503' '3号楼502和3-503'; do
    refused --unit "$two"
    tells 一格里有两户
    tells '--unit 3'
done
accepts add --unit 3-502/503
for home in 5-601 5号楼601 B座1201 5/601; do
    refused --from "$home"
    tells "--unit $home"
    accepts add --unit "$home"
done
# A number in the name would be shown to everybody who reads names, and never be erased.
for from in 张三13800008000 '张三 138-0000-8000' '13800008000(张三)' '张三、１３８００００８０００' 张三/+8613800008000; do
    refused --from "$from"
    tells 里有姓名,也有电话
    tells '--from 张三 --phone '
done
for from in 13800008000 '138 0000 8000' 010-12345678 87654321; do
    refused --from "$from" --phone 张三
    tells 像是电话,不是姓名
    tells "--phone $from"
    tells '姓名写在 --from'
done
refused --from 张三87654321
tells '写 --from 张三'
accepts add --from '张三 8012'
rejects 2 as chen amend ts-1 --from 张三13800008000 --reason 补
printf 'channel,text,投诉人,联系电话\nphone,a,13800008000,张三\nphone,b,张三13800008000,\n' >"$scratch/swapped.csv"
rejects 2 as chen batch --csv 'complaint add' "$scratch/swapped.csv"
tells '投诉人:「13800008000」像是电话'
tells '联系电话:「张三」不是能拨打的号码'
tells '投诉人:「张三13800008000」里有姓名,也有电话'
refused --from 10-Mar
tells '--unit 3-10'
refused --from 45361
tells 只有数字
refused --from 502
accepts add --from 3号楼王阿姨
printf 'channel,text,from,unit\nphone,a,5-601,王小明\nphone,b,,45361\nphone,c,,"3-502,3-503"\nphone,d,10-Mar,\n' >"$scratch/swapped.csv"
rejects 2 as chen batch --csv 'complaint add' "$scratch/swapped.csv"
tells 'from:「5-601」像是房号'
tells 'unit:「王小明」没有数字'
tells 'unit:「45361」是表格软件改成的日期'
tells '一格里有两户:3-502 与 3-503'
tells 'from:「10-Mar」'
# One or two digits are a room somewhere: told, not refused.
accepts add --unit 1
tells '房号「1」没有楼栋'
accepts add --unit 102
never_tells 没有楼栋
# Who signs has no home to be put beside.
a_settled_complaint
rejects 2 as chen callback log "$ts" --method visit --satisfied yes --signed-by 5-601
tells '写姓名'
rejects 2 as chen callback log "$ts" --method visit --satisfied yes --signed-by 王五13800008000
tells '写姓名'
