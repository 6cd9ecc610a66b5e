#!/bin/sh
# Nobody is rostered twice at a time, and no two entries of one kind lie over each other, across midnight
# and a year's end too (clause 1.2).
. "$(dirname "$0")/../lib.sh"
office
rule=duty.roster-clash
enters() {
    _who=$1 _from=$2 _to=$3 _kind=$4
    shift 4
    as ma duty schedule --who "$_who" --from "$_from" --to "$_to" --kind "$_kind" "$@"
}
accepts enters sun '2026-12-31 22:00:00' '2027-01-01 08:00:00' overnight
night=$no
same 'its number' PB-2026-0001 "$night"
refuses "$rule" 1.2 enters sun '2027-01-01 07:59:59' '2027-01-01 16:00:00' day
refuses "$rule" 1.2 enters li '2027-01-01 07:59:59' '2027-01-01 16:00:00' overnight
accepts enters li '2027-01-01 07:59:59' '2027-01-01 16:00:00' day
accepts enters sun '2027-01-01 16:00:00' '2027-01-02 08:00:00' overnight
accepts enters chen '2026-12-31 21:00:00' '2026-12-31 22:00:00' overnight
# Withdrawn it clashes with nothing.
accepts as ma void "$night" --reason '排错了'
accepts enters mei '2026-12-31 22:00:00' '2027-01-01 08:00:00' overnight

rejects 2 enters sun '2026-12-01 08:00:00' '2026-12-01 08:00:00' day
rejects 2 enters sun '2026-12-01 08:00:00' '2026-12-04 08:00:01' day
rejects 2 enters sun '2026-12-01 08:00:00' '2026-12-01 16:00:00' evening
exits 3 enters nobody '2026-12-01 08:00:00' '2026-12-01 16:00:00' day
for who in chen sun wu zhou; do denies as "$who" duty schedule --who sun --from 08:00 --to 16:00 --kind day; done
shows 'map(.who) == ["chen", "mei", "li", "sun"] and (map(.from) | sort) == map(.from)
    and .[0].to == "2026-12-31T22:00:00+08:00" and .[0].kind == "overnight"' huiyin duty roster
shows 'map(.who) == ["li", "sun"]' huiyin duty roster --from '2027-01-01 00:00' --to '2027-01-02 00:00'
