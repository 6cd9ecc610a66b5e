#!/bin/sh
# A relief who records the handover acknowledges rules and plans by it (--acknowledge), and so is no breach; nobody
# else says for them that they know the rules. Who has not acknowledged them is handed no post without a word.
. "$(dirname "$0")/../lib.sh"
office
exits 0 huiyin plan add 火灾 --text 先报警
knows_all chen
takes_post chen
clock '2026-11-23 16:00:00'
writes_log chen
before=$(entries_now)
run as chen duty handover --to li --reported-to ma --acknowledge
same exit 7 "$code"
tells --acknowledge
accepts as li duty handover --to li --by chen --reported-to ma --acknowledge
no_breach duty.rulebook-acknowledged "$no" '2026-11-23 17:00:00'
no_breach duty.plans-acknowledged "$no" '2026-11-23 17:00:00'
shows '.[0].acknowledged_by | index("li")' huiyin plan list

# Without it the handover is refused, both clauses at once: the breaches are not made by the way.
clock '2026-11-23 23:00:00'
writes_log li
hands() { as li duty handover --to sun --reported-to ma "$@"; }
refuses_each 'duty.rulebook-acknowledged duty.plans-acknowledged' hands
json '.findings | map([.rule, .clause, .severity]) | sort
    == [["duty.plans-acknowledged", "1.3", "refuse"], ["duty.rulebook-acknowledged", "1.1", "refuse"]]'
rejects 4 hands
tells 'huiyin rules acknowledge'
tells --acknowledge
tells --as-happened

# Who has acknowledged one of them lacks the other.
exits 0 as sun rules acknowledge
refuses duty.plans-acknowledged 1.3 hands

# It happened so: on record, and a breach of whoever took the post unprepared.
accepts hands --as-happened '接班人赶到时停电,未及签收'
no_breach duty.rulebook-acknowledged "$no" '2026-11-23 23:30:00'
breach duty.plans-acknowledged 1.3 "$no" '2026-11-23 23:30:00'
json '.findings | any(.rule == "duty.plans-acknowledged" and .blamed == "sun")'

# What the relief would not take makes none.
clock '2026-11-24 00:30:00'
writes_log sun
accepts as sun duty handover --to wu --reported-to ma --refused '身体不适'

# Those who are with the relief are told of, as with every shift that is taken.
exits 0 as chen plan acknowledge 火灾
accepts as sun duty handover --to chen --with wu --reported-to ma
breach duty.plans-acknowledged 1.3 "$no" '2026-11-24 00:40:00'
