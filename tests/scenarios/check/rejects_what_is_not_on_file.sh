#!/bin/sh
# A mistyped subject or clause would look clean for ever: it is told, not passed over.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_repair --unit 3-502
rejects 3 huiyin check --subject TS-2026-0009
rejects 3 huiyin check --subject 乱写
rejects 2 huiyin check --clause 99.9
tells 99.9
exits 4 huiyin check --subject bx-1 --as-of '2026-11-23 10:00'
exits 0 huiyin check --subject 2026-W47
exits 0 huiyin check --subject chen --clause 7.4
exits 0 huiyin check --subject complaint.reply_within

# An order is no subject, and where it belongs is told.
clock '2026-11-23 09:01:00'
an_order
for command in 'check --subject pg-1' 'why pg-1'; do
    rejects 3 huiyin $command
    tells BX-2026-0001
    never_tells 最后一个
done
