# A breach that was explained at an office: headquarters says by whom and when, and why only where the office shares
# texts; phones in it are masked, and what was erased since is gone from it.
. "$(dirname "$0")/lib.sh"

one_office_registered
clock '2026-11-23 09:00:00'
accepts as chen complaint add --channel letter --text 一
mine=$no
clock '2026-11-27 09:00:00'
exits 4 huiyin check --subject "$mine" --json
rule=$(printf '%s' "$out" | jq -r '.findings | map(select(.severity == "breach")) | .[0].rule')
hands_in "$scratch/unexplained"
takes "$scratch/unexplained"
exits 4 huiyin hq check --json
json '.findings | length > 0 and all(has("explanation") | not)'
clock '2026-11-27 12:30:00'
accepts as ma check explain "$rule" "$mine" --reason '全校停电,已致电 13800008000'

told() { printf '%s' "$out" | jq -c ".findings | map(select(.rule == \"$rule\" and .subject == \"$mine\")) | .[0].explanation | [.by, .at, .text]"; }
for share in figures journal; do
    hands_in "$scratch/$share" --with $share
    ! unpacked "$scratch/$share" | grep -aq 停电 || fail "no reason in a bundle of $share" 'there is'
done
takes "$scratch/journal"
run huiyin hq check --json
same 'who and when' '["ma","2026-11-27T12:30:00+08:00",null]' "$(told)"
run huiyin hq check --format csv
prints 'ma, 2026-11-27 12:30'

clock '2026-11-27 13:00:00'
hands_in "$scratch/texts" --with texts
takes "$scratch/texts"
run huiyin hq check --json
same 'why, too' '["ma","2026-11-27T12:30:00+08:00","全校停电,已致电 138****8000"]' "$(told)"
for format in csv html; do
    run huiyin hq check --format "$format"
    prints 'ma, 2026-11-27 12:30: 全校停电,已致电 138****8000'
    never_prints 13800008000
done
