# The figures of a week reckoned from lists, by somebody who has never seen the program's own sums.
# In: everything listed, and the week as $from, $to, $now in Unix seconds. Out: figures as the report has them.

def t: .[0:19] + "Z" | fromdate - 28800;                       # the office is eight hours ahead
def in_week: . != null and (t >= $from and t < $to);
def by(key): reduce .[] as $one ({}; ($one | key) as $k | if $k == null then . else .[$k | tostring] += 1 end);
def standing: map(select(.voided_at == null));
def received: map(select(.opened_at | in_week));
def open_at_end: map(select((.opened_at | t) < $to and (.closed_at == null or (.closed_at | t) >= $to))) | length;
def rate(good): {num: map(select(good)) | length, den: length};
# Who held it at that moment: whom it was assigned to last; of a repair, to whom its last order went.
def holder_at(moment): ([.steps[] | select((.what == "assign" or .what == "escalate" or .what == "dispatch") and (.at | t) < moment)]
    | sort_by(.at | t) | last | .to);
def carry:
    map({at: (.opened_at | t), closed: (.closed_at | if . then t else null end), voided: (.voided_at | if . then t else null end)}
        | . + {gone: ([.closed, .voided] | map(select(. != null)) | min)})
    | {before: map(select(.at < $from and (.gone == null or .gone >= $from))) | length,
       received: map(select(.at >= $from and .at < $to)) | length,
       closed: map(select(.gone != null and .gone >= $from and .gone < $to and .gone == .closed)) | length,
       voided: map(select(.gone != null and .gone >= $from and .gone < $to and .gone != .closed)) | length,
       after: map(select(.at < $to and (.gone == null or .gone >= $to))) | length};
def ages:
    map(select((.opened_at | t) < $to and (.closed_at == null or (.closed_at | t) >= $to)) | $to - (.opened_at | t))
    | {"24h": map(select(. <= 86400)) | length, "72h": map(select(. > 86400 and . <= 259200)) | length,
       "7d": map(select(. > 259200 and . <= 604800)) | length, "30d": map(select(. > 604800 and . <= 2592000)) | length,
       older: map(select(. > 2592000)) | length};
