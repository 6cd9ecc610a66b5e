#!/bin/sh
# Somebody at a terminal sees the newest twenty first, how many there are and how to see more; a file and a script
# get all of it, oldest first.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../prompt/lib.sh"
needs_expect
office
clock '2026-11-23 09:00:00'
seq 1 20 | sed 's/.*/complaint add --channel letter --text 电梯第&次/' >"$scratch/lines"
exits 0 as chen batch "$scratch/lines" --quiet

# on_screen OPTIONS…: what a terminal shows of a search
on_screen() {
    on_a_terminal "start --as chen --lang en search 电梯 $*"
    same 'exit' 0 "$code"
}
# numbers: the records told, in their order
numbers() { printf '%s\n' "$out" | grep -o 'TS-2026-[0-9]*' | sed 's/TS-2026-0*//' | tr '\n' ' '; }

# Twenty are a page, and nothing is said of others.
on_screen
same 'the newest first' '20 19 18 17 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1 ' "$(numbers)"
prints "'电梯': 20 found"
never_prints 'page'

# One more is one on the next.
accepts as chen complaint add --channel letter --text 电梯第21次
on_screen
same 'the newest twenty' '21 20 19 18 17 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 ' "$(numbers)"
prints "'电梯': 21 found, page 1 of 2"
prints '--page 2'
on_screen --page 2
same 'the oldest' '1 ' "$(numbers)"
prints "'电梯': 21 found, page 2 of 2"
never_prints '--page 3'
on_screen --page 3
same 'none' '' "$(numbers)"
prints 'There is nothing on this page.'

# A matter of which it was said again is the newest, with what was said last.
clock '2026-11-24 10:00:00'
accepts as chen note ts-5 --text 电梯又停了
on_screen
case $(numbers) in '5 21 20 '*) ;; *) fail 'TS-2026-0005 first' "$(numbers)" ;; esac
prints '电梯又停了'
prints '2026-11-24 10:00'
prints 'and 1 more'

# Into a file and a pipe goes all of it, oldest first; a page only where it is asked for.
exits 0 as chen --lang en search 电梯
same 'oldest first' '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 ' "$(numbers)"
prints "'电梯': 21 found"
never_prints 'page'
tells_nothing
exits 0 as chen --lang en search 电梯 --page 2
same 'the second page' '1 ' "$(numbers)"
on_a_terminal "start --as chen --lang en search 电梯 --out $scratch/all"
out=$(cat "$scratch/all")
same 'oldest first' '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 ' "$(numbers)"
exits 0 as chen search 电梯 --format csv
same 'rows' 22 "$(printf '%s\n' "$out" | wc -l)"
shows '(map(.no[-2:] | tonumber) | . == [range(1; 22)]) and (.[4].matches | length == 2)' as chen search 电梯
on_a_terminal "start --as chen search 电梯 --json"
json 'length == 21'

# JSON has no pages, and there is no page before the first.
rejects 2 as chen search 电梯 --page 2 --json
exits 2 as chen --lang en search 电梯 --page 2 --json
prints 'leave --page out'
rejects 2 as chen search 电梯 --page 0
# In Chinese words, as everything; what it says to type is taken.
on_a_terminal 'start --as chen 查找 电梯'
prints '--第几页 2'
exits 0 as chen 查找 电梯 --第几页 2
prints '共 2 页'
