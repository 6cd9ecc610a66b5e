#!/bin/sh
# Sixteen clerks recording, four colleagues reading, a report filed and the audit run, all at once:
# nobody is told that the store is busy, and no number is missing or there twice.
. "$(dirname "$0")/lib.sh"
fixture

now_ms() { date +%s%3N; }

from=$(now_ms)
for _turn in 1 2 3 4 5; do "$HUIYIN" complaint add --as chen --channel letter --text 独自 --quiet >"$scratch/alone"; done
alone=$((($(now_ms) - from) / 5))

# Nobody writes while somebody holds the lock.
flock --exclusive "$HUIYIN_DB.lock" sleep 2 &
sleep 0.5
from=$(now_ms)
exits 0 as chen complaint add --channel letter --text 等锁
[ $(($(now_ms) - from)) -ge 1000 ] || fail 'a writer that waits for the lock' 'one that did not'
wait

# The timeout is 10 s: where sixteen in a row would need a sixth of it without anybody else, fewer come.
writers=16 readers=4
[ $((alone * writers)) -lt 1600 ] || {
    writers=$((1600 / alone + 2)) readers=1
    echo "this machine takes $alone ms for one command: only $writers writers and $readers reader"
}
each=$((${FAULTS_COMMITS:-$(short_or_long 160 50000)} / writers))
start=$(entries_in "$HUIYIN_DB")
mkdir "$scratch/crowd"

# One line a command: its exit and how long it took.
timed() {
    _file=$1
    shift
    _from=$(now_ms)
    "$HUIYIN" "$@" >"$_file.out" 2>"$_file.err"
    _status=$?
    echo "$_status $(($(now_ms) - _from))" >>"$_file"
    [ "$_status" -eq 0 ] || cat "$_file.err" >>"$scratch/crowd/failures"
}

writer() {
    for _turn in $(seq "$each"); do
        timed "$scratch/crowd/writer-$1" complaint add --as chen --channel letter --text "$1 号窗口"
        cat "$scratch/crowd/writer-$1.out" >>"$scratch/crowd/numbers-$1"
    done
}
until_done() {
    while [ ! -e "$scratch/crowd/done" ]; do
        timed "$scratch/crowd/$@"
        sleep 0.2
    done
}

for who in $(seq "$writers"); do
    writer "$who" &
    eval "writer_$who=\$!"
done
for who in $(seq "$readers"); do
    until_done "reader-$who" complaint list --open --limit 20 &
done
until_done reporter report weekly --as ma --quiet &
until_done auditor audit verify --quiet &
for who in $(seq "$writers"); do eval "wait \$writer_$who"; done
: >"$scratch/crowd/done"
wait

for who in $(seq "$writers"); do cat "$scratch/crowd/writer-$who"; done >"$scratch/writers"
cat "$scratch/writers" "$scratch"/crowd/reader-? "$scratch/crowd/reporter" "$scratch/crowd/auditor" >"$scratch/all"
tried=$(wc -l <"$scratch/all")
hit=$(wc -l <"$scratch/writers")
survived=$(grep -c '^0 ' "$scratch/writers")
[ "$(grep -vc '^0 ' "$scratch/all")" -eq 0 ] || fail 'exit 0 of everyone' "$(sort "$scratch/crowd/failures" | uniq -c)"
filed=$(sqlite3 -readonly "$HUIYIN_DB" 'SELECT count(*) FROM weekly_report')
same 'the entries' $((start + writers * each + filed)) "$(entries_in "$HUIYIN_DB")"
same 'different numbers' $((writers * each)) "$(cat "$scratch"/crowd/numbers-* | sort -u | wc -l)"
holds

# How long anyone waited. Where a command alone takes what it takes elsewhere, nobody waits over 2 s; on
# a machine many times slower only the timeout itself is a bound.
longest=$(awk '{ print $2 }' "$scratch/writers" | sort -n | tail -n 1)
if [ "$alone" -le 50 ]; then bound=2000; else bound=10000; fi
row "$writers writers, $readers readers, report, audit"
printf '%-42s longest wait %d ms; a command alone takes %d ms here\n' '' "$longest" "$alone"
[ "$longest" -le "$bound" ] || fail "no wait over $bound ms" "$longest ms"
