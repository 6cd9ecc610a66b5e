#!/bin/sh
# By home and name, only what was said about that home loses the name: elsewhere it is somebody
# else's. A number that two people of a home gave stays with the one who was not erased.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
accepts as chen complaint add --channel phone --from '王丽' --phone 13800138000 --unit 3-502 \
    --text '王丽说水压低,女儿王丽娟也这么说'
mine=$no
accepts as chen complaint add --channel phone --from '王丽娟' --phone 13800138000 --unit 3-502 --text '灯不亮'
daughter=$no
accepts as chen complaint add --channel phone --from '王丽' --phone 13900139000 --unit 5-101 --text '王丽说门禁坏'
namesake=$no
accepts as chen complaint add --channel phone --phone 13700137000 --unit 5-102 \
    --text '3-502 的王丽和5-101的王丽都来过'
both=$no
accepts as chen complaint add --channel phone --phone 13600136000 --unit 5-103 --text '王丽昨天来过'
unclear=$no

leaves_no_entry huiyin resident erase --unit 3-502 --name '王丽' --reason '本人要求' --dry-run --json
json ".dry_run and .erased.matters == [\"$mine\", \"$both\"] and (.erased.left | index(\"$unclear\"))"

field() { huiyin --as chen complaint show "$1" --reveal --json | jq -r ".$2"; }

# By number, one of two: her name goes only where she can be meant.
adds_an_entry 0 huiyin resident erase --phone 13900139000 --reason '本人要求'
tells "$unclear"
same 'the second 王丽' null "$(field "$namesake" from)"
same 'what she said' '某业主说门禁坏' "$(field "$namesake" text)"
same 'the first 王丽' 王丽 "$(field "$mine" from)"
same 'what nothing but the name points to' 王丽昨天来过 "$(field "$unclear" text)"

# By home and name.
adds_an_entry 0 huiyin resident erase --unit 3-502 --name '王 丽' --reason '王丽本人要求'
tells "$unclear"
same 'what she said' '某业主说水压低,女儿王丽娟也这么说' "$(field "$mine" text)"
same 'her number' null "$(field "$mine" phone)"
same "her daughter's name" 王丽娟 "$(field "$daughter" from)"
same "her daughter's number" 13800138000 "$(field "$daughter" phone)"
same 'what nothing but the name points to' 王丽昨天来过 "$(field "$unclear" text)"
exits 0 huiyin audit verify

# The reason is kept, without what it named.
exits 0 as ma complaint show "$mine" --json
json '.erased[0].reason == "某业主本人要求"'
