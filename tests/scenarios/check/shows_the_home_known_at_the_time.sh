#!/bin/sh
# What `check --as-of` finds is of the home that was on record then, not of the one it was corrected to since.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
a_complaint --unit 3-502
clock '2026-11-24 10:00:00'
accepts as chen amend "$ts" --unit 5-101 --reason '房号写错'
clock '2026-11-24 11:00:00'
accepts as chen amend "$ts" --unit 7-303 --reason '又写错'

of_home() {
    run huiyin check --all --as-of "$1" --json
    json ".findings | any(.subject == \"$ts\") and all(.subject != \"$ts\" or .unit == \"$2\")"
}
of_home '2026-11-24 09:59:59' 3-502
of_home '2026-11-24 10:00:00' 5-101
of_home '2026-11-24 10:59:59' 5-101
of_home '2026-11-24 11:00:00' 7-303
run huiyin check --all --as-of '2026-11-24 09:59:59'
prints 3-502
never_prints 7-303
