#!/bin/sh
# A CSV file begins with the byte order mark that spreadsheets look for; rows for a pipe do not.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint

first_bytes() { head -c 3 "$1" | od -An -tx1 | tr -d ' \n'; }
exits 0 as chen complaint list --format csv --out "$scratch/list.csv"
same 'the mark' efbbbf "$(first_bytes "$scratch/list.csv")"
exits 0 as chen complaint list --format csv
same 'the header at once' '编号' "$(head -c 6 "$scratch/out")"
same 'the same rows' "$(cat "$scratch/out")" "$(tail -c +4 "$scratch/list.csv")"
