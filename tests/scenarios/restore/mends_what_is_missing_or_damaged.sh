#!/bin/sh
# A store that is gone or broken is replaced all the same: by an administrator of the backup.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
exits 0 huiyin backup "$scratch/good.db"
restores() {
    exits 0 huiyin restore "$scratch/good.db" --json
    json "$1"
    exits 0 huiyin audit verify
    shows 'length == 1' huiyin complaint list
    same 'its mode' 600 "$(stat -c %a "$HUIYIN_DB")"
}

rm "$HUIYIN_DB" "$HUIYIN_DB".lock
exits 7 as chen restore "$scratch/good.db"
restores '.kept == null and .present_unreadable == null'

head -c 20000 /dev/urandom >"$HUIYIN_DB"
restores '.present_unreadable != null and .kept != null'
: >"$HUIYIN_DB"
restores '.kept != null'

# Cut off in the middle.
truncate -s 30000 "$HUIYIN_DB"
restores '.kept != null'

# Altered in its schema: nothing of it is believed, not even who is an administrator.
sql "CREATE TRIGGER t AFTER INSERT ON step BEGIN SELECT 1; END; UPDATE staff_edition SET role = 'admin'"
exits 7 as chen restore "$scratch/good.db"
restores '.present_unreadable != null'

# The journal of a write that was cut off belongs to the replaced store.
head -c 20000 /dev/urandom >"$HUIYIN_DB"
printf '\331\325\005\371\040\241\143\327' >"$HUIYIN_DB-journal"
head -c 5000 /dev/urandom >>"$HUIYIN_DB-journal"
restores '.kept != null'

for other in folder pipe; do
    rm -f "$HUIYIN_DB"
    if [ $other = pipe ]; then mkfifo "$HUIYIN_DB"; else mkdir "$HUIYIN_DB"; fi
    exits 1 huiyin restore "$scratch/good.db"
    if [ $other = pipe ]; then rm "$HUIYIN_DB"; else rmdir "$HUIYIN_DB"; fi
done
cp "$scratch/good.db" "$scratch/other.db"
ln -s "$scratch/other.db" "$HUIYIN_DB"
exits 1 huiyin restore "$scratch/good.db"
[ -L "$HUIYIN_DB" ] || fail 'a link that was left alone' 'something else'
