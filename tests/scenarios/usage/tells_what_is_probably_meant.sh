#!/bin/sh
# What is allowed and probably not meant is told, with what to type: who arrived, a name that two have, one's own
# shift taken over. A verb by itself is answered with its command; help, the first screen and a receipt say what is
# ahead.
. "$(dirname "$0")/../lib.sh"
office
export HUIYIN_LANG=zh-CN

# Whoever types an arrival is not whoever arrived; the remedy works as it stands.
clock '2026-11-23 09:00:00'
accepts as chen repair add --channel phone --phone 13800008000 --unit 3-502 --category plumbing --text 水管渗水 \
    --appointment '2026-11-24 14:00'
accepts as chen order dispatch bx-1 --to wu
clock '2026-11-24 14:00:00'
accepts as chen order arrive pg-1
tells '这一步记作 陈静(chen) 做的,派去的是 吴刚(wu)'
tells 'huiyin amend PG-2026-0001 --step 3 --step-by wu --reason 经手人写错'
accepts as ma amend PG-2026-0001 --step 3 --step-by wu --reason 经手人写错
shows '.steps[-1].by == "wu"' as chen order show pg-1
# Who was sent, or who is named, is told nothing.
accepts as wu order start pg-1 --content 换垫圈 --agreed-by 张伟
never_tells '这一步记作'
accepts as chen order finish pg-1 --result 已换 --by wu
never_tells '这一步记作'

# The resident's receipt has the appointment.
clock '2026-11-23 09:30:00'
exits 0 as chen form receipt bx-1
prints '约好的上门时间'
prints '2026-11-24 14:00'

# A name that somebody has, blanks aside.
clock '2026-11-24 15:00:00'
accepts huiyin staff add chen2 --name '陈 静' --role clerk --superior ma
tells '还有一位'
tells '命令里写登录名 chen2 或 chen'
accepts huiyin staff add gao --name 高远 --role clerk --superior ma
never_tells '还有一位'

# The screen of who has not signed the rules says so, until they have.
exits 0 as gao
prints '值班前先签收制度(1.1):huiyin 规则 签收'
accepts as gao rules acknowledge
exits 0 as gao
never_prints '值班前先签收制度'

# One's own shift.
accepts as gao duty start
clock '2026-11-24 16:00:00'
accepts as gao duty takeover --since '2026-11-24 15:30' --reason left
tells '接的是自己的班:2026-11-24 15:30:00 至 2026-11-24 16:00:00 记作无人当班'

# A verb by itself, in either language, with the number of what it is about.
rejects 2 as gao show bx-1
tells '是不是 huiyin repair show bx-1?'
rejects 2 as gao 查看 pg-1
tells '是不是 huiyin 派工单 查看 pg-1?'
exits 0 huiyin 投诉 --帮助
prints '写错了怎么办:huiyin 更正 ts-1'

# A rule by its title, a week by its name.
exits 0 as ma report weekly --week 上周 --dry-run
prints '2026-W47'
exits 0 as ma report monthly --month 11月
prints '2026-11'
exits 0 as ma rules show 投诉不推诿
prints 'complaint.no-buck-passing'
rejects 2 as ma report weekly --week 第54周
tells '没有“第54周”这一周'

# Whoever calls back chooses among those to whom a call is owed.
accepts as chen complaint add --channel phone --phone 13800008001 --text 灯不亮
exits 0 as chen complaint settle "$no" --findings 属实 --opinion 修 --reply 已修 --method phone
owed=$no
accepts as chen complaint add --channel phone --phone 13800008002 --text 门不关
exits 0 huiyin __complete callback log --as chen ''
prints "$owed"
never_prints "$no"

# A form into a file whose ending says what it is.
exits 0 as chen form complaint-register --from 本月 --to 本月 --out "$scratch/register.xlsx"
same 'a workbook' PK "$(head -c 2 "$scratch/register.xlsx")"
exits 0 as chen form complaint-register --from 本月 --to 本月 --out "$scratch/register.csv"
same 'one line a record' 1 "$(head -n 1 "$scratch/register.csv" | grep -c '编号,登记时间,')"

# People as answers show them, and a name mistyped by one character.
accepts as chen complaint assign "$no" --to '李雷(li)'
rejects 3 as chen complaint assign "$no" --to 陈晶 --reason 换人
tells '是不是 陈静?'

# An event's kind is called by its name, in answers and in corrections.
accepts as chen event report --category 7 --form phone --happened '2026-11-24 15:50' --learned '2026-11-24 15:55' \
    --place 3号楼 --text 电梯困人 --to ma
event=$no
accepts as ma amend "$event" --category 突发事件与重特大事故 --reason 归类写错
exits 0 as ma event show "$event"
prints 突发事件与重特大事故
shows ".category == 6" as ma event show "$event"

# A trial that leaves out what cannot be recorded says so.
printf '%s\n' '投诉 登记 --方式 电话 --电话 13800008003 --内容 窗坏' '投诉 登记 --方式 飞鸽 --内容 窗坏' >"$scratch/lines"
run as chen batch --on-error skip --dry-run "$scratch/lines"
tells '试运行:1 条可以登记,此前已登记 0 条,1 条不行;什么也没有记下'

# What shells offer goes on in the language of the line.
exits 0 huiyin __complete 投诉 登记 --方式 ''
prints 电话
exits 0 huiyin __complete complaint add --channel ''
prints phone
