#!/bin/sh
# What people wrote is shown as they wrote it, and a login as it is, though a list of the program has the
# same word; what was chosen from a list is translated.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
accepts as "$admin" staff add ill --name 易 --role steward --superior ma
accepts as chen complaint add --channel phone --unit 3-502 --text phone
accepts as chen note TS-2026-0001 --text ok
accepts as chen note TS-2026-0001 --text left
accepts as chen complaint assign TS-2026-0001 --to ill --reason visit
accepts as ill complaint investigate TS-2026-0001 --findings fault
accepts as ill complaint opinion TS-2026-0001 --text major
accepts as ill complaint reply TS-2026-0001 --text 已处理 --method visit

run as chen complaint show TS-2026-0001 --lang zh-CN
steps=$(printf '%s\n' "$out" | grep -E '备注|转交|调查|处理意见|答复')
for word in ok left ill visit fault major; do
    printf '%s\n' "$steps" | grep -qw -- "$word" || fail "$word as it was written" "$steps"
done
for word in 正常 离岗 生病 有问题 重大; do
    ! printf '%s\n' "$out" | grep -q -- "$word" || fail "nothing translated to $word" "$out"
done
# The method is a choice, and this one is no visitor who came.
printf '%s\n' "$steps" | grep -q '上门 · 已处理' || fail 'the method in words' "$steps"

# Why an officer is gone is a choice too.
takes_post sun
clock '2026-11-23 10:00:00'
accepts as li duty takeover --since '2026-11-23 09:30' --reason ill
run as chen duty show ZB-2026-0001 --lang zh-CN
prints 生病
