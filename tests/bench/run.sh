#!/bin/sh
# How fast it is, beside what it is measured against, as one table: sh tests/bench/run.sh FOLDER [ROW…]
#
# FOLDER keeps the stores (0, 10k, 100k, 1m matters; what is missing is made, the last takes an hour and
# 9 GiB). HUIYIN_BENCH_STORES="0 10k" measures on those alone. Rows: add version batch weekly check due
# search verify crowd peers. Both sides of a row are run in turn, whole processes on one disk, so that a
# busy machine slows both. Nothing here is a verdict: goals and figures are in docs/performance.md.
# runs.sh runs all of it in little: HUIYIN_BENCH_RUNS of each, a crowd of HUIYIN_BENCH_CROWD.
set -eu

: "${HUIYIN:?name the binary under test in HUIYIN}"
tools=${HUIYIN_BENCH_TOOLS:-$(dirname "$HUIYIN")/../tests/bench}
race="$tools/huiyin_bench_race"
folder=${1:?which folder for the stores}
shift
sizes=${HUIYIN_BENCH_STORES:-0 10k 100k 1m}
rows=${*:-add version batch weekly check due search verify crowd peers}
here=$(cd "$(dirname "$0")" && pwd)
export LC_ALL=C.UTF-8 TZ=Asia/Shanghai
unset HUIYIN_DB || true

# The same durability as the store's: each INSERT is on the disk before the shell ends.
shell="sqlite3 -cmd 'PRAGMA journal_mode=TRUNCATE' -cmd 'PRAGMA synchronous=FULL'"
complaint="complaint add --quiet --channel phone --phone 13800008000 --unit 3-502 --text 夜里楼上施工吵得睡不着"

matters() { case $1 in *k) echo "${1%k}000" ;; *m) echo "${1%m}000000" ;; *) echo "$1" ;; esac; }
store() { echo "$folder/$1.db"; }

make_store() {
    [ -s "$(store "$1")" ] || "$tools/huiyin_bench_store" "$(store "$1")" --matters "$(matters "$1")" \
        --user "$(id -un)"
    # Brought up to date by whoever writes first.
    "$HUIYIN" --db "$(store "$1")" --as chen complaint add --quiet --channel letter --text 窨井盖松动 >/dev/null
}

# What a complaint is to a bare database: a row with a number that is its own.
bare_store() {
    rm -f "$folder/bare.db"
    sqlite3 "$folder/bare.db" 'PRAGMA journal_mode=TRUNCATE;
        CREATE TABLE complaint (id INTEGER PRIMARY KEY, no TEXT NOT NULL UNIQUE, at INTEGER NOT NULL,
            channel TEXT NOT NULL, phone TEXT, unit TEXT, text TEXT NOT NULL) STRICT' >/dev/null
}
bare_insert="INSERT INTO complaint (no, at, channel, phone, unit, text) SELECT 'TS-2026-' || (1 + coalesce(max(id), 0)),
    unixepoch(), 'phone', '13800008000', '3-502', '夜里楼上施工吵得睡不着' FROM complaint"

# compare ROW RUNS OURS THEIRS: medians of both, and the ratio; peak memory of ours.
compare() {
    "$race" --runs "${HUIYIN_BENCH_RUNS:-$2}" "$3" "$4" >"$folder/race"
    awk -v row="$1" 'NR == 1 { ours = $1; peak = $3 } NR == 2 { theirs = $1 }
        END { printf "| %s | %.1f ms | %.1f ms | %.2f | %.1f MiB |\n", row, ours, theirs, ours / theirs, peak / 1024 }' \
        "$folder/race"
}

row_add() {
    for size in $sizes; do
        bare_store
        compare "add at $size / INSERT in the shell" 40 \
            "$HUIYIN --db $(store "$size") --as chen $complaint" "$shell $folder/bare.db \"$bare_insert\""
    done
    last=${sizes##* }
    compare "add at $last / add at 0" 40 "$HUIYIN --db $(store "$last") --as chen $complaint" \
        "$HUIYIN --db $(store 0) --as chen $complaint"
}

row_version() {
    compare 'version / select 1' 100 "$HUIYIN version" "sqlite3 :memory: 'select 1'"
}

row_batch() {
    lines=${HUIYIN_BENCH_LINES:-100000}
    awk -v lines="$lines" 'BEGIN { for (n = 1; n <= lines; ++n)
        printf "complaint add --channel phone --phone 138%08d --unit %d-%d --text 第%d次反映楼道灯不亮\n",
            n, n % 40 + 1, n % 900 + 100, n }' >"$folder/lines.txt"
    awk -v lines="$lines" 'BEGIN { for (n = 1; n <= lines; ++n)
        printf "%d,TS-2026-%d,1790000000,phone,138%08d,%d-%d,第%d次反映楼道灯不亮\n",
            n, n, n, n % 40 + 1, n % 900 + 100, n }' >"$folder/rows.csv"
    cp "$(store 0)" "$folder/batch.db"
    bare_store
    "$race" --runs 1 --warm 0 "$HUIYIN --db $folder/batch.db --as chen batch $folder/lines.txt --quiet" \
        "$shell $folder/bare.db '.import --csv $folder/rows.csv complaint'" >"$folder/race"
    awk -v lines="$lines" 'NR == 1 { ours = $1; peak = $3 } NR == 2 { theirs = $1 }
        END { printf "| batch of %d / .import | %.1f s | %.1f s | %.2f | %.1f MiB |\n", lines, ours / 1000,
            theirs / 1000, ours / theirs, peak / 1024 }' "$folder/race"
}

