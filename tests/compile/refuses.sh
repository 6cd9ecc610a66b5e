#!/bin/sh
# A handler that names an option its verb does not have, or reads one as what it is not, does not compile; what
# stands in options.cpp without any of its cases does. CXX and INCLUDE say how.
set -eu
: "${CXX:?name the compiler in CXX}" "${INCLUDE:?name the folder of headers in INCLUDE}"
source="$(cd "$(dirname "$0")" && pwd)/options.cpp"
folder=$(mktemp -d "${TMPDIR:-/tmp}/huiyin-compile.XXXXXX")
trap 'rm -rf "$folder"' EXIT

# compiles [OPTION…]
compiles() { LC_ALL=C "$CXX" -std=c++20 "$@" -I"$INCLUDE" >"$folder/said" 2>&1; }

# What all cases include is read once; only the file itself is compiled for each.
sed -n 's|^#include "\(huiyin/.*\)"|#include "\1"|p' "$source" >"$folder/read_once.hpp"
sed -n "s|^#include \"\(\.\..*\)\"|#include \"$(dirname "$source")/\1\"|p" "$source" >>"$folder/read_once.hpp"
compiles -x c++-header "$folder/read_once.hpp" -o "$folder/read_once.hpp.gch" || { cat "$folder/said" >&2; exit 1; }
with_headers="-fsyntax-only -Winvalid-pch -Werror=invalid-pch -include $folder/read_once.hpp"

# Unquoted: options.
# shellcheck disable=SC2086
compiles $with_headers "$source" || { cat "$folder/said" >&2; echo "without any case it should compile" >&2; exit 1; }
sed -n 's|^#ifdef \([a-z_]*\)  // \(.*\)|\1 \2|p' "$source" >"$folder/cases"
[ "$(wc -l <"$folder/cases")" -ge 10 ] || { echo "fewer cases than there were" >&2; exit 1; }
while read -r name words; do
    # shellcheck disable=SC2086
    if compiles $with_headers -D"$name" "$source"; then
        echo "$name: compiled" >&2
        exit 1
    fi
    grep -q "$words" "$folder/said" || { cat "$folder/said" >&2; echo "$name: refused, but not for '$words'" >&2; exit 1; }
done <"$folder/cases"
