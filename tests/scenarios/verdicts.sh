# Words of scenarios about the verdicts that a store keeps: on settled matters, and on weeks and months that are over.
# Whoever sources this file does so after lib.sh.

# ---------------------------------------------------------------- what is brought to its end

# a_settled_repair OPTIONS…: a finished one of which the sheet is back, called back by sun and closed, all at this second
a_settled_repair() {
    a_repair "$@"
    an_order
    arrives
    starts
    finishes
    is_noted
}

# is_noted: $pg is signed and handed in, $bx called back and closed
is_noted() {
    signs
    hands_in
    accepts check_back phone yes
    accepts as chen repair close "$bx" --outcome '已修好'
}

# a_closed_complaint OPTIONS…: replied to, called back by a signed visit and closed, all at this second
a_closed_complaint() {
    a_settled_complaint "$@"
    is_closed
}

# is_closed: $ts is called back by a signed visit and closed
is_closed() {
    accepts visit_back yes
    accepts as chen complaint close "$ts" --outcome '业主满意'
}

# a_late_investigation: of the complaint of a Tuesday morning, one second after its two hours, with the reply (clause 2.2.4)
a_late_investigation() {
    clock '2026-11-24 09:00:00'
    a_complaint --unit 3-501
    accepts as chen complaint assign "$ts" --to chen
    clock '2026-11-24 11:00:01'
    settled
}

# many_more: so many calls for help, all closed, that whatever comes next has nothing to do with what was recorded just before
many_more() {
    _turn=0
    while [ "$((_turn += 1))" -le 51 ]; do
        printf 'assist add --text "求助 %s" --phone 0571-8%07d\n' "$_turn" "$_turn"
    done >"$scratch/many"
    exits 0 as chen batch "$scratch/many" --quiet
}

# ---------------------------------------------------------------- what is kept

# files_the_week: the last one, by ma; what is settled is judged with it
files_the_week() { exits 0 as ma report weekly; }

kept_of() { sql "SELECT count(*) FROM kept_finding WHERE rule = '$1' AND subject = '$2'"; }

# has_verdict NUMBER…: each is judged, and nothing has touched it since
has_verdict() {
    for _number in "$@"; do
        same "$_number is judged" 1 "$(sql "SELECT count(*) FROM matter m, judged_through t
            WHERE m.no = '$_number' AND m.id <= t.matter AND m.id NOT IN (SELECT matter FROM unjudged)")"
    done
}

# has_none NUMBER…: no verdict on it counts
has_none() {
    for _number in "$@"; do
        same "$_number is not judged" 0 "$(sql "SELECT count(*) FROM matter m, judged_through t
            WHERE m.no = '$_number' AND m.id <= t.matter AND m.id NOT IN (SELECT matter FROM unjudged)")"
    done
}

# keeps RULE NUMBER: there is a verdict on it, which found this
keeps() {
    has_verdict "$2"
    same "$1 of $2 is kept" 1 "$(kept_of "$1" "$2")"
}

# keeps_no RULE NUMBER: there is a verdict on it, which did not
keeps_no() {
    has_verdict "$2"
    same "$1 of $2 is not kept" 0 "$(kept_of "$1" "$2")"
}

# keeps_week RULE PERIOD, keeps_week_without RULE PERIOD: the week or month is judged, and this was found of it, or not
keeps_week() {
    same "$2 is judged" 1 "$(sql "SELECT count(*) FROM judged_period WHERE period = '$2'")"
    same "$1 of $2 is kept" 1 "$(kept_of "$1" "$2")"
}
keeps_week_without() {
    same "$2 is judged" 1 "$(sql "SELECT count(*) FROM judged_period WHERE period = '$2'")"
    same "$1 of $2 is not kept" 0 "$(kept_of "$1" "$2")"
}

# ---------------------------------------------------------------- what is found

# agrees: `check` says, to the letter, what judging everything afresh says
agrees() {
    run huiyin check --all --json
    [ "$code" -eq 0 ] || [ "$code" -eq 4 ] || fail 'exit 0 or 4 of check' "exit $code"
    _found=$out
    run huiyin check --all --json --afresh
    [ "$code" -eq 0 ] || [ "$code" -eq 4 ] || fail 'exit 0 or 4 of check --afresh' "exit $code"
    same 'what is kept, judged afresh' "$_found" "$out"
}

# finds RULE SUBJECT [FILTER]: check does, and judging afresh agrees; of this finding the jq filter holds
finds() {
    agrees
    json ".findings | any(.rule == \"$1\" and .subject == \"$2\" and (${3:-true}))"
}

# finds_no RULE SUBJECT [FILTER]
finds_no() {
    agrees
    json ".findings | all(.rule != \"$1\" or .subject != \"$2\" or (${3:-true} | not))"
}
