#!/bin/sh
# A receipt says the number, what to expect by when, and whom to call; the reply to a complaint is a letter of facts,
# opinion, what was done, what is still to come and where to go (clauses 2.2.4, 3.3.1, 4.1, 6.1 to 6.4).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint --unit 3-502 --from 张伟 --category 噪声
promises='[.sheets[0].rows[] | [.what_you_may_expect, .no_later_than, .clause]]'
shows '.form == "receipt" and .sheets[0].fields.no == "TS-2026-0001"
    and .sheets[0].fields.phone == "138****8000" and .sheets[0].fields.from == "张**"
    and (.sheets[0].fields.whom_to_call | contains("陈静") and contains("马丽"))
    and '"$promises"' == [["调查清楚,给您答复", "2026-11-24 09:00", "2.2.4"], ["回访,问您是否满意", "答复后 3 天内", "3.2.2"]]' \
    as chen form receipt ts-1
# And where it is on record, for whoever wants a proof of it one day.
entry=$(huiyin audit log --subject TS-2026-0001 --json | jq '.[0] | "第 \(.seq) 条,校验值 \(.hash)"')
shows ".sheets[0].fields.journal_entry == $entry" as chen form receipt ts-1
# Revealed it is the resident's own; that somebody asked for it is on record.
adds_an_entry 0 as chen form receipt ts-1 --reveal
prints 张伟
prints 13800008000

# Kept promises are told as kept.
exits 0 huiyin policy set office.phone '025-8888 6000' --reason 印在单据上
clock '2026-11-23 10:00:00'
accepts as chen complaint assign ts-1 --to sun
exits 3 as chen form reply ts-1
tells 'complaint reply'
accepts as sun complaint settle ts-1 --findings 夜里施工属实 --opinion 限时施工 --reply 已与装修户约定晚八点后停工 --method phone
shows "$promises"' == [["调查清楚,给您答复", "已于 2026-11-23 10:00 办到", "2.2.4"], ["回访,问您是否满意", "2026-11-26 10:00", "3.2.2"]]
    and (.sheets[0].fields.whom_to_call | contains("孙红(管理员)") and contains("025-8888 6000"))' as chen form receipt ts-1

# The letter.
letter='.sheets[0].fields'
shows "$letter"'.what_we_found == "夜里施工属实" and '"$letter"'.what_we_think_of_it == "限时施工"
    and '"$letter"'.what_was_done == "已与装修户约定晚八点后停工"
    and ('"$letter"'.what_is_still_to_come | contains("2026-11-26 10:00"))
    and ('"$letter"'.if_you_are_not_content | contains("马丽(主管)") and contains("这是您的权利"))' as chen form reply ts-1
exits 0 as chen --lang en form reply ts-1
prints 'what we found'
# What was agreed on in a callback is still to come; once it is done nothing is.
clock '2026-11-24 09:00:00'
accepts as sun callback log ts-1 --method visit --satisfied no --signed-by 张伟 --raised '周末也吵' --appointment '2026-11-25 18:00'
hf=$no
shows "$letter"'.what_is_still_to_come | contains("2026-11-25 18:00")' as chen form reply ts-1
accepts as sun callback answer "$hf" --text '周末同样限时'
accepts as sun callback log ts-1 --method visit --satisfied yes --signed-by 张伟
accepts as sun complaint close ts-1 --outcome 已恢复安静
shows "$letter"'.what_is_still_to_come == "没有未办的事" and ('"$letter"'.what_was_done | contains("结果:已恢复安静"))' as chen form reply ts-1

# Who left neither phone nor home is promised nothing but that they may ask.
an_anonymous_complaint
shows '.sheets[0].rows == []' as chen form receipt ts-2
exits 0 as chen form receipt ts-2
prints 3.3.6

# A repair: when somebody comes, at most how long it takes; a wish for a service has no limits but what was agreed.
a_repair --unit 2-301
shows "$promises"' | map(.[1]) == ["2026-11-24 09:15", "当场", "2026-11-26 09:00", "2026-11-27 09:00", "修好后 3 天内"]' \
    as chen form receipt "$bx"
a_repair --category service --unit 2-301
shows "$promises"' | map(.[0]) == ["回访维修质量"]' as chen form receipt "$bx"
accepts as ma void "$bx" --reason 打错
shows '.sheets[0].fields.no | contains("作废")' as chen form receipt "$bx"

# Nothing else is receipted or answered by letter; empty ones are printed for power cuts.
a_suggestion
exits 2 as chen form receipt "$jy"
exits 2 as chen form reply "$bx"
exits 3 as chen form receipt ts-99
shows '.sheets | length == 2' as chen form blank receipt --count 2
exits 2 as chen form blank reply
