#!/bin/sh
# `--reveal` shows names and numbers in full, in every format, to clerk, steward, manager and head; one
# entry says who looked at what before anything is printed. Others are denied, and that is an entry.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
accepts as chen complaint add --channel phone --phone 13800008000 --from '欧阳娜' --unit 3-502 \
    --text '漏水,也可打13900001111' --subject '找13900001111'
ts=$no
settled
accepts as chen callback log "$ts" --method visit --satisfied yes --signed-by '欧阳娜' \
    --note '另留13700007777'
hf=$no
a_repair --from '欧阳娜' --unit 3-502
an_order
arrives
accepts as wu order start "$pg" --content '换垫圈' --agreed-by '欧阳娜'

# reveals WORDS CMD…: whole for those who work with residents, on record each time; masked without
reveals() {
    _whole=$1
    shift
    for _format in ${formats:-json}; do
        exits 0 as chen "$@" --format "$_format"
        never_prints "$_whole"
        adds_an_entry 0 as chen "$@" --reveal --format "$_format"
        prints "$_whole"
    done
    for _who in sun ma tao; do
        adds_an_entry 0 as "$_who" "$@" --reveal
        prints "$_whole"
    done
    for _who in wu zhou "$admin"; do
        denies as "$_who" "$@" --reveal
        prints_nothing
    done
}
formats='text json csv md html'
reveals 13900001111 complaint list
formats=
reveals 13800008000 complaint show "$ts"
reveals 13700007777 callback list
reveals 13700007777 callback show "$hf"
reveals 13800008000 repair show "$bx"
reveals 13800008000 unit show 3-502
reveals 13900001111 search 漏水
for form in complaint-register repair-register callback-record; do
    reveals '欧阳娜' form "$form" --from 2026-11-23 --to 2026-11-23
done
reveals '欧阳娜' form dispatch-order "$pg"
reveals 13800008000 form dispatch-order "$pg"
reveals '欧阳娜' search '欧阳'

# What was looked at can be asked for, and the entry holds nothing of it.
exits 0 as zhou audit log --json --subject "$ts" --command reveal
json 'length > 0 and all(.[]; .staff != null and (.command | contains("--reveal")))'
never_prints '欧阳娜'
exits 0 as zhou audit log --json
never_prints 13800008000
prints 'search *** --reveal'
exits 0 huiyin audit verify

# Nothing is journaled for a record that is not there.
rejects 3 as chen complaint show ts-99 --reveal
