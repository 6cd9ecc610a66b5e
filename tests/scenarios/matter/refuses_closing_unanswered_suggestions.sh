#!/bin/sh
# A suggestion ends with an outcome and an answer, an answer where somebody can be answered
# (clause 3.3.1).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 10:00:00'
rule=matter.outcome
closes() { as chen suggestion close "$jy" "$@"; }

for kind in opinion suggestion; do
    brings "$kind"
    refuses "$rule" 3.3.1 closes --outcome '已采纳'
    refuses "$rule" 3.3.1 closes
    accepts thanks
    refuses "$rule" 3.3.1 closes
    accepts closes --outcome '已采纳'
    shows '.state == "closed"' huiyin suggestion show "$jy"
done

# Neither phone nor home: nobody to answer, an outcome all the same.
accepts as sun suggestion add --kind suggestion --channel round --text '加一排座椅'
jy=$no
refuses "$rule" 3.3.1 closes
accepts closes --outcome '已加装'

# A home is enough to be answered at, and a phone that became known later as well.
accepts as sun suggestion add --kind suggestion --channel round --unit 3-502 --text '加一排座椅'
jy=$no
refuses "$rule" 3.3.1 closes --outcome '已加装'
accepts as chen suggestion add --kind opinion --channel letter --text '座椅太少'
jy=$no
accepts as chen amend "$jy" --phone 13800008000 --reason '来电留下号码'
refuses "$rule" 3.3.1 closes --outcome '已加装'
# To the second it is answered before it is closed.
a_suggestion --at '2026-11-23 09:00:00'
accepts thanks --at '2026-11-23 09:30:00'
refuses_each "$rule record.in-order" closes --outcome '已采纳' --at '2026-11-23 09:29:59'
accepts closes --outcome '已采纳' --at '2026-11-23 09:30:00'
