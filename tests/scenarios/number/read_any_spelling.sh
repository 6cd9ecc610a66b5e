#!/bin/sh
# `ts-1` is this year's first; the full number is any year's.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-12-31 09:00:00'
accepts as chen complaint add --channel phone --phone 13800008000 --text '去年的'
clock '2027-01-01 09:00:00'
accepts as chen complaint add --channel phone --phone 13800008000 --text '今年的'

for spelling in ts-1 TS-1 Ts-0001 TS-2027-1 TS-2027-0001; do
    shows '.no == "TS-2027-0001"' huiyin complaint show "$spelling"
done
shows '.no == "TS-2026-0001"' huiyin complaint show ts-2026-1
rejects 3 huiyin complaint show ts-2
rejects 3 huiyin complaint show TS-2025-0001
rejects 2 huiyin complaint show one
