#!/bin/sh
# Every fault there is, one row after the other, with counts: tried, really hit, survived.
#
#     HUIYIN=build-release/src/huiyin sh tests/faults/run.sh [--long] [ROW…]
#
# A row is a file beside this one. The short run is part of `sh tests/run.sh`; what the long one printed
# last stands in docs/reliability.md.
set -u
here=$(cd "$(dirname "$0")" && pwd)
all='killed_at_random killed_at_a_write failing_calls struck_recovery full_disk power_cut memory upgrade crowd surroundings clock mutated_stores'

FAULTS=short
rows=
for argument in "$@"; do
    case $argument in
        --long) FAULTS=long ;;
        -*)
            echo "usage: sh tests/faults/run.sh [--long] [$(echo "$all" | tr ' ' '|')]…" >&2
            exit 2
            ;;
        *) rows="$rows $argument" ;;
    esac
done
export FAULTS

# Death by a kill leaves the page cache alone, so memory is as good a disk as any, and quicker.
[ -n "${TMPDIR:-}" ] || [ ! -w /dev/shm ] || export TMPDIR=/dev/shm

failed=0
skipped=0
count=0
began=$(date +%s)
for row in ${rows:-$all}; do
    count=$((count + 1))
    status=0
    sh "$here/$row.sh" || status=$?
    case $status in
        0) ;;
        77)
            echo "!! $row was skipped"
            skipped=$((skipped + 1))
            ;;
        *)
            echo "!! $row FAILED"
            failed=1
            ;;
    esac
done
printf 'faults, %s run: %d s\n' "$FAULTS" $(($(date +%s) - began))
[ "$skipped" -lt "$count" ] || exit 77
exit "$failed"
