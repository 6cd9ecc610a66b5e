#!/bin/sh
# A store on a read-only or full disk can still be saved: the trace then goes to the system's log.
. "$(dirname "$0")/../lib.sh"
needs_root
clock real
opens_office
exits 0 huiyin staff add nobody --name '吴名' --role admin
chmod 0755 "$scratch"
chmod 0644 "$HUIYIN_DB"
mkdir -m 0777 "$scratch/kept"

leaves_no_entry as_nobody backup "$scratch/kept/office.db"
tells 未能记入日志
leaves_no_entry as_nobody backup "$scratch/kept/for-a-script.db" --json
json '.ok and .on_record == false'
tells 未能记入日志
exits 0 huiyin audit verify --db "$scratch/kept/office.db"
exits 0 huiyin staff change nobody --role auditor
chmod 0644 "$HUIYIN_DB"
rejects 7 as_nobody backup "$scratch/kept/again.db"
