#!/bin/sh
# With a retention period, a nightly `resident erase --expired` takes out names and numbers of
# whatever ended that long ago, to the second; before, after and without one it says and does nothing.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
accepts as chen complaint add --channel phone --phone 13800008000 --from '欧阳娜' --unit 3-502 \
    --text '欧阳娜家漏水,电话13800008000'
ts=$no
settled
accepts visit_back no
accepts as ma complaint close "$ts" --outcome '已处理' --unsatisfied --reason '欧阳娜无异议'
closed=$ts
accepts as chen complaint add --channel phone --phone 13800008000 --from '欧阳娜' --unit 3-502 \
    --text '欧阳娜家又漏水'
open=$no

leaves_no_entry huiyin resident erase --expired
prints_nothing
tells_nothing
rejects 2 huiyin policy set privacy.retain 5 --reason '试'
rejects 2 huiyin policy set privacy.retain 12h --reason '试'
accepts huiyin policy set privacy.retain 3y --reason '保存三年'
shows '.value == "1095d"' huiyin policy show privacy.retain

# Closed on 2026-11-23 09:00:00; 1,095 days later it is due, not a second before.
clock '2029-11-22 08:59:59'
leaves_no_entry huiyin resident erase --expired
tells_nothing
clock '2029-11-22 09:00:00'
leaves_no_entry huiyin resident erase --expired --dry-run
tells "$closed"
adds_an_entry 0 huiyin resident erase --expired
same 'what it prints' erasure-1 "$out"
exits 0 as chen complaint show "$closed" --reveal --json
json '.from == null and .phone == null and .text == "某业主家漏水,电话某号码" and .callbacks[0].signed_by == null
    and .erased[0].sort == "expired"'
exits 0 as chen complaint show "$open" --reveal --json
json '.from == "欧阳娜" and .phone == "13800008000" and .text == "欧阳娜家又漏水"'
leaves_no_entry huiyin resident erase --expired
tells_nothing
exits 0 huiyin audit verify
