#!/bin/sh
# Whether the checks of .clang-tidy hold: sh tests/tidy.sh [--all | FILE…]
#
# Without arguments, of the sources that differ from `main`. --all reads every source as it is compiled, several of a
# layer at a time, which spares reading their headers again. Configures build-tidy, and builds nothing.
set -eu
cd "$(dirname "$0")/.."
. tests/clang.sh
tidy=clang-tidy-${clang##*-}
command -v "$tidy" >/dev/null || {
    echo "needs $tidy: apt-get install $tidy" >&2
    exit 1
}

# commands TOGETHER: how each source is compiled
commands() {
    cmake --preset dev -B build-tidy -DCMAKE_CXX_COMPILER="$clang" -DHUIYIN_TOGETHER="$1" -DHUIYIN_PRECOMPILE=OFF >build-tidy.log 2>&1 ||
        {
            cat build-tidy.log >&2
            exit 1
        }
    rm -f build-tidy.log
}

if [ "${1:-}" = --all ]; then
    commands ON
    # What the build makes itself is no source of ours.
    files=$(sed -n 's/^ *"file": "\(.*\)",\{0,1\}$/\1/p' build-tidy/compile_commands.json |
        grep -E "^$PWD/(src|tests)/|/unity_[a-z_0-9]*\.cxx$" | sort -u)
else
    commands OFF
    files=${*:-$(git diff --name-only --diff-filter=d main -- 'src/*.cpp' 'tests/*.cpp')}
fi
[ -n "$files" ] || exit 0
# Unquoted: each word is a file.
# shellcheck disable=SC2086
printf '%s\n' $files | xargs -P "$(nproc)" -n 1 nice "$tidy" -p build-tidy --quiet
