#!/bin/sh
# Options beside the command are those of every row that says nothing of its own there.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-25 18:00:00'
printf '%s\n' '登记时间,投诉人,内容摘要,投诉方式' '2026-11-20 09:00,张伟,灯坏,' '2026-11-20 10:00,李芳,门坏,letter' >"$scratch/table.csv"
import() { as chen batch --csv "$1" "$scratch/table.csv"; }
# An old register says nowhere why it is typed so late.
rejects 4 import 'complaint add --channel phone'
tells 1.6
adds_an_entry 0 import "complaint add --channel phone --late-reason '补录纸质登记,张伟来电'"
shows '.channel == "phone" and .steps[0].late_reason == "补录纸质登记,张伟来电"' as chen complaint show ts-1
shows '.channel == "letter"' as chen complaint show ts-2
# What is said there may be anybody's words: the journal keeps the command alone.
shows 'last | .command | contains("complaint add ***") and (contains("张伟") | not)' huiyin audit log
rejects 2 import 'complaint add --chanel phone'
tells '--channel'
rejects 2 import 'complaint add --channel fax'
rejects 2 import 'complaint list --open'
