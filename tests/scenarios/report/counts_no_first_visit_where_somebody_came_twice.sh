#!/bin/sh
# Fixed on the first visit is what nobody had to come for again, whether before it was finished or after.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
a_finished_repair
signs
hands_in
shows '.repairs | .finished == 1' as ma report period --from 2026-11-23 --to 2026-11-29
rate .repairs.fixed_first_visit 1 1
an_order
arrives
shows '.repairs | .finished == 1' as ma report period --from 2026-11-23 --to 2026-11-29
rate .repairs.fixed_first_visit 0 1
