#!/bin/sh
# --edit writes the free texts in $VISUAL or $EDITOR, below a heading each; lines that begin with # are no
# part of them. Nothing written: nothing recorded.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/lib.sh"
needs_expect
office_now
a_complaint

# editor SED-EXPRESSION: an editor that does this to the file
editor() {
    printf '#!/bin/sh\ncp "$1" %s/template\nsed -i -e "%s" "$1"\nls -l "$1" >%s/mode\n' \
        "$scratch" "$1" "$scratch" >"$scratch/editor"
    chmod +x "$scratch/editor"
    export EDITOR="$scratch/editor"
    unset VISUAL
}

editor 's/x/x/'
sed -i 's|^sed.*|printf "# --findings x\\n现场查看\\n# 不算\\n第二行\\n\\n# --opinion\\n当日处理\\n# --reply\\n已处理\\n" >"$1"|' "$scratch/editor"
accepts as chen complaint assign "$ts" --to chen
on_a_terminal "start --as chen complaint settle $ts --edit --method phone"
same exit 0 "$code"
grep -q '^# --findings' "$scratch/template" || fail 'a heading for the findings' "$(cat "$scratch/template")"
grep -q "投诉 处理 $ts" "$scratch/template" || fail 'the command in the template' "$(cat "$scratch/template")"
case $(cat "$scratch/mode") in -rw-------*) ;; *) fail 'a file nobody else reads' "$(cat "$scratch/mode")" ;; esac
shows '.steps | any(.text == "现场查看\n第二行") and any(.text == "已处理")' huiyin complaint show "$ts"

# Nothing written.
editor 's/x/x/'
before=$(store_now)
on_a_terminal "start --as chen note $ts --edit"
same exit 2 "$code"
# The editor fails.
printf '#!/bin/sh\nexit 1\n' >"$scratch/editor"
on_a_terminal "start --as chen note $ts --edit"
same exit 130 "$code"
same 'a store as it was' "$before" "$(store_now)"

# From a question: Ctrl-X Ctrl-E, with what was typed so far.
printf '#!/bin/sh\nprintf "\\n接着写\\n" >>"$1"\n' >"$scratch/editor"
on_a_terminal "start --as chen note $ts
ask \"内容.*> \" \"先写\\030\\005\""
same exit 0 "$code"
shows '.steps | any(.text // "" | test("^先写\\n+接着写$"))' huiyin complaint show "$ts"
[ -z "$(find "${TMPDIR:-/tmp}" -maxdepth 1 -name 'huiyin.??????' -newer "$scratch/template" 2>/dev/null)" ] ||
    fail 'no draft left behind' 'one in the temporary folder'
