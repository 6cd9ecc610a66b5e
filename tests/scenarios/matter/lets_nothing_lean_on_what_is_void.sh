#!/bin/sh
# What is void is nothing's earlier one: no complaint repeats it, no repair is its rework, nothing is void as its
# duplicate. What leaned on it before stays as it was told.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

accepts as chen complaint add --channel phone --unit 3-502 --text 夜间噪声
gone=$no
accepts as chen complaint add --channel phone --unit 3-502 --text 又有噪声
stands=$no
a_repair --unit 3-502
gone_repair=$bx
accepts as ma void "$gone" --reason 误登
accepts as ma void "$gone_repair" --reason 误登

rejects 2 as chen complaint add --channel phone --unit 3-502 --text 还有噪声 --repeat-of "$gone"
tells "$gone 已作废"
rejects 2 as chen amend "$stands" --repeat-of "$gone" --reason 同一件
rejects 2 as chen repair add --channel phone --category plumbing --unit 3-502 --text 又滴水 --rework-of "$gone_repair"
tells "$gone_repair 已作废"
a_repair --unit 3-502
rejects 2 as chen amend "$bx" --rework-of "$gone_repair" --reason 同一处
tells "$gone_repair 已作废"
rejects 2 as ma void "$stands" --reason 重复 --duplicate-of "$gone"
tells "$gone 已作废"

# The other way round it is one of two.
accepts as chen complaint add --channel phone --unit 3-502 --text 又有噪声
accepts as ma void "$no" --reason 重复 --duplicate-of "$stands"
shows ".duplicate_of == \"$stands\"" as chen complaint show "$no"
