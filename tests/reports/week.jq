# The figures of a week reckoned from lists, by somebody who has never seen the program's own sums.
# In: everything listed, and the week as $from, $to, $now in Unix seconds. Out: figures as the report has them.

def t: .[0:19] + "Z" | fromdate - 28800;                       # the office is eight hours ahead
def in_week: . != null and (t >= $from and t < $to);
def by(key): reduce .[] as $one ({}; ($one | key) as $k | if $k == null then . else .[$k | tostring] += 1 end);
def standing: map(select(.voided_at == null));
def received: map(select(.opened_at | in_week));
def open_at_end: map(select((.opened_at | t) < $to and (.closed_at == null or (.closed_at | t) >= $to))) | length;
def rate(good): {num: map(select(good)) | length, den: length};
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
    breaches: {total: ([.findings[] | select(.severity == "breach" and (.since | in_week))] | length)}
}
