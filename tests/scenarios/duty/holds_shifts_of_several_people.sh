#!/bin/sh
# One answers for a shift, the others are with them: one entry of the roster, one shift. The others are judged for
# what they know and for clashes; any of those rostered may answer; the one who answers alone covers (1.9).
. "$(dirname "$0")/../lib.sh"
clock '2026-11-23 08:00:00'
office
schedule() { as ma duty schedule --kind day "$@"; }
accepts schedule --who li --with chen,sun --from '2026-11-24 08:00' --to '2026-11-24 16:00'
accepts as ma duty schedule --kind overnight --who wu --with chen --from '2026-11-24 16:00' --to '2026-11-25 08:00'

# Nobody is on twice, to answer or with others; on one shift nobody is twice.
for who in '--who chen' '--who zhou --with sun' '--who li'; do
    # shellcheck disable=SC2086
    refuses duty.roster-clash 1.2 as ma duty schedule --kind overnight $who --from '2026-11-24 15:59' --to '2026-11-24 20:00'
done
refuses duty.roster-clash 1.2 as ma duty schedule --kind overnight --who zhou --with chen --from '2026-11-25 07:59' --to '2026-11-25 12:00'
rejects 2 schedule --who li --with li --from '2026-11-26 08:00' --to '2026-11-26 16:00'
tells li
rejects 2 schedule --who li --with chen,chen --from '2026-11-26 08:00' --to '2026-11-26 16:00'
rejects 3 schedule --who li --with nobody --from '2026-11-26 08:00' --to '2026-11-26 16:00'

exits 0 as ma duty roster
prints '陈静(chen) 孙红(sun)'
shows 'length == 2 and .[0].who == "li" and .[0].with == ["chen", "sun"]' as ma duty roster
shows '.next.with == ["chen", "sun"] and .with == []' as ma duty status

# Any of those rostered answers; another does not, unless as a substitute for one of them.
clock '2026-11-24 08:00:00'
refuses duty.rostered-officer 1.2 as ma duty start --who mei
exits 0 as li rules acknowledge
exits 0 as chen rules acknowledge
accepts as chen duty start --with li,sun
day=$no
shows '.officer == "chen" and .with == ["li", "sun"]' as ma duty show "$day"
shows '.on == "chen" and .with == ["li", "sun"] and .until == "2026-11-24T16:00:00+08:00"' as ma duty status
exits 0 as ma duty show "$day"
prints '李雷(li) 孙红(sun)'
exits 0 as ma duty list
prints '陈静(chen) +李雷(li) +孙红(sun)'
shows 'length == 1' as ma duty list
# Two of the three have acknowledged; the third is named.
run huiyin check --all --json --clause 1.1
same 'who has not' 'sun' "$(printf '%s' "$out" | jq -r '[.findings[] | select(.rule == "duty.rulebook-acknowledged") | .message] | join(" ")' | grep -o 'sun\|chen\|li' | sort -u | paste -sd ' ')"
no_breach duty.missed-post PB-2026-0001 '2026-11-24 08:10:01'
exits 0 as chen form duty-log --from 2026-11-24 --to 2026-11-24
prints '陈静、李雷、孙红'

# The relief of the next shift, with another; who is merely with others covers nothing.
exits 0 as chen duty log 无异常
clock '2026-11-24 16:00:00'
knows_all wu
accepts as chen duty handover --to wu --with chen --reported-to ma
night=$no
shows '.officer == "wu" and .with == ["chen"]' as ma duty show "$night"
exits 0 as wu duty log 无异常
accepts as ma duty schedule --who chen --with sun --from '2026-11-25 08:00' --to '2026-11-25 16:00' --kind day
breach duty.missed-post 1.4 PB-2026-0003 '2026-11-25 08:10:01'
clock '2026-11-25 08:00:00'
accepts as sun duty takeover --since '2026-11-25 06:00' --reason left
no_breach duty.missed-post PB-2026-0003 '2026-11-25 08:10:01'
breach duty.covered 1.9 "$night" '2026-11-25 08:00:01' '2026-11-25 06:00:00'

# A table takes a list, too.
printf 'who,with,from,to,kind\nli,"chen、sun",2026-12-24 08:00,2026-12-24 20:00,day\nwu,,2026-12-24 20:00,2026-12-25 08:00,overnight\n' >"$scratch/r.csv"
exits 0 as ma batch --csv 'duty schedule' "$scratch/r.csv"
shows '.[-2].with == ["chen", "sun"] and .[-1].with == []' as ma duty roster
