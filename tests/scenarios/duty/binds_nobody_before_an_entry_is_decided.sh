#!/bin/sh
# A roster entry binds from when it is decided: one that is entered after its beginning is to be taken up
# from then, one that is entered as it is over, or nearly, by nobody (clauses 1.2, 1.4).
. "$(dirname "$0")/../lib.sh"
office
rule=duty.missed-post
knows_all sun li chen
clock '2026-11-23 12:00:00'
exits 0 as ma duty schedule --who sun --from '2026-11-22 08:00:00' --to '2026-11-22 16:00:00' --kind day
tells '2026-11-23 12:00'
past=$out
rosters sun '2026-11-23 08:00:00' '2026-11-23 16:00:00'
now=$pb
no_breach "$rule" "$past" '2026-12-31 09:00:00'
no_breach "$rule" "$now" '2026-11-23 12:10:00'
breach "$rule" 1.4 "$now" '2026-11-23 12:10:01' '2026-11-23 12:10:00'
# Decided in time and typed later, as it says: a roster that hung on the wall. More than a day late it says why.
typed_later() {
    as ma duty schedule --who li --from '2026-11-22 08:00:00' --to '2026-11-22 16:00:00' --kind overnight \
        --at '2026-11-22 08:00:00' "$@"
}
refuses record.late-reason 1.6 typed_later
accepts typed_later --late-reason '墙上的排班'
breach "$rule" 1.4 "$no" '2026-11-23 12:00:00' '2026-11-22 08:10:00'
# Ten minutes before its end there is time for it, a second later there is none.
clock '2026-11-24 15:50:00'
rosters sun '2026-11-24 08:00:00' '2026-11-24 16:00:00'
no_breach "$rule" "$pb" '2026-11-24 16:00:00'
breach "$rule" 1.4 "$pb" '2026-11-24 16:00:01' '2026-11-24 16:00:00'
clock '2026-11-24 15:50:01'
rosters li '2026-11-24 08:00:00' '2026-11-24 16:00:00' overnight
no_breach "$rule" "$pb" '2026-12-31 09:00:00'
# Within the ten minutes they run from its recording.
clock '2026-11-25 08:05:00'
rosters sun '2026-11-25 08:00:00' '2026-11-25 16:00:00'
no_breach "$rule" "$pb" '2026-11-25 08:15:00'
breach "$rule" 1.4 "$pb" '2026-11-25 08:15:01' '2026-11-25 08:15:00'
clock '2026-11-25 08:15:00'
takes_post sun
no_breach "$rule" "$pb" '2026-12-31 09:00:00'

# Whoever began before it was on record took up nobody's shift; in that second and after it they do.
clock '2026-11-25 16:00:00'
writes_log sun
exits 0 as sun duty end
takes_post chen
first=$zb
clock '2026-11-25 16:00:01'
rosters li '2026-11-25 16:00:00' '2026-11-25 20:00:00'
no_breach duty.rostered-officer "$first" '2026-12-31 09:00:00'
clock '2026-11-25 20:00:00'
writes_log chen
exits 0 as chen duty end
rosters li '2026-11-25 20:00:00' '2026-11-25 23:00:00'
refuses duty.rostered-officer 1.2 as chen duty start
clock '2026-11-25 20:30:00'
refuses duty.rostered-officer 1.2 as chen duty start --at '2026-11-25 20:00:00'
accepts as chen duty start --at '2026-11-25 20:00:00' --substitute-for li --reason '换班'
