#!/bin/sh
# A line that says again of a home what another line said of it is told of, as a command by itself is: however the
# home is spelt, however many lines and homes lie between, and wherever a correction took the first one.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

# about UNIT TEXT: the line that records it
about() { echo "complaint add --channel phone --unit $1 --text $2"; }
# other_homes FROM UNTIL: a line each
other_homes() { seq "$1" "$2" | sed 's/.*/complaint add --channel phone --unit 9-&01 --text 楼道灯不亮/'; }

{
    about 3-502 热水时有时无
    other_homes 1 60
    about 3号楼502室 热水时有时无
    about 3-502 电梯停了
    about 3-503 热水时有时无
    # More homes than are kept in mind.
    other_homes 61 4200
    about 3-502 热水时有时无
    # An older one, on which something is done between two that are the same.
    about 5-101 下水道堵
    echo 'complaint assign ts-1 --to li'
    echo 'amend ts-64 --unit 3-504 --reason 听错了'
    about 3-503 热水时有时无
    about 5-101 下水道堵
    about 3-504 热水时有时无
} >"$scratch/lines"
exits 0 as chen batch "$scratch/lines" --lang en
told=$(printf '%s\n' "$err" | sed -n 's/^line \([0-9]*\), \(TS[-0-9]*\): notice \[2.2.7\] .* text as \(TS[-0-9]*\),.*/\1 \2 \3/p')
# Of line 4209 the other was moved away, to where line 4211 is about.
[ "$told" = '62 TS-2026-0062 TS-2026-0001
4205 TS-2026-4205 TS-2026-0001
4210 TS-2026-4208 TS-2026-4206
4211 TS-2026-4209 TS-2026-0064' ] || fail 'which lines say again what another says' "$told"
