#!/bin/sh
# Reports climb: superiors never form a loop (clause 7.4).
. "$(dirname "$0")/../lib.sh"
office

refuses staff.chain 7.4 huiyin staff change tao --superior chen
refuses staff.chain 7.4 huiyin staff change ma --superior li
refuses staff.chain 7.4 huiyin staff change ma --superior ma
accepts huiyin staff change chen --superior mei
same 'the name acted on' chen "$no"
