#!/bin/sh
# How long a search takes, and what its index adds to one entry: sh tests/bench/search.sh [MATTERS]
#
# Fills a store with so many complaints (100,000 unless said), then takes the median of whole
# processes. Seconds tell nothing on a shared machine: each figure is beside that of a yardstick
# measured at the same time, the sqlite3 shell's LIKE and a complaint without the index.
set -eu

: "${HUIYIN:?name the binary under test in HUIYIN}"
matters=${1:-100000}
rounds=15
folder=$(mktemp -d "${TMPDIR:-/tmp}/huiyin-bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT
export HUIYIN_DB="$folder/office.db" LC_ALL=C

# median CMD…: milliseconds of the middle one of several runs
median() {
    for _round in $(seq "$rounds"); do
        _start=$(date +%s%N)
        "$@" >"$folder/out"
        echo $((($(date +%s%N) - _start) / 1000))
    done | sort -n | awk '{ all[NR] = $1 } END { printf "%.1f\n", all[int((NR + 1) / 2)] / 1000 }'
}

share() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

"$HUIYIN" init --office 试验 --quiet >/dev/null
"$HUIYIN" staff add tao --name 陶 --role head >/dev/null
"$HUIYIN" staff add chen --name 陈 --role clerk --superior tao >/dev/null
"$HUIYIN" policy set identity.shared_logins "$(id -un)" >/dev/null

awk -v matters="$matters" 'BEGIN {
    split("水龙头 楼道灯 电梯 供暖 下水道 门禁 噪声 停车 绿化 保洁 网络 快递柜", what, " ")
    split("坏了 漏水 不亮 太慢 没人管 时好时坏 有异味 被堵住 需要修理 影响休息", how, " ")
    split("昨天 今早 上周 夜里 周末 中午", when, " ")
    print "channel,unit,phone,text"
    seed = 20261123
    for (n = 1; n <= matters; ++n) {
        seed = (seed * 1103515245 + 12345) % 2147483648
        printf "phone,%d-%d,138%08d,%s%s的%s%s、已经第%d次了、请尽快处理\n", n % 40 + 1, n % 900 + 100,
            n, when[seed % 6 + 1], n % 31 "号楼", what[int(seed / 7) % 12 + 1],
            how[int(seed / 97) % 10 + 1], n % 9 + 1
    }
}' >"$folder/complaints.csv"
"$HUIYIN" --as chen batch --csv 'complaint add' "$folder/complaints.csv" --quiet >/dev/null
echo "matters:                 $(sqlite3 "$HUIYIN_DB" 'SELECT count(*) FROM matter')"
echo "store, MiB:              $(($(stat -c %s "$HUIYIN_DB") / 1048576))"
echo "of it the index, MiB:    $(sqlite3 "$HUIYIN_DB" "SELECT sum(length(block)) / 1048576 FROM search_index_data")"

version=$(median "$HUIYIN" version)
echo "version, ms:             $version"
for words in 电 电梯 水龙头 下水道被堵住 飞机; do
    found=$(median "$HUIYIN" --as chen search "$words" --json)
    count=$(jq length "$folder/out")
    like=$(median sqlite3 "$HUIYIN_DB" "SELECT id FROM content WHERE value LIKE '%$words%'")
    echo "search $words: $count found, $found ms; LIKE in the shell $like ms; $(share "$found" "$like") of it"
done

add() { "$HUIYIN" --as chen complaint add --quiet --channel phone --phone 13800008000 --text 夜里七号楼的电梯有异味、请尽快处理; }
with=$(median add)
# The same without its index: what it adds is the difference.
sqlite3 "$HUIYIN_DB" 'UPDATE search_index_docsize SET id = 9223372036854775000 WHERE id = (SELECT max(id) FROM search_index_docsize)'
without=$(median add)
echo "complaint add, ms:       $with with the index, $without without; $(share "$with" "$without") of it"
