#!/bin/sh
# A corrected category binds from when it is put on record (clauses 4.5, 6.1, 6.2): dated back it undoes
# no breach that stood by then, and makes none that nobody could have kept.
. "$(dirname "$0")/../lib.sh"
office
recategorised() {
    _category=$1
    shift
    as ma repair recategorise "$bx" --category "$_category" --reason '登记有误' "$@"
}
begun() {
    a_repair --at '2026-11-24 09:00:00' "$@"
    an_order --at '2026-11-24 09:01:00'
    arrives --at '2026-11-24 09:10:00'
    starts --at '2026-11-24 09:11:00'
}
clock '2026-11-24 13:10:00'
begun
in_time=$bx
accepts recategorised service --at '2026-11-24 10:00:00'
tells '2026-11-24 13:10'
no_breach order.fixed-on-the-spot "$in_time" '2026-11-30 09:00:00'
clock '2026-11-24 13:10:01'
begun
accepts recategorised service --at '2026-11-24 10:00:00'
breach order.fixed-on-the-spot 6.2 "$bx" '2026-11-30 09:00:00' '2026-11-24 13:10:00'
# It was decided after the arrival, as it has to be.
begun
refuses repair.urgent-stays 4.5 recategorised service --at '2026-11-24 09:09:59'

# Into an urgent one, with an appointment: what was agreed held until it was known.
clock '2026-11-24 13:30:00'
a_repair --at '2026-11-24 09:00:00' --appointment '2026-11-24 14:00:00'
accepts recategorised elevator --at '2026-11-24 09:05:00'
no_breach order.arrived-in-time "$bx" '2026-11-24 13:45:00'
breach order.arrived-in-time 6.1 "$bx" '2026-11-24 13:45:01' '2026-11-24 13:45:00'

# Typed out of order, the one on record last is what it is.
clock '2026-11-24 14:00:00'
begun
accepts recategorised electrical --at '2026-11-24 12:00:00'
accepts recategorised furniture --at '2026-11-24 11:00:00'
shows '.category == "furniture"' huiyin repair show "$bx"
# A heating leak that is called one only after it was finished needed no supplier told.
a_repair --at '2026-11-24 09:00:00'
an_order --at '2026-11-24 09:01:00'
arrives --at '2026-11-24 09:10:00'
starts --at '2026-11-24 09:11:00'
finishes --at '2026-11-24 10:00:00'
accepts recategorised heating-main --at '2026-11-24 09:30:00'
no_breach repair.supplier-told "$bx" '2026-11-30 09:00:00'
