#!/bin/sh
# Each is told what they must do before its limit passes, the same thing never twice in a day of the office; nothing where
# nothing is due, and nothing once it is done.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 08:00:00'
leaves_no_entry as ma remind
prints_nothing
tells_nothing
shows '. == []' as ma remind

clock '2026-11-23 09:00:00'
a_complaint --unit 3-502
accepts as chen complaint assign ts-1 --to sun
# Two of sun's own fall due within a day; the callback is not owed yet.
clock '2026-11-23 09:30:00'
exits 0 as ma remind --dry-run --json
json 'map([.who, (.items | map([.no, .what, .by]))]) == [["sun", [["TS-2026-0001", "investigate", "2026-11-23T11:00:00+08:00"],
    ["TS-2026-0001", "reply", "2026-11-24T09:00:00+08:00"]]]]'
adds_an_entry 0 as ma remind
prints 孙红
prints 'TS-2026-0001'
prints 3-502
never_prints 13800008000
leaves_no_entry as ma remind
prints_nothing
leaves_no_entry as tao remind --who sun
# What comes up later that day is told by itself, to whoever holds it.
clock '2026-11-23 10:00:00'
a_complaint --unit 1-101
adds_an_entry 0 as ma remind --json
json 'map(.who) == ["chen"] and (.[0].items | map(.what) == ["assign", "investigate", "reply"])'
# Within a shorter time less is due.
accepts as chen complaint assign ts-2 --to li
adds_an_entry 0 as ma remind --within 3h --who li --json
json '.[0].items | map(.what) == ["investigate"]'
exits 0 as ma remind --who chen
prints_nothing

# The next day what still is to be done is told again, what was done is not, nor what has passed.
accepts as sun complaint settle ts-1 --findings 属实 --opinion 处理 --reply '已处理,抱歉' --method phone
clock '2026-11-24 08:00:00'
adds_an_entry 0 as ma remind --json
json 'map([.who, (.items | map([.no, .what]))]) == [["li", [["TS-2026-0002", "reply"]]]]'
clock '2026-11-24 23:59:59'
exits 0 as ma remind
prints_nothing
# The office's midnight begins a day.
clock '2026-11-25 10:00:01'
adds_an_entry 0 as ma remind --json
json 'map([.who, (.items | map([.no, .what, .by]))]) == [["sun", [["TS-2026-0001", "callback", "2026-11-26T10:00:00+08:00"]]]]'

# Whoever stands in for somebody away is told in their place; a repair's callback is for stewards, whoever did the work.
clock '2026-11-25 10:00:00'
a_finished_repair
exits 0 huiyin staff away sun --from '2026-11-26 00:00' --to '2026-11-27 00:00' --acting mei
clock '2026-11-28 08:00:00'
exits 0 as ma remind --json
json 'any(.who == "sun" and (.items | any(.no == "BX-2026-0001" and .what == "callback"))) and all(.who != "wu" or (.items | all(.what != "callback")))'
clock '2026-11-26 08:00:00'
exits 0 as ma remind --json
json 'any(.who == "mei" and (.items | any(.no == "TS-2026-0001"))) and all(.who != "sun")'

denies as chen remind
denies as zhou remind
exits 3 as ma remind --who nobody-here
exits 2 as ma remind --within soon

# An export is recorded anew, reminders and all.
exits 0 huiyin export "$scratch/export" --as tao --with-personal-data
exits 0 huiyin --db "$scratch/anew.db" init --office 空
exits 0 huiyin --db "$scratch/anew.db" batch --replay "$scratch/export/commands.jsonl"
told='SELECT r.day, p.login, r.subject, r.rule, r.due_at, r.told_at FROM reminder r JOIN staff p ON p.id = r.staff ORDER BY 1, 2, 3, 4'
same 'who was told of what' "$(sql "$told")" "$(sql_in "$scratch/anew.db" "$told")"
