#!/bin/sh
# Only an administrator erases; everyone else is denied, and the attempt is on record without what
# was asked for. What is asked for has to say whom.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint --from '欧阳娜' --unit 3-502
for who in chen wu sun ma tao zhou; do
    denies as "$who" resident erase --phone 13800008000 --reason '本人要求13800008000'
    denies as "$who" resident erase --unit 3-502 --name '欧阳娜' --reason '本人要求'
    denies as "$who" resident erase --expired
    denies as "$who" resident scrub
done
exits 0 as chen complaint show "$ts" --reveal --json
json '.from == "欧阳娜" and .phone == "13800008000"'
exits 0 huiyin audit log --json
never_prints 13800008000
never_prints '欧阳娜'
prints 'resident erase --phone ***'

rejects 2 huiyin resident erase --reason '本人要求'
rejects 2 huiyin resident erase --phone 13800008000
rejects 2 huiyin resident erase --unit 3-502 --reason '本人要求'
rejects 2 huiyin resident erase --name '欧阳娜' --reason '本人要求'
rejects 2 huiyin resident erase --phone 13800008000 --expired --reason '本人要求'
rejects 2 huiyin resident erase --phone 12 --reason '本人要求'
rejects 2 huiyin resident erase --unit 3-502 --name '娜' --reason '本人要求'
rejects 3 huiyin resident erase --phone 13800008001 --reason '本人要求'
rejects 3 huiyin resident erase --unit 3-503 --name '欧阳娜' --reason '本人要求'
# The number may come by standard input, where no list of processes shows it.
printf '138 0000 8000\n' >"$scratch/number"
exits 0 huiyin resident erase --phone - --reason '本人要求' <"$scratch/number"
exits 0 huiyin audit verify
