#!/bin/sh
# Whom names and numbers are hidden from is not told on a page how many there are, nor that there are any; and what was
# erased stands on none.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
seq 1 30 | sed 's/.*/complaint add --channel phone --from 欧阳娜 --phone 13912345678 --text 楼道第&盏灯不亮/' >"$scratch/lines"
exits 0 as chen batch "$scratch/lines" --quiet
accepts as chen complaint add --channel phone --phone 13912345678 --text '欧阳娜来电,请打13912345678'

for who in chen sun ma tao; do
    exits 0 as "$who" --lang en search 欧阳娜 --page 1
    prints '31 found, page 1 of 2'
    never_prints 13912345678
done
for who in wu zhou "$admin"; do
    exits 0 as "$who" --lang en search 欧阳娜 --page 1
    prints "1 found"
    never_prints 'page'
    never_prints 13912345678
    for words in 13912345678 1391 12345; do
        exits 0 as "$who" --lang en search "$words" --page 1
        prints ': 0 found'
        prints 'Nothing found.'
    done
    exits 0 as "$who" --lang en search 楼道 --page 1
    prints '30 found, page 1 of 2'
done

exits 0 huiyin resident erase --phone 13912345678 --reason 本人要求
exits 0 as chen --lang en search 13912345678 --page 1
prints ': 0 found'
exits 0 as chen --lang en search 楼道 --page 1
prints '30 found, page 1 of 2'
