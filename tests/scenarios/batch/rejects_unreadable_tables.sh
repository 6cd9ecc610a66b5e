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
