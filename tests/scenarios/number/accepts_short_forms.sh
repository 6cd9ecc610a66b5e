#!/bin/sh
# A number may be typed as short as it is clear: ts-1, ts1, and 1 where a command takes one kind only.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint

for number in TS-2026-0001 ts-2026-1 ts-1 ts1 TS1 ts2026-1 1; do
    shows '.no == "TS-2026-0001"' huiyin complaint show "$number"
done
accepts as chen complaint assign 1 --to sun
same 'the full number' TS-2026-0001 "$no"
accepts as chen complaint add --channel letter --text '还是没热水' --phone 13800008000 --repeat-of 1
# Where several kinds may stand there, 1 says too little.
rejects 2 as chen note 1 --text x
rejects 2 as chen complaint show x1
rejects 2 as chen complaint show tsx
rejects 2 as chen complaint show 0x1
