#!/bin/sh
# A breach of which a verdict is kept is explained like any other, at once: the verdict stays, the explanation is told with it.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
rule=complaint.unsatisfied
clock '2026-11-24 09:00:00'
a_settled_complaint --unit 3-501
accepts visit_back yes
accepts as ma complaint close "$ts" --outcome '业主仍不满意' --unsatisfied --reason '三次解释'
clock '2026-11-30 09:00:00'
files_the_week
keeps "$rule" "$ts"
finds "$rule" "$ts" '.explained | not'
exits 4 huiyin check

accepts as tao check explain "$rule" "$ts" --reason '超出物业职责'
keeps "$rule" "$ts"
finds "$rule" "$ts" '.explained and .explanation.text == "超出物业职责" and .explanation.by == "tao"'
exits 0 huiyin check

# So is who is to blame by the name they have now, and what is only looked for in part.
exits 0 huiyin staff change ma --name '马丽丽'
exits 0 huiyin check --all --who ma --subject "$ts" --clause 5.4 --from 2026-W48 --to 2026-W48 --json
json ".findings | length == 1 and .[0].rule == \"$rule\""
exits 0 huiyin check --all --subject "$ts" --from 2026-W49 --json
json '.findings == []'
exits 0 huiyin audit verify
