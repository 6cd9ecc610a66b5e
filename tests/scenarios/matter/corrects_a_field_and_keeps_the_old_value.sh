#!/bin/sh
# A mistyped field is corrected with a reason; the old value stays on record. What happened when,
# and by which channel, a manager corrects.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

a_complaint --unit 3-052 --category '供热' --class 1
adds_an_entry 0 as chen amend "$ts" --unit 3-502 --reason '房号写错' --json
entry=$(printf '%s' "$out" | jq .seq)
shows '.unit == "3-502"' huiyin complaint show "$ts"
exits 0 huiyin audit show "$entry"
prints 3-052
prints 3-502

rejects 2 as chen amend "$ts" --unit 3-503
rejects 2 as chen amend "$ts" --reason '没有要改的'
denies as chen amend "$ts" --channel letter --reason '其实是信'
denies as chen amend "$ts" --class 3 --reason '升级'
denies as sun amend "$ts" --people 9 --reason '人数写错'
denies as chen amend "$ts" --category '供水' --reason '类别写错'
accepts as ma amend "$ts" --class 3 --reason '升级'
accepts as tao amend "$ts" --category '供水' --reason '类别写错'
shows '.class == 3 and .category == "供水"' huiyin complaint show "$ts"

# Where an event was, and what is known of a petition.
accepts as chen event report --category 7 --form phone --to tao --text '燃气泄漏' --place '3 号楼' --petition '无'
zd=$no
adds_an_entry 0 as chen amend "$zd" --place '8 号楼地下室' --petition '家属已到街道办' --reason '听错楼号'
shows '.place == "8 号楼地下室" and .petition == "家属已到街道办"' huiyin event show "$zd"
exits 0 huiyin audit history "$zd"
prints '3 号楼'
prints '8 号楼地下室'

# What is corrected to what it was is on record, and whoever typed it is told: another field was probably meant.
a_complaint --unit 5-101 --class 1
adds_an_entry 0 as chen amend "$ts" --unit 5-101 --phone 13800008001 --reason '核对' --lang en
tells '--unit said so already'
never_tells '--phone said so'
exits 0 as ma amend "$ts" --opened-at '2026-11-23 09:00:00' --channel phone --reason '核对' --lang zh-CN
tells '--opened-at 原来就是这样写的,没有改变'
tells '--channel 原来就是这样写的'
exits 0 as ma amend "$ts" --opened-at '2026-11-23 08:59:59' --reason '核对' --lang en
never_tells 'said so already'
