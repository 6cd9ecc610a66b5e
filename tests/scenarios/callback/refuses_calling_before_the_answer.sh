#!/bin/sh
# A suggestion is called back after it was answered (clause 3.2.2).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 10:00:00'
rule=callback.after-the-work clause='3.2.2, 3.2.4'
calls_back() { as chen callback log "$jy" --method phone --satisfied yes --note '询问看法' "$@"; }

for kind in opinion suggestion; do
    clock '2026-11-23 10:00:00'
    brings "$kind"
    refuses "$rule" "$clause" calls_back
    refuses "$rule" "$clause" as chen callback log "$jy" --method letter --satisfied yes --note '函询'
    # Nobody was reached, so nobody was asked about anything.
    accepts as chen callback attempt "$jy" --method phone --note '无人接听'
    clock '2026-11-23 10:30:00'
    accepts thanks
    refuses "$rule" "$clause" calls_back --at '2026-11-23 10:29:59'
    accepts calls_back --at '2026-11-23 10:30:00'
done
# By any method: a letter will do here, and from a round none is owed and one is welcome.
an_answered_suggestion round
accepts as chen callback log "$jy" --method letter --satisfied partly --note '函询'
accepts calls_back
