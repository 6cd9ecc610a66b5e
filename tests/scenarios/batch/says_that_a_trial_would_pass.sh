#!/bin/sh
# A dry run of a batch in which every line passes says so; one that would not says what is wrong.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
printf '%s\n' 'complaint add --channel phone --text x --unit 1-1' '投诉 登记 --方式 电话 --内容 y --房号 1-2' >"$scratch/lines"
leaves_no_entry as chen batch "$scratch/lines" --dry-run
prints_nothing
tells '试运行:2 条都可以登记'
never_tells 全部撤回
printf '%s\n' 'complaint add --channel visit --text x --unit 1-1' >>"$scratch/lines"
rejects 4 as chen batch "$scratch/lines" --dry-run
tells 2.2.3
tells 全部撤回
adds_an_entry 4 as chen batch "$scratch/lines" --on-error skip
