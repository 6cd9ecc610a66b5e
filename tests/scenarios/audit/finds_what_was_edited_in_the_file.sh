#!/bin/sh
# One value changed with the sqlite3 shell, in any table: exit 5, and the row is named.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint --unit 3-502
accepts as chen complaint assign "$ts" --to chen
exits 0 huiyin policy set complaint.reply_within 12h --reason '从严'
exits 0 huiyin audit verify
cp "$HUIYIN_DB" "$scratch/sound.db"

# finds STATEMENT WORD…: after this edit the audit fails, and says these words
finds() {
    cp "$scratch/sound.db" "$HUIYIN_DB"
    sql "$1" || fail "the edit to work" "$1"
    shift
    exits 5 huiyin audit verify
    for word in "$@"; do tells_or_prints "$word"; done
    exits 5 huiyin audit verify --json
    json '.ok == false'
}
tells_or_prints() {
    case $out$err in *"$1"*) ;; *) fail "'$1' in what it says" "$out$err" ;; esac
}
# A complaint.
finds "UPDATE matter SET unit = '3-503' WHERE no = '$ts'" matter "$ts"
finds "UPDATE matter SET at = at + 1 WHERE no = '$ts'" matter "$ts"
finds "UPDATE complaint SET class = 1" complaint "$ts"
finds "UPDATE step SET at = at - 60 WHERE what = 'assign'" step
# A policy.
finds "UPDATE policy_edition SET value = '72h'" policy_edition complaint.reply_within
# A staff member.
finds "UPDATE staff_edition SET role = 'manager' WHERE staff = (SELECT id FROM staff WHERE login = 'chen')" \
    staff_edition chen
finds "UPDATE staff SET login = 'chan' WHERE login = 'chen'" staff chen
# What was said, which the journal does not hold itself.
finds "UPDATE content SET value = '一切正常' WHERE value = '热水时有时无'" matter.text
finds "UPDATE content SET value = NULL, salt = NULL WHERE value = '热水时有时无'" matter.text
finds "DELETE FROM content WHERE value = '热水时有时无'" matter.text
# Rows that went and rows that came.
finds "DELETE FROM step WHERE what = 'assign'" step
finds "INSERT INTO policy_edition SELECT 99, key, 2, at + 1, '24h', reason, recorded_at, recorder FROM policy_edition LIMIT 1" \
    policy_edition
finds "INSERT INTO content VALUES (9999, x'00', '多余')" 9999
# The office itself, and the counters.
finds "UPDATE office SET timezone = 'UTC'" office
finds "UPDATE number_series SET last = 7" number_series

cp "$scratch/sound.db" "$HUIYIN_DB"
exits 0 huiyin audit verify
