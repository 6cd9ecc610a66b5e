#!/bin/sh
# 15 min, 48 h, 72 h, 100 % and 40 % are the regulation's own: an office may only tighten them.
. "$(dirname "$0")/../lib.sh"
office
clause='6.1–6.4, 3.4.1'

# never_looser KEY LIMIT ONE-MORE TIGHTER
never_looser() {
    refuses policy.never-looser "$clause" huiyin policy set "$1" "$3" --reason '人手不足'
    accepts huiyin policy set "$1" "$4" --reason '从严'
    # Back to the regulation's own is no loosening of it.
    accepts huiyin policy set "$1" "$2" --reason '恢复'
    shows ".value == \"$2\"" huiyin policy show "$1"
}
never_looser order.arrive_within 15min 901s 14min
never_looser order.difficult_within 48h 172801s 24h
never_looser order.major_within 72h 259201s 71h

refuses policy.never-looser "$clause" huiyin policy set callback.handled_rate 99% --reason '人手不足'
accepts huiyin policy set callback.handled_rate 100% --reason '照旧'
refuses policy.never-looser "$clause" huiyin policy set callback.signed_rate 39% --reason '人手不足'
accepts huiyin policy set callback.signed_rate 41% --reason '从严'
accepts huiyin policy set callback.signed_rate 40% --reason '恢复'
