#!/bin/sh
# A later change of staff or role bears on what is recorded from then on, never on what is on file.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
accepts as chen complaint assign "$ts" --to chen
accepts as chen complaint escalate "$ts" --to ma --reason '涉及外部施工' --convened wu,sun

clock '2026-11-23 09:10:00'
exits 0 huiyin staff change chen --superior mei
exits 0 huiyin staff change ma --role clerk
clock '2026-11-23 09:20:00'
settled
