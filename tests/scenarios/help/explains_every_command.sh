#!/bin/sh
# Help is made from the table: every noun in the overview, every verb under its noun, every command with
# its options and an example; in both languages, and never wider than a terminal.
. "$(dirname "$0")/../lib.sh"

# fits: no line of $out is wider than 80 columns, but for examples, which must stay whole to be copied
fits() {
    _wide=$(printf '%s\n' "$out" | grep -v '^  huiyin ' |
        with_width | awk '$1 > 80' | head -n 1)
    [ -z "$_wide" ] || fail 'lines of at most 80 columns' "$_wide"
}
# Columns and text of each line: a character of three bytes or more takes two columns.
with_width() {
    LC_ALL=C awk '{ line = $0; wide = gsub(/[\340-\367][\200-\277][\200-\277]+/, "##", line)
        gsub(/[\300-\337][\200-\277]/, "#", line); print length(line), $0 }'
}

for lang in zh-CN en; do
    exits 0 huiyin help --lang $lang
    fits
    nouns=$(printf '%s\n' "$out" | sed -n 's/^  \([a-z]*\) .*/\1/p' | grep -v '^huiyin$')
    same 'the first command and nouns without a doubt' complaint "$(printf '%s\n' "$nouns" | head -n 1)"
    for noun in $nouns; do
        exits 0 huiyin help "$noun" --lang $lang
        fits
        prints "huiyin $noun"
        verbs=$(huiyin __complete "$noun" '' | cut -f 1 | grep '^[a-z][a-z-]*$' || true)
        for verb in $verbs; do
            [ "$noun" != help ] && [ "$noun" != form ] || continue
            exits 0 huiyin "$noun" "$verb" --help --lang $lang
            fits
            prints "huiyin $noun"
            prints --lang
        done
    done
done

# Nothing typed is a question too.
exits 0 huiyin
prints complaint
# A noun that is a command itself explains its options; its verbs' examples stand beside.
exits 0 huiyin check --help
prints --due-within
prints 'huiyin 检查 说明'
[ ! -e "$HUIYIN_DB" ] || fail 'no store made in passing' "$HUIYIN_DB"

# An example in Chinese is Chinese to its last word that is not the user's own, and it is accepted.
exits 0 huiyin form blank --help --lang zh-CN
prints 'huiyin 表单 空白 派工单'
