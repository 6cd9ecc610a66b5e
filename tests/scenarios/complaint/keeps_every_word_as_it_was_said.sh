#!/bin/sh
# What goes in comes out: Chinese, quotes, commas, a rare character, an emoji of two parts.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
words='「热水」一周3次,“真冷”; 𠮷野家旁❤️ <b>50%</b> \n'"'"

accepts as chen complaint add --channel letter --unit '3栋-502室' --category '供热' --text "$words" \
    --subject '热水问题' --from '欧阳娜' --class 2 --people 3 --forwarded-by '后勤处' --about wu
exits 0 as chen complaint show "$no" --json
same 'the words as said' "$words" "$(printf '%s' "$out" | jq -r .text)"
json '.unit == "3栋-502室" and .category == "供热" and .kind == "complaint" and .state == "open"
    and .channel == "letter" and .reachable == true and .opened_by == "chen"
    and .opened_at == "2026-11-23T09:00:00+08:00" and .recorded_at == "2026-11-23T09:00:00+08:00"'
# From standard input too.
printf '%s' "$words" >"$scratch/words"
said_on_stdin() { as chen complaint add --channel letter --unit 3-502 --text - <"$scratch/words"; }
accepts said_on_stdin
exits 0 as chen complaint show "$no" --json
same 'the words as said' "$words" "$(printf '%s' "$out" | jq -r .text)"
