#!/bin/sh
# The figures of twelve weeks of four offices are what somebody gets who adds up the lists: the weekly JSON
# against week.jq, which shares nothing with the program.
. "$(dirname "$0")/office.sh"

# What the report says, cut down to what is recomputed.
cut='{
    complaints: (.complaints | {received, by_channel, by_class, by_category, closed, open_at_end, unreachable,
        replied_on_time: (.replied_on_time | {num, den})}),
    repairs: (.repairs | {received, by_category, urgent, finished, open_at_end, rework,
        arrived_on_time: (.arrived_on_time | {num, den}), solved_on_time: (.solved_on_time | {num, den}),
        fixed_first_visit: (.fixed_first_visit | {num, den}), called_back: (.called_back | {num, den})}),
    callbacks: (.callbacks | {done, visits: .by_method.visit, signed_visits: (.signed_visits | {num, den}),
        satisfied: (.satisfied | {num, den}), handled: (.handled | {num, den})}),
    duty: (.duty | {shifts, covered: .covered.num}), events: (.events | {reported}),
    conduct: (.conduct | {opened}), suggestions: (.suggestions | {received}), breaches: (.breaches | {total})}'

listed() { exits 0 as ma "$@" --json && printf '%s' "$out" >"$scratch/listed"; }

for seed in 20261 1 2 3; do
    three_weeks "$seed"
    printf '{}' >"$scratch/all"
    for noun in complaint:complaints repair:repairs order:orders callback:callbacks suggestion:suggestions \
        duty:shifts event:events conduct:cases; do
        listed "${noun%:*}" list
        jq --arg key "${noun#*:}" --slurpfile list "$scratch/listed" '.[$key] = $list[0]' "$scratch/all" >"$scratch/more"
        mv "$scratch/more" "$scratch/all"
    done
    # A list has no steps.
    for no in $(jq -r '.complaints[].no' "$scratch/all"); do
        huiyin --as ma complaint show "$no" --json
    done | jq -s . >"$scratch/shown"
    check_at '2026-11-23 00:05:00'
    printf '%s' "$out" >"$scratch/found"
    jq --slurpfile shown "$scratch/shown" --slurpfile found "$scratch/found" \
        '.complaints = $shown[0] | .findings = $found[0].findings' "$scratch/all" >"$scratch/everything"
    now=$(seconds '2026-11-23 00:05:00')
    for week in 45:02 46:09 47:16; do
        from=$(seconds "2026-11-${week#*:} 00:00:00")
        jq --argjson from "$from" --argjson to $((from + 604800)) --argjson now "$now" \
            -f "$(dirname "$0")/week.jq" "$scratch/everything" >"$scratch/recomputed"
        exits 0 as ma report weekly --week "2026-W${week%:*}" --dry-run --json
        printf '%s' "$out" | jq "$cut" >"$scratch/reported"
        diff -u "$scratch/recomputed" "$scratch/reported" >"$scratch/diff" ||
            fail "week ${week%:*} of office $seed as recomputed" "$(cat "$scratch/diff")"
    done
done
