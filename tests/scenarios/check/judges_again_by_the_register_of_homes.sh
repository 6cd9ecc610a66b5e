#!/bin/sh
# Whether a home is on the register (clause 3.3.6) changes with the register: with its first home, with each that is added or
# retired, in whatever spelling, and with the last.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
rule=record.home-listed
clock '2026-11-24 09:00:00'
a_closed_complaint --unit '3栋501'
one=$ts
clock '2026-11-24 10:00:00'
a_closed_complaint --unit 3-502
other=$ts

# Where there is no register nothing is missing on it.
clock '2026-11-30 09:00:00'
files_the_week
keeps_no "$rule" "$one"
keeps_no "$rule" "$other"

# The first home of all: every other home is judged anew.
exits 0 as ma unit add 3-501
finds_no "$rule" "$one"
finds "$rule" "$other" '.detail.nearest == "3-501"'

clock '2026-12-07 09:00:00'
a_closed_complaint --unit 4-401
listed_later=$ts
exits 0 as ma unit add 4-402
exits 0 as ma unit add 4-401
clock '2026-12-07 09:00:01'
files_the_week
keeps_no "$rule" "$one"
keeps_no "$rule" "$listed_later"
# Which is the nearest turns on all homes, so that no verdict is kept.
has_none "$other"

# A nearer one comes in, then the home itself.
exits 0 as ma unit add 3-503
exits 0 as ma unit retire 3-501
finds "$rule" "$other" '.detail.nearest == "3-503"'
finds "$rule" "$one"
has_verdict "$listed_later"
exits 0 as ma unit add '3号楼502室'
finds_no "$rule" "$other"
exits 0 as ma unit retire '4栋401'
finds "$rule" "$listed_later"

# Without the last home there is no register.
clock '2026-12-14 09:00:00'
accepts as ma note "$one" --text '下周归档'
files_the_week
for home in 3-503 '3号楼502室' 4-402; do exits 0 as ma unit retire "$home"; done
finds_no "$rule" "$one"
finds_no "$rule" "$listed_later"

# A whole register at once.
files_the_week
{
    printf 'unit\n'
    for home in 1 2 3 4 5 6; do for flat in 01 02 03 04 05 06 07 08 09 10; do printf '9-%s%s\n' "$home" "$flat"; done; done
} >"$scratch/homes.csv"
exits 0 as ma unit import "$scratch/homes.csv"
finds "$rule" "$one"
finds "$rule" "$listed_later"
exits 0 huiyin audit verify
