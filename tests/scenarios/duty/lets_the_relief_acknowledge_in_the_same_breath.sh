#!/bin/sh
# A relief who records the handover acknowledges rules and plans by it (--acknowledge), and so is no breach; nobody
# else says for them that they know the rules.
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

# Without it both are told.
clock '2026-11-23 23:00:00'
writes_log li
accepts as li duty handover --to sun --reported-to ma
breach duty.rulebook-acknowledged 1.1 "$no" '2026-11-23 23:30:00'
breach duty.plans-acknowledged 1.3 "$no" '2026-11-23 23:30:00'
