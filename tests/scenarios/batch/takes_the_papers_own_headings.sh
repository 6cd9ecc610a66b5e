#!/bin/sh
# A table has the headings of the office's paper register, or of our own lists and exports, and goes in as it is.
# What the register says of later steps is left out, and named once.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 18:00:00'
export HUIYIN_LANG=zh-CN
table() { printf '%s\n' "$@" >"$scratch/register.csv"; }
import() { as chen batch --csv "$1" "$scratch/register.csv"; }

# The whole of the register's columns, under two titles, with Excel's dates.
table '学府苑住宅服务部业主投诉登记表,,,,,,,,,,,,,' '2026年11月,,,,,,,,,制表:陈静,,,,' \
    '编号,登记时间,投诉人,房号,联系电话,投诉方式,投诉类别,内容摘要,受理人,处理部门,承诺时限,调查情况,处理意见,处理结果,回访记录,办结时间' \
    '1,2026/11/23 9:05,张伟,3-502,13800008000,phone,噪声,楼上夜里装修,陈静,工程部,24小时,,,,,' \
    '2,2026/11/23 10:30,李芳,５号楼１０１室,无,letter,环境卫生,楼道堆放杂物,陈静,,,,,,,'
adds_an_entry 0 import 'complaint add'
tells '第 1 行「学府苑住宅服务部业主投诉登记表」是标题'
tells '第 2 行「2026年11月」是标题'
tells '投诉 登记 用不到这些列,不登记:编号、受理人、处理部门、承诺时限、调查情况、处理意见、处理结果、回访记录、办结时间'
same 'said once' 1 "$(printf '%s\n' "$err" | grep -c '用不到')"
shows '.opened_at == "2026-11-23T09:05:00+08:00" and .from == "张伟" and .unit == "3-502" and .channel == "phone"
    and .category == "噪声" and .text == "楼上夜里装修" and .closed_at == null' as chen complaint show ts-1
shows '.from == "李芳" and .unit == "５号楼１０１室" and .phone == null' as chen complaint show ts-2

# Marked as forms mark what must be filled in; blanks in between; with a unit in brackets.
table '投诉方式*, 房 号 ,内容（摘要）,投诉人数:' '' 'phone,3-503,夜间噪声,1'
adds_an_entry 0 import 'complaint add'
shows '.unit == "3-503" and .text == "夜间噪声" and .people == 1' as chen complaint show ts-3

# Of the others: repairs, callbacks, suggestions.
table '报修时间,报修人,房号,电话,维修位置/内容,报修方式,报修类别,维修人员,完成情况' '2026-11-23 09:00,张伟,3-502,13800008000,水龙头滴水,phone,plumbing,吴刚,已修'
adds_an_entry 0 import 'repair add'
shows '.text == "水龙头滴水" and .channel == "phone"' as chen repair show bx-1
settled() { as chen complaint settle ts-1 --findings 属实 --opinion 劝止 --reply 已劝止 --method phone; }
exits 0 settled
table '单号,回访方式,满意度,业主签名,反馈意见,受访人,房号' 'ts-1,visit,yes,张伟,已安静,张伟,3-502'
adds_an_entry 0 import 'callback log'
shows '.satisfied == "yes" and .signed_by == "张伟" and .note == "已安静"' as chen callback show hf-1 --reveal

# Our own headings, in either language, of a list and of an export. 发生时间 is when it happened, 登记时间 then
# only when that was written down.
for HUIYIN_LANG in zh-CN en; do
    exits 0 as chen complaint list --format csv --out "$scratch/list.csv" --reveal
    run as chen batch --csv 'complaint add' "$scratch/list.csv" --dry-run
    never_tells 'is no option of'
    never_tells '不是 投诉 登记 的选项'
    exits 0 as tao export "$scratch/out-$HUIYIN_LANG"
    for kind in complaint repair suggestion; do
        run as chen batch --csv "$kind add" "$scratch/out-$HUIYIN_LANG/${kind}s.csv" --dry-run
        never_tells 'is no option of'
        never_tells ' 的选项'
        never_tells 'has the name of column'
        never_tells '同名'
    done
done
export HUIYIN_LANG=en

# A word that nobody knows is an error still, with its place; so are two columns for one thing.
table '投诉方式,内容,血型' 'phone,灯坏,A'
rejects 2 import 'complaint add'
tells "column 3, '血型', is no option of complaint add"
table '投诉方式,投诉内容,反映内容' 'phone,灯坏,灯坏'
rejects 2 import 'complaint add'
tells 'column 3 has the name of column 2'
tells "'反映内容' and '投诉内容' are both --text"
tells "--columns '反映内容='"
# Of two one is left out where that is said.
exits 0 as chen batch --csv 'complaint add' --columns '反映内容=' "$scratch/register.csv"
# An option's own name and a form's word for it are no less two.
table 'channel,text,内容摘要,unit' 'phone,灯坏,不亮,3-502'
rejects 2 import 'complaint add'
tells "column 3 has the name of column 2: '内容摘要' and 'text' are both --text"
table 'channel,text,unit,房号,phone,联系电话' 'phone,灯坏,3-502,3-503,13800008000,13900009000'
rejects 2 import 'complaint add'
tells "'房号' and 'unit' are both --unit"
tells "'联系电话' and 'phone' are both --phone"
