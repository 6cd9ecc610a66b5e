#!/bin/sh
# No open matter is held by someone who has left (clause 3.3.1); a new holder heals it.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
rule=matter.holder

a_complaint
accepts as chen complaint assign "$ts" --to li
clock '2026-11-23 17:00:00'
exits 0 huiyin staff leave li
no_breach "$rule" "$ts" '2026-11-23 16:59:59'
breach "$rule" 3.3.1 "$ts" '2026-11-23 17:00:00'
clock '2026-11-23 18:00:00'
accepts as ma complaint assign "$ts" --to sun
no_breach "$rule" "$ts" '2026-11-23 18:00:00'

# What is closed needs nobody.
an_anonymous_complaint
accepts as chen complaint assign "$ts" --to sun
accepts as chen complaint close "$ts" --outcome '杂物已清走'
clock '2026-11-24 09:00:00'
exits 0 huiyin staff leave sun
no_breach "$rule" "$ts" '2026-11-24 10:00:00'
