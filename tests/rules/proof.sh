#!/bin/sh
# Whether the examples in the rule files prove them: sh tests/rules/proof.sh [--write]
#
# Changes the rules' queries on purpose (`huiyin rules test --mutate`): a change is noticed by an example, or the rule's file says why none
# can; and every branch inside a query some example makes true and another false. What came of each rule stands in docs/rules-proof.md, and is
# what it says there; with --write it is written there, and the difference is to be looked at.
set -eu

: "${HUIYIN:?name the binary under test in HUIYIN}"
page=$(dirname "$0")/../../docs/rules-proof.md
rules=$(dirname "$0")/../../src/rulebook/rules
work=$(mktemp -d "${TMPDIR:-/tmp}/huiyin-proof.XXXXXX")
trap 'rm -rf "$work"' EXIT

# Several at a time, each in a process of its own; no store is looked at.
export HUIYIN_DB="$work/none.db"
begun=$(date +%s)
find "$rules" -name '*.sql' | sed "s|^$rules/||; s|\\.sql\$||; s|/|.|" | LC_ALL=C sort >"$work/rules"
xargs -P "$(nproc)" -I RULE sh -c '"$HUIYIN" rules test RULE --mutate --json >"$0/RULE.json"
    "$HUIYIN" rules test RULE --coverage --json >"$0/RULE.branches"; :' "$work" <"$work/rules"
seconds=$(($(date +%s) - begun))

failed=0
while read -r rule; do
    gojq -r '.wrong[] | "\(.rule): \(.what.en)"' "$work/$rule.json" "$work/$rule.branches" >"$work/wrong"
    # With --write they are in the table, to be seen there.
    [ "${1:-}" = --write ] || {
        gojq -r '.survivors[] | "\(.rule):\(.line): no example notices \(.change)"' "$work/$rule.json"
        gojq -r '.by_branch[] | select(.made_true == 0 or .made_false == 0) | "\(.rule):\(.line): not gone through both ways: \(.branch)"' \
            "$work/$rule.branches"
    } >>"$work/wrong"
    [ ! -s "$work/wrong" ] || { cat "$work/wrong" >&2; failed=1; }
done <"$work/rules"
[ $failed -eq 0 ] || exit 1

# The table's row of each rule.
while read -r rule; do
    gojq -r --slurpfile branches "$work/$rule.branches" '.by_rule[] | "| `\(.rule)` | \(.mutants) | \(.killed) | \(.explained) | \(.survived) | \($branches[0].branches) | \($branches[0].covered) |"' "$work/$rule.json"
done <"$work/rules" >"$work/rows"
if [ "${1:-}" = --write ]; then
    sed '/^| `/d; /^| \*\*/d' "$page" >"$work/page"
    awk -F'|' '{ a += $3; b += $4; c += $5; d += $6; e += $7; f += $8 }
        END { printf "| **%d** | **%d** | **%d** | **%d** | **%d** | **%d** | **%d** |\n", NR, a, b, c, d, e, f }' "$work/rows" >"$work/sum"
    awk -v rows="$work/rows" -v sum="$work/sum" '
        { print }
        /^\|---/ { while ((getline line < rows) > 0) print line; while ((getline line < sum) > 0) print line }' "$work/page" >"$page"
    echo "written in $seconds s"
    exit
fi
while read -r row; do
    grep -qxF "$row" "$page" || { echo "not in docs/rules-proof.md: $row (sh tests/rules/proof.sh --write)" >&2; failed=1; }
done <"$work/rows"
exit $failed
