# Reckons the week's figures of repairs from the lines of a batch file and from nothing else: numbers
# are counted as they are given out, the limits are those of the regulation.

function value_of(option, rest) {
    if (!match($0, "--" option " (\"[^\"]*\"|[^ ]+)")) return ""
    rest = substr($0, RSTART + length(option) + 3, RLENGTH - length(option) - 3)
    gsub(/"/, "", rest)
    return rest
}
# Seconds since November began; the file speaks of no other month.
function seconds(time, part) {
    if (time == "") return 0
    split(time, part, /[- :]/)
    return (part[3] - 1) * 86400 + part[4] * 3600 + part[5] * 60 + part[6]
}
function number_after(word, rest) {
    match($0, word "-[0-9]+")
    return substr($0, RSTART + length(word) + 1, RLENGTH - length(word) - 1) + 0
}
function within(t) { return t >= monday && t < next_monday && t <= as_of }

BEGIN {
    monday = 22 * 86400
    next_monday = 29 * 86400
    as_of = next_monday + 60
    never = 1e9
}
{ now = seconds(value_of("at")) }
/repair add/ {
    ++repairs
    came[repairs] = now
    category[repairs] = value_of("category")
    appointment[repairs] = seconds(value_of("appointment"))
    if (/--rework-of/) ++rework
    ++by_category[category[repairs]]
}
/order dispatch/ { of[++orders] = number_after("bx") }
/order arrive/ {
    r = of[number_after("pg")]
    if (!(r in arrived)) arrived[r] = now
    if (!(r in finished)) ++visits[r]
}
/order defer/ {
    r = of[number_after("pg")]
    if (!(r in fault)) fault[r] = value_of("fault")
    if (value_of("fault") == "major" && !(r in major)) major[r] = now
    if (!(r in finished)) ++deferrals[r]
}
/order finish/ {
    r = of[number_after("pg")]
    if (!(r in finished)) finished[r] = now
}
/callback log/ {
    r = number_after("bx")
    if (!(r in asked)) asked[r] = now
}
/repair close/ { closed[number_after("bx")] = now }
END {
    for (r = 1; r <= repairs; ++r) {
        service = category[r] == "service"
        urgent = category[r] == "elevator" || category[r] == "water-supply"
        over = r in closed ? closed[r] : never
        emergencies += urgent
        if (!service) {
            due = (appointment[r] && !urgent ? appointment[r] : came[r]) + 900
            there = r in arrived ? arrived[r] : never
            if (within(due) && !(over <= due && over < there)) {
                ++arrivals
                arrived_in_time += there <= due
            }
        }
        if (r in fault && !service) {
            limit = fault[r] == "major" || (r in major && major[r] <= came[r] + 172800) ? 259200 : 172800
            due = came[r] + limit
            if (within(due)) {
                ++solvable
                solved_in_time += r in finished && finished[r] <= due
            }
        }
        if (r in finished) {
            ++done
            if (!service) {
                ++fixable
                first_visit += visits[r] == 1 && !deferrals[r]
            }
            if (within(finished[r] + 259200)) {
                ++owed
                called += r in asked
            }
        }
        open += !(r in closed)
    }
    print ".repairs.received", repairs
    print ".repairs.urgent", emergencies
    print ".repairs.rework", rework
    print ".repairs.finished", done
    print ".repairs.open_at_end", open
    print ".repairs.arrived_on_time", arrived_in_time, arrivals
    print ".repairs.solved_on_time", solved_in_time, solvable
    print ".repairs.fixed_first_visit", first_visit, fixable
    print ".repairs.called_back", called, owed
    for (c in by_category) print ".repairs.by_category.\"" c "\"", by_category[c]
}
