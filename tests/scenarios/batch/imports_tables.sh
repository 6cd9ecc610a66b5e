#!/bin/sh
# A table's columns are options; its cells are literal, whatever they look like.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 18:00:00'

# As a spreadsheet writes it: byte order mark, CRLF, quotes within quotes, a line break in a cell.
printf '\357\273\277channel,text,unit,from,phone,at\r\n' >"$scratch/letters.csv"
printf 'letter,"楼道灯,不亮 ""又""坏",3-502,张伟,,2026-11-23 09:00\r\n' >>"$scratch/letters.csv"
printf 'phone,--help,,,13800008000,2026-11-23 10:00\r\n' >>"$scratch/letters.csv"
printf 'letter,-,4-101,,,\r\n' >>"$scratch/letters.csv"

adds_an_entry 0 as chen batch --csv 'complaint add' "$scratch/letters.csv"
same 'one number a row' 'TS-2026-0001 TS-2026-0002 TS-2026-0003' "$(printf '%s\n' "$out" | paste -sd ' ')"
exits 0 as chen complaint show ts-1 --json
json '.text == "楼道灯,不亮 \"又\"坏" and .unit == "3-502" and .opened_at == "2026-11-23T09:00:00+08:00"'
exits 0 as chen complaint show ts-2 --json
json '.text == "--help"'
exits 0 as chen complaint show ts-3 --json
json '.text == "-" and .opened_at == "2026-11-23T18:00:00+08:00"'

cat >"$scratch/letters.jsonl" <<'END'
{"channel": "letter", "text": "楼道灯\"不亮\"", "class": 2}
{"channel": "phone", "text": "水压不足", "phone": "13800008000"}
END
exits 0 as chen batch --csv 'complaint add' "$scratch/letters.jsonl"
shows '.text == "楼道灯\"不亮\"" and .class == 2' as chen complaint show ts-4
shows '.channel == "phone"' as chen complaint show ts-5
