#!/bin/sh
# Everything that came from one home, of every kind, oldest first; phones masked, names for those who
# work with residents.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint --unit 3-502 --from '张伟民'
clock '2026-11-23 09:30:00'
accepts as chen repair add --channel phone --phone 13900009000 --from '李秀英' --unit 3-502 \
    --category plumbing --text '水龙头滴水'
bx=$no
clock '2026-11-23 10:00:00'
accepts as chen suggestion add --kind suggestion --channel round --unit 3-502 --text '延长开放'
jy=$no
a_complaint --unit 3-503
a_complaint --unit 3-50
a_complaint

shows ".unit == \"3-502\" and (.matters | map(.no) == [\"TS-2026-0001\", \"$bx\", \"$jy\"])" \
    as chen unit show 3-502
json '.people | sort_by(.phone) == [{"from": "张伟民", "phone": "138****8000"},
    {"from": "李秀英", "phone": "139****9000"}]'
exits 0 as chen unit show 3-502
prints TS-2026-0001
prints "$bx"
prints "$jy"
prints '张伟民'
never_prints 13800008000
never_prints TS-2026-0002
for who in wu zhou "$admin"; do
    exits 0 as "$who" unit show 3-502 --json
    never_prints 13800008000
    never_prints '张伟民'
    json '.people | map(.from) | sort == ["张**", "李**"]'
done
# A corrected home moves it.
accepts as chen amend ts-1 --unit 3-503 --reason '房号写错'
shows ".matters | map(.no) == [\"$bx\", \"$jy\"]" as chen unit show 3-502
shows '.matters | map(.no) == ["TS-2026-0001", "TS-2026-0002"]' as chen unit show 3-503
# A home nobody wrote from; none named.
leaves_no_entry as chen unit show 9-999
shows '.matters == [] and .people == []' as chen unit show 9-999
rejects 2 as chen unit show
