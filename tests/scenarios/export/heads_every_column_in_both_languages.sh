#!/bin/sh
# Every column of every table has a heading in the office's language, and no two columns of a table the
# same one.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
accepts as chen complaint add --channel phone --unit 3-502 --text 夜里太吵

for language in zh-CN en; do
    dir="$scratch/$language"
    exits 0 as tao export "$dir" --lang "$language"
    for file in "$dir"/*.csv; do
        head -n 1 "$file" | tail -c +4 | tr -d '\r' | tr ',' '\n' >"$scratch/headings"
        case $language in
            # `OS user` is told in Chinese as 系统用户: no heading is left in English.
            zh-CN) foreign=$(LC_ALL=C grep -E '^[A-Za-z_ ]+$' "$scratch/headings") ;;
            en) foreign=$(LC_ALL=C grep -v '^[ -~]*$' "$scratch/headings") ;;
        esac
        [ -z "$foreign" ] || fail "headings of $(basename "$file") in $language" "$foreign"
        twice=$(sort "$scratch/headings" | uniq -d)
        [ -z "$twice" ] || fail "each heading of $(basename "$file") once" "$twice"
    done
done
