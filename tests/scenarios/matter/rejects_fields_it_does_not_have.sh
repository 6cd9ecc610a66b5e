#!/bin/sh
# Only a complaint has a class, people, a subject, a forwarder, a person it is about, an earlier one;
# a repair's category is decided after arrival, not corrected. Nothing of it is recorded.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_repair
accepts as chen suggestion add --kind opinion --channel phone --phone 13800008000 --text '晚点关灯'
jy=$no
accepts as chen event report --category 7 --form phone --to tao --text '燃气泄漏'
zd=$no

for matter in "$bx" "$jy" "$zd"; do
    for field in class=2 people=6 subject=标题 forwarded-by=后勤处 about=wu repeat-of=ts-1; do
        rejects 2 as ma amend "$matter" "--${field%%=*}" "${field#*=}" --reason '更正' --lang en
        tells "--${field%%=*}"
    done
done
# A place is a repair's and an event's, a petition an event's alone.
rejects 2 as ma amend "$jy" --place '1 号楼' --reason '更正'
tells '报修、重大事项'
rejects 2 as ma amend "$bx" --petition '无' --reason '更正'
rejects 2 as ma amend "$bx" --category electrical --reason '类别写错'
tells recategorise
# With one field that it has, neither is recorded.
rejects 2 as ma amend "$bx" --unit 3-502 --class 2 --reason '更正'
shows '.unit == null' huiyin repair show "$bx"
# What it is and its number are never corrected, nor is anything without a reason. Nothing repeats
# itself.
a_complaint
for field in kind=repair no=TS-2026-0009 channel=pigeon; do
    rejects 2 as ma amend "$ts" "--${field%%=*}" "${field#*=}" --reason '更正'
done
shows '.channel == "phone" and .opened_at == "2026-11-23T09:00:00+08:00"' huiyin complaint show "$ts"
rejects 2 as ma amend "$ts" --class 2
rejects 2 as ma amend "$ts" --class 4 --reason '更正'
rejects 2 as ma amend "$ts" --people 0 --reason '更正'
rejects 3 as ma amend "$ts" --about nobody --reason '更正'
rejects 3 as ma amend ts-99 --class 2 --reason '更正'
rejects 2 as ma amend "$ts" --repeat-of "$ts" --reason '更正'

# What a clerk may correct, and what only a manager or head may, as one command or with others.
accepts as chen amend "$ts" --subject '热水' --forwarded-by '后勤处' --about wu --from '张伟' \
    --via 12345 --reason '补全'
shows '.subject == "热水" and .forwarded_by == "后勤处" and .about == "wu" and .via == "12345"' \
    as chen complaint show "$ts"
for field in class=3 people=6 category=供水; do
    for who in chen sun wu; do
        denies as "$who" amend "$ts" "--${field%%=*}" "${field#*=}" --reason '更正'
    done
done
denies as chen amend "$ts" --unit 3-502 --class 3 --reason '更正'
shows '.unit == null and .class == null and .people == null and .category == null' \
    huiyin complaint show "$ts"
accepts as ma amend "$ts" --class 3 --people 6 --category '供水' --unit 3-502 --reason '更正'
shows '.unit == "3-502" and .class == 3 and .people == 6 and .category == "供水"' \
    huiyin complaint show "$ts"
# A suggestion's category is the manager's as well.
denies as chen amend "$jy" --category '照明' --reason '更正'
accepts as ma amend "$jy" --category '照明' --reason '更正'

# Each is named as people write it, and a shift has no home.
accepts as chen duty start
accepts as ma duty schedule --who li --from '2026-11-24 08:00' --to '2026-11-24 20:00' --kind day
for field in unit=3-502 phone=13800008000 from=张伟 via=12345 category=噪声 text=x; do
    for matter in 值班1 PB-1; do
        rejects 2 as ma amend "$matter" "--${field%%=*}" "${field#*=}" --reason '更正'
        tells '没有'
    done
done
accepts as ma amend 值班1 --opened-at '2026-11-23 08:59' --reason 记错
settled_one() { as chen complaint settle ts-1 --findings 属实 --opinion 停工 --reply 好 --method phone; }
accepts settled_one
accepts as chen callback log 投诉1 --method phone --satisfied no --note 还响
accepts as chen amend 回访1 --note 又响了 --reason 补全
shows '.note == "又响了"' as chen callback show hf-1
accepts as chen order dispatch "$bx" --to wu
accepts as wu order arrive 派工单1
accepts as ma amend 派工单1 --step 3 --step-at '2026-11-23 09:00' --reason 记错
rejects 2 as ma amend 派工单1 --step-at '2026-11-23 09:00' --reason 记错
tells --step
accepts as ma redact 回访1 --field note --text 一字 --reason 误写
accepts as ma void 回访1 --reason 没有打过
