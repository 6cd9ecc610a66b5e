#!/bin/sh
# A workbook given as CSV is named, with the one line that converts it; where xlsx2csv is installed it is read
# through it, run without a shell and within bounds.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 18:00:00'
export HUIYIN_LANG=en
mkdir "$scratch/bin"
# Whatever this machine has installed.
without() { PATH=$scratch/bin:/nowhere as chen batch --csv 'complaint add' "$@"; }

a_complaint
exits 0 as chen complaint list --format xlsx --out "$scratch/工作 簿.xlsx"
cp "$scratch/工作 簿.xlsx" "$scratch/letters.csv"
rejects 2 without "$scratch/工作 簿.xlsx"
tells 'is a workbook (.xlsx), no CSV'
tells "xlsx2csv '$scratch/工作 簿.xlsx' '$scratch/工作 簿.csv'"
tells 'apt-get install xlsx2csv'
tells 'CSV UTF-8'
rejects 2 without "$scratch/letters.csv"
tells "xlsx2csv $scratch/letters.csv $scratch/letters.csv.csv"
# named WORDS BYTES: a file that begins so is named
named() {
    printf "$2" >"$scratch/table.csv"
    rejects 2 without "$scratch/table.csv"
    tells "$1"
    never_tells 'line 1'
}
named 'an old workbook (.xls, .et), or one with a password' '\320\317\021\340\241\261\032\341\000\000'
tells 'soffice --headless --convert-to'
named 'a web page or an XML file' '<html><table><tr><td>letter</td></tr></table>'
named 'an OpenDocument sheet (.ods)' 'PK\003\004mimetypeapplication/vnd.oasis.opendocument.spreadsheet'
named 'an archive (.zip)' 'PK\003\004anything'
named 'a PDF file' '%%PDF-1.7\n'

# A stand-in for xlsx2csv: what it is given, and how we take what it does.
stands_in() {
    { printf '#!/bin/sh\n' && cat; } >"$scratch/bin/xlsx2csv"
    chmod +x "$scratch/bin/xlsx2csv"
}
stands_in <<END
printf '%s\n' "\$@" >"$scratch/words"
cmp "\$5" "$scratch/工作 簿.xlsx" && printf 'channel,text,phone,class\nletter,"第一行_x000D_
第二行 _x4E2D_ _x00_",13800008000.000000,2\n'
END
exits 0 without "$scratch/工作 簿.xlsx"
tells 'is a workbook; it was read by xlsx2csv'
shows '.text == "第一行\n第二行 中 _x00_" and .class == 2' as chen complaint show ts-2
same 'its words' '-f %Y-%m-%d %H:%M:%S -t %H:%M:%S' "$(head -n 4 "$scratch/words" | paste -sd ' ')"
stands_in <<END
echo 'Traceback' >&2; echo 'KeyError: applyNumberFormat' >&2; exit 1
END
rejects 2 without "$scratch/letters.csv"
tells 'xlsx2csv cannot read the workbook'
tells 'KeyError: applyNumberFormat'
never_tells Traceback
stands_in <<END
echo channel,text; echo letter,甲; kill -9 \$\$
END
rejects 2 without "$scratch/letters.csv"
# It has none of our descriptors, and nothing of our surroundings.
stands_in <<END
ls /proc/self/fd >"$scratch/descriptors"; env >"$scratch/surroundings"; echo channel,text
END
HUIYIN_SECRET=1 without "$scratch/letters.csv" 9<"$HUIYIN_DB"
same 'no descriptor but four, and that of ls' '0 1 2 3 4' "$(paste -sd ' ' "$scratch/descriptors")"
! grep -q HUIYIN "$scratch/surroundings" || fail 'nothing of ours' "$(cat "$scratch/surroundings")"
