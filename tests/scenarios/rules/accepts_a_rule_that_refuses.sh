#!/bin/sh
# An office's own rule refuses at the gate from the second it is in force, with its clause; what
# happened so is a breach.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/lib.sh"
office
visits() {
    as chen complaint add --channel visit --text '噪声' --courtesy seat,tea,heard,calmed "$@"
}
clock '2026-11-23 09:00:00'
accepts visits
earlier=$no
clock '2026-11-23 10:00:00'
accepts huiyin rules add "$own_rules/home-named.sql"
refuses own.home-named 2.2.3 visits
refuses own.home-named 2.2.3 visits --at '2026-11-23 10:00:00'
accepts visits --unit 3-502
# What happened before it is judged by the rules of then, and old records stand in nobody's way.
accepts visits --at '2026-11-23 09:59:59'
accepts as chen complaint investigate "$earlier" --findings '属实'
accepts visits --as-happened '访客匆忙离开' --witness '李雷'
breach own.home-named 2.2.3 "$no" '2026-11-23 11:00:00'

# In a batch the lines after it are judged by it.
accepts huiyin rules retire own.home-named --reason '试用结束'
cat >"$scratch/lines" <<END
complaint add --as chen --channel visit --text 噪声 --courtesy seat,tea,heard,calmed
rules add $own_rules/home-named.sql
complaint add --as chen --channel visit --text 噪声 --courtesy seat,tea,heard,calmed
END
rejects 4 huiyin batch "$scratch/lines" --json
prints own.home-named
