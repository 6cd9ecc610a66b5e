#!/bin/sh
# Phones are masked for everyone; names for whoever does not work with residents.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
accepts as chen complaint add --channel phone --phone 13800008000 --from '张伟民' --text '楼道灯不亮'

for who in chen sun ma tao; do
    exits 0 as "$who" complaint show ts-1
    prints '138****8000'
    prints '张伟民'
    never_prints 13800008000
    exits 0 as "$who" complaint show ts-1 --json
    never_prints 13800008000
done
for who in wu zhou "$admin"; do
    exits 0 as "$who" complaint show ts-1
    prints '张**'
    never_prints '张伟民'
    exits 0 as "$who" complaint list --json
    never_prints '张伟民'
    never_prints 13800008000
done
# Nor does the journal's command line keep them.
exits 0 huiyin audit log --json
never_prints 13800008000
never_prints '张伟民'
never_prints '楼道灯不亮'
