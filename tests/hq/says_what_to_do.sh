# What a newcomer at headquarters does wrong, or has to change, is said with what to type, and that is accepted.
. "$(dirname "$0")/lib.sh"

office
keys_made
server_begins

# A role without rights is told so, not to set up what is there.
psql_says 'CREATE ROLE reader LOGIN' >"$scratch/psql"
as_reader="postgresql:///huiyin?host=$pg&user=reader"
exits 7 huiyin hq init --hq "$as_reader"
tells 'huiyin hq init --ingester'
exits 0 huiyin hq init
exits 7 huiyin hq status --hq "$as_reader"
tells 'huiyin hq init --ingester'
psql_says 'GRANT USAGE ON SCHEMA huiyin TO reader' >"$scratch/psql"
exits 7 huiyin hq status --hq "$as_reader"
exits 3 huiyin hq init --reader nobody-of-that-name
tells 'createuser nobody-of-that-name'
exits 0 huiyin hq init --reader reader
exits 0 huiyin hq status --hq "$as_reader"

# The staff of an office are nobody at headquarters; a private key is no public one.
for verb in status 'office list' 'ingest none'; do
    # shellcheck disable=SC2086
    exits 2 huiyin hq $verb --as chen
    tells PostgreSQL
done
exits 2 huiyin hq office add 学府苑 --public-key "$scratch/office.pem" --store "$(store_id)"
tells '封签.pem.pub'
shows 'length == 0' huiyin hq office list

clock '2026-11-23 09:00:00'
registered 学府苑
accepts as chen complaint add --channel letter --text 一
hands_in "$scratch/one"
# Where receipts cannot lie is found out first.
: >"$scratch/file"
exits 1 huiyin hq ingest "$scratch/one" --receipts "$scratch/file/in"
tells 什么也没有收
shows '.[0].entries == 0' huiyin hq status

# A stick with more on it than bundles: those are taken, the rest is passed over with a word. One that is broken
# is refused, whatever it is called; what was called a bundle and is none, too.
mkdir "$scratch/stick"
cp "$scratch/one" "$scratch/office.pem" "$scratch/office.pem.pub" "$scratch/stick"
echo '{"entries": 0}' >"$scratch/stick/回执.json"
gzip -c "$scratch/office.pem.pub" >"$scratch/stick/key.gz"
takes "$scratch/stick"
json 'length == 1 and .[0].result == "taken"'
exits 0 huiyin hq ingest "$scratch/stick"
tells '回执.json 不是上报包,略过'
tells 'office.pem 是私钥'
head -c 15 "$scratch/one" >"$scratch/stick/cut"
: >"$scratch/stick/empty.huiyin"
exits 5 huiyin hq ingest "$scratch/stick" --json
json 'length == 3 and ([.[] | select(.result == "refused" and (.problems[0].remedy | length > 0))] | length) == 2'
exits 5 huiyin hq ingest "$scratch/office.pem.pub"

# Another key: bundles of the old one are taken no more, but for what is on file; nobody else's key by mistake.
cp "$scratch/office.pem" "$scratch/old.pem"
exits 0 huiyin audit keygen "$scratch/new.pem"
clock '2026-11-24 09:00:00'
exits 0 huiyin bundle --out "$scratch/new-key" --key-file "$scratch/new.pem"
exits 5 huiyin hq ingest "$scratch/new-key"
tells 'huiyin hq office change 学府苑 --public-key'
exits 4 huiyin hq office add 学府苑 --public-key "$scratch/new.pem.pub" --store "$(store_id)"
tells 'huiyin hq office change 学府苑 --public-key'
exits 2 huiyin hq office change 学府苑 --public-key "$scratch/new.pem.pub"
exits 0 huiyin hq office change 学府苑 --public-key "$scratch/new.pem.pub" --reason 旧钥匙丢失
takes "$scratch/one"
json '.[0].result == "already"'
hands_in "$scratch/old-key"
exits 5 huiyin hq ingest "$scratch/old-key"
takes "$scratch/new-key"
json '.[0].result == "taken"'
cp "$scratch/new.pem" "$scratch/office.pem"
cp "$scratch/new.pem.pub" "$scratch/office.pem.pub"

# Another name; a name that a retired office has; a retired one that comes back.
exits 4 huiyin hq office add 学府苑一期 --public-key "$scratch/new.pem.pub" --store "$(store_id)"
tells 'huiyin hq office change 学府苑 --new-name 学府苑一期'
exits 0 huiyin hq office change 学府苑 --new-name 学府苑一期 --reason 分期
exits 3 huiyin hq office show 学府苑
same_as_office 学府苑一期
exits 0 huiyin hq office retire 学府苑一期 --reason 撤销
exits 3 huiyin hq ingest "$scratch/one" --json
json '.[0] | .result == "retired" and (.problems[0].remedy | contains("huiyin hq office add 学府苑一期"))'
exits 4 huiyin hq office add 学府苑一期 --public-key "$scratch/new.pem.pub" --store 00112233445566778899aabbccddeeff
tells 'huiyin hq office change 学府苑一期 --new-name'
exits 0 huiyin hq office change 学府苑一期 --new-name 旧学府苑 --reason 让名
exits 0 huiyin hq office add 学府苑一期 --public-key "$scratch/new.pem.pub" --store 00112233445566778899aabbccddeeff
registered 旧学府苑
takes "$scratch/one"
json '.[0].result == "already"'
shows '.[0] | .office == "旧学府苑" and .state == "active" and
    (.changes | map(.what)) == ["registered", "key", "renamed", "retired", "renamed", "restored"] and
    .changes[1].reason == "旧钥匙丢失" and .changes[1].old != .changes[1].new and .changes[4].old == "学府苑一期" and
    all(.changes[]; .by == "'"$admin"'")' huiyin hq office list
exits 0 huiyin hq office show 旧学府苑
case $out in *旧钥匙丢失*重新启用*) ;; *) fail 'every change of the register' "$out" ;; esac
