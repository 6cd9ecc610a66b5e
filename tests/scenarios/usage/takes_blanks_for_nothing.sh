#!/bin/sh
# Blanks are no content: nobody signs with one, and none makes a complaint reachable. What stands around
# words is not part of them.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
for blank in ' ' '　' "$(printf '\t')" '  　 '; do
    rejects 2 as chen complaint add --channel letter --text "$blank"
    rejects 2 as chen complaint add --channel letter --text 楼道灯不亮 --unit "$blank"
    rejects 2 huiyin area add "$blank"
done
a_complaint --unit ' 3-502　' --from ' 张伟 '
shows '.unit == "3-502" and .reachable' as chen complaint show "$ts"
settled
rejects 2 as sun callback log "$ts" --method visit --satisfied yes --signed-by ' '
rejects 2 as ma complaint close "$ts" --outcome ' ' --unsatisfied --reason '　'

# The same home, however it was typed: a repeat (3.3.5).
a_complaint --unit '3-502 ' --category 供热
a_complaint --unit '3-502' --category 供热
shows '.repeat_of == "TS-2026-0002"' as chen complaint show "$ts"

# In a table a blank cell is an empty one, in a file line ends of either kind are the same.
printf 'channel,text,unit\nletter,楼道灯不亮," "\n' >"$scratch/table.csv"
exits 0 as chen batch --csv 'complaint add' "$scratch/table.csv"
shows '.unit == null and (.reachable | not)' as chen complaint show TS-2026-0004
printf '第一行\r\n第二行\r\n' >"$scratch/words"
as_typed() { as chen complaint add --channel letter --text - <"$scratch/words"; }
accepts as_typed
shows '.text == "第一行\n第二行"' as chen complaint show "$no"
