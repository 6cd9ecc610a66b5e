#!/bin/sh
# Ctrl-C at a question, or the end of input: exit 130, nothing recorded, and the terminal as it was.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/lib.sh"
needs_expect
office_now

for key in '\003' '\004'; do
    before=$(store_now)
    on_a_terminal "start --as chen complaint add
ask \"来访.*> \" \"phone\\r\"
ask \"内容.*> \" \"$key\""
    same exit 130 "$code"
    same 'a store as it was' "$before" "$(store_now)"
done

# Signals are signals again afterwards.
on_a_terminal "set env(HUIYIN) sh
start -c {$HUIYIN --as chen complaint add; stty -a | grep -o -- '-*isig'}
ask \"来访.*> \" \"\\003\""
prints isig
never_prints -isig
