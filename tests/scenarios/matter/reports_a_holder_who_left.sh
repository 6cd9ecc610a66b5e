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

# A suggestion as well: by whoever it was given to, until it is given to another.
clock '2026-11-25 09:00:00'
accepts as chen suggestion add --kind opinion --channel phone --phone 13800008000 --text '晚点关灯'
jy=$no
accepts as chen assign "$jy" --to mei --reason '归其片区'
a_complaint
accepts as chen complaint assign "$ts" --to mei
clock '2026-11-26 09:00:00'
exits 0 huiyin staff leave mei
for one in "$jy" "$ts"; do
    no_breach "$rule" "$one" '2026-11-26 08:59:59'
    breach "$rule" 3.3.1 "$one" '2026-11-26 09:00:00'
done
exits 4 huiyin check --subject "$jy" --clause 3.3.1 --json
json '.findings | map(.subject) == ["'"$jy"'"]'
clock '2026-11-26 10:00:00'
accepts as chen assign "$jy" --to chen --reason '原承办人离职'
no_breach "$rule" "$jy" '2026-11-26 10:00:00'
breach "$rule" 3.3.1 "$ts" '2026-11-26 10:00:00'
