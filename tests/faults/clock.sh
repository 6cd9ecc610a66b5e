#!/bin/sh
# Days on which programs go wrong: 29 February, week 53, midnight, the turn of the year, a clock that
# was set back, and an hour that is missing or there twice in another zone.
. "$(dirname "$0")/lib.sh"
[ -n "$faketime_library" ] || skip 'libfaketime is not installed: NOTHING of this row was tried'

# in_zone ZONE: a fresh office there, from long before all cases
in_zone() {
    zone=$1
    rm -f "$HUIYIN_DB" "$HUIYIN_DB-journal" "$HUIYIN_DB.lock"
    clock '2023-01-02 08:00:00'
    opens_office
    hires tao 陶建国 head
    hires ma 马丽 manager tao
    hires chen 陈静 clerk ma
}

# case_of WHAT WANTED CMD…: one case; the command prints the answer
case_of() {
    _what=$1 _wanted=$2
    shift 2
    tried=$((tried + 1)) hit=$((hit + 1))
    same "$_what" "$_wanted" "$("$@")"
    survived=$((survived + 1))
}

add() { as chen complaint add --channel letter --unit 3-502 --text 楼道灯不亮 "$@" --json; }
number_at() { clock "$1" && shift && add "$@" | jq -r .no; }
due_at() { clock "$1" && shift && add "$@" | jq -r '.due[] | select(.what == "reply" or .clause == "2.2.4") | .by' | tail -n 1; }
happened_at() { clock "$1" && shift && add "$@" | jq -r .at; }
week_at() { clock "$1" && as ma report weekly --json --quiet | jq -r .week; }
day_at() { clock "$1" && as ma report daily --json | jq -r '.from[0:10]'; }
received_at() { clock "$1" && as ma report period --from "$2" --to "$2" --json | jq -r .complaints.received; }
exit_at() {
    clock "$1"
    shift
    "$@" >"$scratch/said" 2>&1
    echo $?
}
counts_on() { huiyin audit log --json | jq '[.[].seq] == [range(1; length + 1)]'; }

in_zone Asia/Shanghai
# 29 February, and where there is none
case_of 'a complaint on 29 February' TS-2024-0001 number_at '2024-02-29 09:00:00'
case_of 'due a day after 28 February' 2024-02-29T09:00:00+08:00 due_at '2024-02-28 09:00:00' --phone 13800008000
case_of 'due a day after 29 February' 2024-03-01T09:00:00+08:00 due_at '2024-02-29 09:00:00' --phone 13800008000
case_of 'yesterday of 1 March' 2024-02-29T18:30:00+08:00 happened_at '2024-03-01 09:00:00' --at 'yesterday 18:30'
case_of 'the day before 1 March' 2024-02-29 day_at '2024-03-01 09:00:00'
case_of 'all of 29 February' 3 received_at '2024-03-02 00:00:00' 2024-02-29
case_of '29 February in a common year' 2 exit_at '2025-03-01 09:00:00' add --at '2025-02-29 09:00'
case_of 'due a day after 28 February in a common year' 2025-03-01T09:00:00+08:00 due_at '2025-02-28 09:00:00' --phone 13800008000
# The turn of the year
case_of 'the last second of a year' TS-2025-0002 number_at '2025-12-31 23:59:59'
case_of 'the first second of the next' TS-2026-0001 number_at '2026-01-01 00:00:00'
case_of 'a second after midnight' TS-2026-0002 number_at '2026-01-01 00:00:01'
case_of 'due over the turn of the year' 2026-01-01T23:59:59+08:00 due_at '2025-12-31 23:59:59' --phone 13800008000
case_of 'yesterday of New Year' 2025-12-31T23:00:00+08:00 happened_at '2026-01-01 00:10:00' --at 'yesterday 23:00'
case_of 'ten minutes before New Year' 2025-12-31T23:50:00+08:00 happened_at '2026-01-01 00:00:00' --at '10min ago'
case_of 'the day before New Year' 2025-12-31 day_at '2026-01-01 00:00:00'
# Week 53, and weeks that belong to the other year
case_of 'the week of 4 January 2027' 2026-W53 week_at '2027-01-04 09:00:00'
case_of 'still week 53 on 3 January' 2026-W52 week_at '2027-01-03 23:59:59'
case_of 'the first week after it' 2027-W01 week_at '2027-01-11 00:00:00'
case_of 'a year without week 53' 2024-W52 week_at '2024-12-30 00:00:00'
case_of 'its next week is of the new year' 2025-W01 week_at '2025-01-06 00:00:00'
case_of 'week 53 where there is one' 0 exit_at '2027-02-01 09:00:00' as ma report weekly --week 2026-W53
case_of 'week 53 where there is none' 2 exit_at '2027-02-01 09:00:00' as ma report weekly --week 2025-W53
# Midnight: the last second belongs to its day
case_of 'before midnight' 2027-03-09T23:59:59+08:00 happened_at '2027-03-09 23:59:59'
case_of 'at midnight' 2027-03-10T00:00:00+08:00 happened_at '2027-03-10 00:00:00'
case_of 'the day that ended' 1 received_at '2027-03-11 00:00:00' 2027-03-09
case_of 'the day that began' 1 received_at '2027-03-11 00:00:00' 2027-03-10
case_of '00:00 is today' 2027-03-10T00:00:00+08:00 happened_at '2027-03-10 00:00:00' --at 00:00
case_of '23:59 was not yet' 4 exit_at '2027-03-10 00:00:30' add --at 23:59
# A clock set back: recorded as it is, and the numbers go on
case_of 'before the clock was set back' TS-2027-0004 number_at '2027-03-20 12:00:00'
case_of 'a clock an hour behind' TS-2027-0005 number_at '2027-03-20 11:00:00'
case_of 'a clock a year behind' TS-2026-0005 number_at '2026-03-20 11:00:00'
case_of 'and right again' TS-2027-0006 number_at '2027-03-20 13:00:00'
exits 0 huiyin audit verify
case_of 'the journal counts on' true counts_on

# Another zone: an hour that never was, and one that was twice
in_zone Europe/Berlin
case_of 'a day after the last winter morning' 2026-03-29T10:00:00+02:00 due_at '2026-03-28 09:00:00' --phone 13800008000
case_of 'a day after the last summer morning' 2026-10-25T08:00:00+01:00 due_at '2026-10-24 09:00:00' --phone 13800008000
case_of 'before the hour that is missing' 2026-03-29T01:59:59+01:00 happened_at '2026-03-29 01:59:59'
case_of 'after it' 2026-03-29T03:00:00+02:00 happened_at '2026-03-29 03:00:00'
case_of 'two hours ago, over the missing one' 2026-03-29T01:30:00+01:00 happened_at '2026-03-29 04:30:00' --at '2h ago'
case_of 'the day of 23 hours' 3 received_at '2026-03-30 00:00:00' 2026-03-29
case_of 'the hour that is there twice, by its offset' 2026-10-25T02:30:00+01:00 happened_at '2026-10-25 09:00:00' --at '2026-10-25T02:30:00+01:00'
case_of 'the day of 25 hours' 2026-10-25 day_at '2026-10-26 00:00:00'
exits 0 huiyin audit verify
row 'days on which programs go wrong'
