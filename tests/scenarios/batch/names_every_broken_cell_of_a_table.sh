#!/bin/sh
# A paper register of 5,000 rows (in a short run, 660), one in fifty of them broken, in more than twenty ways: every
# broken cell is named once, by its row, its heading as written and what stands in it; the rest is recorded with
# --on-error skip; a second run records nothing twice.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 18:00:00'
export HUIYIN_LANG=en
rows=660
[ -z "${HUIYIN_LONG:-}" ] || [ -n "${ASAN_OPTIONS:-}" ] || rows=5000
# Where there are few rows, more of them are broken, so that no way is left out.
every=50
[ "$rows" -ge 2000 ] || every=20

# What is broken | which cell, from 0 | what is typed | what the message must say
cat >"$scratch/ways" <<'END'
1|5|fax|投诉方式|fax|one of
2|5||--channel is missing|channel|--channel
3|8||--text is missing|text|--text
4|4|1.38E+10|联系电话|1.38E+10|number
5|4|3月10日|联系电话|3月10日|3-10
6|4|13800008000/13900009000|联系电话|13800008000|13900009000
7|4|8023|联系电话|8023|13800008000
8|4|老王的|联系电话|老王的|13800008000
9|3|10-Mar|房号|10-Mar|3-10
10|3|13800008000|房号|13800008000|--phone
11|1|46349.375|登记时间|46349.375|2026-11-23 09:00
12|1|2026-13-01 09:00|登记时间|2026-13-01|huiyin
13|1|2027-01-01 09:00|1.6|TS-|future
14|1|6:30|登记时间|6:30|06:30
15|6|4|投诉等级|4|1|2|3
16|6|二级半|投诉等级|二级半|1|2|3
17|9|chenn|经手|chenn|chen
18|8|########|内容摘要|########|column
19|2|#N/A|投诉人|#N/A|formula
20|10|ts-99999|重复于|ts-99999|TS-2026
21|5|visit|2.2.3|seat|courtesy
22|11|多一格|cells|columns|comma
23|4|3-502|联系电话|3-502|--unit
24|10|BX-2026-0001|重复于|BX-2026-0001|TS
25|2|5-601|投诉人|5-601|--unit
26|3|45361|房号|45361|3-10
27|3|3-502;3-503|房号|3-503|3-502
28|1|2026/11/20|登记时间|2026/11/20|00:00
29|2|10-Mar|投诉人|10-Mar|3-10
30|2|13800008000|投诉人|13800008000|--phone
31|2|张三13800008000|投诉人|张三13800008000|--phone
32|4|10-Mar|联系电话|10-Mar|number
33|4|张三|联系电话|张三|13800008000
END
# Those that our own remedies word otherwise are looked at by their first two words alone.
awk -v rows="$rows" -v every="$every" -v ways="$scratch/ways" -v expected="$scratch/expected" '
    BEGIN {
        while ((getline line < ways) > 0) way[n++] = line
        print "防重复标识,登记时间,投诉人,房号,联系电话,投诉方式,投诉等级,投诉类别,内容摘要,经手,重复于"
        for (row = 1; row <= rows; ++row) {
            split("", cell)
            cell[0] = "R-" row; cell[1] = "2026-11-23 09:00"; cell[2] = "张" row; cell[3] = row % 9 + 1 "-" row
            cell[4] = sprintf("138%08d", row); cell[5] = row % 2 ? "phone" : "letter"; cell[6] = row % 3 + 1
            cell[7] = "噪声"; cell[8] = "第" row "件"; cell[9] = "chen"; cell[10] = ""
            size = 11
            if (row % every == 0) {
                split(way[broken++ % n], told, "|")
                cell[told[2]] = told[3]
                if (told[2] >= size) size = told[2] + 1
                print row + 1 "\t" told[4] "\t" told[5] > expected
            }
            line = cell[0]
            for (i = 1; i < size; ++i) line = line "," cell[i]
            print line
        }
    }' >"$scratch/register.csv"
bad=$(wc -l <"$scratch/expected")
[ "$bad" -ge 33 ] || fail 'every way at least once' "$bad"
import() { as chen batch --csv 'complaint add' "$scratch/register.csv" "$@"; }
on_file() { huiyin complaint list --json | jq length; }

exits 2 import
same 'nothing recorded' 0 "$(on_file)"
# each_once: every broken row is told, no other, and once; by its heading and its cell
each_once() {
    awk -F '\t' '
        NR == FNR { one[$1] = $2; other[$1] = $3; next }
        /^line [0-9]+:$/ { line = substr($0, 6) + 0; ++told[line]; next }
        line { text[line] = text[line] $0 "\n" }
        END {
            for (line in one) {
                if (told[line] != 1) print "line " line " told " told[line] + 0 " times"
                if (!index(text[line], one[line])) print "line " line " lacks " one[line] ": " text[line]
                if (!index(text[line], other[line])) print "line " line " lacks " other[line] ": " text[line]
            }
            for (line in told) if (!(line in one)) print "line " line " was good: " text[line]
        }' "$scratch/expected" "$scratch/err" >"$scratch/lacking"
    out= err=
    [ ! -s "$scratch/lacking" ] || fail "$1: each broken cell by row, heading and value" "$(cat "$scratch/lacking")"
}
each_once 'all or nothing'
run import --on-error skip
each_once skip
same 'the rest' $((rows - bad)) "$(on_file)"
run import --on-error skip
same 'nothing twice' $((rows - bad)) "$(on_file)"
tells "0 recorded, $((rows - bad)) recorded before, $bad not recorded"
exits 0 huiyin audit verify
