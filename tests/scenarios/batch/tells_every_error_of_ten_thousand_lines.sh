#!/bin/sh
# Ten thousand lines (in a short run, two thousand), one in a hundred wrong, in every way there is: each error is told with its line,
# its option and what to do about it; the exit is the first one's; nothing is recorded without
# --on-error skip, and with it exactly the good ones. As lines, and as a spreadsheet's table.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 18:00:00'
export HUIYIN_LANG=en

# Every way of being wrong is there in the short run. A sanitizer makes it a hundred times the work.
count=2100
[ -z "${HUIYIN_LONG:-}" ] || [ -n "${ASAN_OPTIONS:-}" ] || count=10000

on_file() {
    for _noun in complaint repair suggestion; do huiyin "$_noun" list --json; done |
        jq -s 'map(length) | add'
}

# answers_each_error: of $form, with the exit of the first
answers_each_error() {
    first=$(head -n 1 "$scratch/expected" | cut -f 2)
    case $first in usage) wanted=2 ;; refused) wanted=4 ;; *) fail 'a first error' "$first" ;; esac

    exits "$wanted" batch_of "$form" --json
    same "$form: nothing recorded" "$before" "$(on_file)"
    answered "$form"
    exits "$wanted" batch_of "$form" --on-error skip
    [ "$(on_file)" -eq $((before + good)) ] || fail "$((before + good)) on file" "$(on_file)"
    told "$form"
}

batch_of() {
    _form=$1
    shift
    case $_form in
        lines) as chen batch "$scratch/lines" "$@" ;;
        csv) as chen batch --csv 'complaint add' "$scratch/csv" "$@" ;;
    esac
}

# Each line that should fail did, and no other; with its error, and a remedy for each problem.
answered() {
    jq -r 'select(.taken_back | not) | [.line, .error] | @tsv' "$scratch/out" >"$scratch/answers"
    grep -v '^[0-9]*$' "$scratch/expected" | cut -f 1,2 >"$scratch/wanted"
    out=
    cmp -s "$scratch/wanted" "$scratch/answers" ||
        fail "$1: the wrong lines, each with its error" "$(diff "$scratch/wanted" "$scratch/answers")"
    same "$1: no answer without a remedy" '' "$(jq -r 'select(.taken_back | not)
        | (.problems // .findings)[] | select(.remedy == "" or .message == "") | .message' "$scratch/out")"
}

# In words: behind each `line N:` stands what the line's error must say.
told() {
    awk -F '\t' '
        NR == FNR { if (NF == 3) says[$1] = $3; next }
        /^line [0-9]+:$/ { line = substr($0, 6) + 0; next }
        line { text[line] = text[line] $0 "\n" }
        END {
            for (line in says) {
                n = split(says[line], words, "|")
                for (i = 1; i <= n; ++i)
                    if (!index(text[line], words[i])) print "line " line " lacks: " words[i] ": " text[line]
            }
            for (line in text) if (!(line in says)) print "line " line " was good"
        }' "$scratch/expected" "$scratch/err" >"$scratch/lacking"
    out= err=
    [ ! -s "$scratch/lacking" ] || fail "$1: each error by line, option and remedy" "$(cat "$scratch/lacking")"
}

for form in lines csv; do
    awk -v seed=20261123 -v count=$count -v form=$form -v expected="$scratch/expected" \
        -f "$(dirname "$0")/ten_thousand/lines.awk" >"$scratch/$form"
    good=$(tail -n 1 "$scratch/expected")
    same 'one line in a hundred is wrong' $((count / 100)) $(($(wc -l <"$scratch/expected") - 1))
    before=$(on_file)
    answers_each_error
done
