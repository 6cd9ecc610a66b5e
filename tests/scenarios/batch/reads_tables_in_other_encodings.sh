#!/bin/sh
# Excel and WPS save in GB18030, GBK or UTF-16 unless told otherwise: recognised, converted and said, in one
# line. What is none of these, or could be two, is refused in one word on the file, never one for each cell.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 18:00:00'
export HUIYIN_LANG=en

printf 'channel,text,from,unit\n' >"$scratch/utf8.csv"
for row in 1 2 3; do printf 'letter,第%s件:楼道灯坏、门禁“又”失灵,欧阳·娜,3-50%s\n' "$row" "$row"; done >>"$scratch/utf8.csv"
before=0
# recorded FILE WORDS…: this is told, and three rows are recorded with the very words of the file
recorded() {
    _file=$1
    shift
    exits 0 as chen batch --csv 'complaint add' "$_file"
    for _word in "$@"; do tells "$_word"; done
    same 'said in one line, if at all' 1 "$(grep -c 'iconv\|recorded,' "$scratch/err" | sed 's/2/1/')"
    before=$((before + 3))
    shows "length == $before and .[-1].from == \"欧阳·娜\" and .[-1].text == \"第3件:楼道灯坏、门禁“又”失灵\"
        and .[-1].unit == \"3-503\"" as chen complaint list
}
recorded "$scratch/utf8.csv" '3 recorded'
for encoding in GB18030 GBK UTF-16LE UTF-16BE; do
    iconv -f UTF-8 -t $encoding "$scratch/utf8.csv" >"$scratch/table.csv"
    case $encoding in UTF*) said=$encoding ;; *) said=GB18030 ;; esac
    recorded "$scratch/table.csv" "is in $said; it was converted (as by iconv -f $said -t UTF-8)"
done
# As Excel writes "Unicode text": a byte order mark, tabs, CRLF; and what iconv makes of UTF-8's own mark.
{ printf '\377\376' && sed 's/,/\t/g; s/$/\r/' "$scratch/utf8.csv" | iconv -f UTF-8 -t UTF-16LE; } >"$scratch/table.csv"
recorded "$scratch/table.csv" UTF-16LE
{ printf '\376\377' && iconv -f UTF-8 -t UTF-16BE "$scratch/utf8.csv"; } >"$scratch/table.csv"
recorded "$scratch/table.csv" UTF-16BE
{ printf '\357\273\277' && cat "$scratch/utf8.csv"; } | iconv -f UTF-8 -t GB18030 >"$scratch/table.csv"
recorded "$scratch/table.csv" GB18030
from_stdin() { as chen batch --csv 'complaint add' - <"$scratch/table.csv"; }
exits 0 from_stdin

# Windows writes the euro sign as one byte; GB18030's own has two.
printf 'channel,text\nletter,\312\325\267\321\2005\n\nletter,\312\325\267\321\242\3435\n' >"$scratch/table.csv"
exits 0 as chen batch --csv 'complaint add' "$scratch/table.csv"
shows '[.[-2:][].text] == ["收费€5", "收费€5"]' as chen complaint list
# Lines and lines of JSON alike; a rare name that GB2312 lacks.
printf '{"channel": "letter", "text": "喆镕堃"}\n' | iconv -f UTF-8 -t GB18030 >"$scratch/lines.JSONL"
exits 0 as chen batch --csv 'complaint add' "$scratch/lines.JSONL"
shows '.[-1].text == "喆镕堃"' as chen complaint list
printf "complaint add --channel letter --text '路灯不亮'\n" | iconv -f UTF-8 -t GB18030 >"$scratch/lines"
exits 0 as chen batch "$scratch/lines"
shows '.[-1].text == "路灯不亮"' as chen complaint list

# One word on the file.
refused_in_one_word() {
    rejects 2 as chen batch --csv 'complaint add' "$scratch/table.csv"
    tells 'CSV UTF-8'
    tells iconv
    same 'one word, and what to do' 2 "$(wc -l <"$scratch/err")"
}
# Big5, Shift JIS, Latin-1, UTF-16 cut within a character, a byte that begins nothing.
sed 's/楼道灯坏/樓道燈壞的是我們/; s/“//; s/”//; s/门禁/門禁/; s/失灵/失靈/; s/欧阳·娜/歐陽/' "$scratch/utf8.csv" | iconv -f UTF-8 -t BIG5 >"$scratch/table.csv"
refused_in_one_word
printf 'channel,text\nletter,こんにちは、廊下の電気がつきません。よろしくお願いします\n' | iconv -f UTF-8 -t SHIFT-JIS >"$scratch/table.csv"
refused_in_one_word
printf 'channel,text\nletter,caf\351, no\n' >"$scratch/table.csv"
refused_in_one_word
{ printf '\377\376' && iconv -f UTF-8 -t UTF-16LE "$scratch/utf8.csv" && printf a; } >"$scratch/table.csv"
refused_in_one_word
# Both readings are words: D2 BB is 一 and also a Cyrillic letter.
printf 'channel,text\nletter,\322\273\n' >"$scratch/table.csv"
refused_in_one_word
tells GB18030

# A file of UTF-8 with one broken byte is not taken for another encoding, whose words it would turn into.
{ cat "$scratch/utf8.csv" && printf 'letter,楼道\347灯,,\n'; } >"$scratch/table.csv"
rejects 2 as chen batch --csv 'complaint add' "$scratch/table.csv"
tells 'line 5:'
tells 'not valid UTF-8'
never_tells iconv
# Letters with accents alone are no Chinese.
printf 'channel,text\nletter,café ± 5°\n' >"$scratch/table.csv"
exits 0 as chen batch --csv 'complaint add' "$scratch/table.csv"
shows '.[-1].text == "café ± 5°"' as chen complaint list

# UTF-32 is written by no spreadsheet: its name, and the line that converts it, which then works.
for encoding in UTF-32LE UTF-32BE UTF-32; do
    iconv -f UTF-8 -t $encoding "$scratch/utf8.csv" >"$scratch/table.csv"
    rejects 2 as chen batch --csv 'complaint add' "$scratch/table.csv"
    tells "$(case $encoding in UTF-32) echo UTF-32LE ;; *) echo $encoding ;; esac)"
    same 'told once' 1 "$(grep -c UTF-32 "$scratch/err" | sed 's/2/1/')"
    iconv -f "$(grep -o 'UTF-32[LB]E' "$scratch/err" | head -1)" -t UTF-8 "$scratch/table.csv" | sed '1s/^\xef\xbb\xbf//' >"$scratch/new.csv"
    exits 0 as chen batch --csv 'complaint add' "$scratch/new.csv"
    tells '3 recorded'
done
