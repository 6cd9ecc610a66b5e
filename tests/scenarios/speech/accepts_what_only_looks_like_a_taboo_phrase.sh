#!/bin/sh
# Quotations, other clauses and longer distances are no hits; nor are the words of residents and our
# own findings (clause 2.2.1).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 10:00:00'

says() {
    a_complaint
    settled --reply "$1"
}
settled() {
    accepts as chen complaint settle "$ts" --findings '现场查看属实' --opinion '当日处理' \
        --method letter "$@"
}
says '上次同事答复「不知道」,我们向您道歉'
says '上次同事说“不归我管”,我们向您道歉'
says '您可拨打服务热线'
says '已找到问题,正在修理'
says '谢谢你,打扫完毕后给您去电话'

# Twelve characters between, and thirteen.
a_complaint
refuses speech.taboo-phrase 2.2.1 as chen complaint settle "$ts" --findings '属实' --opinion '处理' \
    --method phone --reply '您打一二三四五六七八九十甲乙电话'
settled --reply '您打一二三四五六七八九十甲乙丙电话'

accepts as chen complaint add --channel phone --phone 13800008000 --text '门卫说不知道、不归我管'
accepts as chen complaint investigate "$no" --findings '门卫承认说过不知道'
