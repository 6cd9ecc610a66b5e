# What a newcomer types wrong is told in one language, with a line that works as it is typed.
. "$(dirname "$0")/lib.sh"

one_office_registered
clock '2026-11-23 09:00:00'
accepts as chen complaint add --channel letter --text 一

# told CODE WORDS CMD…: in Chinese without an English sentence, in English without a Chinese letter
told() {
    _code=$1 _words=$2
    shift 2
    exits "$_code" "$@" --lang zh-CN
    tells "$_words"
    exits "$_code" "$@" --lang en
    case $(printf '%s' "$err" | LC_ALL=C tr -d '\000-\177' | head -c 1) in
        '') ;;
        *) fail 'no Chinese in English words' "$err" ;;
    esac
}

# At the office: a receipt that is not there, or is none; the key's other half; keys that are there already.
told 1 '不写 --since-anchor' huiyin bundle --out "$scratch/b" --key-file "$scratch/office.pem" --since-anchor "$scratch/none.json"
echo '{"figures": 1}' >"$scratch/no-receipt.json"
told 1 回执 huiyin bundle --out "$scratch/b" --key-file "$scratch/office.pem" --since-anchor "$scratch/no-receipt.json"
told 1 '.pub' huiyin bundle --out "$scratch/b" --key-file "$scratch/office.pem.pub"
told 1 '不覆盖' huiyin audit keygen "$scratch/office.pem"
told 1 'audit keygen' huiyin audit verify --public-key "$scratch/no-receipt.json"
told 1 "mkdir -p $scratch/missing" huiyin bundle --out "$scratch/missing/b" --key-file "$scratch/office.pem"
exits 0 huiyin bundle --out "$scratch/b" --key-file "$scratch/office.pem"
prints 日志
never_prints journal
exits 0 huiyin bundle --out "$scratch/b" --key-file "$scratch/office.pem" --lang en
prints journal

# At headquarters: a file that is not there is named once.
told 1 '没有这个文件' huiyin hq ingest "$scratch/nowhere"
case $err in *nowhere*nowhere*) fail 'its name once' "$err" ;; esac
exits 0 huiyin hq ingest "$scratch/b"

# Whom PostgreSQL does not let in.
told 1 'createuser' huiyin hq status --hq "postgresql:///huiyin?host=$pg&user=nobody-of-that-name"
told 1 'createdb' huiyin hq status --hq "postgresql:///nothing?host=$pg&user=postgres"
sed -i '1i local all stranger peer' "$pg/data/pg_hba.conf"
psql_says 'CREATE ROLE stranger LOGIN' >"$scratch/psql"
psql_says 'SELECT pg_reload_conf()' >"$scratch/psql"
told 1 'pg_hba.conf' huiyin hq status --hq "postgresql:///huiyin?host=$pg&user=stranger"

# What does not hold at headquarters is headquarters' own to mend.
psql_says "UPDATE huiyin.matter SET unit = '9-901' WHERE office = 1" >"$scratch/psql"
told 5 'huiyin hq ingest' huiyin hq verify 学府苑

server_stops
told 1 'systemctl start postgresql' huiyin hq status
server_starts

# Help: what headquarters has no use for is not in it; in Chinese all of a line is.
exits 0 huiyin hq ingest --help --lang zh-CN
never_prints '--db'
never_prints '--as'
prints '--回执目录 文件夹'
exits 0 huiyin help hq --lang zh-CN
never_prints amend
never_prints retire
never_prints ' add '
prints '总部 办公室 登记 学府苑 --公钥'
exits 0 huiyin help hq --lang en
# After a mistake there is the register; no record that could be amended or voided.
prints 'after a mistake'
never_prints ' amend '
never_prints ' void '
# A value is a value, whatever noun it is the name of: English words are answered in English words.
exits 3 huiyin hq office show 投诉
case $err in *'huiyin 总部'*) fail 'the command as it was typed' "$err" ;; esac
tells 'huiyin hq'
