#!/bin/sh
# What docs/architecture.md and CONTRIBUTING.md name is there; what they say is to be touched for a new thing is
# no more than it is allowed to be; the rule that docs/rule-format.md shows is the shipped one:
# sh tests/docs/names.sh [ROOT]
set -eu

cd "${1:-$(dirname "$0")/../..}"
faults=0

# complain WHERE WHAT
complain() {
    printf '%s: %s\n' "$1" "$2"
    faults=1
}

# is_there PATH: as written, or in a layer; `…`, `*` and `<noun>` stand for what each case calls its own
is_there() {
    pattern=$(printf '%s' "$1" | sed 's/…/*/g; s/<[a-z]*>/*/g')
    for place in '' src/ include/huiyin/ docs/ src/reports/; do
        # shellcheck disable=SC2086
        for found in $place$pattern; do
            [ ! -e "$found" ] || return 0
        done
    done
    return 1
}

# Words between backquotes with a slash that end as a file does, or as a folder.
for page in docs/architecture.md CONTRIBUTING.md; do
    for path in $(grep -o '`[^` ]*/[^` ]*`' "$page" | tr -d '`' | sort -u); do
        case $path in
            /*) continue ;;
            *.cpp | *.hpp | *.sql | *.sh | *.json | *.md | *.txt | *.svg | */) ;;
            *table) ;;
            *) continue ;;
        esac
        is_there "$path" || complain "$page" "there is no $path"
    done
done

# reach THING MOST: the row about it in "How to add" names at most so many files
reach() {
    row=$(grep "^| $1 |" docs/architecture.md) || {
        complain docs/architecture.md "\"How to add\" has no row '$1'"
        return
    }
    files=$(printf '%s\n' "$row" | cut -d '|' -f 3 | grep -o '`[^`]*`' | tr -d '`')
    count=$(printf '%s\n' "$files" | wc -l)
    [ "$count" -le "$2" ] || complain docs/architecture.md "'$1' touches $count files, at most $2 are allowed"
    for file in $files; do
        is_there "$file" || complain docs/architecture.md "'$1': there is no $file"
    done
}
reach 'a rule' 2
reach 'a field of a complaint' 4
reach 'a verb that records a step' 6
reach 'a figure of the weekly report' 4
reach 'an output format' 3

# A rule shown in full or from its first line on, as its file has it.
sample=$(awk '/^```/ { if (inside) exit; inside = /sql/; next } inside' docs/rule-format.md)
id=$(printf '%s\n' "$sample" | sed -n '1s/^-- id: //p')
rule=src/rulebook/rules/$(printf '%s' "$id" | tr . /).sql
if [ -f "$rule" ]; then
    shipped=$(head -n "$(printf '%s\n' "$sample" | wc -l)" "$rule")
    [ "$sample" = "$shipped" ] || complain docs/rule-format.md "the rule it shows is not as in $rule"
else
    complain docs/rule-format.md 'it shows no rule of ours'
fi

exit "$faults"
