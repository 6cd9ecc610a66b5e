#!/bin/sh
# A page of one person's own, for the talk: their figures beside the office's, what they hold, what is overdue and theirs.
# A clerk reads their own; whoever answers for others, or audits, reads anybody's. It files nothing (clause 5.5).
. "$(dirname "$0")/../lib.sh"
clock '2026-11-02 08:00:00'
office
clock '2026-11-02 09:00:00'
a_complaint --unit 3-502
accepts as chen complaint assign ts-1 --to sun
a_complaint --unit 3-503
accepts as chen complaint assign ts-2 --to li
clock '2026-11-02 10:00:00'
accepts as sun complaint settle ts-1 --findings 属实 --opinion 当日修复 --reply 已修好 --method phone
clock '2026-11-03 09:00:00'
accepts as li callback log ts-1 --method phone --satisfied yes

clock '2026-12-01 09:00:00'
rejects 0 as ma report person sun --json
json '.schema == "huiyin.report.person/1" and .login == "sun" and .name == "孙红" and .role == "steward" and .period == "2026-11"
    and (.own | .replied == {"num": 1, "den": 1, "rate": null} and .callbacks == 0 and .satisfied.den == 1 and .open == 1)
    and (.of_office | (.replied | .num == 1 and .den == 2) and .callbacks == 1 and .open == 2)
    and (.open | map(.no) == ["TS-2026-0001"])'
# Who never replied: it is overdue with them, and a breach of theirs; nobody else's stands on their page.
rejects 0 as ma report person 李雷 --json
json '.login == "li" and .own.callbacks == 1 and (.own.replied | .num == 0 and .den == 1) and .own.overdue == (.overdue | length)
    and (.overdue | length > 0 and all(.no == "TS-2026-0002" and .holder == "li"))
    and (.breaches | length > 0 and all(.blamed == "li")) and .own.breaches == (.breaches | length)'
exits 0 as ma report person li
prints '李雷 2026-11'
prints TS-2026-0002
tells '--from 2026-12-01 --to 2026-12-01'

# One's own, by login or name, whatever one is; another's only for who may compare people.
for who in chen li sun wu zhou; do exits 0 as "$who" report person "$who" --json; done
exits 0 as sun report person 孙红 --from 2026-11-01 --to 2026-11-30 --json
json '.own.open == 1'
tells_nothing
for who in chen li wu; do denies as "$who" report person sun; done
for who in ma tao zhou; do exits 0 as "$who" report person sun --json; done
# The week's report shows a clerk their own row and the office's figures; a manager everybody's.
clock '2026-12-01 09:10:00'
shows '(.people | map(.login)) == ["li"] and (.complaints.replied_on_time.den == 2)' as li report weekly --week 2026-W45 --dry-run
shows '.people | map(.login) | contains(["li", "sun"])' as ma report weekly --week 2026-W45 --dry-run
# What a clerk files is whole all the same.
adds_an_entry 0 as li report weekly --week 2026-W45 --quiet --out "$scratch/of_clerk"
shows '.people | length > 1' as ma report weekly --week 2026-W45

# Before there was anything: zeros and no share, not a failure.
shows '(.own.replied == {"num": 0, "den": 0, "rate": null}) and .open == [] and .breaches == []' \
    as ma report person sun --from 2026-01-01 --to 2026-01-31
exits 2 as ma report person sun --from 2026-11-01
tells '--to'
exits 2 as ma report person sun --from 2026-11-30 --to 2026-11-01
exits 3 as ma report person nobody
