#!/bin/sh
# With --on-error skip the good lines are recorded; the exit is still the first failure's.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

cat >"$scratch/lines" <<'END'
complaint add --channel letter --text '楼道灯不亮'
complaint add --channel visit --unit 3-502 --text '楼上夜里敲打'
complaint add --channel letter --text '楼道灯还不亮'
complaint assign ts-99 --to chen
END
adds_an_entry 4 as chen batch "$scratch/lines" --on-error skip --json
same 'the numbers' 'TS-2026-0001 TS-2026-0002' \
    "$(printf '%s\n' "$out" | jq -r 'select(.ok) | .no' | paste -sd ' ')"
shows 'length == 2' huiyin complaint list

# The first failure decides, whatever comes after.
printf 'complaint assign ts-99 --to chen\ncomplaint add --channel visit --unit 1 --text x\n' >"$scratch/lines"
before=$(head_now)
exits 3 as chen batch "$scratch/lines" --on-error skip
same 'the journal' "$before" "$(head_now)"
