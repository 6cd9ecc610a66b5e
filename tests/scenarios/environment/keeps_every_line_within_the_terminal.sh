#!/bin/sh
# Whatever is shown, on 60, 80 and 200 columns and in both languages, no line is wider than the
# terminal: long Chinese, Latin without blanks, emoji joined, waved and chosen by selector.
. "$(dirname "$0")/../lib.sh"
command -v script >"$scratch/which" || skip 'needs script(1)'
command -v python3 >"$scratch/which" || skip 'needs python3'
office
clock '2026-11-23 09:00:00'

long='楼上连续三个晚上装修到十一点(第1次、第2次、第3次),孩子第二天还要上学,老人心脏不好❤️;物业😀说会管🇨🇳可是没有人来👨‍👩‍👧。'
latin='https://example.org/a/very/long/address/that/has/no/blank/in/it/at/all?reference=0123456789abcdef'
exits 0 huiyin staff add ouyang-very-long-login --name '欧阳 Alexandra-Maximiliana 娜仁托娅' --role steward --superior ma \
    --department '学生公寓西区第二综合服务部(夜间值守组)'
complains() {
    accepts as chen complaint add --channel phone --phone 13800008000 "$@"
    ts=$no
}
complains --unit '学苑西区12号楼3单元-1502' --from '阿依努尔·买买提江' --category '装修噪声与夜间施工' --text "$long$latin"
accepts as chen complaint assign "$ts" --to ouyang-very-long-login
complains --text "$latin"
complains --text "$long$long$long"
settled
a_repair --unit 2-301 --place "$long" --appointment '2026-11-23 16:00'
an_order
exits 0 as ma duty schedule --who sun --from '2026-11-23 08:00' --to '2026-11-23 20:00' --kind day
takes_post sun
writes_log sun
accepts as chen note ts-1 --text "$long$latin"
accepts as chen callback log ts-3 --method phone --satisfied no --note "$long"
exits 0 huiyin policy set complaint.reply_within 12h --reason "$long"
clock '2026-11-25 16:00:00'

# too_wide FILE…: the lines that are wider than the columns their file's name ends with, by counting of their
# own: a terminal's two columns for what is wide or chosen as emoji, none for marks and what joins.
cat >"$scratch/too_wide.py" <<'END'
import re, sys, unicodedata
def width(line):
    total = previous = 0
    flags = 0
    for c in line:
        if c == "\ufe0f":
            total += 2 - previous
            previous = 2
        elif "\U0001f1e6" <= c <= "\U0001f1ff":
            flags += 1
            total += 2 * (flags % 2)
        elif unicodedata.category(c) not in ("Mn", "Me", "Cf"):
            previous = 2 if unicodedata.east_asian_width(c) in "WF" else 1
            total += previous
    return total
for name in sys.argv[1:]:
    columns = int(name.rsplit(".", 1)[1])
    # A carriage return begins the line anew, as a bar of progress does.
    for line in re.split("[\r\n]+", open(name, "rb").read().decode()):
        plain = re.sub(r"\x1b\[[0-9;]*[mGK]", "", line)
        if width(plain) > columns:
            print(name.rsplit("/", 1)[1], width(plain), plain)
END

# on_terminal COLUMNS CMD…: what it shows on a terminal of this width
on_terminal() {
    _columns=$1
    shift
    printf '%s\n' "stty cols $_columns rows 40" \
        "exec env LD_PRELOAD=$faketime_library FAKETIME_FMT=%s FAKETIME=$epoch $(quoted "$HUIYIN" "$@")" >"$scratch/typed"
    last="on $_columns columns:$(quoted "$@")"
    script -qec "sh '$scratch/typed'" "$scratch/typescript" >"$scratch/out" 2>"$scratch/err"
}

# fits CMD…
fits() {
    for columns in 60 80 200; do
        for language in zh-CN en; do
            on_terminal "$columns" "$@" --lang "$language"
            [ -s "$scratch/out" ] || fail 'something shown' nothing
            screens=$((screens + 1))
            mv "$scratch/out" "$scratch/screens/$screens.$(quoted "$@" | tr -c 'a-z0-9\n' -).$language.$columns"
        done
    done
}
screens=0
mkdir "$scratch/screens"

fits status
fits status --all
fits check --all --due-within 24h
fits complaint list
fits complaint list --overdue
fits complaint show ts-1
fits complaint show ts-3
fits why ts-3
fits repair show bx-1
fits order list
fits order show pg-1
fits callback due
fits callback list
fits unit show '学苑西区12号楼3单元-1502'
fits search 装修
fits duty status
fits duty roster
fits duty show zb-1
fits staff list
fits staff show ouyang-very-long-login
fits policy list
fits policy show complaint.reply_within
fits rules list
fits rules clauses
fits rules show "$(huiyin rules list --json | jq -r '.[0].id')"
fits audit log
fits audit show 12
fits audit verify
fits report daily --day 2026-11-23
fits report weekly --week 2026-W48
fits form complaint-register --from 2026-11-23 --to 2026-11-25
fits form dispatch-order pg-1

[ "$screens" -ge 190 ] || fail 'screens to look at' "$screens"
python3 "$scratch/too_wide.py" "$scratch"/screens/* >"$scratch/wide" || fail 'screens that can be read' "$(head "$scratch/wide")"
[ ! -s "$scratch/wide" ] || fail 'no line wider than the terminal' "$(cat "$scratch/wide")"
