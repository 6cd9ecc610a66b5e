#!/bin/sh
# Whoever acts for someone away has their place in the line and the rights of their role beside their own,
# in commands and rules alike, while they are away; of an acting one who is away too, their acting one.
# Never over their own breach or case, and never in a circle (clauses 5.3, 7.4).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
# ma is away and mei acts; mei is away and sun acts.
exits 0 huiyin staff away ma --from '2026-11-24 09:00:00' --to '2026-11-24 18:00:00' --acting mei
exits 0 huiyin staff away mei --from '2026-11-24 09:00:00' --to '2026-11-24 18:00:00' --acting sun

# The chain: told sun is told whom she stands in for, mei is not; and up the line from their place.
accepts as chen event report --category 7 --form phone --to sun --text '停水'
zd=$no
accepts as sun event relay "$zd" --to tao --form phone
no_finding event.level-by-level "$zd" '2026-11-30 09:00:00'
a_complaint
accepts as chen complaint assign "$ts" --to chen
refuses complaint.escalated-properly 5.3 as chen complaint escalate "$ts" --to wu --reason '涉及施工'
accepts as chen complaint escalate "$ts" --to sun --reason '涉及施工'
accepts as sun complaint escalate "$ts" --to tao --reason '涉及外单位'

# The role: what managers may, she may, by the table and by the rules.
a_complaint
denies as chen void "$ts" --reason '误登'
accepts as sun amend "$ts" --class 2 --reason '看错'
accepts as sun void "$ts" --reason '误登'
accepts as sun conduct record wu --kind negligent --text '迟到'
case_of_wu=$no
accepts as sun conduct decide "$case_of_wu" --decision '谈话'
an_anonymous_complaint
accepts as sun complaint close "$ts" --ended withdrawn --outcome '来信人撤回' --reason '来信说明'
# Not over her own case or breach. Over those of whom she stands in for she goes by another place, here that
# of mei.
accepts as tao conduct record sun --kind negligent --text '迟到'
refuses conduct.decided-by-another '2.2.9, 7.5' as sun conduct decide "$no" --decision '谈话'
denies as sun check explain duty.misconduct "$no" --reason '停电'
accepts as tao conduct record ma --kind negligent --text '迟到'
case_of_ma=$no
accepts as sun check explain duty.misconduct "$case_of_ma" --reason '停电'

# To the second: from when they left to when they were back.
clock '2026-11-24 17:59:59'
a_complaint
accepts as sun void "$ts" --reason '误登'
clock '2026-11-24 18:00:00'
a_complaint
denies as sun void "$ts" --reason '误登'
accepts as chen event report --category 7 --form phone --to sun --text '停水'
breach event.level-by-level '7.2, 7.4' "$no" '2026-11-30 09:00:00' '2026-11-24 18:00:00'
# Typed later, it is judged as of when it happened.
clock '2026-11-24 19:00:00'
accepts as chen event report --category 7 --form phone --to sun --text '停水' --at '2026-11-24 17:59:59'
no_finding event.level-by-level "$no" '2026-11-30 09:00:00'

# A circle, straight or through others, is refused; where the times do not meet there is none.
accepts huiyin staff away ma --from '2026-12-01 08:00' --to '2026-12-02 08:00' --acting mei
refuses staff.chain 7.4 huiyin staff away mei --from '2026-12-01 18:00' --to '2026-12-03 08:00' --acting ma
accepts huiyin staff away mei --from '2026-12-02 08:00:00' --to '2026-12-03 08:00' --acting ma
accepts huiyin staff away mei --from '2026-12-01 08:00' --to '2026-12-02 08:00' --acting sun
refuses staff.chain 7.4 huiyin staff away sun --from '2026-12-01 09:00' --to '2026-12-01 10:00' --acting ma
refuses staff.chain 7.4 huiyin staff away sun --from '2026-12-02 07:59:59' --to '2026-12-02 10:00' --acting ma
accepts huiyin staff away sun --from '2026-12-02 08:00:00' --to '2026-12-02 10:00' --acting ma

# For the head: what is the head's; a head's breach is for one above or an auditor, not for the place itself.
clock '2026-12-05 09:00:00'
exits 0 huiyin staff away tao --from '2026-12-05 08:00' --to '2026-12-05 18:00' --acting mei
accepts as ma conduct record tao --kind negligent --text '迟到'
denies as mei check explain duty.misconduct "$no" --reason '停电'
refuses conduct.decided-by-another '2.2.9, 7.5' as mei conduct decide "$no" --decision '谈话'
accepts as zhou check explain duty.misconduct "$no" --reason '停电'
