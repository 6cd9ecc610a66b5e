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
happened '30min ago' '2026-11-24T09:30:00+08:00'
happened '2h ago' '2026-11-24T08:00:00+08:00'
happened '1d ago' '2026-11-23T10:00:00+08:00'
accepts as chen complaint add --channel letter --text '楼道灯不亮' --at 09:30
tells '2026-11-24T09:30:00+08:00'

for time in '30m ago' 30m '2026-13-01 09:00' '2026-11-31 09:00' '2026-11-24 24:01' '2026-11-24 9' \
    '2026-11-24 09:30 extra' soon '' '-1h ago' '2026-1-3'; do
    rejects 2 as chen complaint add --channel letter --text '楼道灯不亮' --at "$time"
done
