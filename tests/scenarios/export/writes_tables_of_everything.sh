#!/bin/sh
# An export is a folder that appears whole: each table as CSV and JSON Lines with every row and every
# key of `list --json`, names and phones masked, cells no spreadsheet takes for a formula.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
accepts as chen complaint add --channel phone --from '张伟' --phone 13800008000 --unit 3-502 \
    --text '=HYPERLINK("x") 请回电 13800008000'
accepts as chen complaint add --channel visit --text '含"引号",逗号
与换行' --courtesy seat,tea,heard,calmed
a_suggestion
a_repair
an_order
arrives
starts
finishes
signs
accepts as sun callback log "$bx" --method visit --satisfied yes --signed-by '张伟'
an_event 4
accepts as ma conduct record sun --kind negligent
accepts as chen survey issue --title '满意度' --count 9
accepts as chen assist add --text '被困电梯'
publishes TS-2026-0001 >/dev/null 2>&1
rosters chen 2026-11-23T08:00:00+08:00 2026-11-24T08:00:00+08:00
takes_post chen

for who in chen wu sun ma; do denies as "$who" export "$scratch/$who"; done
dir="$scratch/export"
for who in tao zhou "$admin"; do
    leaves_no_entry as "$who" export "$dir" --json
    json '.ok and .tables.complaints == 2 and .commands == null'
    same 'the mode of the folder' 700 "$(stat -c %a "$dir")"
    ! grep -rq '13800008000\|张伟' "$dir" || fail 'masked values' "$(grep -r '13800008000\|张伟' "$dir" | head -3)"
    [ "$who" = "$admin" ] || rm -r "$dir"
done

# Each row of each list is there, under the keys of its JSON; what came of it has tables of its own.
for pair in complaints:complaint suggestions:suggestion repairs:repair events:event surveys:survey \
    conduct:conduct assists:assist letters:letter orders:order callbacks:callback; do
    table=${pair%%:*} noun=${pair#*:}
    as zhou "$noun" list --json | jq 'map(del(.steps, .callbacks, .orders, .erased, .findings, .due, .visits, .corrected))' >"$scratch/listed"
    jq -s 'map(del(.steps, .callbacks, .orders, .erased, .findings, .due, .visits, .corrected))' "$dir/$table.jsonl" >"$scratch/exported"
    cmp -s "$scratch/listed" "$scratch/exported" || fail "$table as listed" "$(diff "$scratch/listed" "$scratch/exported" | head)"
done
for file in "$dir"/*.jsonl; do
    table=$(basename "$file" .jsonl)
    # Every key has its column, named in the README.
    for key in $(jq -r 'keys[]' "$file" | sort -u); do
        sed -n "/^$table.csv/,/^\$/p" "$dir/README.txt" | grep -q "^    $key\b" || fail "the key $key of $table explained" 'not'
    done
    columns=$(sed -n "/^$table.csv/,/^\$/p" "$dir/README.txt" | grep -c '^    ')
    sqlite3 :memory: -cmd '.mode csv' ".import '$dir/$table.csv' t" \
        "SELECT count(*) FROM t; SELECT count(*) FROM pragma_table_info('t')" >"$scratch/counts" 2>&1
    same "rows and columns of $table.csv" "$(wc -l <"$file" | tr -d ' ') $columns" "$(xargs <"$scratch/counts" | tr -d '\r')"
done
grep -q "\"'=HYPERLINK" "$dir/complaints.csv" || fail "a guarded formula" "$(cat "$dir/complaints.csv")"
head -c 3 "$dir/complaints.csv" | grep -q "$(printf '\357\273\277')" || fail 'a byte order mark' none
grep -q '2026-11-23 09:00:00' "$dir/complaints.csv" || fail 'a local time' none

# Nothing is overwritten, nothing half made stays.
rejects 1 as tao export "$dir"
tells "$dir"
exits 1 as tao export "$scratch/absent/export"
mkdir "$scratch/empty"
exits 0 as tao export "$scratch/empty/"
same 'what is left' 'empty export' "$(ls "$scratch" | grep -E '^(empty|export|absent)(\..*)?$' | xargs)"

# The store itself opens in the sqlite3 shell, by views with readable times.
for view in v_complaint v_repair v_matter v_callback v_order v_step v_journal v_seal; do
    sql "SELECT count(*) FROM $view" >/dev/null 2>"$scratch/err" || fail "$view" "$(cat "$scratch/err")"
done
same 'a complaint in a view' 'TS-2026-0001|张**|138****8000' "$(sql 'SELECT no, person, phone FROM v_complaint LIMIT 1')"
