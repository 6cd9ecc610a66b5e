#!/bin/sh
# Every form of time there is, echoed as the absolute time; a bare m is minutes to one and months to
# another, and so refused.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 10:00:00'

# happened TYPED EXPECTED
happened() {
    an_anonymous_complaint --at "$1"
    shows ".opened_at == \"$2\"" huiyin complaint show "$ts"
}
happened '2026-11-24 09:30' '2026-11-24T09:30:00+08:00'
happened '2026-11-24 09:30:05' '2026-11-24T09:30:05+08:00'
happened '2026-11-24T09:30:00+08:00' '2026-11-24T09:30:00+08:00'
happened '2026-11-24T01:30:00+00:00' '2026-11-24T09:30:00+08:00'
happened '09:30' '2026-11-24T09:30:00+08:00'
happened 'yesterday 18:30' '2026-11-23T18:30:00+08:00'
happened '昨天 18:30' '2026-11-23T18:30:00+08:00'
happened '昨天下午6:30' '2026-11-23T18:30:00+08:00'
happened '上午9点半' '2026-11-24T09:30:00+08:00'
happened '2026/11/23 18:30' '2026-11-23T18:30:00+08:00'
happened '30分钟前' '2026-11-24T09:30:00+08:00'
happened '2小时前' '2026-11-24T08:00:00+08:00'
happened '30min ago' '2026-11-24T09:30:00+08:00'
happened '2h ago' '2026-11-24T08:00:00+08:00'
happened '1d ago' '2026-11-23T10:00:00+08:00'
accepts as chen complaint add --channel letter --text '楼道灯不亮' --at 09:30
tells '2026-11-24T09:30:00+08:00'

for time in '30m ago' 30m '2026-13-01 09:00' '2026-11-31 09:00' '2026-11-24 24:01' '2026-11-24 9' \
    '2026-11-24 09:30 extra' soon '' '-1h ago' '2026-1-3'; do
    rejects 2 as chen complaint add --channel letter --text '楼道灯不亮' --at "$time"
done

an_anonymous_complaint --at '前天 18:30' --late-reason '周末信箱未开'
shows '.opened_at == "2026-11-22T18:30:00+08:00"' huiyin complaint show "$ts"

# ambiguous TYPED READING: refused, and the reading it would have had is told
ambiguous() {
    rejects 2 as chen complaint add --channel letter --text '楼道灯不亮' --at "$1"
    tells "会读成 $2"
}
ambiguous 6:30 06:30
ambiguous '昨天 6:30' '昨天 06:30'
ambiguous 9点 09:00
ambiguous '11/12' 2026-11-12
rejects 2 as chen complaint add --channel letter --text '楼道灯不亮' --at '30m ago'
tells '会读成分钟;请写 30分钟前 或 30分钟后'
accepts as chen complaint add --channel letter --text '楼道灯不亮' --at 30分钟前
accepts as chen repair add --channel patrol --category plumbing --text '水龙头滴水' --appointment 30分钟后

# A day and a clock need no quotes between them; a word that is no clock is none of them.
accepts as chen complaint add --channel letter --text '楼道灯不亮' --at 昨天 09:00 --late-reason 补录
shows '.opened_at == "2026-11-23T09:00:00+08:00"' huiyin complaint show "$no"
accepts as chen complaint add --channel letter --at 2026-11-22 09：05 --text '楼道灯不亮' --late-reason 补录
shows '.opened_at == "2026-11-22T09:05:00+08:00"' huiyin complaint show "$no"
rejects 2 as chen complaint add --channel letter --text '楼道灯不亮' --at 昨天 门口
tells '没有说几点'

# Where clocks are changed: an hour that never was, and one that was twice.
clock '2026-11-24 10:00:00'
export HUIYIN_DB="$scratch/berlin.db"
exits 0 huiyin init --office 'Wohnheim' --timezone Europe/Berlin
exits 0 huiyin staff add chen --name '陈静' --role head
gap() { as chen complaint add --channel letter --text '楼道灯不亮' --late-reason '补录' --at "$1"; }
rejects 2 gap '2026-03-29 02:30'
tells '2026-03-29 03:30:00'
rejects 2 gap '2026-10-25 02:30'
tells '2026-10-25T02:30:00+02:00'
tells '2026-10-25T02:30:00+01:00'
accepts gap '2026-10-25T02:30:00+01:00'
