#!/bin/sh
# A flag may say no, and what holds for every command may stand anywhere, also between its two words.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
reports_theft() { as chen event report --category 7 --form phone --to ma --text 失窃 "$@"; }
accepts reports_theft --urgent=no --group=false
shows '.urgent == false' as chen event show "$no"
accepts reports_theft --urgent=yes
shows '.urgent' as chen event show "$no"
rejects 2 reports_theft --urgent=perhaps
tells --urgent
accepts as chen complaint add --channel letter --text 楼道灯不亮 --dry-run=no

exits 0 huiyin complaint --quiet list
prints TS-2026-0001
exits 0 as chen complaint --quiet --no-input add --channel letter --text 楼道灯不亮
leaves_no_entry as chen complaint --dry-run add --channel letter --text 楼道灯不亮
exits 0 as chen complaint --reveal show ts-1
# What is the command's own stays behind it.
rejects 2 as chen complaint --text add --channel letter