# Deadlines as {due, met}: those that fell due in the week, and of them those met in time, or by now.
def fell_due: map(select(.due >= $from and .due < $to and .due <= $now and ((.stopped // .due + 1) > .due or .met != null)));
def in_time: fell_due | rate(.met != null and .met <= .due);
def by_now: fell_due | rate(.met != null);

(.complaints | standing) as $complaints
| (.repairs | standing) as $repairs
| .callbacks as $callbacks
| .orders as $orders
| ([$complaints[].no] + [.suggestions[] | select(.kind == "opinion") | .no]) as $rated
| ($complaints | map(. + {replied: ([.steps[] | select(.what == "reply") | .at | t] | min)})) as $answered
| ([$callbacks[] | select(.reached and (.at | in_week))]) as $done
# What somebody holds, each with its steps; what happens to an order is a step of its repair here.
| ([$complaints[], .suggestions[]] + [$repairs[] | .no as $no | . + {steps: [$orders[] | select(.repair == $no) | .steps[]]}]
    + [.events[], .assists[] | . as $one | . + {steps: [{what: "assign", at: .opened_at, to: .holder}]}]
    | map(select(.voided_at == null))) as $held
| ($repairs | map(. as $repair
    | [$orders[] | select(.repair == $repair.no) | .steps[]] as $steps
    | . + {arrived: ([$steps[] | select(.what == "arrive") | .at | t] | min),
           arrivals: ([$steps[] | select(.what == "arrive")] | length),
           deferred: ([$steps[] | select(.what == "defer")] | length),
           finished: ([$steps[] | select(.what == "finish") | .at] | min),
           asked: ([$callbacks[] | select(.matter == $repair.no and .reached) | .at | t] | min)})) as $worked
| {
    complaints: {
        received: ($complaints | received | length),
        by_channel: ({letter: 0, phone: 0, visit: 0} + ($complaints | received | by(.channel))),
        by_class: ({"1": 0, "2": 0, "3": 0} + ($complaints | received | by(.class))),
        by_category: ($complaints | received | by(.category)),
        closed: ($complaints | map(select(.closed_at | in_week)) | length),
        open_at_end: ($complaints | open_at_end),
        unreachable: ($complaints | received | map(select(.reachable | not)) | length),
        replied_on_time: ($answered | map(select(.reachable) | {due: ((.opened_at | t) + (if .repeat_of then 14400 else 86400 end)), met: .replied,
            stopped: (if .closed_at then .closed_at | t else null end)}) | in_time)
    },
    repairs: {
        received: ($repairs | received | length),
        by_category: ($repairs | received | by(.category)),
        urgent: ($repairs | received | map(select(.urgent)) | length),
        finished: ($worked | map(select(.finished | in_week)) | length),
        open_at_end: ($repairs | open_at_end),
        rework: ($repairs | received | map(select(.rework_of)) | length),
        arrived_on_time: ($worked | map({due: ((.opened_at | t) + 900), met: .arrived}) | in_time),
        solved_on_time: ($worked | map(select(.deferred > 0) | {due: ((.opened_at | t) + 172800),
            met: (if .finished then .finished | t else null end)}) | in_time),
        fixed_first_visit: ($worked | map(select(.finished | in_week)) | rate(.arrivals == 1 and .deferred == 0)),
        called_back: ($worked | map(select(.finished and .reachable) | {due: ((.finished | t) + 259200), met: .asked}) | by_now)
    },
    callbacks: {
        done: ($done | length),
        visits: ($done | map(select(.method == "visit")) | length),
        signed_visits: ($done | map(select(.matter as $no | $rated | index($no))) | rate(.method == "visit" and .signed_by)),
        satisfied: ($done | rate(.satisfied == "yes")),
        handled: ($answered | map(select(.reachable and .replied) | . as $one | {due: (.replied + 259200),
            met: ([$callbacks[] | select(.matter == $one.no and .reached) | .at | t] | min)}) | by_now)
    },
    duty: {
        shifts: ([.shifts[] | select(.started | in_week)] | length),
        # Shifts do not overlap here, so what they cover is the sum of what lies in the week.
        covered: ([.shifts[] | ([(.started | t), $from] | max) as $a
            | ([(if .ended then .ended | t else $now end), $to] | min) as $b | [$b - $a, 0] | max] | add)
    },
    events: {reported: ([.events[] | select(.opened_at | in_week)] | length)},
    conduct: {opened: ([.cases[] | select(.opened_at | in_week)] | length)},
    suggestions: {received: ([.suggestions[] | select(.opened_at | in_week)] | length)},
    carry: {complaints: (.complaints | carry), repairs: (.repairs | carry)},
    ages: {complaints: ($complaints | ages), repairs: ($repairs | ages)},
    causes: (($complaints | received | by(.category)) as $now
        | ($complaints | map(select((.opened_at | t) >= $from - 604800 and (.opened_at | t) < $from)) | by(.category)) as $then
        | $now + $then | keys | map({category: ., count: ($now[.] // 0), previous: ($then[.] // 0), last_year: null})),
    three_rates: ([$done[] | select((.matter | startswith("TS")) and .method != "open-letter")] as $asked | {
        responded: ($answered | map(select(.reachable) | {due: ((.opened_at | t) + (if .repeat_of then 14400 else 86400 end)), met: .replied,
            stopped: (if .closed_at then .closed_at | t else null end)}) | in_time),
        resolved: ($asked | map(select(.resolved)) | rate(.resolved == "yes")), satisfied: ($asked | rate(.satisfied == "yes"))}),
    hotline: ([$complaints[] | select(.hotline_no) | .no] as $orders
        | [$done[] | select((.matter as $no | $orders | index($no)) and .method != "open-letter")] as $asked | {
        responded: ($answered | map(select(.reachable and .hotline_no) | {due: ((.opened_at | t) + (if .repeat_of then 14400 else 86400 end)),
            met: .replied, stopped: (if .closed_at then .closed_at | t else null end)}) | in_time),
        resolved: ($asked | map(select(.resolved)) | rate(.resolved == "yes")), satisfied: ($asked | rate(.satisfied == "yes"))}),
    # Each complaint here has one holder and each repair one technician, from the first to the last; to whom nobody
    # was sent, whoever registered it answers for.
    people: ([$held[] | select((.opened_at | t) < $to and (.closed_at == null or (.closed_at | t) >= $to)) | holder_at($to)] as $holders
        # Who repaired it last answers for what its resident says, else who held it then.
        | [$done[] | select(.method != "open-letter") | . as $call | ($held[] | select(.no == $call.matter)) | {yes: ($call.satisfied == "yes"),
            who: (([.steps[] | select(.what == "finish" and (.at | t) <= ($call.at | t))] | sort_by(.at | t) | last | .by)
                // holder_at(($call.at | t) + 1))}] as $said
        | ([$answered[] | select(.reachable) | .holder] + [$orders[].technician] + [$done[].by] + $holders | map(select(.)) | unique) as $all
        | $all | map(. as $one | {key: ., value: {
            replied: ($answered | map(select(.reachable and .holder == $one) | {due: ((.opened_at | t) + (if .repeat_of then 14400 else 86400 end)),
                met: .replied, stopped: (if .closed_at then .closed_at | t else null end)}) | in_time),
            arrived: ($worked | map(. as $repair | select(([$orders[] | select(.repair == $repair.no) | .technician][0] // $repair.opened_by) == $one)
                | {due: ((.opened_at | t) + 900), met: .arrived}) | in_time),
            finished: ([$orders[] | .steps[] | select(.what == "finish" and .by == $one) | .at | select(in_week)] | length),
            callbacks: ([$done[] | select(.by == $one)] | length),
            satisfied: ($said | map(select(.who == $one)) | rate(.yes)),
            open: ($holders | map(select(. == $one)) | length)}}) | from_entries),
    # What was still to be replied to, or come to, when the week ended.
    overdue: (([$answered[] | select(.reachable) | {no, due: ((.opened_at | t) + (if .repeat_of then 14400 else 86400 end)), met: .replied,
            ended: (if .closed_at then .closed_at | t else null end)}]
        + [$worked[] | {no, due: ((.opened_at | t) + 900), met: .arrived, ended: (if .closed_at then .closed_at | t else null end)}])
        | map(select(.due < $to and ([.met, .ended] | map(select(. != null)) | min | . == null or . > $to)) | .no) | sort),
    places: ([$complaints[], $repairs[]] | received | map(select(.unit)) | group_by(.unit | split("-")[0]) | map({
        building: (.[0].unit | split("-")[0]), complaints: (map(select(.no | startswith("TS"))) | length),
        repairs: (map(select(.no | startswith("BX"))) | length)})),
    homes: ([$complaints[], $repairs[]] | map(select(.unit and (.opened_at | t) >= $to - 2592000 and (.opened_at | t) < $to))
        | group_by(.unit) | map(select(length > 1) | {unit: .[0].unit, complaints: (map(select(.no | startswith("TS"))) | length),
        repairs: (map(select(.no | startswith("BX"))) | length)})),
    breaches: {total: ([.findings[] | select(.severity == "breach" and (.since | in_week))] | length),
        list: ([.findings[] | select(.severity == "breach" and (.since | in_week)) | [.subject, .rule, .blamed, .unit]] | sort)}
}
