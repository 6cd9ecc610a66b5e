#!/bin/sh
# Whoever can read the file can verify it, on the staff or not, without leaving a trace.
. "$(dirname "$0")/../lib.sh"
needs_root
office
clock '2026-11-23 09:00:00'
a_complaint
chmod 0755 "$scratch"
chmod 0644 "$HUIYIN_DB"

leaves_no_entry as_nobody audit verify
exits 7 as_nobody complaint list
sql "UPDATE matter SET unit = '9-999'"
exits 5 as_nobody audit verify
