#!/bin/sh
# Nobody decides about themselves, nor does somebody below them; what was decided above the office may
# be put on record by anybody of rank (clauses 2.2.9, 7.5).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
rule=conduct.decided-by-another clause='2.2.9, 7.5'
case_about() {
    accepts as tao conduct record "$1" --kind late-reporting --text '漏报停水'
    cl=$no
}

case_about ma
refuses "$rule" "$clause" decides ma
# Making it void would decide it too.
refuses "$rule" "$clause" as ma void "$cl" --reason '查无此事'
# A manager beside her is neither above nor below.
accepts decides mei
case_about ma
accepts decides tao
case_about tao
refuses "$rule" "$clause" decides tao
refuses "$rule" "$clause" decides ma
refuses "$rule" "$clause" as tao void "$cl" --reason '查无此事'
accepts decides ma --authority '学校后勤处' --json
shows '.decision == "书面检查" and .authority == "学校后勤处"' as ma conduct show "$cl"

# Who is above now counts, not who was when the case began.
case_about mei
clock '2026-11-25 09:00:00'
exits 0 huiyin staff change ma --superior mei
clock '2026-11-25 09:00:01'
refuses "$rule" "$clause" decides ma
accepts decides tao
# Clerks, stewards, technicians, auditors decide and record none.
case_about wu
for who in chen sun wu zhou; do
    denies decides "$who"
    denies as "$who" conduct record sun --kind sleeping --text '值夜班睡觉'
done
# The decision is whoever types it.
rejects 2 decides ma --by tao
# Without words it is none.
rejects 2 as tao conduct decide "$cl"

# Nor does the one it is about write it anew.
a_case sleeping
refuses conduct.decided-by-another '2.2.9, 7.5' as sun amend "$cl" --text '无事' --reason '笔误'
accepts as mei amend "$cl" --text '经三人证实' --reason '少写一人'
