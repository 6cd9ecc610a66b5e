#!/bin/sh
# Who acts for someone away stands in for them: receives reports, passes them on to that one's superior,
# and where it is the head who is away, is as good as the head (clauses 5.3, 7.3, 7.4).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
exits 0 huiyin staff away ma --from '2026-11-24 08:00' --to '2026-11-24 18:00' --acting sun
accepts as chen event report --category 7 --form phone --to sun --text '停水'
zd=$no
accepts as sun event relay "$zd" --to tao --form phone
no_breach event.level-by-level "$zd" '2027-01-01 00:00:00'
# To a stranger to both lines it is still a level skipped.
accepts as sun event relay "$zd" --to mei --form phone
breach event.level-by-level '7.2, 7.4' "$zd" '2027-01-01 00:00:00' '2026-11-24 09:00:00'
clock '2026-11-24 18:00:00'
accepts as chen event report --category 7 --form phone --to ma --text '停水'
zd=$no
accepts as sun event relay "$zd" --to tao --form phone
breach event.level-by-level '7.2, 7.4' "$zd" '2027-01-01 00:00:00' '2026-11-24 18:00:00'

# The head is away and mei acts: what she reports, or is told, a head has.
clock '2026-11-25 09:00:00'
exits 0 huiyin staff away tao --from '2026-11-25 08:00' --to '2026-11-25 18:00' --acting mei
accepts as mei event report --category 5 --form phone --text '有人扬言行凶'
zd=$no
no_breach event.urgent-in-time "$zd" '2027-01-01 00:00:00'
no_breach event.reached-head "$zd" '2027-01-01 00:00:00'
accepts as chen event report --category 5 --form phone --to mei --text '有人扬言行凶'
no_breach event.level-by-level "$no" '2027-01-01 00:00:00'
no_breach event.reached-head "$no" '2027-01-01 00:00:00'

# She comforts in the head's place, nobody else does, and only until the head is back.
refuses event.comforted 7.4 as ma event close "$zd" --outcome '已平息'
denies as ma event comfort "$zd" --text '已逐户说明'
accepts as mei event comfort "$zd" --text '已逐户说明'
accepts as ma event close "$zd" --outcome '已平息'
clock '2026-11-25 18:00:00'
denies as mei event comfort "$no" --text '已逐户说明'
