#!/bin/sh
# In fish, what `huiyin completion fish` prints completes nouns, verbs, options and the store's values,
# with what each is beside it, in the reader's language.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/lib.sh"
command -v fish >/dev/null || skip 'needs fish'
an_office_to_complete

huiyin completion fish >"$scratch/huiyin.fish"
export HOME="$scratch"
complete_in_shell() {
    LC_ALL=C.UTF-8 fish --no-config -c "source $scratch/huiyin.fish; complete -C \"$1\"" 2>&1
}
completes_everything
offers 'huiyin complaint add --channel=p' --channel=phone

told_beside() {
    complete_in_shell "$2" | grep -q -F "$3" || fail "'$3' beside '$2' in $1" "$(complete_in_shell "$2")"
}
told_beside 'the office language' 'huiyin complaint ad' '登记投诉'
export HUIYIN_LANG=en
told_beside 'English' 'huiyin complaint ad' 'record a complaint'
told_beside 'a login' 'huiyin complaint assign 1 --to su' 'steward'
