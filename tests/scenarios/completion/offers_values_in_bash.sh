#!/bin/sh
# In bash, what `huiyin completion bash` prints completes nouns, verbs, options and the store's values.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/lib.sh"
command -v bash >/dev/null || skip 'needs bash'
an_office_to_complete

# What TAB would do: readline's words, the function, its answers.
cat >"$scratch/complete.bash" <<'END'
eval "$(huiyin completion bash)"
read -r -a COMP_WORDS <<<"${1//=/ = }"
[[ $1 == *' ' ]] && COMP_WORDS+=('')
[[ $1 == *= ]] && COMP_WORDS+=('')
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
COMP_LINE=$1 COMP_POINT=${#1}
compopt() { :; }
_huiyin
((${#COMPREPLY[@]})) && printf '%s\n' "${COMPREPLY[@]}"
exit 0
END
complete_in_shell() { bash --norc "$scratch/complete.bash" "$1"; }
completes_everything

# What stands after = replaces only itself; lists go on after a comma.
offers 'huiyin complaint add --channel=p' phone
offers 'huiyin complaint add --courtesy seat,t' seat,tea
offers 'huiyin complaint escalate 1 --convened ma,s' ma,sun
