#!/bin/sh
# With a key in each row, the second run of the same file adds nothing, not even an entry.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 18:00:00'

printf '%s\n' 'channel,text,key' 'letter,楼道灯不亮,letter-1' 'letter,水压不足,letter-2' >"$scratch/letters.csv"
exits 0 as chen batch --csv 'complaint add' "$scratch/letters.csv"
clock '2026-11-25 18:00:00'
leaves_no_entry as chen batch --csv 'complaint add' "$scratch/letters.csv" --json
same 'all replayed' 'true true' "$(printf '%s\n' "$out" | jq -r .replayed | paste -sd ' ')"
shows 'length == 2' huiyin complaint list

# A longer file adds the rest.
printf 'letter,门禁失灵,letter-3\n' >>"$scratch/letters.csv"
exits 0 as chen batch --csv 'complaint add' "$scratch/letters.csv"
shows 'length == 3' huiyin complaint list
# A changed row under an old key spoils the file.
printf '%s\n' 'channel,text,key' 'letter,楼道灯又不亮,letter-1' >"$scratch/letters.csv"
rejects 8 as chen batch --csv 'complaint add' "$scratch/letters.csv"
