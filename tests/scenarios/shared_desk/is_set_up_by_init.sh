#!/bin/sh
# init --group makes folder and files the group's, whatever the umask; a folder with other things in
# it is left alone, and so is a plain store.
. "$(dirname "$0")/../lib.sh"
needs_root
clock real
exits 0 huiyin init --office '一处'
same 'a plain store' 600 "$(stat -c %a "$HUIYIN_DB")"

(umask 077 && exec "$HUIYIN" init --office '二处' --db "$scratch/a/b/office.db" --group 40100 >"$scratch/out" 2>&1) ||
    fail 'exit 0 of init' "$(cat "$scratch/out")"
same 'its folder' '2770 40100' "$(stat -c '%a %g' "$scratch/a/b")"
same 'the folder above' 700 "$(stat -c %a "$scratch/a")"
same 'the store' '660 40100' "$(stat -c '%a %g' "$scratch/a/b/office.db")"
exits 0 huiyin doctor --db "$scratch/a/b/office.db"

# Another office in the folder that is shared already.
exits 0 huiyin init --office '三处' --db "$scratch/a/b/other.db" --group 40100
exits 1 huiyin init --office '四处' --db "$scratch/four.db" --group 40100
tells "$scratch"
[ ! -e "$scratch/four.db" ] || fail 'no store' 'one'
same 'the folder with other things' 700 "$(stat -c %a "$scratch")"
exits 2 huiyin init --office '五处' --db "$scratch/c/office.db" --group no-such-group
tells groupadd
exits 0 huiyin init --office '六处' --db "$scratch/d/office.db" --group 40100 --dry-run
[ ! -e "$scratch/d/office.db" ] || fail 'no store' 'one'

# A backup that takes its place is as shared as it was.
exits 0 huiyin backup "$scratch/copy.db" --db "$scratch/a/b/office.db"
exits 0 huiyin restore "$scratch/copy.db" --db "$scratch/a/b/office.db"
same 'the restored store' '660 40100' "$(stat -c '%a %g' "$scratch/a/b/office.db")"
rm "$scratch/a/b/office.db"
exits 0 huiyin restore "$scratch/copy.db" --db "$scratch/a/b/office.db"
same 'the restored store' '660 40100' "$(stat -c '%a %g' "$scratch/a/b/office.db")"
exits 0 huiyin doctor --db "$scratch/a/b/office.db"
