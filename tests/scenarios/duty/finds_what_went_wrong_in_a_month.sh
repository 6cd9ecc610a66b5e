#!/bin/sh
# A month of shifts by six officers, typed in by one batch file: a post missed for three hours, a relief
# who refused, a substitute, a second unmanned, an area not inspected, an officer who collapsed. `check`
# finds exactly those, and the weekly rate of cover is the arithmetic (clauses 1.2 to 1.9).
. "$(dirname "$0")/../lib.sh"
clock '2026-11-01 00:00:00'
office
for k in 1 2 3 4 5 6; do hires "d$k" "值班员$k" steward ma; done
for place in 水泵房 配电室; do exits 0 as ma area add "$place"; done
exits 0 as ma plan add 火灾 --text '先报警,再疏散'
knows_all d1 d2 d3 d4 d5 d6
awk -f "$(dirname "$0")/month/month.awk" >"$scratch/month"
clock '2026-12-01 00:00:00'
exits 0 as ma batch "$scratch/month" --quiet
shows 'length == 90' huiyin duty roster
# The shifts of the month, one of them by the finder of the one who collapsed.
shows 'length == 91' huiyin duty list

# At the end of the month the last one is still on.
check_at '2026-11-30 23:59:59'
cat >"$scratch/expected" <<'FOUND'
duty.areas-patrolled ZB-2026-0018 2026-11-07T00:00:00+08:00
duty.covered ZB-2026-0041 gap 1
duty.covered ZB-2026-0055 gap 10800
duty.covered ZB-2026-0069 gap 3600
duty.missed-post PB-2026-0056 gap 10200
FOUND
printf '%s' "$out" | jq -r '.findings[] | select(.rule | startswith("duty."))
    | if .rule == "duty.covered" then "\(.rule) \(.subject) gap \(.detail.gap_for)"
      elif .rule == "duty.missed-post" then "\(.rule) \(.subject) gap \(.detail.late_for)"
      else "\(.rule) \(.subject) \(.since)" end' | sort >"$scratch/found"
same 'exactly these' "$(cat "$scratch/expected")" "$(cat "$scratch/found")"
# The refusal is on record and nobody's fault.
shows '.steps | any(.what == "refused" and .to == "d2" and .reason == "钥匙少两把")' huiyin duty show zb-25
shows '.officer == "d6" and .substitute_for == "d4"' huiyin duty show zb-34

# A week is 604,800 seconds; the first begins with the first shift ever, on Sunday.
covered() {
    shows ".duty.covered.num == $2 and .duty.covered.den == $3 and (.duty.gaps | length == $4)" \
        as tao report weekly --week "$1" --dry-run
}
covered 2026-W44 86400 86400 0
covered 2026-W45 604800 604800 0
covered 2026-W46 $((604800 - 1)) 604800 1
covered 2026-W47 $((604800 - 10800)) 604800 1
json '.duty.gaps == [{"from": "2026-11-19T08:00:00+08:00", "to": "2026-11-19T11:00:00+08:00"}] and .duty.shifts == 21'
covered 2026-W48 $((604800 - 3600)) 604800 1
json '.duty.patrols.num == .duty.patrols.den'
covered 2026-W49 86400 86400 0
json '.week == "2026-W49" and .edition == null'
exits 0 huiyin audit verify
