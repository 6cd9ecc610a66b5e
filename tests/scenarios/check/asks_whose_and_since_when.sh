#!/bin/sh
# `--who` asks for one person's breaches, `--from` and `--to` for those that fell due between; findings
# carry whose they are, from which home, and of explained ones why, in every format.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint --unit 3-502
accepts as chen complaint assign "$ts" --to sun
mine=$ts
a_complaint
accepts as chen complaint assign "$ts" --to li
clock '2026-11-24 12:00:00'
rule=complaint.investigated-in-time

exits 4 huiyin check --who sun --json
json '.findings | length > 0 and all(.blamed == "sun" and .subject == "'"$mine"'" and .unit == "3-502")'
exits 4 huiyin check --who li --json
json '.findings | length > 0 and all(.blamed == "li" and .unit == null)'
# What comes up is theirs as well.
accepts as chen complaint add --channel phone --phone 13800008000 --text '无热水'
accepts as chen complaint assign "$no" --to li
exits 4 huiyin check --who li --due-within 2h --json
json '.due | length > 0 and all(.subject == "'"$no"'")'
exits 4 huiyin check --who sun --due-within 2h --json
json '.due == []'
exits 0 huiyin check --who mei
prints_nothing
rejects 3 huiyin check --who nobdy

# To the second: since 11:00:00 it is broken, the end not included; a whole day is.
exits 4 huiyin check --from '2026-11-23 11:00:00' --to '2026-11-23 11:00:01' --json
json '.findings | length == 2 and all(.rule == "'"$rule"'")'
exits 0 huiyin check --from '2026-11-23 10:59:59' --to '2026-11-23 11:00:00'
exits 0 huiyin check --from '2026-11-23 11:00:01' --to '2026-11-23 11:00:02'
exits 4 huiyin check --to 2026-11-23 --json
json '.findings | all(.since < "2026-11-24")'
exits 4 huiyin check --from 2026-11-24 --json
json '.findings | length == 2 and all(.since >= "2026-11-24" and .rule == "complaint.replied-in-time")'
json '.findings | all(has("explanation") | not)'
rejects 2 huiyin check --from 2026-11-24 --to 2026-11-23
tells '--to'

# Why, by whom and when; phones in it are masked.
clock '2026-11-24 12:30:00'
accepts as ma check explain "$rule" "$mine" --reason '全校停电,已致电 13800008000'
exits 4 huiyin check --subject "$mine" --json
json '.findings | any(.rule == "'"$rule"'" and .explained and .explanation == {
    text: "全校停电,已致电 138****8000", by: "ma", at: "2026-11-24T12:30:00+08:00"})'
json '.findings | all(.explained == has("explanation"))'
for format in text csv md html; do
    exits 4 huiyin check --all --subject "$mine" --format "$format"
    for told in sun 3-502 '全校停电,已致电' 8000 '(ma' '2026-11-24 12:30'; do prints "$told"; done
    never_prints 13800008000
done
# Pages and sheets call them by name as well.
for format in csv md html; do
    exits 4 huiyin check --all --subject "$mine" --format "$format"
    prints '孙红(sun)'
done
shows '.deadlines | length > 0' huiyin why "$mine"
exits 0 huiyin why "$mine"
prints '孙红(sun)'

# Nor do commands go on about what was explained.
accepts as chen note "$mine" --text '已电话致歉' --lang en
tells 'was to be replied to'
never_tells 'was to be investigated'
