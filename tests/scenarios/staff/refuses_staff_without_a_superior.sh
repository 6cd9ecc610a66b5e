#!/bin/sh
# Everyone but heads, auditors and administrators reports to someone (clause 7.4).
. "$(dirname "$0")/../lib.sh"
office

for role in clerk technician steward manager; do
    refuses staff.chain 7.4 huiyin staff add gao --name '高强' --role "$role"
done
accepts huiyin staff add gao --name '高强' --role head
accepts huiyin staff add qian --name '钱进' --role auditor
accepts huiyin staff add ren --name '任重' --role admin
accepts huiyin staff add he --name '何平' --role head --superior gao

# Nor by a change of role: tao reports to nobody.
refuses staff.chain 7.4 huiyin staff change tao --role clerk
accepts huiyin staff change tao --role clerk --superior gao
