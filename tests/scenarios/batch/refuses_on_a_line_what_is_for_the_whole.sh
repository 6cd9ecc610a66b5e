#!/bin/sh
# A line says what to record. How to run it, and where, is the batch's: on a line it would be heard by
# nobody, and a trial would be recorded.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
export HUIYIN_LANG=en
for option in --dry-run --help "--db=$scratch/other.db" "--out=$scratch/out.txt"; do
    printf 'complaint add --channel letter --text 楼道灯不亮 %s\n' "$option" >"$scratch/lines"
    rejects 2 as chen batch "$scratch/lines"
    tells "${option%%=*}"
done
printf 'channel,text,dry-run\nletter,楼道灯不亮,yes\n' >"$scratch/table.csv"
rejects 2 as chen batch --csv 'complaint add' "$scratch/table.csv"
tells --dry-run

# What makes no difference may stand there, as in a line copied from a script.
printf 'complaint add --channel letter --text 楼道灯不亮 --quiet --json --no-input\n' >"$scratch/lines"
exits 0 as chen batch "$scratch/lines"
leaves_no_entry as chen batch "$scratch/lines" --dry-run
