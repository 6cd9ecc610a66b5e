#!/bin/sh
# An open letter stands for the callback of each of the two or more matters it answers; to one alone it
# discharges nothing (clause 3.3.4).
. "$(dirname "$0")/../lib.sh"
office
rule=callback.made
clock '2026-11-24 09:00:00'
a_settled_complaint
alone=$ts
a_settled_complaint
first=$ts
an_answered_opinion
second=$jy
clock '2026-11-27 09:00:00'
accepts publishes "$alone"
accepts publishes "$first,$second"
clock '2026-11-27 09:00:01'
no_breach "$rule" "$first" '2027-11-27 09:00:00'
no_breach "$rule" "$second" '2027-11-27 09:00:00'
breach "$rule" 3.4.1 "$alone" '2027-11-27 09:00:00' '2026-11-27 09:00:00'
# The same matter named twice is still one.
accepts publishes "$alone,$alone"
breach "$rule" 3.4.1 "$alone" '2027-11-27 09:00:00'
