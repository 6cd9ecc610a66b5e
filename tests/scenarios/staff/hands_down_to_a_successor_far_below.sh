#!/bin/sh
# A successor from below, however far, takes the place of whoever leaves under that one's superior; those
# who reported to the leaver report to the successor, and nobody is above themselves (clause 7.4).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
accepts huiyin staff change sun --superior chen
accepts huiyin staff change li --superior sun
accepts huiyin staff leave ma --successor sun --at '2026-11-24 09:00:00'
shows 'any(.login == "sun" and .superior == "tao") and any(.login == "chen" and .superior == "sun")
    and any(.login == "li" and .superior == "sun") and any(.login == "wu" and .superior == "sun")' huiyin staff list
clock '2026-11-24 10:00:00'
accepts as chen event report --category 7 --form phone --to sun --text '停水'
no_finding event.level-by-level "$no" '2026-11-30 09:00:00'
accepts as sun event relay "$no" --to tao --form phone
no_finding event.level-by-level "$no" '2026-11-30 09:00:00'

# Nobody leaves twice; somebody who was back since does.
accepts huiyin staff leave wu
rejects 2 huiyin staff leave wu
tells 'staff return'
clock '2026-11-24 11:00:00'
accepts huiyin staff return wu --role technician --superior sun
accepts huiyin staff leave wu
rejects 2 huiyin staff leave wu

# Told late: whoever came under the leaver since has the successor, too, from now on.
clock '2026-11-25 09:00:00'
accepts huiyin staff change chen --superior mei
clock '2026-11-25 10:00:00'
accepts huiyin staff leave mei --successor chen --at '2026-11-24 18:00:00'
shows 'any(.login == "chen" and .superior == "tao") and any(.login == "mei" and .left)' huiyin staff list
exits 0 huiyin audit verify
