#!/bin/sh
# The first callback may be a call; the second and third are visits; from the fourth on a call will
# do again (clause 3.3.3b).
. "$(dirname "$0")/../lib.sh"
office
rule=callback.follow-up-method

clock '2026-11-24 10:00:00'
a_settled_complaint --class 2
accepts call_back phone no
clock '2026-11-24 11:00:00'
refuses "$rule" 3.3.3b call_back phone yes
refuses_each "$rule callback.kind-of-method" call_back letter yes
accepts visit_back no
shows '.ordinal == 2' as chen callback show "$no"
clock '2026-11-24 12:00:00'
refuses "$rule" 3.3.3b call_back phone yes
accepts visit_back no
shows '.ordinal == 3' as chen callback show "$no"
clock '2026-11-24 13:00:00'
refuses_each "$rule callback.kind-of-method" call_back letter yes
accepts call_back phone no
shows '.ordinal == 4' as chen callback show "$no"
clock '2026-11-24 14:00:00'
accepts call_back phone yes

# Satisfied, but with something new: what follows is a follow-up as well.
a_settled_complaint
accepts call_back phone yes --raised '楼道灯也不亮' --settled '当场换好灯管'
clock '2026-11-24 15:00:00'
refuses "$rule" 3.3.3b call_back phone yes
accepts visit_back yes

# Repairs are free.
a_finished_repair
accepts check_back phone no
clock '2026-11-24 16:00:00'
accepts check_back phone no
accepts check_back letter yes
