#!/bin/sh
# The manual has a page for each noun and one on the whole; every verb and option of the table stands in
# it, and nothing else; groff has nothing to complain about, in either language.
. "$(dirname "$0")/../lib.sh"

exits 0 huiyin __manual "$scratch/man"

# words_of PAGE: the options that stand in it
options_of() { sed -n 's/^\\fB\\-\\-\([a-z\\-]*\)\\fR.*/--\1/p' "$1" | tr -d '\\' | sort; }
# The table as completion tells it.
options_in_table() { huiyin __complete "$@" -- 2>/dev/null | cut -f 1 | grep '^--' | sort; }

nouns=$(huiyin __complete '' | cut -f 1 | sort)
common=$(options_in_table version)
deed=$(options_of "$scratch/man/man1/huiyin.1" | sort)
for folder in man1 zh_CN/man1; do
    pages=$(ls "$scratch/man/$folder" | sed 's/^huiyin-\(.*\)\.1$/\1/; s/^huiyin\.1$//' | grep . | sort)
    same 'a page for each noun' "$nouns" "$pages"
    same 'recording and common options on the page on the whole' "$deed" \
        "$(options_of "$scratch/man/$folder/huiyin.1")"
    for noun in $nouns; do
        page=$scratch/man/$folder/huiyin-$noun.1
        grep -q "^.TH HUIYIN" "$page" || fail 'a title' "$page"
        verbs=$(huiyin help "$noun" --lang en | grep -c "^  huiyin $noun") || true
        sections=$(grep -c "^\.SS huiyin" "$page")
        [ "$sections" -ge 1 ] || fail "commands on the page of $noun" "$sections"
        wanted=$(for verb in '' $(huiyin __complete "$noun" '' | cut -f 1); do
            huiyin "$noun" $verb --help --lang en 2>/dev/null | sed -n '/^Options$/,/^$/s/^  \(--[a-z-]*\).*/\1/p'
        done | sort -u)
        same "the options of $noun" "$wanted" "$(options_of "$page" | uniq)"
    done
done
for option in $common; do
    case $deed in *"$option"*) ;; *) fail "$option on the page on the whole" "$deed" ;; esac
done

# Chinese pages say in Chinese what is to be typed.
for page in "$scratch"/man/zh_CN/man1/*.1; do
    last="$page"
    ! grep -nE '^\\&huiyin [a-z]' "$page" >"$scratch/out" || fail 'examples in Chinese words' "$(cat "$scratch/out")"
    ! grep -nE '^(\.SS|\\fB).*[^A-Z](TEXT|TIME|LOGIN|REASON|DAY|WEEK|FILE)($|[^A-Z])' "$page" >"$scratch/out" ||
        fail 'what to type in Chinese' "$(cat "$scratch/out")"
done

command -v man >/dev/null && command -v groff >/dev/null || skip 'the look of the pages: needs man'
for page in "$scratch"/man/man1/*.1 "$scratch"/man/zh_CN/man1/*.1; do
    last="man --warnings -l $page"
    LC_ALL=C.UTF-8 MANWIDTH=80 MANROFFSEQ='' man --warnings -E UTF-8 -l "$page" \
        >"$scratch/out" 2>"$scratch/err"
    out=$(cat "$scratch/out") err=$(cat "$scratch/err")
    tells_nothing
    [ -n "$out" ] || fail 'a page' 'nothing'
done
