#!/bin/sh
# What a limit would have judged otherwise is what it judges where it was set from the start (clause 6.1), and
# trying it leaves no trace. What is in force finds nothing.
. "$(dirname "$0")/../lib.sh"

# a_week_of_arrivals: in the last second of ten minutes and one later, of fifteen and one later, never; one deferred, one agreed for later
a_week_of_arrivals() {
    for after in '09:10:00' '09:10:01' '09:15:00' '09:15:01'; do
        clock '2026-11-23 09:00:00'
        a_repair
        an_order
        clock "2026-11-23 $after"
        arrives
    done
    clock '2026-11-23 09:00:00'
    a_repair
    an_order
    clock '2026-11-24 09:00:00'
    a_repair --appointment '2026-11-25 09:00:00'
    an_order
    clock '2026-11-25 09:12:00'
    arrives
    a_repair --category service
    an_order
    clock '2026-11-26 12:00:00'
}
arrivals_found() {
    run huiyin check --all --json
    printf '%s' "$out" | jq -c '[.findings[] | select(.rule == "order.arrived-in-time") | [.subject, .since, .blamed]] | sort'
}
arrived_on_time() {
    run huiyin report period --from 2026-11-23 --to 2026-11-26 --json
    printf '%s' "$out" | jq -c '.repairs.arrived_on_time'
}

office
a_week_of_arrivals

# What is in force, in whatever spelling, finds nothing and says how much is unchanged.
for value in 15min 900s; do
    leaves_no_entry huiyin policy try order.arrive_within $value --json
    json '.newly == [] and .no_longer == [] and .unchanged == 2 and .by_clause == {} and .by_month == {}
        and .rates.arrived_on_time.before == .rates.arrived_on_time.after and .rules == ["order.arrived-in-time"]'
done
leaves_no_entry as chen policy try order.arrive_within 15min

# Ten minutes: three more are late, each worked out.
rejects 4 as chen policy try order.arrive_within 10min --json
json '[.newly[].subject] == ["BX-2026-0002", "BX-2026-0003", "BX-2026-0006"] and .no_longer == [] and .unchanged == 2
    and .by_clause == {"6.1": {newly: 3, no_longer: 0}} and .by_month == {"2026-11": {newly: 3, no_longer: 0}}
    and .by_person == {wu: {newly: 3, no_longer: 0}} and .in_force == "15min"
    and .rates.arrived_on_time == {before: {num: 4, den: 6, rate: 0.6667}, after: {num: 1, den: 6, rate: 0.1667}}
    and (.newly[0].deadline | .limit == "10min" and .late_seconds == 1 and .due == "2026-11-23T09:10:00+08:00")'
tried=$(printf '%s' "$out" | jq -c '.rates.arrived_on_time.after')
newly=$(printf '%s' "$out" | jq -c '[.newly[] | [.subject, .since, .blamed]]')
rejects 4 as chen policy try order.arrive_within 10min --lang en
prints '(order.arrive_within, tried)'
prints 'left no trace'
rejects 4 as zhou policy try order.arrive_within 10min --format csv
same 'a row for each and their names' 4 "$(printf '%s\n' "$out" | wc -l)"

# By the clock's start: the last of them alone, from its agreed time on and not a second later.
rejects 4 huiyin policy try order.arrive_within 10min --since '2026-11-25 09:00:00' --json
json '[.newly[].subject] == ["BX-2026-0006"] and .unchanged == 0'
leaves_no_entry huiyin policy try order.arrive_within 10min --since '2026-11-25 09:00:01' --json
json '.newly == [] and .unchanged == 0'

# Set from the start in another store it is the same.
HUIYIN_DB=$scratch/another.db
clock '2026-11-23 08:00:00'
office
accepts huiyin policy set order.arrive_within 10min --reason '一开始就是'
a_week_of_arrivals
same 'the rate where it was set' "$tried" "$(arrived_on_time)"
set=$(arrivals_found)
HUIYIN_DB=$scratch/office.db
before=$(arrivals_found)
same 'who is late where it was set' "$set" "$(jq -cn --argjson new "$newly" --argjson now "$set" --argjson old "$before" '
    [$now[] | .[0] as $no | select(($old + $new) | any(.[0] == $no))] | sort')"
same 'how many' "$(printf '%s' "$set" | jq length)" \
    "$(jq -n --argjson new "$newly" --argjson old "$before" '$new + $old | length')"

# A limit set a day ago is in force: trying it finds nothing, since what was before stays.
clock '2026-11-26 13:00:00'
accepts huiyin policy set order.arrive_within 12min --reason '从严'
clock '2026-11-27 13:00:00'
leaves_no_entry huiyin policy try order.arrive_within 12min --json
json '.newly == [] and .no_longer == [] and .unchanged == 2'
# And back: the regulation's own limit finds nothing that is no longer broken yet.
leaves_no_entry huiyin policy try order.arrive_within 15min

rejects 2 huiyin policy try order.arrive_within 10min --since '2026-12-01'
rejects 2 huiyin policy try order.arrive_within soon
rejects 3 huiyin policy try order.arrive_withn 10min
tells order.arrive_within
# Looser than the regulation is refused as when it is set.
refuses policy.never-looser '6.1–6.4, 3.4.1' huiyin policy try order.arrive_within 901s
refuses policy.never-looser '6.1–6.4, 3.4.1' huiyin policy try speech.taboo none
# What no rule judges by changes nothing.
leaves_no_entry huiyin policy try office.phone 8888 --lang en
prints 'No rule judges by it'
