#!/bin/sh
# Whoever types Chinese words is told what is refused, and what to do about it, in Chinese words: Chinese
# nouns, verbs, options and choices, each of which is taken when it is typed; in an English one in English.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

# Choices by name, the nearest one first.
rejects 2 as chen 投诉 add --channel 打电话 --text 噪声
tells '--方式 不能是「打电话」'
tells '是不是「电话」?可用:信函、电话、来访'
accepts as chen 投诉 登记 --方式 电话 --内容 噪声 --电话 13800008000 --房号 3-502
ts=$no
rejects 2 as chen 投诉 settle "$ts" --findings 属实 --opinion 停工 --reply 好 --method 上门拜访
tells '是不是「上门」?可用:电话、上门、信函'
rejects 2 as chen 报修 add --channel phone --category 电梯 --text 电梯停了 --place 3号楼
tells '是不是「电梯失控、困人」?'
tells '水暖'
accepts as chen repair add --channel phone --category 电梯失控、困人 --text 电梯停了 --place 3号楼
rejects 2 as chen 报修 add --channel phone --category 水管坏了 --text 漏水 --place 3号楼
tells '水泵、表内水管'
HUIYIN_LANG=en rejects 2 as chen complaint add --channel phon --text 噪声
tells 'did you mean phone? one of: letter|phone|visit'
# Each place has its own word for a visit, and takes the other, too.
rejects 2 as chen 投诉 add --channel x --text 噪声
for word in 上门; do never_tells "$word"; done
rejects 2 as chen 回访 log "$ts" --method x --satisfied yes
for word in 来访; do never_tells "$word"; done
accepts as chen complaint add --channel 上门 --text 门禁坏了 --courtesy 让座,敬茶,倾听,安抚
shows '.channel == "visit"' as chen complaint show "$no"

# What is missing, unknown or in the wrong place.
rejects 2 as chen 投诉 add --channel phone
tells '缺少 --内容'
tells '写作 --内容 内容'
rejects 2 as chen 投诉 add --channel phone --text 噪声 --phone 3-502
tells '--房号 3-502'
rejects 2 as chen 投诉 show
tells 'huiyin 投诉 查看 --用法'
exits 0 huiyin 投诉 查看 --用法
rejects 2 as chen 投诉 add --channel phone --txt 噪声
tells '是不是 --内容?'
HUIYIN_LANG=en rejects 2 as chen complaint add --channel phone --txt 噪声
tells 'did you mean --text?'

# A rule's remedy: what it says to type is typed.
refuses complaint.courtesy 2.2.3 as chen 投诉 add --channel visit --text 噪声
tells '--接待 让座,敬茶,倾听,安抚'
tells '--未做到的原因'
accepts as chen 投诉 登记 --方式 来访 --内容 噪声 --接待 让座,敬茶,倾听,安抚
accepts as chen complaint assign "$ts" --to chen
accepts as chen complaint settle "$ts" --findings 属实 --opinion 停工 --reply 已约定晚上停工 --method phone
accepts as chen callback log "$ts" --method phone --satisfied no --note 还响
refuses callback.follow-up-method 3.3.3b as chen 回访 log "$ts" --method phone --satisfied yes
tells '不能用 电话'
never_tells phone
# People by name beside their login.
accepts as chen repair add --channel phone --category plumbing --text 漏水 --unit 3-502
accepts as chen order dispatch "$no" --to li
tells '派给了 李雷(li),不是维修人员'
accepts as chen duty start
exits 0 as chen 值班 status
prints '陈静(chen) 当班'
refuses duty.one-on-duty 1.9 as li 值班 start
tells '正在当班(陈静(chen))'

# Where a document says what to do, it says it in Chinese words, too; and so does help.
clock '2026-11-25 09:00:00'
exits 4 as ma 检查
prints 'huiyin 派工单 派工 BX-2026-0001 --维修人员 登录名'
never_prints 'huiyin order'
never_prints --to
exits 0 as ma 报修 查看 报修1 --格式 md
prints --维修人员
never_prints dispatch
exits 0 as ma 规则 查看 complaint.replied-in-time
prints 'huiyin 投诉 答复'
never_prints 'huiyin complaint'
exits 4 as ma check
prints 'huiyin order dispatch BX-2026-0001 --to'
exits 0 huiyin 投诉 登记 --用法
prints '用法:huiyin 投诉 登记'
prints 'huiyin 投诉 登记 --方式 来访'
prints '--方式 信函|电话|来访'
for word in LOGIN REF 'TEXT' UNIT TIME; do never_prints "$word"; done
exits 0 huiyin 更正 --用法
prints 'huiyin 更正 编号'
exits 0 huiyin 重要部位 登记 --用法
never_prints AREA
exits 0 huiyin complaint add --help --lang en
prints 'usage: huiyin complaint add'
prints '--channel letter|phone|visit'
never_prints 投诉
# A word that is no command is answered in the words it was typed in.
rejects 2 huiyin 查因 ts-1
tells 'huiyin 帮助'
clock '2026-11-23 09:00:00'

# Whoever types English ones, as scripts do, is told in those.
rejects 2 as chen complaint add --channel phone --txt 噪声
tells '--text'
refuses complaint.courtesy 2.2.3 as chen complaint add --channel visit --text 噪声
tells '--courtesy-missed'
