#!/bin/sh
# A misspelt option is told by what was meant, alone: its value is no word too many, and the option it
# stands for is not missing besides.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
alone() {
    rejects 2 "$@" --json
    json '.problems | length == 1' 
}
alone as chen complaint add --chanel letter --text '楼道灯不亮' --lang en
rejects 2 as chen complaint add --chanel letter --text '楼道灯不亮' --lang en
tells "there is no option '--chanel'"
tells 'did you mean --channel?'
never_tells 'too many'
never_tells 'missing'
alone as chen complaint add --chanel=letter --text '楼道灯不亮'
# The operand behind it stays what it is, and a flag takes no value along.
alone as chen complaint assign --reson '顺路' ts-1 --to chen
alone as chen complaint list --opne
a_complaint
rejects 2 huiyin complaint show --jsno "$ts" --lang en
tells '--json'
never_tells 'missing'
# What is near nothing stands alone, and what follows it is likely its value; the rest is told as always.
rejects 2 as chen complaint add --frobnicate 3 --text x --lang en
tells "there is no option '--frobnicate'"
never_tells 'unexpected argument'
tells '--channel is missing'
# One wrong character of a Chinese name is seen, too.
alone as chen 投诉 登记 --方式 信函 --内空 '楼道灯不亮'
rejects 2 as chen 投诉 登记 --方式 信函 --内空 '楼道灯不亮' --lang zh-CN
tells '是不是 --内容'

# The beginning of a name is told as the option it begins, where it begins one alone.
rejects 2 as chen 投诉 登记 --方式 电话 --内容 灯不亮 --试 --lang zh-CN
tells '是不是 --试运行?'
rejects 2 as chen complaint add --channel phone --text 灯不亮 --dry --lang en
tells 'did you mean --dry-run?'
