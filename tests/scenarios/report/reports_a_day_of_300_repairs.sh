#!/bin/sh
# A day of 300 repairs by 12 technicians, typed in from paper after a power cut by one batch file: the
# week's figures are those reckoned from the lines of the file by other means (clauses 4.1 to 4.4, 6.1 to
# 6.5). Late arrivals, deferrals, reworks, missing signatures, cancelled orders and callbacks that
# nobody made are among them on purpose.
. "$(dirname "$0")/../lib.sh"
office
for k in 1 2 3 4 5 6 7 8 9 10 11 12; do hires "t$k" "师傅$k" technician ma; done
made_of=$(dirname "$0")/day_of_repairs
awk -f "$made_of/day.awk" >"$scratch/day"
same 'repairs in the file' 300 "$(grep -c 'repair add' "$scratch/day")"
for on_purpose in '--rework-of' '--not-rework' 'order defer' '--as-happened' '--refused' 'order cancel' \
    'callback attempt' '--appointment'; do
    [ "$(grep -c -e "$on_purpose" "$scratch/day")" -ge 5 ] || fail "$on_purpose in the file" 'fewer than 5'
done

clock '2026-11-30 00:01:00'
exits 0 as chen batch "$scratch/day" --quiet
exits 0 as tao report weekly --json
awk -f "$made_of/figures.awk" "$scratch/day" >"$scratch/figures"
[ "$(wc -l <"$scratch/figures")" -gt 12 ] || fail 'figures' "$(cat "$scratch/figures")"
while read -r path first second; do
    if [ -n "$second" ]; then
        [ "$first" -lt "$second" ] || fail "a rate below one of $path" "$first of $second"
        rate "$path" "$first" "$second"
    else
        json "$path == $first"
    fi
done <"$scratch/figures"
exits 0 huiyin audit verify
