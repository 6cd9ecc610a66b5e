#!/bin/sh
# An open letter is filed with the matters it answers; it is called back by it only after they were
# answered themselves (clauses 3.3.4, 3.2.2).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
refuses letter.archived 3.3.4 as chen letter publish --subject '停水说明' --text '6 日检修水泵'
a_settled_complaint
first=$ts
a_complaint
refuses callback.after-the-work '3.2.2, 3.2.4' publishes "$first,$ts"
exits 3 publishes "$first,ts-9"
tells TS-2026-0009
a_settled_complaint
accepts publishes "$first,$ts" --json
json '.no == "GX-2026-0001" and .opened == ["HF-2026-0001", "HF-2026-0002"]'
shows '.state == "closed" and .subject == "停水说明" and (.answers | sort) == (["'"$first"'", "'"$ts"'"] | sort)' \
    as chen letter show gx-1
shows '.callbacks | any(.method == "open-letter" and .reached and .note == "GX-2026-0001")' \
    huiyin complaint show "$first"
shows 'length == 1' as chen letter list
# The letter counts once for each matter it answers.
clock '2026-11-30 00:05:00'
shows '.callbacks.done == 2 and .callbacks.by_method."open-letter" == 2' as tao report weekly --dry-run
