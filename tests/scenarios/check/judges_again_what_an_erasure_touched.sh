#!/bin/sh
# A resident who is erased, and words that are redacted, take nothing away of what was found; their matters are judged again, for
# words may have been what it was about.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
clock '2026-11-24 09:00:00'
a_complaint --unit 3-501 --from '张伟'
accepts as chen complaint assign "$ts" --to chen
clock '2026-11-24 14:00:00'
settled
accepts visit_back yes
accepts as chen complaint close "$ts" --outcome '业主满意'
erased=$ts
clock '2026-11-24 15:00:00'
a_settled_complaint --unit 3-502
accepts as chen callback log "$ts" --method phone --satisfied yes --note '我不知道,张伟说的' --as-happened '脱口而出'
hf=$no
accepts as chen complaint close "$ts" --outcome '业主满意'
spoken=$ts

clock '2026-11-30 09:00:00'
files_the_week
keeps complaint.investigated-in-time "$erased"
# What was said is not written down a second time: no verdict where words were found.
finds speech.taboo-phrase "$spoken"
has_none "$spoken"
same 'words in what is kept' 0 "$(sql "SELECT count(*) FROM kept_finding WHERE said LIKE '%不知道%' OR said LIKE '%张伟%'")"

exits 0 huiyin resident erase --unit 3-501 --name '张伟' --reason '本人要求'
has_none "$erased"
finds complaint.investigated-in-time "$erased"
agrees

clock '2026-12-07 09:00:00'
files_the_week
keeps complaint.investigated-in-time "$erased"
accepts as ma redact "$erased" --field text --text '已处理' --reason '不该写'
has_none "$erased"
finds complaint.investigated-in-time "$erased"
accepts as ma redact "$hf" --field note --text '已道歉' --reason '不该写'
finds speech.taboo-phrase "$spoken"
exits 0 huiyin audit verify
