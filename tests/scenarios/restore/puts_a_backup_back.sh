#!/bin/sh
# A backup takes the store's place whole; what would be lost by it is named first, and accepted by
# reason; the replaced store stays beside it; the restored one says that it was restored.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
exits 0 huiyin backup "$scratch/monday.db"
clock '2026-11-24 09:00:00'
a_complaint --unit 3-502
accepts as chen complaint assign "$ts" --to chen

rejects 5 huiyin restore "$scratch/monday.db"
tells '2 条'
tells 'complaint add'
tells 'complaint assign'
tells accept-loss
rejects 5 huiyin restore "$scratch/monday.db" --json
json '.error == "integrity"'
rejects 0 huiyin restore "$scratch/monday.db" --accept-loss '误录' --dry-run --json
json '.dry_run and .kept == null and (.lost | length == 2) and .lost[0].subjects == ["TS-2026-0002"]'

lost=$(huiyin audit head --json | jq -r .head)
exits 0 huiyin restore "$scratch/monday.db" --accept-loss '整日误录' --json
json '(.lost | length == 2) and .unseen == 0 and .present_unreadable == null'
kept=$(printf '%s' "$out" | jq -r .kept)
shows 'length == 1' huiyin complaint list
exits 0 huiyin audit verify
exits 0 huiyin audit verify --db "$kept"
same 'the head of the kept store' "$lost" "$(huiyin audit head --json --db "$kept" | jq -r .head)"
exits 0 huiyin audit log --json
json '.[-1].command == "huiyin restore *** --accept-loss ***"'
same 'what is on record of it' "2|$lost|整日误录" \
    "$(sql 'SELECT lost, lost_head, value FROM restoration JOIN content ON content.id = reason')"

# Work goes on, and numbers go on from the backup's.
a_complaint
same 'the next number' TS-2026-0002 "$ts"

# Nothing newer: nothing to accept.
exits 0 huiyin backup "$scratch/tuesday.db"
exits 0 huiyin restore "$scratch/tuesday.db" --json
json '(.lost | length == 0) and .kept != null'
exits 0 huiyin audit verify
same 'passing files' '' "$(find "$scratch" -maxdepth 1 -name 'office.db.??????*' ! -name '*.replaced-*' ! -name '*.lock')"

# Two stores that went different ways: what this one has of its own is lost.
exits 0 huiyin restore "$scratch/monday.db" --accept-loss '再来一次'
a_complaint
rejects 5 huiyin restore "$scratch/tuesday.db"
tells 'complaint add'
rejects 2 huiyin restore "$HUIYIN_DB"
