#!/bin/sh
# Where several exits apply: usage, then whether it is permitted, then whether there is such a record.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

rejects 2 as wu complaint assign TS-2026-0009
denies as wu complaint assign TS-2026-0009 --to nobody
rejects 3 as chen complaint assign TS-2026-0009 --to nobody --json
json '.ok == false and .error == "not-found"'
rejects 3 as chen complaint show TS-2026-0009
tells TS-2026-0009
a_complaint
rejects 3 as chen complaint assign "$ts" --to nobdy
tells nobdy
