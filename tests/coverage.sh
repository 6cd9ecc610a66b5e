#!/bin/sh
# Which share of the lines the tests run, by room: sh tests/coverage.sh [CTEST-OPTION…]
#
# Builds by clang in build-coverage and runs what ctest is asked for; without options all but the faults, which
# kill the program before it can tell what it ran, and the benchmarks. Takes about as long as the tests.
set -eu
cd "$(dirname "$0")/.."
. tests/clang.sh
version=${clang##*-}
for program in "$clang" "llvm-profdata-$version" "llvm-cov-$version" jq; do
    command -v "$program" >/dev/null || {
        echo "needs $program: apt-get install clang-$version llvm-$version jq" >&2
        exit 1
    }
done
[ $# -gt 0 ] || set -- --label-exclude 'fault|fuzz|bench'

rm -rf build-coverage/profiles
cmake --preset coverage -DCMAKE_CXX_COMPILER="$clang" -DHUIYIN_TOGETHER=ON
cmake --build build-coverage --parallel "$(nproc)"
ctest --test-dir build-coverage --parallel $(($(nproc) * 2)) --output-on-failure "$@" || echo "some tests failed: the figures are of what ran" >&2

"llvm-profdata-$version" merge -sparse -o build-coverage/all.profdata build-coverage/profiles/*.profraw
"llvm-cov-$version" export -summary-only -instr-profile build-coverage/all.profdata \
    build-coverage/src/huiyin -object build-coverage/tests/huiyin_unit_tests |
    jq -r --arg root "$PWD/" '
        [.data[0].files[] | {path: (.filename | ltrimstr($root)), lines: .summary.lines}
            | select(.path | test("^(src|include)/"))
            | .room = (.path | sub("^include/huiyin/"; "") | sub("^src/"; "") | split("/")[0])
            | select(.room | test("^(base|store|records|rulebook|gate|headquarters|reports|cli)$"))]
        | (group_by(.room) | map({room: .[0].room, count: (map(.lines.count) | add), covered: (map(.lines.covered) | add)}))
        | . + [{room: "all", count: (map(.count) | add), covered: (map(.covered) | add)}]
        | "| room | lines | run by the tests |", "|---|---|---|",
          (.[] | "| \(.room) | \(.count) | \(1000 * .covered / .count | floor / 10) % |")'
