#!/bin/sh
# The regulation as a book: each clause with its words, reading and rules, the limits in force and who set them, how often each rule spoke here
# this year and what became of it, examples as what happened. Everybody may read it; nothing is recorded.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/lib.sh"
office
clock '2026-11-23 09:00:00'
accepts huiyin policy set order.arrive_within 10min --reason '业主电话 13812345678 要求'
a_repair
an_order
clock '2026-11-23 09:10:01'
arrives
a_repair
an_order
clock '2026-11-23 10:00:00'
arrives
accepts as ma check explain order.arrived-in-time BX-2026-0001 --reason '电梯停运'
accepts huiyin rules add "$own_rules/same-day.sql"
clock '2026-11-24 12:00:00'

for who in chen wu sun ma tao zhou "$admin"; do
    leaves_no_entry as $who rules book --json
done
json '.schema == "huiyin.rules.book/1" and .year == 2026 and (.clauses | length) > 40'
json 'all(.clauses[]; .wording != "" and .reading.zh != "" and .reading.en != "" and (.rules != [] or .reason != null))'
json '[.rules[] | select(.id == "order.arrived-in-time")][0] | .spoke == {found: 2, explained: 1, standing: 1}
    and (.limits[0] | .key == "order.arrive_within" and .value == "10min" and .default == "15min" and .since == "2026-11-23T09:00:00+08:00")
    and (.stories | length) == 2 and .stories[0].findings == [] and .stories[1].findings != []'
json 'any(.rules[]; .id == "own.same-day" and .own and .since == "2026-11-23T10:00:00+08:00")'
json 'all(.rules[]; (.stories | length) == 2 and all(.stories[]; .moments != []))'
# Of last year nothing is counted.
clock '2027-01-05 12:00:00'
shows '[.rules[] | select(.id == "order.arrived-in-time")][0].spoke == {found: 0, explained: 0, standing: 0}' huiyin rules book
clock '2026-11-24 12:00:00'

# One clause alone, for people: no SQL but where it is folded away.
leaves_no_entry as chen rules book --clause 6.1 --lang zh
prints '十五分钟内到达现场'
prints '10 分'
prints '1 次已经说明,1 次还没有'
never_prints 13812345678
leaves_no_entry as chen rules book --clause 6.1 --lang en --format md
prints 'The first arrival is within fifteen minutes'
prints '1 explained, 1 not yet'
leaves_no_entry as chen rules book --clause 2.2.4 --lang zh
prints '本办公室自定'
leaves_no_entry as chen rules book --format html --lang zh
prints '<details class="folded">'
same 'a SELECT that is not folded away' '' "$(printf '%s\n' "$out" | awk '/<details class="folded">/ { inside = 1 } !inside && /SELECT/ { print } /<\/details>/ { inside = 0 }')"
prints '@page { size: A5'

rejects 2 huiyin rules book --clause 9.9
tells 'huiyin rules clauses'
