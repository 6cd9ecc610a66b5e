# docs/headquarters.md as a newcomer follows it, its commands one block after the other, from a bare folder; what
# needs the system's own users and packages is set up by the test.
. "$(dirname "$0")/lib.sh"

book=$(cd "$here/../.." && pwd)/docs/headquarters.md
root=$scratch/root
mkdir -p "$root/media/key" "$root/media/usb" "$root/srv/huiyin" "$root/srv/hq/in"
id= head=

# block N: the N-th block of commands, with folders of the test's own
block() {
    _url=$(printf '%s' "$HUIYIN_HQ" | sed 's/&/\\&/g')
    awk -v wanted="$1" '/^```sh$/ { inside = ++count == wanted; next } /^```/ { inside = 0 } inside' "$book" |
        sed -e "s#/media/#$root/media/#g; s#/srv/#$root/srv/#g" -e "s#编号#$id#; s#校验值#$head#" \
            -e "s#postgresql:///huiyin#'$_url'#" -e 's/^huiyin report/as chen report/' \
            -e '/^apt-get/d; /^useradd/d; /^su postgres/d; /^install -d -o/d'
}
# plays N WORD: every line ends with 0; the block has this word, so that it is the one that is meant
plays() {
    block "$1" >"$scratch/block"
    grep -qF -e "$2" "$scratch/block" || fail "'$2' in block $1 of the handbook" "$(cat "$scratch/block")"
    while IFS= read -r _line; do
        last=$_line
        eval "$_line" >"$scratch/out" 2>"$scratch/err" </dev/null ||
            fail "$_line" "exit $?: $(cat "$scratch/out" "$scratch/err")"
    done <"$scratch/block"
}
psql() { "$pg_bin/psql" -X -q -h "$pg" -U postgres "$@"; }

office
server_begins
clock '2026-11-23 09:00:00'
accepts as chen complaint add --channel letter --text 一
exits 0 huiyin backup "$scratch/backup.db"

plays 1 'hq init'
plays 2 'audit keygen'
id=$(store_id)
grep -q "$id" "$scratch/out" || fail 'the id of the store is printed' "$(cat "$scratch/out")"
plays 3 'hq office add'
[ "$(jq -r .office "$root/media/usb/receipts/$id.json")" = 学府苑 ] || fail 'the receipt names its office' "$(cat "$root/media/usb/receipts/$id.json")"
same_as_office 学府苑

# A week later; the office has its receipt, and headquarters' key.
cp "$root/media/usb/receipts/$id.json" "$root/srv/huiyin/receipt.json"
cp "$root/media/usb/receipts/hq.pem.pub" "$root/srv/huiyin/hq.pem.pub"
clock '2026-11-30 09:00:00'
accepts as chen complaint add --channel letter --text 二
plays 4 'report weekly'
cp "$root/media/usb/week.huiyin" "$root/srv/hq/in"
plays 5 'hq ingest'
shows '.[0] | .state == "current" and .refused == null' huiyin hq status
same_as_office 学府苑
shows '.offices[0].filed' huiyin hq report weekly --week 2026-W48

# The jobs' roles; and without rights again.
for role in ingester reader; do psql_says "CREATE ROLE $role LOGIN" >"$scratch/psql"; done
plays 6 'hq init --ingester ingester --reader reader'
reader="postgresql:///huiyin?host=$pg&user=reader"
exits 0 huiyin hq status --hq "$reader"
exits 0 huiyin hq ingest "$root/srv/hq/in" --hq "postgresql:///huiyin?host=$pg&user=ingester"
plays 7 'DROP ROLE reader'
exits 1 huiyin hq status --hq "$reader"
tells createuser

# What it says of a journal without texts, replayed.
exits 0 huiyin hq replay 学府苑 --out "$scratch/replayed.db" --json
json '.differs == []'
exits 5 huiyin audit verify --db "$scratch/replayed.db"

# Restored from a backup: both branches, and a decision.
clock '2026-12-01 09:00:00'
exits 0 huiyin restore "$scratch/backup.db" --accept-loss 磁盘损坏
accepts as chen complaint add --channel letter --text 三
exits 0 huiyin bundle --out "$root/srv/hq/in/restored.huiyin" --since-anchor "$root/srv/huiyin/receipt.json" --key-file "$root/media/key/seal.pem"
exits 5 huiyin hq ingest "$root/srv/hq/in"
head=$(huiyin audit head --json | jq -r .head)
plays 8 'hq fork accept'
exits 0 huiyin hq ingest "$root/srv/hq/in" --receipts "$root/srv/hq/receipts" --key-file "$root/srv/hq/hq.pem"
shows '.[0].state == "current"' huiyin hq status
same_as_office 学府苑
