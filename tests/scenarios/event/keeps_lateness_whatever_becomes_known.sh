#!/bin/sh
# Reported late as an ordinary event it stays so when a supplement makes it urgent, and figures that were
# told stay told; who never reported in time answers for it whenever they do (clauses 7.3, 7.5).
. "$(dirname "$0")/../lib.sh"
office
at_noon='2026-11-24 12:00:00'
clock '2026-11-25 12:00:01'
an_event 7 --learned "$at_noon"
clock '2026-11-25 13:00:00'
accepts as ma event supplement "$zd" --form written --to tao --text '一人受伤' --casualties 1
breach event.in-time 7.5 "$zd" '2027-01-01 00:00:00' '2026-11-25 12:00:00'
breach event.accounted 7.5 "$zd" '2027-01-01 00:00:00' '2026-11-28 12:00:01'
no_breach event.urgent-in-time "$zd" '2027-01-01 00:00:00'

# Told as urgent it was urgent; the rules and what is shown say the same.
an_event 6 --casualties 2 --learned '2026-11-25 12:40:00'
accepts as ma event supplement "$zd" --form phone --to tao --text '核实无人受伤' --casualties 0
breach event.urgent-in-time 7.3 "$zd" '2027-01-01 00:00:00' '2026-11-25 12:50:00'
breach event.written 7.3 "$zd" '2027-01-01 00:00:00' '2026-11-26 12:40:00'
shows '.urgent and .casualties == 0' huiyin event show "$zd"
shows '.events.urgent == 2' as tao report weekly --week 2026-W48 --dry-run

# Nobody was told of it, and nobody answered; the report that comes after all changes neither.
clock '2026-12-01 08:00:00'
knows_all sun
exits 0 as ma area add 水泵房
takes_post sun
accepts as sun duty patrol 水泵房 --result fault --note '积水' --event 6
zd=ZD-2026-0003
breach event.accounted 7.5 "$zd" '2026-12-05 08:00:01' '2026-12-05 08:00:00'
clock '2026-12-05 08:00:01'
accepts as sun event supplement "$zd" --form phone --to ma --text '补报'
breach event.accounted 7.5 "$zd" '2027-01-01 00:00:00' '2026-12-05 08:00:00'
# Whom it was reported to holds it.
shows '.holder == "ma"' huiyin event show "$zd"
run huiyin check --all --subject "$zd" --json
json '.findings | all(.rule != "matter.holder")'
