#!/bin/sh
# What is decided of staff holds for what is recorded from that second on, even where the week was filed in the same one.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
rule=event.level-by-level
clock '2026-11-24 09:00:00'
an_anonymous_complaint
clock '2026-11-30 09:00:00'
accepts as chen event report --category 1 --form phone --to ma --text '停水' --residents no
zd=$no
accepts as ma event close "$zd" --outcome '已恢复'
files_the_week
finds_no "$rule" "$zd"

exits 0 huiyin staff change chen --superior mei
finds "$rule" "$zd" '.detail.receiver == "ma"'
clock '2026-11-30 09:00:01'
finds "$rule" "$zd"
