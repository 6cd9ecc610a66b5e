#!/bin/sh
# A store that Debian 12 and 13 wrote by turns (turns.sh) verifies on whichever this is, against the head that
# was kept of it; its week has the same figures; what was said in it is found; and this release takes its turn.
words=$(dirname "$0")/../scenarios
. "$words/lib.sh"
here=$(cd "$(dirname "$0")" && pwd)
gunzip -c "$here/by-turns.db.gz" >"$HUIYIN_DB"
chmod 600 "$HUIYIN_DB"
clock '2026-11-24 09:00:00'

exits 0 huiyin audit verify --anchor "$here/by-turns.head.json"
before=$(entries_now)

exits 0 as ma report period --from 2026-11-16 --to 2026-11-22 --json
printf '%s' "$out" >"$scratch/now.json"
jq -e --slurpfile kept "$here/by-turns.figures.json" '
    . as $now | $kept[0] as $then
    | [$then | paths(scalars)] | all(. as $path | ($now | getpath($path)) == ($then | getpath($path)))' \
    "$scratch/now.json" >"$scratch/jq" || fail 'the figures that were kept of it' "$(cat "$scratch/now.json")"

# finds HOW-MANY WORDS: in the index that both releases wrote, kept up by both
finds() {
    exits 0 as chen search "$2" --json
    same "matters in which '$2' was said" "$1" "$(printf '%s' "$out" | jq '[.. | .no? // empty] | unique | length')"
}
finds 5 '𠮷'
finds 5 '𮯰'
finds 3 '第 1'
finds 0 没有人说过

# The first to write brings it to this program's schema, an entry for each migration.
exits 0 as chen complaint add --channel letter --text '轮到这一版'
exits 0 huiyin audit verify --anchor "$here/by-turns.head.json"
[ "$(entries_now)" -gt "$before" ] || fail 'one turn more' "$(entries_now)"
exits 0 huiyin backup "$scratch/copy.db"
exits 0 huiyin audit verify --db "$scratch/copy.db"
