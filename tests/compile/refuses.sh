#!/bin/sh
# A handler that names an option its verb does not have, or reads one as what it is not, does not compile; what
# stands in options.cpp without any of its cases does. CXX and INCLUDE say how.
set -eu
: "${CXX:?name the compiler in CXX}" "${INCLUDE:?name the folder of headers in INCLUDE}"
source="$(cd "$(dirname "$0")" && pwd)/options.cpp"
said=$(mktemp)
trap 'rm -f "$said"' EXIT

# compiles [CASE]
compiles() { LC_ALL=C "$CXX" -std=c++20 -fsyntax-only -I"$INCLUDE" ${1:+-D"$1"} "$source" >"$said" 2>&1; }

compiles || { cat "$said" >&2; echo "without any case it should compile" >&2; exit 1; }
sed -n 's|^#ifdef \([a-z_]*\)  // \(.*\)|\1 \2|p' "$source" >"$said.cases"
trap 'rm -f "$said" "$said.cases"' EXIT
[ "$(wc -l <"$said.cases")" -ge 10 ] || { echo "fewer cases than there were" >&2; exit 1; }
while read -r name words; do
    if compiles "$name"; then
        echo "$name: compiled" >&2
        exit 1
    fi
    grep -q "$words" "$said" || { cat "$said" >&2; echo "$name: refused, but not for '$words'" >&2; exit 1; }
done <"$said.cases"
