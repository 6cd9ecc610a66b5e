#!/bin/sh
# A number in a text is masked for those who may not see it, however it is written; and whoever asks to be
# forgotten is forgotten in the same spellings. Dates, meters and form numbers stay.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
set -- '13800008000' '138 00008000' '1380000 8000' '138.0000.8000' '138　0000　8000' '138·0000·8000' \
    '138—0000—8000' '(138)00008000' '138-0000 8000' '138/0000/8000' '138_0000_8000' '１３８００００８０００' \
    '+86 138 0000 8000' '0086-13800008000' '013800008000' '1 3 8 0 0 0 0 8 0 0 0' '138-00-00-80-00' \
    '一三八零零零零八零零零' '幺三八〇〇〇〇八〇〇〇' '壹叁捌零零零零捌零零零' '138,0000,8000' '138，0000，8000' '138、0000、8000' \
    '一三八 零零零零 八零零零' '1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣0️⃣8️⃣0️⃣0️⃣0️⃣' '138 零零零零 8000' '①③⑧⓪⓪⓪⓪⑧⓪⓪⓪' \
    '138*0000*8000' '138＊0000＊8000' '138:0000:8000' '138：0000：8000' '138|0000|8000' '138"0000"8000' '138 —— 0000 —— 8000' \
    '138 -- 0000 -- 8000' '138;0000；8000' '138。0000。8000' '138“0000”8000' 'l38OOOO8OOO' 'I3800008000' '1380000800O' \
    'l38 OOOO 8OOO' '138-OOOO-8000' '一三八00008000' "13800${newline}008000" "138-0000-${newline}8000" \
    "138 0000${newline}${newline}　　8000" '138     0000     8000'
for spelling in "$@"; do
    accepts as chen complaint add --channel letter --text "打$spelling 找我"
    for who in zhou wu chen; do
        shows '.text == "打138****8000 找我"' as "$who" complaint show "$no"
    done
done
for spelling in '010 1234 5678' '(010)1234 5678' '010-12345678' '+86 10 12345678'; do
    accepts as chen complaint add --channel letter --text "打$spelling 找我"
    shows '.text == "打****5678 找我"' as zhou complaint show "$no"
done
accepts as chen complaint add --channel letter --text '打0755 8888 9999 找我'
shows '.text == "打****9999 找我"' as zhou complaint show "$no"
# A number that firms answer, in its groups anywhere, in one piece where it is said to be one.
for spelling in 400-810-1234 '400 810 1234' 4008-101-234 '热线4008101234' '客服:4008101234' 四零零-八一零-一二三四; do
    accepts as chen complaint add --channel letter --text "找$spelling"
    as zhou complaint show "$no" --json | jq -r .text | grep -q '^找\(热线\|客服:\)\?\*\*\*\*[0-9]\{4\}$' || fail 'a masked number' "$(as zhou complaint show "$no")"
done
accepts as chen complaint add --channel letter --text '电话12345678,表号12345678,2026-11-23 09:00,TS-2026-0001'
shows '.text == "电话****5678,表号12345678,2026-11-23 09:00,TS-2026-0001"' as zhou complaint show "$no"

# A name that ends in a numeral, and lists, amounts and dates in numerals.
accepts as chen complaint add --channel letter --text '王一13800008000'
shows '.text == "王一138****8000"' as zhou complaint show "$no"
for other in '水表0012345678' '水表号:01012345678' '金额13800.00 8000' '欠费1380000.80 00' '138 000 080.00元' '来电20261123' \
    '拨12345678元' '联系单12345678' '1、30、45、60、75、90户' '13、14、15、16、17、1' '二〇二六年十一月二十三日' '一二三四五六七八' '电表一二三四五六七' \
    '表号4008101234' '订单号4008101234' '400、810、1234' '13:00:08 0008' '13:00-15:30 502室' '2026-11-23 13:00:08 500' \
    '3栋501|502|503' '3*502' '10l水,5o2室' '139****8001' '139****8001 1234' '合计:13,912,008,000.00元' \
    '电表:138 读数:0000.8' '身份证110101199001011234' '单号PG-2026-0001:3-502' 'oil 139 8001'; do
    accepts as chen complaint add --channel letter --text "$other"
    shows ".text == \"$other\"" as zhou complaint show "$no"
done
for call in 来电88886666 '来电显示 8888-6666' 拨8888666 座机:88886666 座机号码88886666 联系88886666 '联系人王先生 88886666' \
    联系方式88886666 致电88886666 固话88886666 '联系电话(88886666)'; do
    accepts as chen complaint add --channel letter --text "$call"
    shows '.text | test("[*]{4}[68]666")' as zhou complaint show "$no"
done
# What an earlier version took for a name.
accepts as chen complaint add --channel phone --phone 13800008001 --from 郑重 --text 留了名
sql "UPDATE content SET value = '郑重13800008002' WHERE value = '郑重'"
shows '.from == "郑重138****8002"' as chen complaint show "$no"
shows '.from == "郑**"' as zhou complaint show "$no"
for read in "complaint list" "callback due" "complaint show $no" "form complaint-register --from 2026-11-23 --to 2026-11-23"; do
    exits 0 as chen $read
    never_prints 13800008002
done
shows '.from == "郑重13800008002"' as chen complaint show "$no" --reveal
sql "UPDATE content SET value = '郑重' WHERE value = '郑重13800008002'"
accepts as chen complaint add --channel letter --text '电话六二五八一二三四,打62581234'
shows '.text == "电话****1234,打****1234"' as zhou complaint show "$no"

accepts as chen complaint add --channel phone --phone 13800008000 --text 留了电话
exits 0 huiyin resident erase --phone '+86 138-0000-8000' --reason 书面要求
accepts as chen complaint add --channel phone --phone 010-12345678 --text 留了电话
exits 0 huiyin resident erase --phone '+86 10 12345678' --reason 书面要求
exits 0 as chen complaint list --reveal --json
printf '%s' "$out" | jq -r '.[].text' | grep -e 8000 -e 八零零零 -e 八〇〇〇 -e 捌零 -e '8OOO' -e '800O' -e '12345678 找我' -e '1234 5678' && fail 'no digit of them' "$out"
exits 0 huiyin audit verify
