#!/bin/sh
# The signed sheet often comes later: a note adds to a closed matter without reopening it (1.6).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 18:00:00'

an_anonymous_complaint
accepts as chen complaint close "$ts" --outcome '杂物已清走'
accepts as chen note "$ts" --text '保洁签收单存入档案'
same 'the number noted on' "$ts" "$no"
exits 0 huiyin complaint show "$ts" --json
json '.state == "closed" and (.steps | any(.what == "note" and .text == "保洁签收单存入档案"))'
