#!/bin/sh
# Lines of a batch and rows of a table touch what is settled as single commands do; where all of it is taken back, so is that.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
exits 0 huiyin policy set suggestion.rate 100% --reason '本办公室的目标'
clock '2026-12-01 09:00:00'
a_closed_complaint --unit 3-501
void=$ts
clock '2026-12-01 10:00:00'
a_settled_complaint --unit 3-502
accepts publishes "$void,$ts"
letter=$no
accepts as ma complaint close "$ts" --outcome '以公开信答复' --ended letter --reason '业主同意'
ended=$ts
a_settled_repair --unit 3-503
clock '2026-12-01 11:00:00'
an_answered_suggestion
accepts as chen suggestion close "$jy" --outcome '已采纳'

clock '2026-12-07 09:00:00'
files_the_week
has_verdict "$void" "$ended" "$bx" "$jy" "$letter"
keeps_week suggestion.rate 2026-W49

# Nothing of it is recorded, and every verdict stays.
printf 'void %s --reason 重复\nvoid %s --reason 发错\nvoid %s\n' "$void" "$letter" "$bx" >"$scratch/lines"
rejects 2 as ma batch "$scratch/lines"
has_verdict "$void" "$ended" "$letter"
agrees

# A line that fails leaves its verdict alone, the others take theirs back.
printf 'void %s --reason 重复\ncomplaint close %s --outcome 再办\nvoid %s --reason 发错\n' \
    "$void" "$ended" "$letter" >"$scratch/lines"
adds_an_entry 4 as ma batch --on-error skip "$scratch/lines"
has_none "$void" "$ended" "$letter"
finds complaint.ended-letter "$ended"

# Rows of a table: a callback of a week that is over, and a repair that may make a later one a rework.
clock '2026-12-14 09:00:00'
files_the_week
has_verdict "$bx" "$jy" "$ended"
keeps complaint.ended-letter "$ended"
keeps_week suggestion.rate 2026-W49
cat >"$scratch/callbacks.csv" <<END
ref,method,satisfied,note,at,late-reason
$jy,phone,yes,询问,2026-12-02 09:00:00,补录
END
exits 0 as sun batch --csv 'callback log' "$scratch/callbacks.csv"
has_none "$jy"
finds_no suggestion.rate 2026-W49
cat >"$scratch/repairs.csv" <<'END'
channel,category,text,unit,phone,at,late-reason
phone,plumbing,漏水,3号楼503,13800008000,2026-11-30 09:00:00,补录
END
exits 0 as chen batch --csv 'repair add' "$scratch/repairs.csv"
new=BX-2026-0002
has_verdict "$bx"
{
    printf 'order dispatch %s --to wu --at "2026-11-30 09:00:00" --late-reason 补录 --key d\n' "$new"
    for verb in arrive 'start' finish; do
        case $verb in start) more='--content 换 --agreed-by 张伟' ;; finish) more='--result 好了' ;; *) more= ;; esac
        printf 'order %s PG-2026-0002 --by wu %s --at "2026-11-30 10:00:00" --late-reason 补录\n' "$verb" "$more"
    done
} >"$scratch/lines"
exits 0 as chen batch "$scratch/lines"
has_none "$bx"
finds rework.undecided "$bx" ".detail.earlier == \"$new\""
exits 0 huiyin audit verify
