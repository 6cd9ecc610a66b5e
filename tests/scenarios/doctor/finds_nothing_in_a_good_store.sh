#!/bin/sh
# Exit 0 and nothing to mend; whoever asks needs no staff record, and nothing is written.
. "$(dirname "$0")/../lib.sh"
office
leaves_no_entry huiyin doctor
prints 'SQLite'
leaves_no_entry huiyin doctor --json
json '.healthy and ([.checks[].check] | contains(["sqlite", "file", "folder", "companions",
    "interrupted-write", "disk", "pages", "journal", "clock", "time-zone", "backup", "opening"]))'
json '.checks[] | select(.check == "backup") | .state == "notice"'
exits 0 huiyin backup "$scratch/copy.db"
exits 0 huiyin doctor --json
json 'all(.checks[]; .state == "ok")'
clock '2026-12-05 09:00:00'
exits 0 huiyin doctor --json --lang en
json '.healthy and (.checks[] | select(.check == "backup") | .remarks[0].what | contains("12 days"))'
sql "UPDATE staff SET login = 'gone'"
exits 0 huiyin doctor
