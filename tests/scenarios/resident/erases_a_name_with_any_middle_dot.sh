#!/bin/sh
# One name, whichever of the middle dots was typed: all of it goes, by phone and by home and name. A home
# is compared as a home there too.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
for dot in '·' '•' '・' '‧' '･' '．'; do
    accepts as chen complaint add --channel phone --unit 5-101 --phone 13800008000 --from '阿卜杜拉·买买提' \
        --text "阿卜杜拉${dot}买买提来电"
done
exits 0 huiyin resident erase --phone 13800008000 --reason 书面要求
exits 0 as chen complaint list --reveal --json
never_prints 买买提
for dot in '·' '•' '・'; do
    accepts as chen complaint add --channel phone --unit "5号楼102室" --from '古丽·巴哈尔' --text 来访
    exits 0 huiyin resident erase --unit 5-102 --name "古丽${dot}巴哈尔" --reason 书面要求
    shows '.from == null' as chen complaint show "$no" --reveal
done
exits 0 huiyin audit verify
