#!/bin/sh
# Damage to pages of the file that no row is read from is found where nothing is said of how to verify: the list of free
# pages, the tables of the search index.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
cp "$HUIYIN_DB" "$scratch/sound.db"

# byte AT: the byte of the file there, as a number; put AT NUMBER
byte() { od -An -tu1 -j "$1" -N 1 "$HUIYIN_DB" | tr -d ' '; }
put() { printf "\\$(printf %03o "$2")" | dd of="$HUIYIN_DB" bs=1 seek="$1" conv=notrunc 2>/dev/null; }
# damaged AT: another byte there is found, and told as damage
damaged() {
    put "$1" $((($(byte "$1") + 1) % 256))
    exits 5 huiyin audit verify --json
    json '.by == "replay" and ([.faults[].what] | any(contains("damaged")))'
    cp "$scratch/sound.db" "$HUIYIN_DB"
}

size=$(sql 'PRAGMA page_size')
exits 0 huiyin audit verify --json
json '.ok and .by == "sums"'
damaged 39                                   # how many free pages there are
for table in search_index_data search_index_docsize search_index_idx; do
    root=$(sql "SELECT rootpage FROM sqlite_schema WHERE name = '$table'")
    damaged $(((root - 1) * size + 7))       # how many bytes between its cells are nobody's
done
exits 0 huiyin audit verify
