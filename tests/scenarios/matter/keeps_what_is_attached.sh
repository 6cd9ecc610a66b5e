#!/bin/sh
# A file is kept with its digest and comes back byte for byte, also when the matter has long been
# closed; a technician may add one. What cannot be read or is too large leaves nothing behind.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
sheet="$scratch/签名回访单 1.pdf"
printf 'sheet\000\377\r\n\n' >"$sheet"
# digest FILE: what anybody can compare with the file they still have
digest() { b2sum -l 256 "$1" | cut -d ' ' -f 1; }

# saves NUMBER STEP FILE: what comes back is this file
saves() {
    exits 0 as chen attachment save "$1" "$2" --out "$scratch/back"
    cmp -s "$scratch/back" "$3" || fail "the bytes of $3" "$(wc -c <"$scratch/back") others"
    rm "$scratch/back"
}
a_settled_complaint
accepts visit_back yes
accepts as chen complaint close "$ts" --outcome '已放气'
accepts as chen attach "$ts" "$sheet" --text '业主签名'
same 'the number' "$ts" "$no"
shows '.state == "closed" and (.steps[-1] | .what == "attach" and .text == "业主签名"
    and .name == "签名回访单 1.pdf" and .size == 10 and .by == "chen")' as chen complaint show "$ts"
same 'the digest' "$(digest "$sheet")" "$(printf '%s' "$out" | jq -r '.steps[-1].digest')"
step=$(printf '%s' "$out" | jq '.steps[-1].seq')
saves "$ts" "$step" "$sheet"
# Straight to standard output too: the bytes and nothing else.
run as chen attachment save "$ts" "$step"
cmp -s "$scratch/out" "$sheet" || fail 'the bytes on standard output' "$(wc -c <"$scratch/out") others"

# A technician, on a repair, without words; an empty file; ten MiB to the byte.
a_repair
: >"$scratch/empty"
accepts as wu attach "$bx" "$scratch/empty"
saves "$bx" 2 "$scratch/empty"
head -c 10485760 /dev/zero >"$scratch/full"
accepts as wu attach "$bx" "$scratch/full"
saves "$bx" 3 "$scratch/full"
accepts as wu attach "$bx" "$sheet"
saves "$bx" 4 "$sheet"
denies as zhou attach "$bx" "$sheet"
denies huiyin attach "$bx" "$sheet"

# Missing, a directory, one byte too many, unreadable; no such matter.
rejects 2 as chen attach "$ts" "$scratch/missing.pdf"
tells missing.pdf
rejects 2 as chen attach "$ts" "$scratch"
printf 'x' >>"$scratch/full"
rejects 2 as chen attach "$ts" "$scratch/full"
tells '10 MiB'
rejects 2 as chen attach "$ts"
rejects 3 as chen attach ts-99 "$sheet"
# A pipe is no file to keep, and is not waited for.
mkfifo "$scratch/pipe"
rejects 2 as chen attach "$ts" "$scratch/pipe"
# A step that added none, and one there is not.
rejects 3 as chen attachment save "$ts" 1
rejects 3 as chen attachment save "$ts" 99
rejects 2 as chen attachment save "$ts" first
leaves_no_entry as chen attach "$ts" "$sheet" --dry-run
exits 0 huiyin audit verify
