#!/bin/sh
# The weekly report's workbook and a register, opened by LibreOffice and read back cell by cell: figures are
# numbers, what a resident wrote is text, whatever it begins with.
command -v soffice >/dev/null || {
    echo 'skipped: needs LibreOffice (package libreoffice-calc-nogui)'
    exit 77
}
. "$(dirname "$0")/office.sh"
filed_weeks

# read_back NAME COMMAND…: each sheet as $scratch/NAME-SHEET.csv, formulas shown as formulas
read_back() {
    _name=$1
    shift
    exits 0 as ma "$@" --format xlsx --out "$scratch/$_name.xlsx" --quiet
    HOME=$scratch LC_ALL=C.UTF-8 timeout 120 soffice --headless --convert-to \
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1' \
        --outdir "$scratch" "$scratch/$_name.xlsx" >"$scratch/soffice" 2>&1 ||
        fail 'a workbook LibreOffice opens' "$(cat "$scratch/soffice")"
}

read_back week report weekly --week 2026-W47
exits 0 as ma report weekly --week 2026-W47 --json --quiet
# cell SHEET ROW COLUMN: of the line that begins with this name
cell() { awk -F, -v row="$2" -v column="$3" '$1 == row { print $column; exit }' "$scratch/week-$1.csv"; }
figure() { printf '%s' "$out" | jq -r "$1"; }
same 'complaints received' "$(figure .complaints.received)" "$(cell 投诉 受理 2)"
same 'the week before' "$(figure .previous.complaints.received)" "$(cell 投诉 受理 5)"
same 'replied in time' "$(figure .complaints.replied_on_time.num)/$(figure .complaints.replied_on_time.den)" \
    "$(cell 投诉 答复及时率 3)/$(cell 投诉 答复及时率 4)"
same 'repairs finished' "$(figure .repairs.finished)" "$(cell 报修 完工 2)"
same 'seconds on duty' "$(figure .duty.covered.num)" "$(cell 总值班 '在岗时间(1.9)' 3)"
same 'breaches' "$(figure .breaches.total)" "$(cell 违规 合计 2)"
# A line each, below the header.
same 'every breach has its line' "$(figure .breaches.total)" "$(($(grep -c . "$scratch/week-违规清单.csv") - 1))"

# Words that wrap are seen whole: their rows are as high as they need, and each sentence has a row of its own.
unzip -p "$scratch/week.xlsx" xl/worksheets/sheet2.xml | grep -q 'customHeight="1"' || fail 'the summary seen whole' 'one line'
same 'a row for each old problem' 2 "$(grep -c '反映 [0-9]* 次' "$scratch/week-投诉的原因.csv")"

read_back lines form complaint-register --from 2026-11-16 --to 2026-11-16
cat "$scratch"/lines-*.csv >"$scratch/lines"
grep -q '<script>alert(1)</script> & ""引号""' "$scratch/lines" || fail 'the words as they were' "$(cat "$scratch/lines")"
grep -q '=cmd|calc!A0' "$scratch/lines" || fail 'the words as they were' "$(cat "$scratch/lines")"
# Cell by cell: what LibreOffice read is what the CSV says, but that times are times and no quote guards a
# text. The first lines of the sheet are its title.
exits 0 as ma form complaint-register --from 2026-11-16 --to 2026-11-22 --format csv --quiet
cp "$scratch/out" "$scratch/plain.csv"
read_back whole form complaint-register --from 2026-11-16 --to 2026-11-22
sed -E 's/\r$//; s/(^|,)'"'"'/\1/g
    :again
    s/(^|,)([0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2})(,|$)/\1\2:00\3/
    t again' "$scratch/plain.csv" >"$scratch/expected"
cat "$scratch"/whole-*.csv | sed -n '/^编号,/,$p' | sed '/^,*$/d' >"$scratch/read"
diff -u "$scratch/expected" "$scratch/read" >"$scratch/diff" || fail 'the cells of the register' "$(cat "$scratch/diff")"
[ "$(wc -l <"$scratch/read")" -gt 15 ] || fail 'a register of more than fifteen lines' "$(cat "$scratch/read")"
unzip -p "$scratch/lines.xlsx" 'xl/worksheets/*.xml' | grep -q '<f>' && fail 'no formula' 'one'
# Sheets write characters as `_x000A_`; what somebody wrote so stays as it was written, to the last letter.
words='表头 _x000A_、_x005F_、_x4E2D_ 和 _x000A_x000A_，_X000A_ _x00_ _xA_'
accepts as chen complaint add --channel letter --unit 7-701 --text "$words"
read_back escapes complaint show "$no"
cat "$scratch"/escapes-*.csv | grep -qF "$words" || fail "$words" "$(cat "$scratch"/escapes-*.csv)"
# Also where so many of them make the cell as long as a sheet allows.
many=$(awk 'BEGIN { for (i = 0; i < 3000; ++i) printf "_x000A" }')_
accepts as chen complaint add --channel letter --unit 7-702 --text "$many"
read_back many complaint show "$no"
cat "$scratch"/many-*.csv | grep -q '_x000A_x000A_x000A' || fail 'the long text, cut at most' 'none'

# In CSV, which has no types, a quote keeps it from being one.
exits 0 as ma form complaint-register --from 2026-11-16 --to 2026-11-16 --format csv
prints "'=cmd|calc!A0"
exit 0
