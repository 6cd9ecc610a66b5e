#!/bin/sh
# libFuzzer on every target, each for so many seconds; what it finds lies in the folder it names.
#
#     sh tests/fuzz/run.sh [SECONDS [TARGET…]]         60 s each unless said; clang is installed for it
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}
[ $# -eq 0 ] || shift
targets=${*:-command_line batch_line csv json_lines typed_time rule_file changeset seal journal_head bundle}
build=${FUZZ_BUILD:-build-fuzz}

. tests/clang.sh
if ! command -v "$clang" >/dev/null; then
    as_root=
    [ "$(id -u)" -eq 0 ] || as_root=sudo
    # Unquoted: each word is a package.
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends $clang_packages
fi
cmake -S . -B "$build" -G Ninja -DCMAKE_CXX_COMPILER="$clang" -DCMAKE_BUILD_TYPE=RelWithDebInfo \
    -DHUIYIN_FUZZ=ON -DHUIYIN_SANITIZE=address,undefined,fuzzer-no-link
for target in $targets; do cmake --build "$build" --target "fuzz_$target"; done

mkdir -p "$build/found"
failed=0
for target in $targets; do
    work=$build/corpus/$target
    mkdir -p "$work"
    status=0
    "$build/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 -max_len=4096 \
        -print_final_stats=1 -artifact_prefix="$build/found/$target-" "$work" "tests/fuzz/corpus/$target" \
        2>"$build/found/$target.log" || status=$?
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$build/found/$target.log")
    printf '%-14s %10s inputs in %4d s   exit %d\n' "$target" "${runs:-?}" "$seconds" "$status"
    [ "$status" -eq 0 ] || failed=1
done
exit "$failed"
