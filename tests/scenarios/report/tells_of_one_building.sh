#!/bin/sh
# A page of one building: complaints and repairs by category and month, its homes, what is open and overdue there; by the
# hundred homes where there is a register. Everybody reads it; it files nothing (clause 5.5).
. "$(dirname "$0")/../lib.sh"
clock '2026-10-05 09:00:00'
office
a_complaint --unit 3-502 --category 噪声
clock '2026-11-02 09:00:00'
a_complaint --unit 3号楼502 --category 噪声
a_complaint --unit 3-503
a_complaint --unit 13-503
accepts as chen repair add --channel phone --category plumbing --unit 3-502 --phone 13800008000 --text 水龙头滴水

clock '2026-12-01 09:00:00'
rejects 0 as wu report building 3 --json
json '.schema == "huiyin.report.building/1" and .building == "3" and .period == "2026-11" and .complaints == 2 and .repairs == 1
    and .per_100_homes == null and .by_category.complaints["噪声"] == 1 and .by_category.repairs.plumbing == 1
    and (.homes | map([.unit, .complaints, .repairs]) == [["3-502", 1, 1]])'
json '(.months | last | .month == "2026-11" and .complaints == 2) and (.months[-2] | .month == "2026-10" and .complaints == 1)'
json '(.open | map(.no) | sort) == ["BX-2026-0001", "TS-2026-0001", "TS-2026-0002", "TS-2026-0003"]
    and (.overdue | length > 0) and (.breaches | length > 0 and all(.unit | startswith("3")))'
# As homes are written, however.
for name in 3号楼 3栋 ３; do shows '.building == "3" and .complaints == 2' as chen report building "$name"; done
exits 0 as chen report building 3 --from 2026-10-01 --to 2026-10-31 --json
json '.complaints == 1 and .repairs == 0'
tells_nothing
exits 3 as chen report building 99
tells 99
exits 0 as ma unit add 3-501
exits 0 as ma unit add 3-502
shows '.homes_on_register == 2 and .per_100_homes == 150' as chen report building 3
exits 0 as chen report building 3
prints '学府苑住宅服务部 3 楼 2026-11'
tells '--from 2026-12-01 --to 2026-12-01'
never_prints 13-503
