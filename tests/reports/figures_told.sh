#!/bin/sh
# docs/figures.md says of every key of a report how it is reckoned, and of nothing else.
. "$(dirname "$0")/office.sh"
filed_weeks
page="$(dirname "$0")/../../docs/figures.md"

exits 0 as ma report weekly --week 2026-W47 --json --quiet
# Rates and what is named by the records are one figure; so are rows of lists, but those of people.
printf '%s' "$out" | jq -r '
    def told: . as $path | ($path | map(tostring) | join("."));
    . as $report | [paths
        | select(.[0] as $k | ["previous", "last_year", "journal", "regulation", "changes"] | index($k) | not)
        | map(select(type == "string"))] | unique
    | map(if .[0] == "people" then .[0:2]
          elif .[0] == "complaints" or .[0] == "breaches" or .[0] == "callbacks" or .[0] == "repairs" or .[0] == "duty"
               or .[0] == "suggestions" or .[0] == "surveys" or .[0] == "events" or .[0] == "conduct"
               or .[0] == "three_rates" or .[0] == "hotline" then .[0:2]
          else .[0:1] end | join(".")) | unique | .[]' | sort -u >"$scratch/paths"
# What stands for itself has no row of its own beside its parts.
awk '{ all[NR] = $0 } END { for (i = 1; i <= NR; ++i) { whole = 0
    for (j = 1; j <= NR; ++j) if (index(all[j], all[i] ".") == 1) whole = 1
    if (!whole) print all[i] } }' "$scratch/paths" >"$scratch/keys"
printf '%s\n' previous last_year journal regulation changes >>"$scratch/keys"
sort -u "$scratch/keys" >"$scratch/expected"

# Up to the pages of one person and of one building, which have tables of their own.
sed '/^Charts of more than/,$d' "$page" | sed -n 's/^| \(`[^|]*`\) |.*/\1/p; s/^Not figures: \(.*\)/\1/p' | grep -o '`[a-z_.0-9]*`' | tr -d '`' | sort -u >"$scratch/told"
# The names of the other periods.
grep -vxE 'day|month|year|period' "$scratch/told" >"$scratch/of_week"
diff -u "$scratch/expected" "$scratch/of_week" >"$scratch/diff" || fail 'each key has its row' "$(cat "$scratch/diff")"

# tells_of TABLE COMMAND…: each key of it, beside those that every report begins with
tells_of() {
    table=$1
    shift
    exits 0 as ma "$@" --from 2026-11-01 --to 2026-11-22 --json --quiet
    printf '%s' "$out" | jq -r 'del(.schema, .office, .period, .from, .to, .as_of) | keys[]' | sort >"$scratch/expected"
    sed -n "/^| key of \`$table\`/,/^\$/s/^| \(\`[^|]*\`\) |.*/\1/p" "$page" | grep -o '`[a-z_0-9]*`' | tr -d '`' | sort >"$scratch/told"
    diff -u "$scratch/expected" "$scratch/told" >"$scratch/diff" || fail "each key of $table has its row" "$(cat "$scratch/diff")"
}
tells_of 'report person' report person sun
tells_of 'report building' report building 3
exit 0
