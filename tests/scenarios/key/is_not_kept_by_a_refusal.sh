#!/bin/sh
# A refusal stores no key: once mended, the same key works.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
visit() { as chen complaint add --channel visit --unit 3-502 --text '楼上夜里敲打' --key visit-1 "$@"; }

rejects 4 visit
rejects 2 visit --class 9
rejects 0 visit --courtesy seat,tea,heard,calmed --dry-run
accepts visit --courtesy seat,tea,heard,calmed
same 'the number' TS-2026-0001 "$no"
