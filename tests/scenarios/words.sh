# More words that scenarios are told in: callbacks, repairs and orders; suggestions, open letters, surveys, quarrels and conduct cases;
# duty and events; figures and deadlines.
# lib.sh sources this file.

# ---------------------------------------------------------------- callbacks, repairs, orders

# a_settled_complaint OPTIONS…: received, held and replied to by chen, all at this second
a_settled_complaint() {
    a_complaint "$@"
    accepts as chen complaint assign "$ts" --to chen
    settled
}

# call_back METHOD yes|partly|no OPTIONS…: chen calls back on $ts
call_back() {
    _method=$1 _satisfied=$2
    shift 2
    as chen callback log "$ts" --method "$_method" --satisfied "$_satisfied" \
        --note '询问处理结果' "$@"
}

# visit_back yes|partly|no OPTIONS…: a visit on $ts that the resident signs
visit_back() {
    _satisfied=$1
    shift
    call_back visit "$_satisfied" --signed-by '张伟' "$@"
}

# a_repair OPTIONS…: a dripping tap, by phone, taken by chen; its number is $bx
a_repair() {
    case " $* " in *' --category '*) ;; *) set -- --category plumbing "$@" ;; esac
    accepts as chen repair add --channel phone --phone 13800008000 --text '水龙头滴水' "$@"
    bx=$no
}

# an_order OPTIONS…: $bx goes to wu; the order's number is $pg
an_order() {
    accepts as chen order dispatch "$bx" --to wu "$@"
    pg=$no
}

# What wu does on $pg, at this second or as the options say.
arrives() { accepts as wu order arrive "$pg" "$@"; }
starts() { accepts as wu order start "$pg" --content '更换垫圈' --agreed-by '张伟' "$@"; }
defers() { accepts as wu order defer "$pg" --fault "$1" --reason '待查' --eta "$2"; }
finishes() { accepts as wu order finish "$pg" --result '已更换垫圈,试水不漏' "$@"; }
signs() { accepts as wu order sign "$pg" --by-resident '张伟' "$@"; }
hands_in() { accepts as chen order return "$pg" --to chen "$@"; }

# a_finished_repair: received, dispatched and finished by wu, all at this second
a_finished_repair() {
    a_repair
    an_order
    arrives
    starts
    finishes
}

# check_back METHOD yes|partly|no OPTIONS…: sun calls back on $bx
check_back() {
    _method=$1 _satisfied=$2
    shift 2
    as sun callback log "$bx" --method "$_method" --satisfied "$_satisfied" \
        --note '询问维修质量' "$@"
}

# ---------------------------------------------------------------- suggestions, conduct

# a_suggestion [CHANNEL] OPTIONS…: from someone with a phone, by phone unless said, taken by chen; its
# number is $jy
a_suggestion() { brings suggestion "$@"; }

# an_opinion [CHANNEL] OPTIONS…: likewise
an_opinion() { brings opinion "$@"; }

# brings opinion|suggestion [CHANNEL] OPTIONS…
brings() {
    _kind=$1
    shift
    case ${1:-} in
        '' | -*) _channel=phone ;;
        *)
            _channel=$1
            shift
            ;;
    esac
    accepts as chen suggestion add --kind "$_kind" --channel "$_channel" --phone 13800008000 \
        --text '路灯早一点亮' "$@"
    jy=$no
}

# thanks OPTIONS…: chen answers $jy, with thanks
thanks() {
    as chen suggestion answer "$jy" --text '谢谢您,下周起提前半小时亮灯' --method phone \
        --courtesy thanks "$@"
}

# an_answered_suggestion [CHANNEL] OPTIONS…, an_answered_opinion [CHANNEL] OPTIONS…: brought and answered at this second
an_answered_suggestion() {
    a_suggestion "$@"
    accepts thanks
}
an_answered_opinion() {
    an_opinion "$@"
    accepts thanks
}

# publishes NUMBER,NUMBER… OPTIONS…: chen's open letter on these matters
publishes() {
    _answers=$1
    shift
    as chen letter publish --subject '停水说明' --text '6 日检修水泵,当晚恢复' --answers "$_answers" "$@"
}

# a_visit OPTIONS…: a complaint at the counter, received with all four acts; its number is $ts
a_visit() {
    accepts as chen complaint add --channel visit --phone 13800008000 --text '楼上夜里敲打' \
        --courtesy seat,tea,heard,calmed "$@"
    ts=$no
}

# they_quarrel OPTIONS…: sun and the visitor of $ts
they_quarrel() { as chen complaint quarrel "$ts" --who sun --note '拍桌争辩' "$@"; }

# a_quarrel OPTIONS…: one that chen stopped and li took over
a_quarrel() { accepts they_quarrel --stopped-by chen --taken-over-by li "$@"; }

# a_case KIND OPTIONS…: ma opens one against sun; its number is $cl
a_case() {
    accepts as ma conduct record sun --kind "$@" --text '经两人证实'
    cl=$no
}

# decides LOGIN OPTIONS…: this one decides $cl
decides() {
    _decider=$1
    shift
    as "$_decider" conduct decide "$cl" --decision '书面检查' "$@"
}

# ---------------------------------------------------------------- duty and events

# knows_all LOGIN…: they have acknowledged the rulebook and every plan in force
knows_all() {
    for _who in "$@"; do
        exits 0 as "$_who" rules acknowledge
        for _plan in $(huiyin plan list --json | jq -r '.[].name'); do
            exits 0 as "$_who" plan acknowledge "$_plan"
        done
    done
}

# rosters LOGIN FROM TO [KIND]: ma puts a shift on the roster; its number is $pb
rosters() {
    accepts as ma duty schedule --who "$1" --from "$2" --to "$3" --kind "${4:-day}"
    pb=$no
}

# takes_post LOGIN OPTIONS…: nobody being on duty; the shift's number is $zb
takes_post() {
    _officer=$1
    shift
    accepts as "$_officer" duty start "$@"
    zb=$no
}

# writes_log LOGIN OPTIONS…
writes_log() {
    _officer=$1
    shift
    accepts as "$_officer" duty log '巡视正常' "$@"
}

# relieves FROM TO OPTIONS…: a whole handover; the relief's shift is $zb
relieves() {
    _officer=$1 _relief=$2
    shift 2
    writes_log "$_officer" "$@"
    accepts as "$_officer" duty handover --to "$_relief" --reported-to ma --items '对讲机=2' "$@"
    zb=$no
}

# an_event CATEGORY OPTIONS…: told to ma by phone by chen; its number is $zd
an_event() {
    _category=$1
    shift
    accepts as chen event report --category "$_category" --form phone --to ma --text '三楼起火' "$@"
    zd=$no
}

# ---------------------------------------------------------------- figures and deadlines

# iso TIME: as JSON writes it
iso() { printf '%sT%s+08:00' "${1% *}" "${1#* }"; }

# rate PATH NUM DEN: the last JSON has this rate there
rate() {
    json "$1.num == $2 and $1.den == $3 and (if $3 == 0 then $1.rate == null
        else ($1.rate - $2 / ([$3, 1] | max) | fabs) < 0.0001 end)"
}

# deadline RULE STARTED DUE MET LATE: `why --json` just told of this clock, met LATE seconds late;
# STARTED or MET may be `any`
deadline() {
    json ".deadlines | any(.rule == \"$1\" and .due == \"$(iso "$3")\" and .late_seconds == $5
        and .broken == ($5 > 0) and (\"$2\" == \"any\" or .started == \"$(iso "$2")\")
        and (\"$4\" == \"any\" or .met == \"$(iso "$4")\"))"
}
