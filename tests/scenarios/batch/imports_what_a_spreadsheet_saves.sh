#!/bin/sh
# A sheet that LibreOffice saved as CSV comes in as it is, and a second time adds nothing.
. "$(dirname "$0")/../lib.sh"
office_tool=$(command -v soffice) || skip 'needs LibreOffice'
office
clock '2026-11-23 18:00:00'

cat >"$scratch/typed.csv" <<'END'
key,channel,at,unit,phone,text,courtesy,
L-1,letter,2026-11-23 16:00,3-502,13800008000,"楼道灯,又""坏""了",,
,,,,,,,
L-2,phone,2026-11-23 08:30,,13700007000,"第一行
第二行",,
L-3,visit,2026-11-23 09:05,5-505,,外墙渗水,"seat,tea,heard,calmed",
END
# saved FORMAT FILE [OPTION]
saved() {
    HOME="$scratch" "$office_tool" --headless ${3:+"$3"} --convert-to "$1" --outdir "$scratch" "$2" \
        >"$scratch/office.log" 2>&1 </dev/null || fail 'a converted file' "$(cat "$scratch/office.log")"
}
# Cells of text, as a clerk formats them, so that dates stay as they were typed.
saved ods "$scratch/typed.csv" \
    '--infilter=Text - txt - csv (StarCalc):44,34,76,1,1/2/2/2/3/2/4/2/5/2/6/2/7/2'
mv "$scratch/typed.csv" "$scratch/original.csv"
saved 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false' "$scratch/typed.ods"
{ printf '\357\273\277'; sed 's/$/\r/' "$scratch/typed.csv"; } >"$scratch/sheet.csv"

exits 0 as chen batch --csv 'complaint add' "$scratch/sheet.csv"
same 'one number a row' 'TS-2026-0001 TS-2026-0002 TS-2026-0003' "$(printf '%s\n' "$out" | paste -sd ' ')"
shows '.text == "楼道灯,又\"坏\"了" and .unit == "3-502"' as chen complaint show ts-1
shows '.text == "第一行\n第二行"' as chen complaint show ts-2
shows '.opened_at == "2026-11-23T09:05:00+08:00"' as chen complaint show ts-3
leaves_no_entry as chen batch --csv 'complaint add' "$scratch/sheet.csv"
