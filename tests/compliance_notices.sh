#!/bin/sh
# The compliance test is worth something only if it fails where it should: each fault is made in a
# tree and a program of its own, and must be named.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT

# A program that knows two clauses, one with a rule, one with a reason; a scenario of the rule; and
# the page made of them.
plant() {
    rm -rf "$tree/project"
    mkdir -p "$tree/project/docs" "$tree/project/tests/scenarios/complaint"
    cat >"$tree/clauses.json" <<'JSON'
[{"clause": "2.1", "title": {"zh": "甲", "en": "one"}, "system": 2,
  "system_title": {"zh": "投诉", "en": "complaints"}, "rules": [], "commands": ["complaint add"],
  "reason": {"zh": "由选项限定", "en": "the option sees to it"}},
 {"clause": "2.2.3", "title": {"zh": "乙", "en": "two"}, "system": 2,
  "system_title": {"zh": "投诉", "en": "complaints"},
  "rules": [{"id": "complaint.courtesy", "severity": "refuse"}], "commands": ["complaint add"],
  "reason": null}]
JSON
    echo '[{"id": "complaint.courtesy", "clauses": ["2.2.3"]}]' >"$tree/rules.json"
    cat >"$tree/huiyin" <<PROGRAM
#!/bin/sh
case \$2 in
    clauses) cat '$tree/clauses.json' ;;
    list) cat '$tree/rules.json' ;;
esac
PROGRAM
    chmod +x "$tree/huiyin"
    echo 'refuses complaint.courtesy 2.2.3 huiyin complaint add' \
        >"$tree/project/tests/scenarios/complaint/refuses_it.sh"
    checks --write
}

checks() {
    COMPLETE_SYSTEMS=${complete-2} HUIYIN=$tree/huiyin \
        sh "$here/compliance.sh" "$@" "$tree/project"
}

# doctored FILE FILTER: the program says something else
doctored() {
    jq "$2" "$tree/$1.json" >"$tree/changed"
    mv "$tree/changed" "$tree/$1.json"
}

# notices WHAT: the test fails and names this, also after the page was made anew
notices() {
    if told=$(checks --write 2>&1); then
        echo "the compliance test passed: $1" >&2
        exit 1
    fi
    names "$1"
}

names() {
    case $told in
        *"$1"*) ;;
        *)
            printf 'expected: %s\ncame:     %s\n' "$1" "$told" >&2
            exit 1
            ;;
    esac
}

plant
checks
grep -q 'complaint/refuses_it' "$tree/project/docs/compliance.md"

# A page that nobody made anew.
doctored clauses '.[1].rules[0].severity = "breach"'
if told=$(checks 2>&1); then
    echo 'the compliance test passed an old page' >&2
    exit 1
fi
names 'not up to date'
checks --write

plant
doctored rules '[]'
doctored clauses '.[1].rules = []'
notices 'clause 2.2.3 has neither a rule'
complete=4
checks --write
unset complete

plant
doctored clauses '.[1].commands = []'
notices 'clause 2.2.3 has neither a command'

plant
doctored clauses '.[0].reason = null'
notices 'clause 2.1 has neither a rule'

plant
doctored clauses '.[1].reason = .[0].reason'
notices 'clause 2.2.3 has a rule and a command, and a reason'

plant
doctored rules '.[0].clauses += ["9.9"]'
notices 'complaint.courtesy cites 9.9'

plant
doctored rules '.[0].clauses += ["2.1"]'
notices 'complaint.courtesy is not listed under its clause 2.1'

# What only looks like a scenario of the rule.
for line in '# complaint.courtesy' 'no_breach complaint.courtesy TS-2026-0001' \
    'refuses complaint.courtesy-missed 2.2.3' 'accepts huiyin complaint add'; do
    plant
    echo "$line" >"$tree/project/tests/scenarios/complaint/refuses_it.sh"
    notices 'clause 2.2.3 has no scenario of its rule complaint.courtesy'
done
