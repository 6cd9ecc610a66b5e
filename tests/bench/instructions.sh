#!/bin/sh
# One `complaint add` takes as many instructions as were recorded, give or take a twentieth, and hardly more on
# a store with many matters than on one with few. HUIYIN names a release build. Each release of Debian has its
# compiler and its SQLite, so it has its own line in instructions.txt. A change that was meant is recorded anew:
# HUIYIN=… sh tests/bench/instructions.sh --write
set -eu
: "${HUIYIN:?name the binary under test in HUIYIN}"
recorded="$(cd "$(dirname "$0")" && pwd)/instructions.txt"
command -v valgrind >/dev/null || { echo "skipped: valgrind is not installed"; exit 77; }

folder=$(mktemp -d "${TMPDIR:-/tmp}/huiyin-bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT
export HUIYIN_DB="$folder/office.db" LC_ALL=C.UTF-8 TZ=UTC
add='complaint add --quiet --channel phone --phone 13800008000 --unit 3-502 --text 夜里楼上施工吵得睡不着'

# What valgrind counts is the same on a busy machine and on a quiet one.
instructions() {
    # Unquoted: words.
    # shellcheck disable=SC2086
    valgrind --tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null --log-file="$folder/log" \
        "$HUIYIN" --as chen $add >"$folder/out"
    sed -n 's/.*I *refs: *//p' "$folder/log" | tr -d ,
}

"$HUIYIN" init --office 试 --quiet >/dev/null
"$HUIYIN" staff add tao --name 陶 --role head --quiet >/dev/null
"$HUIYIN" staff add chen --name 陈 --role clerk --superior tao --quiet >/dev/null
# shellcheck disable=SC2086
"$HUIYIN" --as chen $add >/dev/null
few=$(instructions)
for number in $(seq 1000); do
    echo "complaint add --channel phone --phone 138$((10000000 + number)) --unit 5-$number --text 第${number}件"
done >"$folder/lines.txt"
"$HUIYIN" --as chen batch "$folder/lines.txt" --quiet >/dev/null
many=$(instructions)

. /etc/os-release
release=$ID-${VERSION_ID:-unreleased}
before=$(awk -v release="$release" '$1 == release { print $2 }' "$recorded")
echo "complaint add on $release: $few instructions with one on file, $many with a thousand more"
if [ "${1:-}" = --write ]; then
    # The other releases' move by as much, until they are recorded there.
    awk -v release="$release" -v now="$few" -v before="${before:-$few}" '
        $1 == release { next }
        { printf "%s %d\n", $1, $2 * now / before }
        END { print release, now }' "$recorded" | sort >"$folder/recorded"
    cp "$folder/recorded" "$recorded"
    exit
fi
# within PER-CENT A B
within() { [ $(($2 * 100)) -le $(($3 * (100 + $1))) ] && [ $(($2 * 100)) -ge $(($3 * (100 - $1))) ]; }
within 10 "$many" "$few" || { echo "it grows with what is on file" >&2; exit 1; }
[ -n "$before" ] || { echo "skipped: nothing is recorded for $release"; exit 77; }
within 5 "$few" "$before" || { echo "recorded: $before" >&2; exit 1; }
