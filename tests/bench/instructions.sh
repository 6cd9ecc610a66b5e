#!/bin/sh
# Seven verbs take as many instructions as were recorded for them, give or take a twentieth, and hardly more on
# a store with many matters than on one with few. HUIYIN names a release build. Each release of Debian has its
# compiler and its SQLite, so it has its own lines in instructions.txt. A change that was meant is recorded anew:
# HUIYIN=… sh tests/bench/instructions.sh --write
set -eu
: "${HUIYIN:?name the binary under test in HUIYIN}"
recorded="$(cd "$(dirname "$0")" && pwd)/instructions.txt"
command -v valgrind >/dev/null || { echo "skipped: valgrind is not installed"; exit 77; }

folder=$(mktemp -d "${TMPDIR:-/tmp}/huiyin-bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT
export HUIYIN_DB="$folder/office.db" LC_ALL=C.UTF-8 TZ=UTC

record() { "$HUIYIN" "$@" --quiet >/dev/null; }

# measured VERB ARGUMENT…: what valgrind counts is the same on a busy machine and on a quiet one.
measured() {
    verb=$1
    shift
    valgrind --tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null --log-file="$folder/log" \
        "$HUIYIN" "$@" --quiet >"$folder/out"
    echo "$verb $(sed -n 's/.*I *refs: *//p' "$folder/log" | tr -d ,)"
}

# round NUMBER: the verbs once, on a complaint and a repair of their own. Each complaint is recorded a second time,
# which a rule says; no repair is.
round() {
    ts=ts-$1
    measured add --as chen complaint add --channel phone --phone 13800008000 --unit 3-502 --text 夜里楼上施工吵得睡不着
    measured assign --as chen complaint assign "$ts" --to wei
    record --as wei complaint investigate "$ts" --findings 属实
    record --as wei complaint opinion "$ts" --text 停工
    measured reply --as wei complaint reply "$ts" --text 已停工 --method phone
    measured callback --as wei callback log "$ts" --method phone --satisfied yes
    measured repair --as chen repair add --channel phone --phone 13800008000 --unit "4-$1" --category plumbing --text "$1 漏水" "$2"
    record --as chen order dispatch "bx-$3" --to li
    record --as li order arrive "pg-$3"
    record --as li order start "pg-$3" --content 漏水 --agreed-by 李敏
    measured finish --as li order finish "pg-$3" --result 已修好
    measured note --as chen note "$ts" --text 补充
}

record init --office 试
record staff add tao --name 陶 --role head
record staff add chen --name 陈 --role clerk --superior tao
record staff add wei --name 魏 --role steward --superior tao
record staff add li --name 李 --role technician --superior tao
record --as chen complaint add --channel phone --phone 13800008000 --unit 3-502 --text 夜里楼上施工吵得睡不着
round 2 --not-rework=新装 1 >"$folder/few"
for number in $(seq 1000); do
    echo "complaint add --channel phone --phone 138$((10000000 + number)) --unit 5-$number --text 第${number}件"
done >"$folder/lines.txt"
record --as chen batch "$folder/lines.txt"
# Each command looks at the entry before it whole, and that of a batch is long.
record --as chen complaint add --channel phone --phone 13800008000 --unit 3-504 --text 楼道灯不亮
# Twice, and the lesser counts: every so many commits the index for searching is put in order, by whichever comes.
round 1004 --not-rework=新装 2 >"$folder/once"
round 1005 --not-rework=新装 3 >"$folder/again"
paste -d ' ' "$folder/once" "$folder/again" | awk '{ print $1, $2 < $4 ? $2 : $4 }' >"$folder/many"

. /etc/os-release
release=$ID-${VERSION_ID:-unreleased}
awk -v release="$release" '$1 == release { print $2, $3 }' "$recorded" >"$folder/before"
while read -r verb few <&3 && read -r _ many <&4; do
    echo "$verb on $release: $few instructions, $many with a thousand more on file"
done 3<"$folder/few" 4<"$folder/many"

if [ "${1:-}" = --write ]; then
    # The other releases' move by as much, until they are recorded there.
    awk -v release="$release" '
        FILENAME == ARGV[1] { now[$1] = $2; next }
        FILENAME == ARGV[2] { before[$1] = $2; next }
        $1 != release && $2 in now { print $1, $2, int($3 * now[$2] / ($2 in before ? before[$2] : now[$2])) }
        END { for (verb in now) print release, verb, now[verb] }
    ' "$folder/few" "$folder/before" "$recorded" | sort >"$folder/recorded"
    cp "$folder/recorded" "$recorded"
    exit
fi
# within PER-CENT A B
within() { [ $(($2 * 100)) -le $(($3 * (100 + $1))) ] && [ $(($2 * 100)) -ge $(($3 * (100 - $1))) ]; }
while read -r verb few <&3 && read -r _ many <&4; do
    within 10 "$many" "$few" || { echo "$verb grows with what is on file" >&2; exit 1; }
done 3<"$folder/few" 4<"$folder/many"
[ -s "$folder/before" ] || { echo "skipped: nothing is recorded for $release"; exit 77; }
while read -r verb few; do
    before=$(awk -v verb="$verb" '$1 == verb { print $2 }' "$folder/before")
    [ -n "$before" ] || { echo "$verb is not recorded for $release" >&2; exit 1; }
    within 5 "$few" "$before" || { echo "$verb, recorded: $before" >&2; exit 1; }
done <"$folder/few"
