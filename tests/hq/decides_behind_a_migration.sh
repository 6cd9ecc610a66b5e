# An office was restored from a copy of before its program was brought up to date: the migration is an entry of both
# branches, with its own time in each, and rows that it makes are in no changeset. Then two long branches: of 2,300 entries each with
# HUIYIN_LONG, timed.
. "$(dirname "$0")/lib.sh"

clock '2026-11-23 08:00:00'
keys_made
server_begins
exits 0 huiyin hq init

# Stores whose migrations make rows, by an early program.
for schema in 2 8; do
    name=第$schema代
    export HUIYIN_DB="$scratch/$schema.db"
    gunzip -c "$here/../faults/stores/schema-$schema.db.gz" >"$HUIYIN_DB"
    cp "$HUIYIN_DB" "$scratch/$schema.copy"
    registered "$name"
    clock '2026-12-01 09:00:00'
    exits 0 as chen complaint add --channel letter --text 升级之后
    exits 0 as chen complaint add --channel letter --text 又一件
    hands_in "$scratch/$schema.ours"
    takes "$scratch/$schema.ours"
    cp "$HUIYIN_DB" "$scratch/$schema.ours.db"
    # The copy, brought up to date another day.
    clock '2026-12-02 09:00:00'
    cp "$scratch/$schema.copy" "$HUIYIN_DB"
    exits 0 as chen complaint add --channel letter --text 另一支
    hands_in "$scratch/$schema.theirs"
    exits 5 huiyin hq ingest "$scratch/$schema.theirs"
    theirs=$(huiyin audit head --json | jq -r .head)
    ours=$(HUIYIN_DB=$scratch/$schema.ours.db huiyin audit head --json | jq -r .head)
    shows "(.branches | map(.head)) == [\"$ours\", \"$theirs\"] and (.branches | all(.log | any(.command | endswith(\".sql\"))))" \
        huiyin hq fork show "$name"
    exits 0 huiyin hq fork accept "$name" --head "$theirs" --reason 用错了旧副本
    same_as_office "$name"
    exits 0 huiyin hq verify "$name"
    clock '2026-12-03 09:00:00'
    takes "$scratch/$schema.theirs"
    exits 0 as chen complaint add --channel letter --text 之后
    hands_in "$scratch/$schema.later" --since-anchor "$(receipt)"
    takes "$scratch/$schema.later"
    same_as_office "$name"
done

# Two long branches: back and forward again, and to the row what the office has.
entries=${HUIYIN_LONG:+2300}
entries=${entries:-150}
export HUIYIN_DB="$scratch/long/office.db"
clock '2026-11-23 08:00:00'
office
registered 长分岔
clock '2026-11-23 09:00:00'
accepts as chen complaint add --channel letter --text 一
ts=$no
exits 0 huiyin backup "$scratch/long.copy"
branch() {
    for number in $(seq "$entries"); do exits 0 as chen note "$ts" --text "$1 $number"; done
    hands_in "$scratch/long.$1"
}
branch ours
takes "$scratch/long.ours"
cp "$HUIYIN_DB" "$scratch/long.ours.db"
clock '2026-11-24 09:00:00'
exits 0 huiyin restore "$scratch/long.copy" --accept-loss 磁盘损坏
branch theirs
exits 5 huiyin hq ingest "$scratch/long.theirs"
ours=$(HUIYIN_DB=$scratch/long.ours.db huiyin audit head --json | jq -r .head)
theirs=$(huiyin audit head --json | jq -r .head)
shows '(.branches | map(.log | length)) | min >= '"$entries" huiyin hq fork show 长分岔
began=$(date +%s%3N)
exits 0 huiyin hq fork accept 长分岔 --head "$theirs" --reason 磁盘损坏后恢复
echo "two branches of $entries entries: the other accepted in $(($(date +%s%3N) - began)) ms"
same_as_office 长分岔
exits 0 huiyin hq verify 长分岔
# What was decided against is kept whole.
same 'entries kept of the other branch' true "$(huiyin hq fork show 长分岔 --json | jq '.branches[1] | .head == "'"$ours"'" and (.log | length) >= '"$entries")"
