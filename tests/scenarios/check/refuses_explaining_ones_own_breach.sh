#!/bin/sh
# Nobody explains their own breach away: another manager or head does, a head's an auditor.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
rule=complaint.opinion-before-reply
rash_reply() {
    accepts as chen complaint add --channel phone --phone 13800008000 --text '热水时有时无'
    ts=$no
    accepts as chen complaint assign "$ts" --to "$1"
    accepts as "$1" complaint reply "$ts" --text '今天修' --method phone --as-happened '已先答应'
}
explains() { huiyin --as "$1" check explain "$rule" "$ts" --reason '来电时正在抢修'; }

rash_reply ma
denies explains ma
breach "$rule" 2.2.4 "$ts" '2026-11-23 09:00:00'
accepts explains mei

rash_reply tao
denies explains tao
denies explains ma
accepts explains zhou
# An auditor explains nobody else's.
rash_reply chen
denies explains zhou
accepts explains ma
