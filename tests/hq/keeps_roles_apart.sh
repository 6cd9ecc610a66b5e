# Three of PostgreSQL's roles: the owner makes the tables, the ingester takes bundles, the reader looks. What was
# erased at an office is in no byte of the server's files after its next bundle; errors tell nobody's data.
. "$(dirname "$0")/lib.sh"

office
keys_made
server_begins
for role in taker looker; do psql_says "CREATE ROLE $role LOGIN" >"$scratch/psql"; done
exits 0 huiyin hq init --ingester taker --reader looker
exits 0 huiyin hq init --ingester taker --reader looker
looker="postgresql:///huiyin?host=$pg&user=looker"
HUIYIN_HQ="postgresql:///huiyin?host=$pg&user=taker"
person=欧阳无双 phone=13987654321
registered 学府苑
clock '2026-11-23 09:00:00'
accepts as chen complaint add --channel phone --from "$person" --phone "$phone" --text "${person}家漏水" --unit 3-502
accepts as chen complaint assign "$no" --to chen
accepts as chen complaint add --channel visit --courtesy seat --text 无人接待 --courtesy-missed "忙着找$person"
clock '2026-11-25 09:00:00'
# Why a breach happened is told by a person, too.
rule=$(huiyin check --all --json | jq -r '[.findings[] | select(.severity == "breach" and (.explained | not) and (.subject | startswith("TS")))][0] | "\(.rule) \(.subject)"')
# shellcheck disable=SC2086
accepts as tao check explain $rule --reason "等$person 回电"
# What is shared is told before the bundle leaves.
exits 0 huiyin bundle --out "$scratch/shown" --key-file "$scratch/office.pem"
case $(printf '%s' "$out" | tr -d ' \n') in *'没有姓名、电话、别人说的话'*) ;; *) fail 'what is shared' "$out" ;; esac
exits 0 huiyin bundle --out "$scratch/shown" --key-file "$scratch/office.pem" --with texts
case $(printf '%s' "$out" | tr -d ' \n') in *'连同姓名、电话和别人说的话'*) ;; *) fail 'what is shared' "$out" ;; esac
hands_in "$scratch/one" --with texts
takes "$scratch/one"
same_as_office 学府苑
# Only when it stops does a server write out what it does not log.
server_stops fast
server_starts
grep -rqaF "$person" "$pg/data/base" || fail 'the person in the tables, as long as the office has them' 'nowhere'
! grep -rqaF -e "$person" -e "$phone" "$pg/data/pg_wal" "$pg/log" || fail 'nobody in the logs' 'somebody'

# The reader sees everything and changes nothing; neither makes tables.
everything=$(everything_at_hq)
for verb in status 'office list' 'verify 学府苑' 'report weekly' 'search 漏水'; do
    # shellcheck disable=SC2086
    exits 0 huiyin hq $verb --hq "$looker"
done
exits 4 huiyin hq check --hq "$looker"
exits 7 huiyin hq ingest "$scratch/one" --hq "$looker"
tells 'huiyin hq init --ingester'
exits 7 huiyin hq office retire 学府苑 --reason 试 --hq "$looker"
exits 7 huiyin hq init
same 'all that headquarters has' "$everything" "$(everything_at_hq)"

# A row that the server says no to is in no message and in no log of it.
psql_says "ALTER TABLE huiyin.said_text ADD CONSTRAINT nobody CHECK (value NOT LIKE '%特殊的话%')" >"$scratch/psql"
accepts as chen complaint add --channel letter --text "${person}说了特殊的话"
hands_in "$scratch/two" --with texts --since-anchor "$(receipt)"
exits 1 huiyin hq ingest "$scratch/two"
case $out$err in *"$person"*|*特殊的话*) fail "nobody's words in an error" "$out$err" ;; esac
! grep -qaF -e "$person" -e 特殊的话 "$pg/log" || fail "nobody's words in the server's log" "$(grep -aF "$person" "$pg/log")"
psql_says 'ALTER TABLE huiyin.said_text DROP CONSTRAINT nobody' >"$scratch/psql"
takes "$scratch/two"

# Erased: with the next bundle there is no byte of it, in tables, their files, the log of changes, the log of errors.
clock '2026-11-26 09:00:00'
accepts huiyin resident erase --phone "$phone" --reason 本人要求
hands_in "$scratch/three" --since-anchor "$(receipt)" --with texts
takes "$scratch/three"
same_as_office 学府苑
exits 0 huiyin hq verify 学府苑
server_stops fast
! grep -rqaF -e "$person" -e "$phone" "$pg" || fail 'no byte of the person in any file of the server' "$(grep -rlaF -e "$person" -e "$phone" "$pg")"
