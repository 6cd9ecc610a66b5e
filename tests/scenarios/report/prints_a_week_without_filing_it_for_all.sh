#!/bin/sh
# A report without filing is for all: an auditor and a technician print the week with --dry-run, which files nothing,
# and a week that is not over; filing one is for the office (5.5).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
for who in zhou wu "$admin" chen; do
    leaves_no_entry as "$who" report weekly --week 2026-W47 --dry-run
    prints 2026-W47
    leaves_no_entry as "$who" report weekly --dry-run --json
    json '.week == "2026-W47" and .edition == 1'
done
for who in zhou wu "$admin"; do
    leaves_no_entry as "$who" report weekly --week 2026-W48
done
denies as zhou report weekly --week 2026-W47
denies as wu report weekly --week 2026-W47
adds_an_entry 0 as chen report weekly --week 2026-W47
leaves_no_entry as zhou report weekly --week 2026-W47 --dry-run
