# Words for scenarios about prompts, told in expect. Sourced after lib.sh.

needs_expect() { command -v expect >/dev/null || skip 'needs expect'; }

# on_a_terminal SCRIPT: the expect script, run with a terminal; `start` in it spawns the program. Leaves
# what the terminal showed in $out and the program's exit in $code.
on_a_terminal() {
    last='a conversation on a terminal'
    {
        # A moment after each question: what is typed before the line editor has the terminal can be lost.
        # shellcheck disable=SC2016
        printf '%s\n' 'set timeout 60' 'set env(TERM) xterm' \
            'proc start {args} { global env spawn_id; eval spawn -noecho $env(HUIYIN) $args }' \
            'proc ask {question answer} { expect -re $question {} timeout { exit 97 } eof { exit 98 }; after 300; send -- $answer }'
        printf '%s\n' "$1"
        # shellcheck disable=SC2016
        printf '%s\n' 'expect eof {} timeout { exit 97 }' 'exit [lindex [wait] 3]'
    } >"$scratch/script"
    code=0
    LC_ALL=C.UTF-8 HUIYIN=$HUIYIN expect -f "$scratch/script" >"$scratch/out" 2>&1 || code=$?
    out=$(tr -d '\r' <"$scratch/out")
    err=
    [ "$code" -ne 97 ] && [ "$code" -ne 98 ] || fail 'the question that was waited for' "$out"
}
