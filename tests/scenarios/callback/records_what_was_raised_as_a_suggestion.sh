#!/bin/sh
# What a callback brings up may be a suggestion as well as a complaint: it gets its number, the home
# and the phone of the one who was asked, and its clocks from that callback on (clause 3.3.3a).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 10:00:00'

a_settled_complaint --unit 3-502 --from '张伟' --category '供热'
raises() { call_back phone yes --raised '浴室早开一小时' "$@"; }
# It still wants an answer or an appointment, and something to open it on.
refuses callback.appointment 3.3.3a raises --opens suggestion
rejects 2 call_back phone yes --opens suggestion
rejects 2 raises --settled '已转后勤' --opens repair
accepts raises --settled '已转后勤' --opens suggestion --at '2026-11-24 10:00:00' --json
json '.no == "HF-2026-0001" and .opened == ["JY-2026-0001"]'
shows '.text == "浴室早开一小时" and .kind == "suggestion" and .state == "open" and .reachable
    and .unit == "3-502" and .from == "张伟" and .phone == "138****8000"
    and .opened_at == "2026-11-24T10:00:00+08:00" and (.via | contains("HF-2026-0001"))' \
    as chen suggestion show jy-1
breach matter.holder 3.3.1 JY-2026-0001 '2026-11-24 10:30:01' '2026-11-24 10:30:00'

# From a repair, by the steward; a complaint has its deadlines from the callback.
a_finished_repair
clock '2026-11-24 11:00:00'
accepts check_back phone yes --raised '楼道堆放杂物' --appointment '2026-11-25 11:00:00' \
    --opens complaint --json
json '.opened == ["TS-2026-0002"]'
shows '.kind == "complaint" and .reachable and .opened_by == "sun" and .repeat_of == null' \
    as chen complaint show ts-2
exits 0 huiyin why ts-2 --json
deadline complaint.replied-in-time '2026-11-24 11:00:00' '2026-11-25 11:00:00' any 0

# From a suggestion's own callback, and rehearsed it opens nothing.
accepts as chen suggestion answer jy-1 --text '谢谢,下月起试行' --method phone --courtesy thanks
opens_another() {
    as chen callback log jy-1 --method phone --satisfied yes --note '满意' --raised '周日也开' \
        --settled '列入试行' --opens suggestion "$@"
}
leaves_no_entry opens_another --dry-run
accepts opens_another --json
json '.opened == ["JY-2026-0002"]'
same 'entries of two suggestions' 2 "$(huiyin suggestion list --json | jq length)"
