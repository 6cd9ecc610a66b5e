#!/bin/sh
# Reports climb one level at a time, to the direct superior or whoever acts for them; an urgent one may go
# straight to a head, and calling 119 skips nobody (clauses 7.2, 7.4).
. "$(dirname "$0")/../lib.sh"
office
rule=event.level-by-level clause='7.2, 7.4'
clock '2026-11-24 09:00:00'
tells_of() {
    _to=$1
    shift
    accepts as chen event report --text '情况' --form phone --to "$_to" "$@"
    zd=$no
}
tells_of ma --category 7
no_breach "$rule" "$zd" '2027-11-24 09:00:00'
for skipped in tao mei sun; do
    tells_of "$skipped" --category 7
    breach "$rule" "$clause" "$zd" '2027-11-24 09:00:00' '2026-11-24 09:00:00'
done
tells_of tao --category 5
no_breach "$rule" "$zd" '2027-11-24 09:00:00'
tells_of mei --category 5
breach "$rule" "$clause" "$zd" '2027-11-24 09:00:00'

# Every message on its way counts.
tells_of ma --category 7
clock '2026-11-24 09:05:00'
accepts as ma event relay "$zd" --to tao --form phone
accepts as chen event alarm "$zd" --called 119
accepts as ma event supplement "$zd" --form written --text '书面'
no_breach "$rule" "$zd" '2027-11-24 09:00:00'
shows '.holder == "tao"' huiyin event show "$zd"
accepts as chen event supplement "$zd" --form phone --to tao --text '续报' --json
told "$rule" breach
breach "$rule" "$clause" "$zd" '2027-11-24 09:00:00' '2026-11-24 09:05:00'

# While she is away the one who acts for her stands in.
exits 0 huiyin staff away ma --from '2026-11-25 08:00:00' --to '2026-11-25 18:00:00' --acting mei
clock '2026-11-25 17:59:59'
tells_of mei --category 7
no_breach "$rule" "$zd" '2027-11-24 09:00:00'
clock '2026-11-25 18:00:00'
tells_of mei --category 7
breach "$rule" "$clause" "$zd" '2027-11-24 09:00:00'
denies as wu event relay "$zd" --to tao --form phone