row_weekly() {
    for size in $sizes; do
        for format in json html; do
            compare "report weekly --format $format at $size / bare SQL" 5 \
                "$HUIYIN --db $(store "$size") --as chen report weekly --week 2026-W46 --quiet --format $format" \
                "sqlite3 -readonly $(store "$size") < $here/weekly.sql"
        done
    done
}

row_check() {
    for size in $sizes; do
        "$race" --runs 1 --warm 0 "sh -c '\"$HUIYIN\" --db $(store "$size") check >/dev/null || [ \$? -eq 4 ]'" |
            awk -v size="$size" '{ printf "| check at %s | %.1f s | | | %.1f MiB |\n", size, $1 / 1000, $3 / 1024 }'
    done
}

row_due() {
    for size in $sizes; do
        for command in 'callback due' 'repair list --overdue' status; do
            compare "$command at $size / version" 7 "$HUIYIN --db $(store "$size") $command" "$HUIYIN version"
        done
    done
}

row_search() {
    for size in $sizes; do
        [ "$size" != 0 ] || continue
        # A word that hardly anybody said, and one of every 160th text, all of which are printed.
        for word in 窨井 电梯; do
            compare "search $word at $size / LIKE" 5 "$HUIYIN --db $(store "$size") search $word" \
                "sqlite3 -readonly $(store "$size") \"SELECT id FROM content WHERE value LIKE '%$word%'\""
        done
    done
}

row_verify() {
    for size in $sizes; do
        compare "audit verify at $size / sha256sum" 1 "$HUIYIN --db $(store "$size") audit verify" \
            "sha256sum $(store "$size")"
    done
}

# Into a store of its own: all of a crowd have one home, and each addition looks at those of its home.
row_crowd() {
    bare_store
    rm -f "$folder/crowd.db"
    "$tools/huiyin_bench_store" "$folder/crowd.db" --matters 0 --user "$(id -un)"
    crowd=${HUIYIN_BENCH_CROWD:-16 100}
    for side in "$HUIYIN --db $folder/crowd.db --as chen $complaint" \
        "$shell -cmd '.timeout 10000' $folder/bare.db \"$bare_insert\""; do
        # Unquoted: two numbers.
        # shellcheck disable=SC2086
        "$race" --crowd $crowd "$side" | awk -v who="${side%% *}" -v crowd="$crowd" '{ sub(".*/", "", who)
            sub(" ", " x ", crowd)
            printf "| %s adds, %s | %d failures | median %.1f ms | p99 %.1f ms | %d a second |\n",
                crowd, who, $1, $2, $3, $4 }'
    done
}

# What others keep as many records in, filled by their own import, and one more added by their command.
row_peers() {
    for size in 0 10k 100k; do
        case " $sizes " in *" $size "*) ;; *) continue ;; esac
        sh "$here/peers.sh" "$folder/peers.$size" "$(matters "$size")"
        ours="$HUIYIN --db $(store "$size") --as chen $complaint"
        while IFS='	' read -r name command; do
            compare "add at $size / $name" 7 "$ours" "$command"
        done <"$folder/peers.$size/commands"
    done
}

echo '| row | ours | theirs | ratio | peak memory |'
echo '|---|---|---|---|---|'
for size in $sizes; do
    make_store "$size"
done
for row in $rows; do
    "row_$row"
done
for size in $sizes; do
    echo "| store at $size | $(($(stat -c %s "$(store "$size")") / 1048576)) MiB | journal $(sqlite3 -readonly "$(store "$size")" \
        'SELECT sum(length(head) + length(changeset) + length(hash)) / 1048576 FROM journal') MiB | | |"
done
