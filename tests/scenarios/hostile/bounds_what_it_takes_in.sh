#!/bin/sh
# Ten megabytes where a sentence belongs: exit 2 with the limit, by every way in; at the limit itself it
# is taken.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
# many CHARACTER COUNT
many() { head -c "$2" /dev/zero | tr '\0' "$1"; }
endless() { many a 10000000; }
told_the_limit() {
    tells "$1"
    [ "${#err}" -lt 2000 ] || fail 'a short message' "${#err} bytes"
}

many a 20000 >"$scratch/full"
many a 20001 >"$scratch/over"
accepts as chen complaint add --channel letter --text - <"$scratch/full"
rejects 2 as chen complaint add --channel letter --text - <"$scratch/over"
told_the_limit 20000
# Characters are counted, not bytes.
for word in $(seq 2000); do printf '一二三四五六七八九十'; done >"$scratch/full"
accepts as chen complaint add --channel letter --text - <"$scratch/full"
accepts as chen duty start
accepts as chen duty log - <"$scratch/full"
rejects 2 as chen duty log - <"$scratch/over"

endless >"$scratch/endless"
rejects 2 as chen complaint add --channel letter --text - <"$scratch/endless"
told_the_limit 20000
rejects 2 as chen complaint add --channel letter --text "$(many a 100000)"
rejects 2 as chen complaint add --channel letter --text '灯' --unit "$(many a 2001)"
told_the_limit 2000
rejects 2 as chen complaint add --channel letter --text '灯' --about "$(many a 2001)"
rejects 2 as chen complaint list --at "$(many 1 3000)"
rejects 2 as chen complaint show "TS-$(many 1 3000)"

{ printf 'complaint add --channel letter --text 一\ncomplaint add --channel letter --text ' && endless && echo; } >"$scratch/batch"
rejects 2 as chen batch "$scratch/batch"
tells '2'
rejects 2 as chen batch <"$scratch/endless"
{ echo channel,text && printf 'letter,' && endless && echo; } >"$scratch/table.csv"
rejects 2 as chen batch --csv 'complaint add' "$scratch/table.csv"
{ printf '{"channel": "letter", "text": "' && endless && echo '"}'; } >"$scratch/table.jsonl"
rejects 2 as chen batch --csv 'complaint add' "$scratch/table.jsonl"
# Nested without end.
{ printf '{"channel": "letter", "text": ' && many '[' 500000 && many ']' 500000 && echo '}'; } >"$scratch/deep.jsonl"
rejects 2 as chen batch --csv 'complaint add' "$scratch/deep.jsonl"
{ printf '{"channel": "letter", "text": ' && many '[' 500000 && printf 1.5 && many ']' 500000 && echo '}'; } >"$scratch/deep.jsonl"
rejects 2 as chen batch --csv 'complaint add' "$scratch/deep.jsonl"
{ printf '{"channel": ' && for at in $(seq 50000); do printf '{"a":'; done && printf 1 && many '}' 50000 && echo '}'; } >"$scratch/deep.jsonl"
rejects 2 as chen batch --csv 'complaint add' "$scratch/deep.jsonl"

a_complaint
accepts as chen attach "$ts" "$scratch/endless"
many a 10485761 >"$scratch/too-large"
rejects 2 as chen attach "$ts" "$scratch/too-large"
told_the_limit 10
mkfifo "$scratch/pipe"
for file in "$scratch/pipe" "$scratch" /dev/zero /dev/null "$scratch/absent"; do
    rejects 2 as chen attach "$ts" "$file"
done
exits 0 huiyin audit verify
