#!/bin/sh
# A trial run of a command under its key is the same command: the number is told again, not a conflict.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
keyed() { as chen complaint add --channel letter --text 楼道灯不亮 --key window-1 "$@"; }
accepts keyed
rejects 0 keyed --dry-run --json
json '.no == "TS-2026-0001" and .replayed'
rejects 8 keyed --dry-run --unit 3-502
