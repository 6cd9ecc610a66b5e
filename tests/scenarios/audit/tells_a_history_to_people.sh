#!/bin/sh
# A record's history is told entry by entry, in words: who, when, and what of it changed; nothing that only the
# program reads. Sheets and JSON have every value.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint --unit 3-502 --category 噪声
clock '2026-11-23 09:30:00'
accepts as chen complaint assign "$ts" --to li
accepts as chen amend "$ts" --unit 3-503 --reason '房号写错'
leaves_no_entry as chen audit history "$ts"
prints '2026-11-23 09:30 · 陈静(chen)'
prints '3-502 → 3-503'
prints '李雷(li)'
never_prints 17638
[ "$(printf '%s\n' "$out" | wc -l)" -le 40 ] || fail 'a history of at most 40 lines' "$out"

leaves_no_entry as chen audit history "$ts" --changes
prints '3-502 → 3-503'
never_prints 噪声
shows 'length == 1 and .[0].by == "chen" and .[0].reason == "房号写错"
    and .[0].changes == [{"field": "unit", "old": "3-502", "new": "3-503"}]' as chen audit history "$ts" --changes
leaves_no_entry as chen audit history "$ts" --format csv
prints matter.unit

# Somebody by name.
leaves_no_entry as ma audit history 陈静
prints 文员
