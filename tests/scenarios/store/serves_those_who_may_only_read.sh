#!/bin/sh
# Who may only read the file reads and verifies; writing is exit 1, said plainly.
. "$(dirname "$0")/../lib.sh"
needs_root
office
exits 0 huiyin staff add nobody --name '吴名' --role clerk --superior ma
clock '2026-11-23 09:00:00'
a_complaint
chmod 0755 "$scratch"
chmod 0644 "$HUIYIN_DB"

leaves_no_entry as_nobody complaint list --json
json 'length == 1'
leaves_no_entry as_nobody complaint show ts-1
leaves_no_entry as_nobody check
leaves_no_entry as_nobody why ts-1
leaves_no_entry as_nobody audit verify
rejects 1 as_nobody complaint add --channel letter --text '楼道灯不亮'
tells "$HUIYIN_DB"
rejects 1 as_nobody complaint add --channel letter --text '楼道灯不亮' --json
json '.ok == false and .error == "failed"'

# Not even readable.
chmod 0600 "$HUIYIN_DB"
rejects 1 as_nobody complaint list
tells "$HUIYIN_DB"
