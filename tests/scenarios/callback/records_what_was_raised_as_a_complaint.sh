#!/bin/sh
# What a callback brings up can be registered in the same breath, under a number of its own.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 10:00:00'

a_settled_complaint
accepts call_back phone yes --raised '楼上夜里敲打' --appointment '2026-11-25 15:00:00' \
    --opens complaint --json
json '.no == "HF-2026-0001" and .opened == ["TS-2026-0002"]'
shows '.text == "楼上夜里敲打" and .state == "open" and .reachable' as chen complaint show ts-2
