#!/bin/sh
# The layers test is worth something only if it fails where it should: each fault is made in a tree
# of its own, and must be named.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT

plant() {
    rm -rf "$tree/project"
    mkdir -p "$tree/project/include/huiyin/base" "$tree/project/src/store"
    printf '#pragma once\n#include <string>\n/// Throws nothing.\nbool holds(std::string word);\n' \
        >"$tree/project/include/huiyin/base/good.hpp"
    printf '#include "huiyin/base/good.hpp"\n' >"$tree/project/src/store/good.cpp"
}

# notices WHAT: the layers test fails on the tree and names this
notices() {
    if told=$(sh "$here/layers.sh" "$tree/project" 2>&1); then
        echo "the layers test passed a tree with: $1" >&2
        exit 1
    fi
    case $told in
        *"$1"*) ;;
        *)
            printf 'expected: %s\ncame:     %s\n' "$1" "$told" >&2
            exit 1
            ;;
    esac
}

plant
sh "$here/layers.sh" "$tree/project"

plant
printf '// a layer above\n#include "huiyin/gate/gate.hpp"\n' >"$tree/project/src/store/upward.cpp"
notices 'src/store/upward.cpp:2:'

plant
printf '#include "huiyin/store/store.hpp"\n' >"$tree/project/include/huiyin/base/upward.hpp"
notices 'include/huiyin/base/upward.hpp:1:'

plant
printf '#include "../gate/transaction.hpp"\n' >"$tree/project/src/store/round.cpp"
notices 'src/store/round.cpp:1:'

plant
printf '#pragma once\n/// How many.\nint count(int of);\n' >"$tree/project/include/huiyin/base/silent.hpp"
notices 'include/huiyin/base/silent.hpp:3:'

plant
mkdir -p "$tree/project/src/base"
printf '#include <sqlite3.h>\n' >"$tree/project/src/base/handle.cpp"
notices 'src/base/handle.cpp:1:'

plant
mkdir -p "$tree/project/src/store/util"
notices 'src/store/util'

plant
mkdir -p "$tree/project/src/attic"
notices 'src/attic'

plant
yes '// line' | head -n 400 >"$tree/project/src/store/long.cpp"
notices 'src/store/long.cpp'

plant
printf 'see ../%s/design.md\n' shared >"$tree/project/README.md"
notices 'README.md:1:'

plant
mkdir -p "$tree/project/docs"
printf 'see `store/good.cpp`\nand `store/gone.cpp`\n' >"$tree/project/docs/architecture.md"
notices 'docs/architecture.md:2: store/gone.cpp'
