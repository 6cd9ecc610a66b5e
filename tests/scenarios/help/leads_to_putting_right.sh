#!/bin/sh
# After a slip: every noun's help says what to do, and words from other programs lead to it.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
for noun in $(huiyin help --json | jq -r '[.[].noun] | unique | .[]'); do
    exits 0 huiyin help "$noun"
    if printf '%s\n' "$out" | grep -qx 动作; then prints 写错了怎么办; fi
done
for word in edit modify update delete remove reopen 修改 编辑 删除 重开; do
    rejects 2 huiyin "$word" ts-1
    # Each in the words it was typed in.
    case $word in [a-z]*) tells 'huiyin amend ts-1' ;; *) tells 'huiyin 更正 ts-1' ;; esac
    rejects 2 huiyin complaint "$word" ts-1
    tells 'huiyin amend ts-1'
done
rejects 2 huiyin repair delete bx-7
tells 'huiyin void bx-7'
rejects 2 huiyin complaint edit ts-1 --lang en
tells 'huiyin amend ts-1 --text'
# With what was to be corrected, in the words it was typed in: typed as it stands, it is accepted.
a_complaint --unit 3-502
rejects 2 as ma 投诉 修改 1 --房号 3-503 --备注 '一 二'
tells "huiyin 更正 ts-1 --房号 3-503 --备注 '一 二' --理由 写错了"
accepts as ma 更正 ts-1 --房号 3-503 --理由 写错了
rejects 2 as ma complaint edit ts-1 --unit 3-504 --reason typo --lang en
tells 'huiyin amend ts-1 --unit 3-504'

