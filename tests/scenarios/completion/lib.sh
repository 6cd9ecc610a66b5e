# Words for scenarios about completion, told to each shell. Sourced after lib.sh, in a store that has
# one open and one closed complaint.

# an_office_to_complete: commands run under the machine's own clock, as shells do
an_office_to_complete() {
    office_now
    hires sun '孙红' steward ma
    a_complaint --unit 3-502
    open=$ts
    an_anonymous_complaint
    closed=$ts
    accepts as ma complaint close "$closed" --ended withdrawn --outcome '投诉人撤回' --reason '撤回'
    exits 0 huiyin area add '水泵房'
    mkdir "$scratch/bin"
    ln -s "$HUIYIN" "$scratch/bin/huiyin"
    PATH=$scratch/bin:$PATH
    export PATH
    before=$(store_now)
}

# offers LINE WORD…: the shell offers all of these for what comes next on this line
offers() {
    _line=$1
    shift
    offered=$(complete_in_shell "$_line")
    for _word in "$@"; do
        printf '%s\n' "$offered" | cut -f 1 | sed 's/ *$//' | grep -q -x -F -e "$_word" ||
            fail "'$_word' offered for '$_line'" "$offered"
    done
}

# never_offers LINE WORD
never_offers() {
    offered=$(complete_in_shell "$1")
    ! printf '%s\n' "$offered" | cut -f 1 | sed 's/ *$//' | grep -q -x -F -e "$2" ||
        fail "no '$2' offered for '$1'" "$offered"
}

# completes_everything: what every shell must offer, and that nothing was written in passing
completes_everything() {
    offers 'huiyin comp' complaint completion
    offers 'huiyin complaint s' settle show
    offers 'huiyin complaint add --ch' --channel
    offers 'huiyin complaint add --channel ' letter phone visit
    offers 'huiyin --as chen complaint assign ' "$open"
    never_offers 'huiyin --as chen complaint assign ' "$closed"
    offers 'huiyin complaint show ' "$open" "$closed"
    offers 'huiyin complaint assign 1 --to s' sun
    offers 'huiyin complaint add --about s' sun
    offers 'huiyin repair add --category el' electrical elevator
    offers 'huiyin duty patrol ' '水泵房'
    offers 'huiyin policy show complaint.rep' complaint.reply_within
    offers 'huiyin report weekly --week ' "$(date +%G-W%V)"
    offers 'huiyin unit show 3' 3-502
    offers 'huiyin form blank d' duty-log dispatch-order
    offers 'huiyin help compl' complaint
    offers 'huiyin help complaint s' settle show
    offers 'huiyin completion ' bash zsh fish
    offers 'huiyin rules show complaint.cour' complaint.courtesy
    never_offers 'huiyin complaint add --channel phone --ch' --channel
    same 'a store as it was' "$before" "$(store_now)"
}
