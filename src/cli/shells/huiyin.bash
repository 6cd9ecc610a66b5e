# bash completion for huiyin. `huiyin __complete WORD…` tells what may stand for the last word.
_huiyin() {
    # What the line holds up to the cursor; readline splits --option=value, huiyin does not.
    local -a words=()
    local word glue=
    for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        if [[ $word == = && ${#words[@]} -gt 0 && ${words[-1]} == --* ]]; then
            words[-1]+==
            glue=yes
        elif [[ -n $glue ]]; then
            words[-1]+=$word
            glue=
        else
            words+=("$word")
        fi
    done
    local current=${words[-1]}
    # A word begun in quotes is completed as what it says.
    words[-1]=${current//[\'\"\\]/}

    local line
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ $line == :files ]]; then
            compopt -o default 2>/dev/null
            return
        fi
        line=${line%%$'\t'*}
        [[ $line == *, ]] && compopt -o nospace 2>/dev/null
        # Only what stands after = is replaced.
        [[ $current == --*=* ]] && line=${line#*=}
        [[ $line == *[[:space:]\'\"\\\$\&\;\|\<\>\(\)]* ]] && printf -v line %q "$line"
        COMPREPLY+=("$line")
    done < <("${COMP_WORDS[0]}" __complete "${words[@]}" 2>/dev/null)
}
complete -F _huiyin huiyin
