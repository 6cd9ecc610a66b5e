#!/bin/sh
# Whatever can be asked is answered in JSON: an empty list is [], a failure says so with its exit, and
# nothing stands on standard output but data.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

# Nothing is on file: every list is [], not nothing.
for list in 'complaint list' 'suggestion list' 'repair list' 'order list' 'callback list' 'letter list' \
    'survey list' 'assist list' 'event list' 'conduct list' 'duty list' 'duty roster' 'area list' \
    'plan list' 'search 电梯' 'complaint list --unit 9-909'; do
    exits 0 huiyin $list --json
    same "$list" '[]' "$out"
done
exits 0 huiyin check --json
same 'a clean check' '{"findings":[],"due":[]}' "$out"
exits 0 huiyin status --json
json '.overdue == [] and .due_soon == [] and .appointments == []'

# One of each.
a_complaint --unit 3-502
printf '%s' '现场照片' >"$scratch/photo.jpg"
accepts as chen attach "$ts" "$scratch/photo.jpg"
a_settled_complaint
accepts call_back phone yes
hf=$no
an_answered_suggestion
a_repair --unit 3-502
an_order
accepts as chen assist add --text '老人摔倒' --unit 3-502
qz=$no
an_event 2
takes_post sun
rosters li '2026-11-23 20:00' '2026-11-24 08:00' overnight
accepts publishes "$ts,$jy"
gx=$no
accepts as chen survey issue --title '保洁满意度' --count 30
wj=$no
a_case other-manner
rule=$(huiyin rules list --json | jq -r '.[0].id')
exits 0 huiyin audit keygen "$scratch/seal.pem"

for question in "complaint show $ts" 'complaint list' "suggestion show $jy" 'suggestion list' \
    "callback show $hf" 'callback list' 'callback due' "letter show $gx" 'letter list' "survey show $wj" \
    'survey list' "repair show $bx" 'repair list' "order show $pg" 'order list' "assist show $qz" \
    'assist list' "event show $zd" 'event list' "conduct show $cl" 'conduct list' "duty show $zb" \
    'duty list' 'duty roster' 'duty status' 'search 水' 'unit show 3-502' "attachment save ts-1 2" status \
    today "why $ts" 'report daily --day 2026-11-23' 'report weekly --week 2026-W48' \
    'report monthly --month 2026-11' 'report period --from 2026-11-01 --to 2026-11-30' 'report yearly --year 2026' \
    'report person chen --from 2026-11-01 --to 2026-11-30' 'report building 3 --from 2026-11-01 --to 2026-11-30' \
    'form complaint-register --from 2026-11-23 --to 2026-11-23' \
    'form repair-register --from 2026-11-23 --to 2026-11-23' \
    'form callback-record --from 2026-11-23 --to 2026-11-23' \
    'form duty-log --from 2026-11-23 --to 2026-11-23' "form dispatch-order $pg" "form event-report $zd" \
    'form blank repair-register' 'rules list' 'rules clauses' "rules show $rule" \
    "rules test $rule" 'staff list' 'staff show chen' 'policy list' \
    'policy show complaint.reply_within' 'policy try complaint.reply_within 24h' 'area list' 'plan list' 'audit log' 'audit show 3' 'audit head' \
    'audit verify' version help 'help complaint' 'help complaint add'; do
    exits 0 as ma $question --json
    tells_nothing
    json 'type == "object" or type == "array"'
done
# Not sealed by ma, and not made twice.
exits 0 huiyin audit seal --key-file "$scratch/seal.pem" --json
json '.schema == "huiyin.seal/1"'
exits 0 huiyin audit keygen "$scratch/another.pem" --json
json '.public_key != ""'

# The attachment's bytes, as they were given.
exits 0 as chen attachment save ts-1 2 --json
same 'its bytes' '现场照片' "$(printf '%s' "$out" | jq -r .base64 | base64 -d)"

# How each kind of failure is told.
# fails CODE WORD CMD…
fails() {
    exits "$1" "$2" "$3" "$4" "$5" "$6" "$7" --json
    json ".ok == false and .error == \"$WORD\" and ((.problems // .findings) | length > 0)"
    tells_nothing
}
WORD=usage fails 2 as chen complaint list --limit 0
WORD=not-found fails 3 as chen complaint show ts-99 --lang=en
WORD=not-permitted fails 7 as wu complaint assign ts-1 --to=sun
WORD=refused fails 4 as chen complaint close ts-1 --outcome=好
HUIYIN_DB="$scratch/none.db" WORD=failed fails 1 huiyin complaint list --open --lang en

# A script in a pipe finds the exit where it looks for it: in the answer itself.
in_a_pipe() { as chen complaint show ts-99 --json | jq -r .error; }
exits 0 in_a_pipe
same 'the error, behind a pipe' not-found "$out"
