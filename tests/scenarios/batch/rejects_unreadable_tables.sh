#!/bin/sh
# A table that cannot be read is told line by line, and nothing of it is recorded.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 18:00:00'
table() { printf '%s\n' "$@" >"$scratch/table.csv"; }
import() { as chen batch --csv 'complaint add' "$scratch/table.csv"; }

table 'channel,words' 'letter,楼道灯不亮'
rejects 2 import
tells words
table 'channel,text' 'letter,楼道灯不亮' 'fax,楼道灯不亮' 'letter,楼道灯不亮' 'telex,楼道灯不亮'
rejects 2 import
tells fax
tells telex
table 'channel,text' 'letter,楼道灯不亮,3-502'
rejects 2 import
table 'channel,text,text' 'letter,楼道灯不亮,又不亮'
rejects 2 import
table 'channel,text' 'letter,"楼道灯不亮'
rejects 2 import
printf 'channel,text\nletter,\377\376\n' >"$scratch/table.csv"
rejects 2 import
rejects 1 as chen batch --csv 'complaint add' "$scratch/absent.csv"
table 'channel,text' 'letter,楼道灯不亮'
rejects 2 as chen batch --csv 'complaint ad' "$scratch/table.csv"
rejects 2 as chen batch --csv 'complaint list' "$scratch/table.csv"

# Every column and every row that is wrong, at once, by its place.
export HUIYIN_LANG=en
table 'channel,words,text,channel' 'letter,a,b,letter'
rejects 2 import
tells "column 2, 'words'"
tells 'column 4 has the name of column 1'
printf '%s\n' 'channel,text' 'letter,a,b,c' '' 'fax,a' 'letter,a,b' >"$scratch/table.csv"
rejects 2 import
tells 'line 2:'
tells 'it has 4 cells for 2 columns'
tells 'line 4:'
tells 'channel cannot be'
tells 'line 5:'
rejects 2 as chen batch --csv 'complaint add' "$scratch/table.csv" --json
same 'rows as a spreadsheet counts them' '2 4 5' "$(printf '%s\n' "$out" | jq -r .line | paste -sd ' ')"

# A header in another encoding is read before it is judged.
printf '\321\252\320\315,text\nletter,a\n' >"$scratch/table.csv"
rejects 2 import
tells "column 1, '血型'"

# Lines of JSON: what is no object is told beside the others.
printf '%s\n' '["letter"]' '{"channel": "fax", "text": "a"}' '{"channel": ' >"$scratch/table.jsonl"
rejects 2 as chen batch --csv 'complaint add' "$scratch/table.jsonl" --json
same 'every row' '1 2 3' "$(printf '%s\n' "$out" | jq -r .line | paste -sd ' ')"
