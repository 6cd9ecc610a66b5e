#!/bin/sh
# One officer is on duty at a time, whenever it is recorded (clause 1.9).
. "$(dirname "$0")/../lib.sh"
office
knows_all chen sun
rule=duty.one-on-duty
clock '2026-11-23 08:00:00'
takes_post chen
refuses "$rule" 1.9 as sun duty start
clock '2026-11-23 12:00:00'
refuses "$rule" 1.9 as sun duty start
refuses "$rule" 1.9 as chen duty start
# One that began before and has no end would lie over it too.
refuses "$rule" 1.9 as sun duty start --at '2026-11-23 07:00:00'
writes_log chen
accepts as chen duty end
refuses "$rule" 1.9 as sun duty start --at '2026-11-23 11:59:59'
accepts as sun duty start --at '2026-11-23 12:00:00'
rejects 3 as chen duty log '补记' --at '2026-11-22 12:00:00'
tells '没有人当班'
for who in zhou; do denies as "$who" duty start; done
