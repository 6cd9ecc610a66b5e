#!/bin/sh
# Letter, phone, visit, and no other (clause 2.1). Where it really came from stands beside.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

for channel in fax wechat email round ''; do
    rejects 2 as chen complaint add --channel "$channel" --text '楼道灯不亮'
done
rejects 2 as chen complaint add --text '楼道灯不亮'
accepts as chen complaint add --channel letter --via '12345热线' --unit 3-502 --text '楼道灯不亮'
shows '.channel == "letter" and .via == "12345热线"' huiyin complaint show "$no"
