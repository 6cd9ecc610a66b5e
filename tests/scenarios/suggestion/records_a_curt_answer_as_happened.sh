#!/bin/sh
# An answer given without thanks or apology goes on record as it happened, and is a breach for good.
# It is no courteous one: that may still follow (clause 2.2.5).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 23:59:59'
rule=suggestion.courtesy
answers() { as chen suggestion answer "$jy" --text '已列入计划' --method phone "$@"; }

an_opinion
refuses "$rule" 2.2.5 answers
accepts answers --as-happened '电话里忘了致谢' --witness '李雷' --json
told "$rule" breach
shows '.steps[-1] | .what == "answer" and .as_happened == "电话里忘了致谢" and (has("courtesy") | not)' \
    as chen suggestion show "$jy"

clock '2026-11-24 00:00:00'
accepts answers --courtesy thanks
refuses record.closed 1.6 answers --courtesy apology
breach "$rule" 2.2.5 "$jy" '2027-11-23 09:00:00' '2026-11-23 23:59:59'
# With courtesy there is nothing to put on record as it happened.
an_opinion
accepts answers --courtesy thanks --as-happened '多此一举'
no_breach "$rule" "$jy" '2027-11-23 09:00:00'
