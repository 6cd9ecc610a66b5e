#!/bin/sh
# Chinese and English, by option, by environment, by office; keys and values of JSON are English.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
visit() { as chen complaint add --channel visit --unit 3-502 --text '楼上夜里敲打' "$@"; }

refuses complaint.courtesy 2.2.3 visit
tells '拒绝'
refuses complaint.courtesy 2.2.3 visit --lang en
tells 'refused'
never_tells '拒绝'
export HUIYIN_LANG=en
refuses complaint.courtesy 2.2.3 visit
tells 'refused'
refuses complaint.courtesy 2.2.3 visit --lang zh-CN
tells '拒绝'
never_tells 'refused'
unset HUIYIN_LANG
# The office's own language goes before the locale.
export LANG=en_US.UTF-8 LC_ALL=en_US.UTF-8
refuses complaint.courtesy 2.2.3 visit
tells '拒绝'

keys() { printf '%s' "$out" | jq -c '[paths | map(tostring) | join(".")] | sort'; }
rejects 4 visit --json --lang zh-CN
in_chinese=$(keys)
json '.findings[0].message | test("[a-z]{4}") | not'
rejects 4 visit --json --lang en
same 'the keys of JSON' "$in_chinese" "$(keys)"
for command in 'complaint list' 'staff list' 'policy list' 'rules list' 'check' 'audit log'; do
    exits 0 huiyin $command --json --lang zh-CN
    in_chinese=$(keys)
    exits 0 huiyin $command --json --lang en
    same "the keys of $command" "$in_chinese" "$(keys)"
done
rejects 2 visit --lang fr
