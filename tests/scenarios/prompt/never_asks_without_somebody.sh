#!/bin/sh
# Nobody is asked without a terminal, with --no-input, with output for machines, in a batch, or where no store is
# to be asked for: then what is missing is told, exit 2.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/lib.sh"
office_now

rejects 2 as chen complaint add
tells --channel
tells --text
rejects 2 as chen complaint add --edit
tells --edit

needs_expect
for wish in --no-input --json '--format csv'; do
    before=$(store_now)
    on_a_terminal "start --as chen complaint add $wish"
    same "exit with $wish" 2 "$code"
    never_prints '> '
    same 'a store as it was' "$before" "$(store_now)"
done
# No store: told before anything is asked.
on_a_terminal "start --db $scratch/none.db complaint add"
same exit 1 "$code"
never_prints '> '

printf 'complaint add --channel phone\n' >"$scratch/lines"
on_a_terminal "start --as chen batch $scratch/lines"
same exit 2 "$code"
never_prints '> '
