#!/bin/sh
# The bytes of a file lie outside the journal, their digest lies in it: whoever changes, cuts, swaps
# or removes them is found out, and the row is named.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
for words in 'one sheet' 'another sheet'; do
    printf '%s' "$words" >"$scratch/sheet"
    accepts as chen attach "$ts" "$scratch/sheet"
done
exits 0 huiyin audit verify
cp "$HUIYIN_DB" "$scratch/sound.db"
first=$(sql 'SELECT min(id) FROM file')
named="attachment.file $(sql 'SELECT min(step) FROM attachment')"

# finds STATEMENT WORDS: after this edit the audit fails and says these words
finds() {
    cp "$scratch/sound.db" "$HUIYIN_DB"
    sql "$1" || fail 'the edit to work' "$1"
    exits 5 huiyin audit verify
    case $out$err in *"$2"*) ;; *) fail "'$2' in what it says" "$out$err" ;; esac
    exits 5 huiyin audit verify --json
    json '.ok == false'
}
finds "UPDATE file SET bytes = CAST('one shout' AS BLOB) WHERE id = $first" "$named"
finds "UPDATE file SET bytes = substr(bytes, 1, 3) WHERE id = $first" "$named"
finds "UPDATE file SET bytes = NULL WHERE id = $first" "$named"
finds "UPDATE file SET salt = zeroblob(length(salt)) WHERE id = $first" "$named"
finds "UPDATE file SET bytes = (SELECT bytes FROM file WHERE id <> $first) WHERE id = $first" "$named"
finds "DELETE FROM file WHERE id = $first" "$named"
finds "INSERT INTO file VALUES (9999, x'00', x'00')" 9999
finds 'UPDATE attachment SET size = 1' attachment
finds "UPDATE content SET value = 'other' WHERE value = 'sheet'" attachment.name
finds "DELETE FROM attachment WHERE file = $first" attachment
cp "$scratch/sound.db" "$HUIYIN_DB"
exits 0 huiyin audit verify
