#!/bin/sh
# Whether the trouble is over is asked apart from satisfaction.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 10:00:00'
a_settled_complaint
accepts call_back phone yes --resolved no
shows '.satisfied == "yes" and .resolved == "no"' huiyin callback show "$no"
exits 0 huiyin callback list
prints '未解决'
accepts call_back phone yes
shows '.resolved == null' huiyin callback show "$no"
rejects 2 call_back phone yes --resolved partly
