# Rates of the company add as numerators and denominators, never as rates; an office has a place only where its rate is
# of five or more, and only among three that have as many. What they filed is put in by hand: that it comes from the
# offices is another test's.
. "$(dirname "$0")/lib.sh"

keys_made
server_begins
exits 0 huiyin hq init
clock '2026-11-30 09:00:00'
# filed NUMBER NAME NUM DEN: an office whose filed week has so many replies, so many of them on time
filed() {
    psql_says "INSERT INTO huiyin.office_head (office, name, store_id, public_key, registered_at, share, made_at, taken_at, findings_at, entries)
        VALUES ($1, '$2', lpad('$1', 32, '0'), '', 0, 'journal', 1795996800, 1795996800, 1795996800, 1) ON CONFLICT DO NOTHING;
        DELETE FROM huiyin.weekly_report WHERE office = $1;
        INSERT INTO huiyin.weekly_report (office, id, week, edition, figures) VALUES ($1, 1, '2026-W48', 1,
        '{\"complaints\": {\"received\": $4, \"replied_on_time\": {\"num\": $3, \"den\": $4, \"rate\": 0.5}}}')" >"$scratch/psql"
}
ranked() {
    shows "(.offices | map(.ranks[\"complaints/replied_on_time\"])) == $1" huiyin hq report weekly --week 2026-W48
}
filed 1 甲处 4 5
filed 2 乙处 5 5
filed 3 丙处 4 4
# Two with enough are no row to have a place in; the third is one short.
ranked '[null, null, null]'
filed 3 丙处 4 5
ranked '[2, 1, 2]'
filed 4 丁处 0 4
ranked '[2, 1, 2, null]'
filed 4 丁处 0 5
ranked '[2, 1, 2, 4]'
filed 4 丁处 90 100
ranked '[3, 1, 3, 2]'
# 103 of 115, not the middle of four rates.
shows '.complaints.replied_on_time | .num == 103 and .den == 115 and .rate > 0.895 and .rate < 0.896' huiyin hq report weekly --week 2026-W48
# On the page: the place beside the rate, of one that is too small its numbers alone.
filed 3 丙处 4 4
exits 0 huiyin hq report weekly --week 2026-W48 --format md
case $out in *'4/5 80 % #3'*'5/5 100 % #1'*'4/4 |'*'90/100 90 % #2'*) ;; *) fail 'places, and none for the small one' "$out" ;; esac
# Nobody has a filed week: no rate, no place.
psql_says 'DELETE FROM huiyin.weekly_report' >"$scratch/psql"
ranked '[null, null, null, null]'

# An office that is retired stays in the weeks before; in those after it is neither counted nor missed.
filed 3 丙处 4 5
filed 4 丁处 90 100
exits 0 huiyin hq office retire 丁处 --reason 撤销
shows '(.offices | map(.office)) == ["甲处", "乙处", "丙处", "丁处"] and .complaints.received == 105' \
    huiyin hq report weekly --week 2026-W48
shows '[.offices, .missing] | tostring | contains("丁处") | not' huiyin hq report weekly --week 2026-W50
