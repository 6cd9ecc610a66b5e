#!/bin/sh
# A callback's answers, way, signature and words are corrected: figures take the new ones, a follow-up
# that had fallen due by the old ones stands.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 10:00:00'
a_settled_complaint
accepts call_back phone no
hf=$no
denies as chen amend "$hf" --satisfied yes --reason '听错'
# A day before the follow-up falls due: nothing stands.
clock '2026-11-26 10:00:00'
accepts as ma amend "$hf" --satisfied yes --reason '听错'
same 'its number' "$hf" "$no"
shows '.satisfied == "yes" and .corrected_at != null' huiyin callback show "$hf"
no_breach callback.followed-up "$ts" '2026-12-31 09:00:00'

# With the last second of its three days, and one later.
clock '2026-11-26 11:00:00'
a_settled_complaint
kept=$ts
accepts call_back phone no
kept_hf=$no
a_settled_complaint
accepts call_back phone no
hf=$no
clock '2026-11-29 11:00:00'
accepts as ma amend "$kept_hf" --satisfied yes --reason '听错'
clock '2026-11-29 11:00:01'
accepts as ma amend "$hf" --satisfied yes --reason '听错'
no_breach callback.followed-up "$kept" '2026-12-31 09:00:00'
breach callback.followed-up 3.3.3b "$ts" '2026-12-31 09:00:00' '2026-11-29 11:00:00'

# A visit needs its signature; with it it counts as one.
refuses callback.visit-signature 3.3.2 as ma amend "$hf" --method visit --reason '其实上门'
accepts as ma amend "$hf" --method visit --signed-by '张伟' --form-no A-7 --resolved yes --reason '其实上门'
shows '.method == "visit" and .signed_by == "张伟" and .resolved == "yes" and .form_no == "A-7"' as chen callback show "$hf"
refuses speech.taboo-phrase 2.2.1 as chen amend "$hf" --note '我不知道' --reason '补正'
accepts as chen amend "$hf" --note '业主表示感谢' --reason '补正'
rejects 2 as chen amend "$hf" --unit 3-502 --reason '补正'
exits 0 as chen report period --from '2026-11-23 00:00:00' --to '2026-11-30 00:00:00' --json
rate .callbacks.signed_visits 1 3
rate .callbacks.satisfied 3 3

# Nobody was reached, so nobody was satisfied.
accepts as chen callback attempt "$ts" --method phone
rejects 2 as ma amend "$no" --satisfied yes --reason '补正'
accepts as chen amend "$no" --note '占线' --reason '补正'

# Moved in time, within the order of steps: not before the reply.
refuses_each callback.after-the-work as ma amend "$hf" --step-at '2026-11-26 10:59:59' --reason '看错钟'
