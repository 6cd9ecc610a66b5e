#!/bin/sh
# Making a repair void cancels its live orders; what is finished stays as it is, and all of it says 作废
# wherever it is shown.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 10:00:00'
a_repair
an_order
arrives
live=$pg
accepts as ma void "$bx" --reason '登错'
shows '.state == "cancelled" and .voided_at != null and .cancelled_at == "2026-11-24T10:00:00+08:00"' huiyin order show "$live"
shows '.steps[-1].what == "void" and .steps[-2].what == "cancel"' huiyin repair show "$bx"

a_finished_repair
accepts as ma void "$bx" --reason '登错'
shows '.state == "finished" and .voided_at != null' huiyin order show "$pg"

a_visit
accepts as chen event report --category 7 --form phone --to ma --text '停电' --place '3 号楼'
zd=$no
for one in "$ts" "$zd"; do accepts as ma void "$one" --reason '登错'; done
day='--from 2026-11-24 --to 2026-11-25'
while read -r command; do
    # shellcheck disable=SC2086
    exits 0 huiyin $command
    prints '作废'
done <<END
order list
order show $live
order show $pg
repair show $bx
repair list
complaint list
event list
event show $zd
form dispatch-order $pg
form repair-register $day
form complaint-register $day
form event-report $zd
END
