#!/bin/sh
# NUL, bytes that are no UTF-8, escapes, C1, characters that turn the line: exit 2 and nothing recorded,
# by every way in.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint

# refused_everywhere BYTES: as printf writes them
refused_everywhere() {
    printf "灯$1灯" >"$scratch/text"
    rejects 2 as chen complaint add --channel letter --text - <"$scratch/text"
    rejects 2 as chen duty log - <"$scratch/text"
    { printf 'complaint add --channel letter --text ' && cat "$scratch/text" && echo; } >"$scratch/batch"
    rejects 2 as chen batch "$scratch/batch"
    { echo channel,text && printf 'letter,' && cat "$scratch/text" && echo; } >"$scratch/table.csv"
    rejects 2 as chen batch --csv 'complaint add' "$scratch/table.csv"
    { printf '{"channel": "letter", "text": "' && cat "$scratch/text" && echo '"}'; } >"$scratch/table.jsonl"
    rejects 2 as chen batch --csv 'complaint add' "$scratch/table.jsonl"
    case $1 in *'\000'*) return ;; esac
    text=$(cat "$scratch/text")
    rejects 2 as chen complaint add --channel letter --text "$text"
    never_tells "$text"
    rejects 2 as chen complaint add --channel letter --text '灯' --unit "$text"
    rejects 2 as chen complaint add --channel letter --text '灯' --from "$text"
    rejects 2 as chen complaint add --channel "$text" --text '灯'
    rejects 2 as chen complaint show "$text"
    rejects 2 as chen search "$text"
    rejects 2 as chen note "$ts" --text '灯' --as-happened "$text"
    exits 2 as chen "$text"
    never_tells "$text"
}
refused_everywhere '\000'
refused_everywhere '\377\376'
refused_everywhere '\300\200'
refused_everywhere '\355\240\200'
refused_everywhere '\364\220\200\200'
refused_everywhere '\033[2J'
refused_everywhere '\033]0;title\007'
refused_everywhere '\302\233'
refused_everywhere '\177'
refused_everywhere '\342\200\256'
refused_everywhere '\342\201\246'
refused_everywhere '\r'
# As an escape in JSON too.
for escape in '\u0000' '\u001b' '\u202e' '\u009b' '\ud800'; do
    printf '{"channel": "letter", "text": "灯%s"}\n' "$escape" >"$scratch/table.jsonl"
    rejects 2 as chen batch --csv 'complaint add' "$scratch/table.jsonl"
done
