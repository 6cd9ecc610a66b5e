#!/bin/sh
# A workbook is read through xlsx2csv as it is: its first sheet, times as times, the words to the letter.
. "$(dirname "$0")/../lib.sh"
command -v xlsx2csv >"$scratch/which" || skip 'needs xlsx2csv'
office_tool=$(command -v soffice) || skip 'needs LibreOffice'
office
clock '2026-11-23 18:00:00'
cat >"$scratch/typed.csv" <<'END'
key,channel,at,unit,phone,text,courtesy
L-1,letter,2026-11-23 16:00,3-502,13800008000,"楼道灯,又""坏""了",
L-2,phone,2026-11-23 08:30:15,,13700007000,"第一行
第二行",
,,,,,,
L-3,visit,2026-11-23 09:05,5-505,,外墙渗水 _x000A_,"seat,tea,heard,calmed"
END
# The third column as dates of the sheet, the rest as text.
HOME="$scratch" "$office_tool" --headless --convert-to xlsx --outdir "$scratch" "$scratch/typed.csv" \
    '--infilter=Text - txt - csv (StarCalc):44,34,76,1,1/2/2/2/3/5/4/2/5/1/6/2/7/2' >"$scratch/office.log" 2>&1 ||
    fail 'a converted file' "$(cat "$scratch/office.log")"
exits 0 as chen batch --csv 'complaint add' "$scratch/typed.xlsx"
shows '.text == "楼道灯,又\"坏\"了" and .unit == "3-502" and .opened_at == "2026-11-23T16:00:00+08:00"' as chen complaint show ts-1
shows '.text == "第一行\n第二行" and .opened_at == "2026-11-23T08:30:15+08:00"' as chen complaint show ts-2
shows '.text == "外墙渗水 _x000A_"' as chen complaint show ts-3
shows '.phone == "13800008000"' as chen complaint show ts-1 --reveal
leaves_no_entry as chen batch --csv 'complaint add' "$scratch/typed.xlsx"

# A cell with a date alone is midnight, and whoever registers it is told before a time limit runs from then.
cat >"$scratch/days.csv" <<'END'
渠道,受理时间,电话,内容,补录原因
phone,2026-11-22,13800008000,热水时有时无,补录
phone,2026-11-22 09:10,13800008001,楼道灯不亮,补录
END
HOME="$scratch" "$office_tool" --headless --convert-to xlsx --outdir "$scratch" "$scratch/days.csv" \
    '--infilter=Text - txt - csv (StarCalc):44,34,76,1,1/2/2/5/3/2/4/2/5/2' >"$scratch/office.log" 2>&1 ||
    fail 'a converted file' "$(cat "$scratch/office.log")"
exits 0 as chen 批量 --表格 '投诉 登记' "$scratch/days.xlsx" --试运行
tells '「受理时间」有 1 格只写了日期'
exits 0 as chen batch --csv 'complaint add' "$scratch/days.xlsx" --lang en
tells '受理时间: a date without a time counts as 00:00'
