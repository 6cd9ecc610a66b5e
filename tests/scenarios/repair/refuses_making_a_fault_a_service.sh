#!/bin/sh
# No limit binds a service, so a fault becomes one only after arrival and by a manager or head, like
# danger made ordinary (clause 4.5).
. "$(dirname "$0")/../lib.sh"
office
rule=repair.urgent-stays
becomes() {
    _who=$1
    shift
    as "$_who" repair recategorise "$bx" --category service --reason '是加装要求' "$@"
}
clock '2026-11-24 09:00:00'
a_repair
an_order
clock '2026-11-24 09:14:00'
refuses "$rule" 4.5 becomes chen
refuses "$rule" 4.5 becomes ma
arrives
refuses "$rule" 4.5 becomes chen
refuses "$rule" 4.5 becomes ma --at '2026-11-24 09:13:59'
refuses "$rule" 4.5 becomes ma --by chen
accepts becomes ma
shows '.category == "service"' huiyin repair show "$bx"
# The other way round it is anybody's, at any time: then its limits run.
accepts as chen repair recategorise "$bx" --category plumbing --reason '是漏水'
# Whoever stands in for a manager is one.
clock '2026-11-25 09:00:00'
exits 0 huiyin staff away ma --from '2026-11-25 08:00' --to '2026-11-25 18:00' --acting sun
a_repair
an_order
arrives
refuses "$rule" 4.5 becomes chen
accepts becomes sun
clock '2026-11-25 18:00:00'
a_repair
an_order
arrives
refuses "$rule" 4.5 becomes sun
