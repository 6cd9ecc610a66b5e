#!/bin/sh
# On a terminal whoever registers something hears what the last four weeks have from the same home or phone, before the next
# question; a script never does.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/lib.sh"
needs_expect
office_now
exits 0 as chen complaint add --channel phone --phone 13800008000 --unit 3-502 --text 夜里装修 --no-input
exits 0 as chen repair add --channel phone --category plumbing --phone 13800008000 --unit 1-101 --text 滴水
exits 0 as chen complaint add --channel letter --unit 9-909 --text 别家的事
exits 0 as chen complaint add --channel letter --unit 3-502 --text 上月的事 --at "$(TZ=$zone date -d '29 days ago' '+%Y-%m-%d %H:%M')" --late-reason 补录

# By the home, in another spelling; by the phone what else there is.
on_a_terminal 'start --as chen complaint add --channel phone
ask "\\-\\-内容.*> " "又吵了\r"
ask "\\-\\-姓名.*> " "\r"
ask "\\-\\-电话.*> " "13800008000\r"
ask "近四周.*BX-.*-0001.*TS-.*-0001.*\\-\\-房号.*> " "３号楼502室\r"'
same exit 0 "$code"
prints '夜里装修'
never_prints '别家的事'
never_prints '上月的事'
same 'told once' 1 "$(printf '%s' "$out" | grep -c '  TS-.*夜里装修')"

# What is given already is looked at before the first question.
on_a_terminal 'start --as chen repair add --unit 3-502 --channel phone --text 灯不亮
ask "近四周.*夜里装修.*\\-\\-类别.*> " "electrical\r"
ask "\\-\\-姓名.*> " "\r"
ask "\\-\\-电话.*> " "\r"'
same exit 0 "$code"

# Elsewhere nothing; in a script nothing.
exits 0 as chen complaint add --channel phone --unit 3-502 --text 还在吵
never_tells 近四周
