# Words for scenarios about rules of an office's own. Sourced after lib.sh.

own_rules=$(cd "$(dirname "$0")" && pwd)

# a_rule_with FROM TO: same-day.sql with the first of these (a line's beginning) replaced; in $rule
a_rule_with() {
    rule=$scratch/rule.sql
    awk -v from="$1" -v to="$2" '
        !done && index($0, from) == 1 { print to; done = 1; next }
        { print }
        END { exit !done }' "$own_rules/same-day.sql" >"$rule" || fail "a line '$1' in same-day.sql" 'none'
}

# a_query_of SQL…: same-day.sql with this query; in $rule
a_query_of() {
    rule=$scratch/rule.sql
    awk -v query="$1" '
        /^SELECT/ && !done { print query; skip = 1; done = 1 }
        /^-- example/ { skip = 0 }
        !skip { print }' "$own_rules/same-day.sql" >"$rule"
}

# not_taken WORDS…: the file in $rule is refused as it is, and each of these is said of it
not_taken() {
    rejects 2 huiyin --lang en rules add "$rule"
    prints_nothing
    for _word in "$@"; do tells "$_word"; done
}
