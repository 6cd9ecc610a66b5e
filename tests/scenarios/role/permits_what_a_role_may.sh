#!/bin/sh
# Clerks, stewards, managers and heads work on complaints, any of them on any; everyone reads.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

for who in chen sun ma tao; do
    accepts as "$who" complaint add --channel letter --text '楼道灯不亮'
    accepts as "$who" complaint assign "$no" --to chen
    accepts as "$who" complaint investigate "$no" --findings '属实'
    accepts as "$who" complaint close "$no" --outcome '已修好'
done
# A technician notes and reads, as everyone reads.
accepts as wu note ts-1 --text '灯管备件已领'
for who in chen sun ma tao wu zhou "$admin"; do
    leaves_no_entry as "$who" complaint show ts-1
    leaves_no_entry as "$who" complaint list
    leaves_no_entry as "$who" staff list
    leaves_no_entry as "$who" policy list
    leaves_no_entry as "$who" rules list
    leaves_no_entry as "$who" audit log
    leaves_no_entry as "$who" audit head
    leaves_no_entry as "$who" audit verify
    leaves_no_entry as "$who" why ts-1
    leaves_no_entry as "$who" check
done
