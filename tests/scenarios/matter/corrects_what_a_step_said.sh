#!/bin/sh
# Whatever a step said can be corrected (clause 1.6): to whom it went, who did it, why, in what form, and what
# its own command took; judged as if it had been typed so.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'

# step_of WHAT SHOW…: the number of the last step of that kind
step_of() {
    _what=$1
    shift
    n=$(huiyin "$@" --json | jq "[.steps[] | select(.what == \"$_what\")][-1].seq")
}
fixes() { as ma amend "$@" --reason '写错'; }

# A holder: those who have left by then, or are nobody, are none.
a_complaint
accepts as chen complaint assign "$ts" --to chen --reason '归我'
step_of assign complaint show "$ts"
denies as chen amend "$ts" --step "$n" --to li --reason '写错'
rejects 2 fixes "$ts" --to li
rejects 3 fixes "$ts" --step "$n" --to nobody
accepts fixes "$ts" --step "$n" --to li --step-reason '更熟悉'
shows '.holder == "li" and (.steps[] | select(.what == "assign") | .to == "li" and .reason == "更熟悉")' huiyin complaint show "$ts"
exits 0 huiyin audit history "$ts"
prints 'chen'
prints '归我'
# Handed back to an earlier holder it would have been refused: clause 2.2.2.
accepts as chen complaint assign "$ts" --to sun --reason '巡查顺路'
step_of assign complaint show "$ts"
refuses complaint.no-buck-passing 2.2.2 fixes "$ts" --step "$n" --to li

# An escalation goes to the holder's superior; who was convened.
accepts as chen complaint escalate "$ts" --to ma --reason '需协调' --convened wu
step_of escalate complaint show "$ts"
refuses complaint.escalated-properly 5.3 fixes "$ts" --step "$n" --to tao
accepts fixes "$ts" --step "$n" --convened 'wu,li' --step-reason '需两人'
shows '.steps[] | select(.what == "escalate") | .convened == ["li", "wu"] and .reason == "需两人"' huiyin complaint show "$ts"

# Who did it: what they could not have done is refused.
settled --by li
step_of reply complaint show "$ts"
accepts fixes "$ts" --step "$n" --step-by chen
shows '.steps[] | select(.what == "reply") | .by == "chen"' huiyin complaint show "$ts"
a_finished_repair
accepts as sun callback log "$bx" --method phone --satisfied yes
refuses repair.callback-by-steward 4.4 fixes "$no" --step-by chen
accepts fixes "$no" --step-by ma
# A decision is whoever made it.
accepts as chen repair close "$bx" --outcome '已修好'
step_of close repair show "$bx"
rejects 2 fixes "$bx" --step "$n" --step-by li

# How a complaint ended: by a letter it takes a letter, and what it was takes no other word.
a_complaint
accepts as ma complaint close "$ts" --outcome '不再追究' --ended moved --reason '搬走'
step_of close complaint show "$ts"
denies as chen amend "$ts" --step "$n" --ended withdrawn --reason '写错'
accepts fixes "$ts" --step "$n" --ended withdrawn --outcome '已撤回' --step-reason '业主来电撤回'
shows '.outcome == "已撤回" and (.steps[] | select(.what == "close") | .ended == "withdrawn" and .reason == "业主来电撤回")' huiyin complaint show "$ts"
refuses complaint.ended-letter 5.4 fixes "$ts" --step "$n" --ended letter
rejects 2 fixes "$ts" --step 1 --ended withdrawn

# Thanks or an apology; neither is no answer to a suggestion.
an_answered_suggestion
step_of answer suggestion show "$jy"
rejects 2 fixes "$jy" --step "$n" --courtesy seat
rejects 2 fixes "$ts" --courtesy thanks
accepts fixes "$jy" --step "$n" --courtesy apology
shows '.steps[] | select(.what == "answer") | .courtesy == "apology"' huiyin suggestion show "$jy"

# Messages about an event.
an_event 7
accepts as ma event relay "$zd" --to tao --form phone
step_of relay event show "$zd"
accepts fixes "$zd" --step "$n" --form in-person
rejects 2 fixes "$zd" --step "$n" --department '后勤处'
accepts fixes "$zd" --step "$n" --to mei
breach event.level-by-level '7.2, 7.4' "$zd" '2026-12-31 09:00:00'
accepts fixes "$zd" --step "$n" --to tao
accepts fixes "$zd" --step 1 --to mei
shows '.steps[0].to == "mei"' huiyin event show "$zd"
accepts as ma event supplement "$zd" --form written --to tao --text '补报' --casualties 1
step_of supplement event show "$zd"
accepts fixes "$zd" --step "$n" --casualties 0 --loss 500
shows '.steps[] | select(.what == "supplement") | .casualties == 0 and .loss == 500' huiyin event show "$zd"
accepts as ma event notify "$zd" --department '后勤' --text '停电'
step_of notify event show "$zd"
accepts as chen amend "$zd" --step "$n" --department '后勤处' --reason '写错'

# A handover: to whom it was reported, and what was counted.
knows_all chen li
takes_post chen
zb1=$zb
clock '2026-11-24 10:00:00'
relieves chen li
step_of handover duty show "$zb1"
accepts fixes "$zb1" --step "$n" --reported-to tao --items '对讲机=1'
shows '.steps[] | select(.what == "handover") | .reported_to == "tao" and .items == "对讲机=1"' huiyin duty show "$zb1"
rejects 2 fixes "$zb1" --step "$n" --to sun

# What only an order says: by the step that says it.
a_repair
an_order
arrives
starts
step_of start repair show "$bx"
rejects 2 fixes "$pg" --step "$n" --fault major
accepts fixes "$pg" --step "$n" --quoted 30
defers parts '2026-11-25 10:00:00'
step_of defer repair show "$bx"
accepts fixes "$pg" --step "$n" --fault major --eta '2026-11-26 10:00:00' --step-reason '待配件'
shows '.steps[] | select(.what == "defer") | .fault == "major" and .reason == "待配件"' huiyin order show "$pg"
finishes
accepts as wu order sign "$pg" --refused '不认可' --witness '李雷'
step_of sign repair show "$bx"
accepts as chen amend "$pg" --step "$n" --refused '不在场' --reason '写错'
hands_in
step_of return repair show "$bx"
refuses order.returned-to-clerk 4.3 fixes "$pg" --step "$n" --to sun
accepts fixes "$pg" --step "$n" --to li
exits 0 huiyin audit verify

# An open letter has a heading too, and its words are judged again.
a_settled_complaint
first=$ts
a_settled_complaint
accepts publishes "$first,$ts"
accepts as chen amend "$no" --subject '停水补充说明' --reason '写错'
shows '.subject == "停水补充说明"' huiyin letter show "$no"
refuses speech.taboo-phrase 2.2.1 as chen amend "$no" --text '这不归我管' --reason '写错'
