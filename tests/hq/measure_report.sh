# measure.sh's second half, sourced by it: the company's week over 20 offices with MATTERS matters each (100,000), three steps on them,
# two years of them. Beside it, by turns, five bare sums of the same week in psql, and the same report over two servers
# that share the offices. The rows are made by the server: that they are an office's own is another test's.

. "$here/two_servers.sh"
offices=20 week=2026-W47

# On the server that HUIYIN_HQ names. Indexes are made afterwards: it is quicker.
company_filled() {
    each=${MATTERS:-100000}
    from=$(TZ=Asia/Shanghai date -d 2026-11-16 +%s) until=$((from + 604800))
    psql_says "INSERT INTO huiyin.office_head (office, name, store_id, public_key, registered_at, share, made_at, taken_at, findings_at, entries)
        SELECT n, '第' || n || '处', lpad(to_hex(n), 32, '0'), '', 0, 'journal', $until, $until, $until, 1 FROM generate_series(1, $offices) n;
        INSERT INTO huiyin.office (office, id, store_id, name, language, timezone, opened_at)
        SELECT n, 1, lpad(to_hex(n), 32, '0'), 'x', 'zh-CN', 'Asia/Shanghai', 0 FROM generate_series(1, $offices) n;
        SET search_path = huiyin;
        DROP INDEX matter_by_at, matter_by_closed_at, matter_still_open, step_by_what_at, step_by_matter;
        INSERT INTO matter (office, id, no, kind, at, recorded_at, opened_by, channel, text, closed_at)
        SELECT o, n, 'TS-' || n, CASE n % 3 WHEN 0 THEN 'repair' ELSE 'complaint' END, 1732000000 + n * 63000000 / $each, 0, 1, 'phone', n,
            CASE n % 50 WHEN 0 THEN NULL ELSE 1732000000 + n * 63000000 / $each + 90000 END FROM generate_series(1, $offices) o, generate_series(1::bigint, $each) n;
        INSERT INTO step (office, id, matter, seq, entry, what, at, recorded_at, doer, recorder, method)
        SELECT m.office, m.id * 3 + k, m.id, k, 1, (ARRAY['reply', 'callback', 'close'])[k], m.at + k * 20000, 0, 1, 1, 'phone' FROM matter m, generate_series(1, 3) k;
        INSERT INTO callback (office, id, no, matter, reached, satisfied)
        SELECT office, id, 'HF-' || id, matter, 1, 'yes' FROM step WHERE what = 'callback';" >"$scratch/psql"
    exits 0 huiyin hq init
    for table in matter step callback; do psql_says "VACUUM ANALYZE huiyin.$table" >"$scratch/psql"; done
}

# Half of the offices each on a server of its own, and a database that looks at both.
company_shared() {
    two_servers
    for share in 0 1; do
        for table in office_head office matter step callback; do
            psql_says "COPY (SELECT * FROM huiyin.$table WHERE satisfies_hash_partition('huiyin.matter'::regclass, 2, $share, office))
                TO STDOUT (FORMAT binary)" | psql_of "$share" "COPY huiyin.$table FROM STDIN (FORMAT binary)" >"$scratch/psql"
        done
        for table in matter step callback; do psql_of "$share" "VACUUM ANALYZE huiyin.$table" >"$scratch/psql"; done
    done
}

# What planning took on a new connection each, the reading of its catalogue among it: the report's own statements.
counts_planning() {
    psql_says "ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'" >"$scratch/psql"
    server_stops
    server_starts
    psql_says "ALTER SYSTEM SET pg_stat_statements.track_planning = on" >"$scratch/psql"
    psql_says 'CREATE EXTENSION pg_stat_statements; SELECT pg_reload_conf()' >"$scratch/psql"
}
planned() {
    psql_says "SELECT format('%s statements over rows, planned in %s ms, the longest in %s', count(*), round(sum(total_plan_time)::numeric, 1), round(max(max_plan_time)::numeric, 1))
        FROM pg_stat_statements WHERE plans > 0 AND query ~ 'FROM (matter|step)'"
}

bare_sums() {
    cat <<SQL
SELECT office, kind, count(*) FROM huiyin.matter WHERE at >= $from AND at < $until GROUP BY 1, 2;
SELECT office, kind, count(*) FROM huiyin.matter WHERE closed_at >= $from AND closed_at < $until GROUP BY 1, 2;
SELECT office, kind, count(*) FROM huiyin.matter WHERE closed_at IS NULL AND at < $until GROUP BY 1, 2;
SELECT s.office, s.method, count(*) FROM huiyin.step s JOIN huiyin.callback c USING (office, id) WHERE s.what = 'callback' AND s.at >= $from AND s.at < $until GROUP BY 1, 2;
SELECT s.office, percentile_cont(0.5) WITHIN GROUP (ORDER BY s.at - m.at) FROM huiyin.step s JOIN huiyin.matter m ON m.office = s.office AND m.id = s.matter WHERE s.what = 'reply' AND s.at >= $from AND s.at < $until GROUP BY 1;
SQL
}

a_company() {
    clock '2026-11-23 09:00:00'
    company_filled
    company_shared
    bare_sums >"$scratch/bare.sql"
    # The same without what costs the server more than it saves here, as the report says it.
    { echo 'SET jit = off; SET random_page_cost = 1.1;'; bare_sums; } >"$scratch/bare-planned.sql"
    for turn in 1 2 3; do
        for sums in bare bare-planned; do
            began=$(now)
            "$pg_bin/psql" -X -q -At -h "$pg" -U postgres -d huiyin -f "$scratch/$sums.sql" >"$scratch/psql"
            eval "$(echo "$sums" | tr - _)=$(($(now) - began))"
        done
        began=$(now)
        exits 0 huiyin hq report weekly --week $week --json
        report=$(($(now) - began)) one=$out
        began=$(now)
        exits 0 huiyin hq report weekly --week $week --json --hq "$HUIYIN_COMPANY"
        two=$(($(now) - began))
        same 'figures of two servers' "$one" "$out"
        echo "turn $turn: five sums in psql $(seconds_of $bare) s, by its own settings; $(seconds_of $bare_planned) s by the report's. The report $(seconds_of $report) s," \
            "$(awk "BEGIN { printf \"%.2f and %.2f\", $report / $bare, $report / $bare_planned }") times; over two servers $(seconds_of $two) s, $(awk "BEGIN { printf \"%.2f\", $two / $report }") times"
    done
    json "(.offices | length) == $offices and .complaints.received > 0"
    psql_says "INSERT INTO huiyin.office_head (office, name, store_id, public_key, registered_at)
        SELECT n, '第' || n || '处', lpad(to_hex(n), 32, '0'), '', 0 FROM generate_series($offices + 1, 1000) n" >"$scratch/psql"
    counts_planning
    exits 0 huiyin hq report weekly --week $week --json
    for turn in 1 2 3; do
        psql_says 'SELECT pg_stat_statements_reset()' >"$scratch/psql"
        exits 0 huiyin hq report weekly --week $week --json
        echo "1,000 offices registered: $(planned)"
    done
    for _ in 1 2 3 4; do huiyin hq report weekly --week $week --json >"$scratch/at-once.$_" & done
    wait
    for _ in 1 2 3 4; do
        [ "$(jq '.missing | length' "$scratch/at-once.$_")" -eq $((1000 - offices)) ] || fail 'four reports at once' "$(cat "$scratch/at-once.$_")"
    done
    echo '1,000 offices registered: four reports at once, with the locks that PostgreSQL has by itself'
}
