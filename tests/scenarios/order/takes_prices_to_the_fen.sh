#!/bin/sh
# What was quoted and what it cost, in yuan to the fen: 35, 35.5 and 35.50. Nothing below a fen, nothing
# negative, nothing guessed at. On the paper order it stands as people write it.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
a_repair
an_order
arrives
for amount in 35.505 -1 35元 35,5 .5 35. 1000000001 约三十; do
    rejects 2 as wu order start "$pg" --content '更换垫圈' --agreed-by '张伟' "--quoted=$amount"
    tells --quoted
    tells 35.50
done
starts --quoted 35.5
finishes --materials '垫圈一只' --fee 0.05
step() { printf '.steps | any(.what == "%s" and .%s == %s)' "$@"; }
shows "$(step start quoted 35.5)" as chen order show "$pg"
shows "$(step finish fee 0.05)" as chen order show "$pg"
exits 0 as chen form dispatch-order "$pg"
prints '0.05 元'
exits 0 as chen order show "$pg" --format md
prints '报价 35.50 元'
prints '收费 0.05 元'

# A whole amount is a whole number, whether its fen were typed or not.
a_repair
an_order
arrives
starts --quoted 20
finishes --fee 35.00
exits 0 as chen order show "$pg" --json
prints '"quoted":20}'
prints '"fee":35}'
exits 0 as chen form dispatch-order "$pg"
prints '35 元'
