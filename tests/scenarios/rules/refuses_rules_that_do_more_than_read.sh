#!/bin/sh
# The query of an office's own rule is one SELECT that reads what rules may read, reckons, and ends.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/lib.sh"
office
clock '2026-11-23 09:00:00'
columns="SELECT m.no AS subject, m.at AS since, 'x' AS day FROM scope_complaint m"

for act in "INSERT INTO area (id, name, added_at) VALUES (1, 'x', 0)" 'DELETE FROM step' \
    "UPDATE matter SET no = 'x'" 'DROP TABLE step' 'CREATE TABLE t (x)' 'PRAGMA foreign_keys = OFF' \
    "ATTACH '$scratch/other.db' AS other" 'VACUUM' 'BEGIN'; do
    a_query_of "$act -- scope_complaint"
    not_taken 'one SELECT that only reads'
    a_query_of "$columns; $act;"
    not_taken 'one statement'
done
a_query_of "WITH x AS ($columns) INSERT INTO area SELECT 1, 'x', 0"
not_taken 'one SELECT that only reads'
[ ! -e "$scratch/other.db" ] || fail 'no other file' 'one was made'

for call in "load_extension('x')" "randomblob(9)" "random()" "sqlite_version()" "changes()" "date('now')" \
    'CURRENT_TIMESTAMP'; do
    a_query_of "$columns WHERE $call IS NOT NULL"
    not_taken 'a rule may not call'
done
for table in journal request_key file seal sqlite_master said office own_rules; do
    a_query_of "$columns JOIN $table t"
    if [ "$table" = own_rules ]; then
        not_taken 'no such table: own_rules'
        continue
    fi
    not_taken "a rule may not read '$table'"
    a_query_of "WITH steps AS (SELECT count(*) AS n FROM $table) $columns, steps"
    not_taken "a rule may not read '$table'"
done
# A name for what it reads is no way round.
a_query_of "WITH scope_matter AS (SELECT head FROM journal) $columns WHERE EXISTS (SELECT head FROM scope_matter)"
not_taken "a rule may not read 'journal'"

# Virtual tables: SQLite asks about them in one way or another, by its version.
for table in pragma_table_list json_each search_index; do
    a_query_of "$columns JOIN $table t"
    not_taken "a rule may not read '$table'"
done

# It has to end.
a_query_of "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) $columns WHERE (SELECT count(*) FROM t) > 0"
not_taken 'took too long'
a_query_of "$columns WHERE length(replace(printf('%1100d', 1), ' ', printf('%1100d', 1))) > 0"
not_taken 'too big'

# Nor do its examples reach out.
for act in "ATTACH '$scratch/other.db' AS other;" 'PRAGMA foreign_keys = ON;' 'DROP TABLE step;'; do
    a_rule_with 'INSERT INTO given_complaint' "$act"
    not_taken 'not authorized'
done
[ ! -e "$scratch/other.db" ] || fail 'no other file' 'one was made'
