#!/bin/sh
# Checks docs/compliance.md, the way from each clause to its rules, commands and scenarios:
# sh tests/compliance.sh [--write] [ROOT]
#
# The page is made from what the program says of itself and from the scenarios under ROOT. It must be
# up to date (--write makes it so), every rule must cite clauses that exist, and in a complete system
# every clause has a rule and a command, or the reason why not, and every rule a scenario. Every
# fault is told; the exit is 1 if there is any. HUIYIN names the program, else it is the newest build.
set -eu

# The systems whose clauses must all be in effect.
complete=${COMPLETE_SYSTEMS-1 2 3 4 5 6 7}

here=$(cd "$(dirname "$0")" && pwd)
write=no
if [ "${1:-}" = --write ]; then
    write=yes
    shift
fi
root=${1:-$here/..}
page=docs/compliance.md

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C

: "${HUIYIN:=$(find "$here/.." -path '*/build*/src/huiyin' -exec ls -t {} + | head -n 1)}"
case $HUIYIN in
    /*) ;;
    '')
        echo 'build the program first, or name it in HUIYIN' >&2
        exit 2
        ;;
    *) HUIYIN=$PWD/$HUIYIN ;;
esac
cd "$root"

"$HUIYIN" rules clauses --json >"$work/clauses"
"$HUIYIN" rules list --json >"$work/rules"
jq -r '.[].id' "$work/rules" | sed 's/^/rule /' >"$work/names"
jq -r '.[].clause' "$work/clauses" | sed 's/^/clause /' >>"$work/names"

# Which scenario names which rule, and in its comments which clause. A rule that a scenario names
# only to find nothing of it is `spared`, else `tried`. tests/scenarios/rules reads the rulebook,
# it tries no rule.
find tests/scenarios -mindepth 2 -name '*.sh' ! -path 'tests/scenarios/rules/*' | sort >"$work/files"
# shellcheck disable=SC2016
xargs awk '
    FILENAME == ARGV[1] { kind[$2] = $1; next }
    {
        comment = /^[[:space:]]*#/
        how = comment ? "told" : /no_(breach|finding)/ ? "spared" : "tried"
        line = $0
        gsub(/[^A-Za-z0-9.-]+/, " ", line)
        count = split(line, words, " ")
        for (i = 1; i <= count; ++i) {
            word = words[i]
            sub(/[.]+$/, "", word)
            if (kind[word] != (comment ? "clause" : "rule")) continue
            if (comment && !/clause/) continue
            file = FILENAME
            sub(/^tests\/scenarios\//, "", file)
            sub(/[.]sh$/, "", file)
            print word, how, file
        }
    }' "$work/names" <"$work/files" | sort -u >"$work/mentions"

jq -n --arg complete "$complete" --rawfile mentions "$work/mentions" \
    --slurpfile clauses "$work/clauses" --slurpfile rules "$work/rules" '{
        clauses: $clauses[0], rules: $rules[0], complete: ($complete | split(" ") | map(tonumber)),
        mentions: ($mentions | split("\n") | map(select(. != "") | split(" ")
            | {name: .[0], how: .[1], file: .[2]}))
    }' >"$work/facts"

jq -r -L "$here/compliance" 'include "compliance"; page' "$work/facts" >"$work/page"
[ "$write" = no ] || cp "$work/page" "$page"

faults=0
jq -r -L "$here/compliance" 'include "compliance"; faults' "$work/facts" >"$work/faults"
if [ -s "$work/faults" ]; then
    cat "$work/faults" >&2
    faults=1
fi
if ! diff -u "$page" "$work/page" >"$work/diff" 2>&1; then
    cat "$work/diff" >&2
    echo "$page is not up to date: sh tests/compliance.sh --write" >&2
    faults=1
fi
exit "$faults"
