#!/bin/sh
# In zsh, what `huiyin completion zsh` prints completes nouns, verbs, options and the store's values.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/lib.sh"
command -v zsh >/dev/null || skip 'needs zsh'
an_office_to_complete

# A real zsh on a terminal of its own; what compadd is given is written down beside.
huiyin completion zsh >"$scratch/_huiyin"
cat >"$scratch/inner.zsh" <<'END'
PROMPT='%% '
unsetopt beep
fpath=($SCRATCH $fpath)
autoload -Uz compinit
compinit -u -d $SCRATCH/zcompdump
compadd() {
    local -a taken
    builtin compadd -O taken "$@"
    (( $#taken )) && print -rl -- $taken >>$SCRATCH/offered
    builtin compadd "$@"
}
print -r -- ready >$SCRATCH/ready
END
cat >"$scratch/outer.zsh" <<'END'
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "source $SCRATCH/inner.zsh"
wait_for() {
    local turn text
    for turn in {1..600}; do
        [[ -e $1 ]] && return
        zpty -r -t shell text
        sleep 0.1
    done
}
wait_for $SCRATCH/ready
zpty -w -n shell "$1"$'\t'
# A second key is only read once the first is done with.
zpty -w -n shell $'\C-u'"print done >$SCRATCH/done"$'\n'
wait_for $SCRATCH/done
zpty -d shell
END
# A key that reaches a busy machine's zsh before its line editor is ready completes nothing: typed again.
complete_in_shell() {
    for _go in 1 2 3; do
        rm -f "$scratch/offered" "$scratch/ready" "$scratch/done"
        SCRATCH=$scratch LC_ALL=C.UTF-8 timeout 120 zsh -f "$scratch/outer.zsh" "$1" >"$scratch/pty" 2>&1
        if [ -e "$scratch/offered" ]; then
            cat "$scratch/offered"
            return
        fi
    done
}
completes_everything
