#!/bin/sh
# Registers and forms hold what was recorded, from a day's first second to its last; what is unknown is a
# blank to write on, and phones stay masked (clauses 1.6, 2.1, 4.1, 4.2).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 23:59:59'
a_complaint --from 张伟 --unit 3-502
a_repair --from 张伟 --unit 3-502
an_order
clock '2026-11-24 00:00:00'
a_complaint --unit 1-101
day='--from 2026-11-23 --to 2026-11-23'

# Unquoted: two options and their values.
# shellcheck disable=SC2086
shows '.form == "complaint-register" and (.sheets[0].rows | length == 1)
    and .sheets[0].rows[0].no == "TS-2026-0001" and .sheets[0].rows[0].phone == "138****8000"
    and .sheets[0].rows[0].reply_due == "2026-11-24 23:59"' as chen form complaint-register $day
# shellcheck disable=SC2086
shows '.sheets[0].rows[0].order == "PG-2026-0001" and .sheets[0].rows[0].technician == "吴刚"' \
    as chen form repair-register $day
# One second earlier than midnight leaves it out.
shows '.sheets[0].rows == []' as chen form complaint-register --from 2026-11-23 --to '2026-11-23 23:59:59'
exits 0 as chen form dispatch-order "$pg"
prints '水龙头滴水'
prints '业主签名:____'
never_prints 13800008000
# A technician sees the first character of a resident's name.
shows '.sheets[0].fields.reported_by == "张**"' as wu form dispatch-order "$pg"
shows '.sheets | length == 3' as chen form blank dispatch-order --count 3
exits 0 as chen --lang en form blank duty-log --count 1
prints 'Relief: ____'
exits 3 as chen form dispatch-order pg-9
exits 2 as chen form blank complaint-registers
tells 'complaint-register'
exits 2 as chen form complaint-register --from 2026-11-24 --to 2026-11-23
exits 2 as chen form complaint-register
tells --from
tells --to
