# Two servers share the offices: each office lies on one of them, whole; a database that looks at both tells the same
# as one server that has all, by the same commands.
. "$(dirname "$0")/lib.sh"
. "$here/two_servers.sh"

office
keys_made
server_begins
exits 0 huiyin hq init
two_servers
first_db=$HUIYIN_DB

# Four offices, registered with the company: their numbers say on which server each lies.
clock '2026-11-20 09:00:00'
for name in 二处 三处 四处; do
    HUIYIN_DB=$scratch/$name/office.db
    exits 0 huiyin init --office "$name"
    exits 0 huiyin staff add li --name 李四 --role head
    exits 0 huiyin staff add qian --name 钱五 --role clerk --superior li
done
db_of() { case $1 in 学府苑) echo "$first_db" ;; *) echo "$scratch/$1/office.db" ;; esac; }
for name in 学府苑 二处 三处 四处; do
    registered "$name" "$(db_of "$name")"
    HUIYIN_HQ=$HUIYIN_COMPANY registered "$name" "$(db_of "$name")"
done
here_and_there=$(psql_of 0 'SELECT count(*) FROM huiyin.office_head'),$(psql_of 1 'SELECT count(*) FROM huiyin.office_head')
case $here_and_there in 0,* | *,0) fail 'offices on both servers' "$here_and_there" ;; esac

# A week of theirs: complaints answered once and once more, called back, closed; repairs; one that is void.
clock '2026-11-23 09:00:00'
HUIYIN_DB=$first_db
accepts as chen complaint add --channel phone --phone 13800008000 --unit 3-502 --text 电梯停了
ts=$no
accepts as chen complaint assign "$ts" --to chen
clock '2026-11-23 11:00:00'
accepts as chen complaint settle "$ts" --findings 查过 --opinion 修 --reply 已修 --method phone
clock '2026-11-23 14:00:00'
accepts as chen callback log "$ts" --method phone --satisfied no --raised 又停了 --settled 当场说明
clock '2026-11-23 15:00:00'
accepts as chen complaint settle "$ts" --findings 又查 --opinion 换件 --reply 换好了 --method phone
clock '2026-11-23 16:00:00'
accepts as chen callback log "$ts" --method visit --satisfied yes --signed-by 业主
accepts as chen complaint close "$ts" --outcome 已修
accepts as chen repair add --channel phone --category plumbing --unit 3-502 --phone 13800008000 --text 水管
accepts as chen complaint add --channel letter --text 写错
accepts as ma void "$no" --reason 登记错误
count=1
for name in 二处 三处 四处; do
    HUIYIN_DB=$(db_of "$name")
    for text in $(seq "$count"); do accepts huiyin complaint add --channel letter --text "$text" --as qian; done
    count=$((count + 1))
done
clock '2026-11-30 09:00:00'
# One of them files its week.
exits 0 huiyin report weekly --week 2026-W48 --as li
mkdir "$scratch/in"
for name in 学府苑 二处 三处 四处; do
    HUIYIN_DB=$(db_of "$name")
    hands_in "$scratch/in/$name" --with texts
done
exits 0 huiyin hq ingest "$scratch/in"

# The whole folder goes to each of the servers: every bundle is taken by the one that has its office.
taken=0
for url in "$HUIYIN_FIRST" "$HUIYIN_SECOND"; do
    exits 3 huiyin hq ingest "$scratch/in" --hq "$url" --json
    json 'all(.result == "taken" or .result == "unregistered")'
    taken=$((taken + $(printf '%s' "$out" | jq 'map(select(.result == "taken")) | length')))
done
same 'bundles taken by one of the servers' 4 "$taken"

# same_over_both EXIT CMD…: what the company's database tells is what one server with all of it tells
same_over_both() {
    wanted=$1
    shift
    exits "$wanted" "$@"
    one=$out
    exits "$wanted" "$@" --hq "$HUIYIN_COMPANY"
    same "$* over both servers" "$one" "$out"
}
same_over_both 0 huiyin hq report weekly --week 2026-W48 --json
json '(.offices | map(.office)) == ["学府苑", "二处", "三处", "四处"] and .complaints.received == 7 and .complaints.closed == 1
    and .callbacks.satisfied.num == 1 and .callbacks.satisfied.den == 2 and .complaints.reply_seconds.replies == 1 and (.offices | map(.filed)) == [false, false, false, true]'
clock '2026-12-01 09:00:00'
same_over_both 0 huiyin hq report monthly --json
same_over_both 0 huiyin hq status --json
json 'length == 4 and all(.state == "current")'
exits 4 huiyin hq check --json
same_over_both 4 huiyin hq check --json
same_over_both 0 huiyin hq search 电梯 --json
json '.found | length == 1'
for name in 学府苑 四处; do
    same_over_both 0 huiyin hq verify "$name" --json
    exits 0 huiyin hq replay "$name" --out "$scratch/$name.replayed" --hq "$HUIYIN_COMPANY" --json
    json '.differs == []'
done

# Each server is asked for what a join comes to, not for its tables.
plan=$("$pg_bin/psql" -X -At -h "$pg" -U postgres -d company -c "EXPLAIN (VERBOSE) SELECT s.office, m.kind FROM huiyin.step s
    JOIN huiyin.matter m ON m.office = s.office AND m.id = s.matter WHERE s.what = 'reply' AND s.at >= 1 AND s.at < 2")
case $plan in *'Remote SQL'*'INNER JOIN'*'Remote SQL'*'INNER JOIN'*) ;; *) fail 'a join asked of each server' "$plan" ;; esac
