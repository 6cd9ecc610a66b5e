#!/bin/sh
# What a play comes to under a clock and a chance that stand still: sh tests/releases/bytes.sh
#
# Prints a digest of every byte of the journal, of the schema, and of what commands answer. Run on two releases, on
# machines of one name, it prints the same; the lines that differ say what a release could be told by.
# HUIYIN names the program. Needs a C compiler, for a chance that is none.
set -eu
: "${HUIYIN:?name the program in HUIYIN}"
scratch=$(mktemp -d "${TMPDIR:-/tmp}/huiyin-bytes.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
cat >"$scratch/chance.c" <<'END'
#include <stdlib.h>
#include <sys/random.h>
ssize_t getrandom(void* bytes, size_t count, unsigned flags) {
    static unsigned drawn;
    unsigned next = (unsigned)atoi(getenv("CHANCE"));
    for (size_t i = 0; i < count; ++i)
        ((unsigned char*)bytes)[i] = (unsigned char)((next = next * 1103515245u + 12345u + drawn++) >> 16);
    (void)flags;
    return (ssize_t)count;
}
END
cc -shared -fPIC -o "$scratch/chance.so" "$scratch/chance.c"
faketime=$(find /usr/lib -name libfaketime.so.1 | head -n 1)
export HUIYIN_DB="$scratch/office.db" LC_ALL=C
now=1795395600 turn=0

huiyin() {
    turn=$((turn + 1))
    LD_PRELOAD="$scratch/chance.so $faketime" CHANCE=$turn FAKETIME_FMT=%s FAKETIME=$now "$HUIYIN" "$@" </dev/null
}
plays() { huiyin "$@" --quiet >"$scratch/out" 2>"$scratch/err" || { cat "$scratch/err"; exit 1; }; }
answers() {
    huiyin "$@" >"$scratch/out" 2>&1 || :
    echo "$(sha256sum <"$scratch/out" | cut -c 1-16)  huiyin $*"
}

plays init --office 学府苑住宅服务部 --language zh-CN --timezone Asia/Shanghai
plays staff add tao --name 陶建国 --role head
plays staff add ma --name 马丽 --role manager --superior tao
plays staff add chen --name 陈静 --role clerk --superior ma
plays staff add wu --name 吴刚 --role technician --superior ma
plays policy set complaint.reply_within 20h --reason 试行
plays --as wu duty start
for day in 1 2 3; do
    now=$((now + 86400))
    plays --as chen complaint add --channel phone --phone "1380000800$day" --unit "3-50$day" --text "宽Ｗide é 👋🏽 𠮷野家 $day"
    plays --as chen complaint assign "ts-$day" --to chen
    plays --as chen complaint settle "ts-$day" --findings 属实 --opinion 当日处理 --reply 已处理 --method phone
    plays --as chen callback log "ts-$day" --method visit --satisfied yes --signed-by 张伟
    plays --as chen complaint close "ts-$day" --outcome 已恢复
    plays --as chen repair add --channel phone --category plumbing --unit "2-10$day" --text 水龙头漏水
    plays --as chen order dispatch "bx-$day" --to wu
    plays --as wu order arrive "pg-$day"
    plays --as chen amend "ts-$day" --unit "3-60$day" --reason 听错
done
now=$((now + 5 * 86400))
plays --as ma report weekly --week 2026-W48
plays --as ma redact ts-1 --field text --text 已删 --reason 写错
plays resident erase --phone 13800008002 --reason 本人要求

plays audit verify
echo "$(sqlite3 -readonly "$HUIYIN_DB" 'SELECT hex(head), hex(changeset), hex(hash) FROM journal' | sha256sum | cut -c 1-16)  journal"
echo "$(sqlite3 -readonly "$HUIYIN_DB" 'SELECT sql FROM sqlite_schema' | sha256sum | cut -c 1-16)  schema"
for read in status 'check --all' 'complaint list' 'why ts-2' 'search 𠮷 --as ma' 'complaint show ts-2 --json' help \
    'complaint add --help' 'complaint add --chanel x' 'complaint add --channel' 'complaint add --channel fax --peple 3' \
    'order' 'report period --from 2026-11-20 --to 2026-12-02' 'complaint list --limit 0x10'; do
    # Unquoted: words.
    # shellcheck disable=SC2086
    answers $read
done
