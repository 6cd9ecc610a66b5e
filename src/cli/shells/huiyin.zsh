#compdef huiyin
# zsh completion for huiyin. `huiyin __complete WORD…` tells what may stand for the last word.
_huiyin() {
    local line
    local -a values shown unfinished unfinished_shown
    for line in "${(@f)$(_call_program huiyin ${(q)words[1]} __complete "${(@q)${(@Q)words[2,CURRENT-1]}}" ${(q)${(Q)PREFIX}} 2>/dev/null)}"; do
        [[ -n $line ]] || continue
        if [[ $line == :files ]]; then
            [[ $PREFIX == --*=* ]] && compset -P 1 '*='
            _files
            return
        fi
        local value=${line%%$'\t'*} about=
        [[ $line == *$'\t'* ]] && about="  -- ${line#*$'\t'}"
        if [[ $value == *, ]]; then
            unfinished+=("$value")
            unfinished_shown+=("$value$about")
        else
            values+=("$value")
            shown+=("$value$about")
        fi
    done
    (( $#values )) && compadd -l -d shown -- "${values[@]}"
    (( $#unfinished )) && compadd -S '' -l -d unfinished_shown -- "${unfinished[@]}"
    (( $#values + $#unfinished ))
}
if [[ $funcstack[1] == _huiyin ]]; then
    _huiyin "$@"
else
    compdef _huiyin huiyin
fi
