#!/bin/sh
# Whether every source is laid out as .clang-format says: sh tests/format.sh [--write]
# Another clang-format lays some of it out otherwise, so where the release has another nothing is checked.
set -eu
cd "$(dirname "$0")/.."
. tests/clang.sh
format=clang-format-16
[ "${clang##*-}" = "${format##*-}" ] || {
    echo "this release has no $format: the layout is not checked"
    exit 0
}
command -v "$format" >/dev/null || {
    echo "needs $format: apt-get install $format" >&2
    exit 1
}
how='--dry-run -Werror'
[ "${1:-}" != --write ] || how=-i
# Unquoted: each word is an option.
# shellcheck disable=SC2086
find src include tests \( -name '*.cpp' -o -name '*.hpp' \) -print0 | xargs -0 "$format" $how
