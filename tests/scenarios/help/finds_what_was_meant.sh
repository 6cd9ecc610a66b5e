#!/bin/sh
# Mistyped nouns, verbs, options, choices, logins and numbers are answered with what was meant.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint

# meant WORD CODE CMD…
meant() {
    _word=$1 _code=$2
    shift 2
    rejects "$_code" "$@"
    tells "$_word"
}
meant 'complaint' 2 as chen complaimt list
meant 'escalate' 2 as chen complaint esclate ts-1
meant '--channel' 2 as chen complaint add --chanel phone --text x
meant 'phone' 2 as chen complaint add --channel phne --text x
meant 'plumbing' 2 as chen repair add --channel phone --category plumbin --text x --unit 1-101
meant 'chen' 3 as ma complaint assign ts-1 --to chne
meant 'TS-2026-0001' 3 as chen complaint show ts-12
meant 'TS-1' 2 as chen complaint show st-x --lang en
meant 'help complaint' 2 as chen complaint
