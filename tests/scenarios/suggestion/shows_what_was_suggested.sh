#!/bin/sh
# A suggestion from its reception to its closing, for scripts (clauses 2.2.5, 3.2.3).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

accepts as sun suggestion add --kind opinion --channel round --unit 3-502 --from '张伟' \
    --phone 13800008000 --category '照明' --via '座谈会' --text '路灯太暗' --json
json '.ok and .no == "JY-2026-0001" and .opened == [] and .replayed == false'
shows '.no == "JY-2026-0001" and .kind == "opinion" and .state == "open" and .opened_by == "sun"
    and .opened_at == "2026-11-23T09:00:00+08:00" and .recorded_at == .opened_at
    and .channel == "round" and .text == "路灯太暗" and .unit == "3-502" and .category == "照明"
    and .from == "张伟" and .phone == "138****8000" and .via == "座谈会" and .holder == null
    and .reachable and .closed_at == null and .outcome == null and .findings == [] and .orders == []
    and .callbacks == []' as chen suggestion show JY-2026-0001
json '.steps == [.steps[0]] and (.steps[0] | .seq == 1 and .what == "add" and .by == "sun")'
# What residents bring is judged by the same words.
rejects 2 as chen suggestion add --kind complaint --channel phone --text '路灯太暗'
rejects 2 as chen suggestion add --kind opinion --channel patrol --text '路灯太暗'
for missing in '--channel phone --text 路灯' '--kind opinion --text 路灯' '--kind opinion --channel phone'; do
    # shellcheck disable=SC2086
    rejects 2 as chen suggestion add $missing
done
rejects 3 as chen suggestion show jy-9
rejects 2 as chen suggestion show ts-1

jy=jy-1
clock '2026-11-23 10:00:00'
accepts as chen assign "$jy" --to chen
accepts as chen suggestion answer "$jy" --text "对不起,下周换灯" --method phone --courtesy apology
a_suggestion
jy=jy-1
accepts as chen suggestion close "$jy" --outcome '已换灯'
shows '.state == "closed" and .outcome == "已换灯" and .closed_at == "2026-11-23T10:00:00+08:00"
    and .holder == "chen" and [.steps[].what] == ["add", "assign", "answer", "close"]
    and (.steps[2] | .courtesy == "apology" and .method == "phone" and .by == "chen")' \
    as chen suggestion show "$jy"
refuses record.closed 1.6 as chen suggestion close "$jy" --outcome '又换一次'
refuses record.closed 1.6 thanks

shows 'map(.no) == ["JY-2026-0001", "JY-2026-0002"] and all(.[]; has("steps") | not)
    and map(.kind) == ["opinion", "suggestion"]' as chen suggestion list
shows 'map(.no) == ["JY-2026-0002"]' as chen suggestion list --open
shows 'map(.no) == ["JY-2026-0001"]' as chen suggestion list --unit 3-502
shows '.[0] | .from == "张**" and .phone == "138****8000"' as zhou suggestion list
