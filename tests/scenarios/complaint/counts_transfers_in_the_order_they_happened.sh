#!/bin/sh
# Whether a complaint was passed on too often, or back, goes by when it changed hands, whenever that was
# typed: a transfer typed late is not refused for what another one is at fault for, and `check` finds that
# other one (clause 2.2.2).
. "$(dirname "$0")/../lib.sh"
office
rule=complaint.no-buck-passing
clock '2026-11-24 10:00:00'
passes() {
    _to=$1 _at=$2
    shift 2
    as ma complaint assign "$ts" --to "$_to" --at "2026-11-24 $_at" --reason '属其片区' "$@"
}
a_complaint --at '2026-11-24 09:00:00'
accepts passes chen 09:01:00
accepts passes mei 09:20:00
accepts passes sun 09:10:00
no_breach "$rule" "$ts" '2026-11-30 09:00:00'
# Two are enough: what comes last in time is one too many, and it is that one which is refused.
refuses "$rule" 2.2.2 passes li 09:20:01
# Typed late it is the one of 09:20 that is too many, not the one that was typed.
accepts passes li 09:15:00 --json
told "$rule" breach
breach "$rule" 2.2.2 "$ts" '2026-11-24 10:00:00' '2026-11-24 09:20:00'
json '.findings | map(select(.rule == "complaint.no-buck-passing")) | length == 1'
shows '.holder == "mei"' huiyin complaint show "$ts"

# Back to whoever held it: the row that gave it back, in time, whichever came first on file.
a_complaint --at '2026-11-24 09:00:00'
accepts passes chen 09:01:00
accepts passes mei 09:20:00
accepts passes mei 09:10:00 --json
told "$rule" breach
breach "$rule" 2.2.2 "$ts" '2026-11-24 10:00:00' '2026-11-24 09:20:00'
# And the first of all, typed last: chen had it from the second before.
a_complaint --at '2026-11-24 09:00:00'
accepts passes sun 09:30:00
accepts passes chen 09:20:00
accepts passes sun 09:10:00
breach "$rule" 2.2.2 "$ts" '2026-11-24 10:00:00' '2026-11-24 09:30:00'
# In the same second, in the order of typing.
a_complaint --at '2026-11-24 09:00:00'
accepts passes chen 09:10:00
refuses "$rule" 2.2.2 passes chen 09:10:00
accepts passes sun 09:10:00
no_breach "$rule" "$ts" '2026-11-30 09:00:00'
