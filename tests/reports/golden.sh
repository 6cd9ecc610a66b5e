#!/bin/sh
# Every report and every form, in every format and both languages, is what it was: sh tests/reports/golden.sh
#
# With --write what comes now is what is expected from then on: look at the difference before you commit it.
. "$(dirname "$0")/office.sh"
filed_weeks

golden=$(dirname "$0")/golden
write=no
[ "${1:-}" != --write ] || write=yes
[ "$write" = no ] || { rm -rf "$golden" && mkdir -p "$golden"; }
command -v unzip >/dev/null || skip 'needs unzip, to look into sheets'

# What differs from one store to the next: the journal's hash. A sheet is compared by what is in it.
content() {
    case $1 in
        *.xlsx) unzip -p "$1" 'xl/workbook.xml' 'xl/sharedStrings.xml' 'xl/worksheets/*.xml' 'docProps/core.xml' ;;
        *) cat "$1" ;;
    esac | sed -zE 's/[0-9a-f]{64}/HASH/g; s/[0-9a-f]{20,63}\n +[0-9a-f]{1,44}\n/HASH\n/g'
}

# is_as_expected NAME COMMAND…
is_as_expected() {
    name=$1
    shift
    for language in zh-CN en; do
        for format in text md html json csv xlsx; do
            file=$scratch/$name.$language.$format
            again=$scratch/again.$format
            exits 0 as ma "$@" --lang $language --format $format --out "$file" --quiet
            exits 0 as ma "$@" --lang $language --format $format --out "$again" --quiet
            cmp -s "$file" "$again" || fail "$name in $format: the same bytes twice" 'others'
            content "$file" >"$scratch/shown"
            if [ "$write" = yes ]; then
                cp "$scratch/shown" "$golden/$name.$language.$format"
            else
                diff -u "$golden/$name.$language.$format" "$scratch/shown" >"$scratch/diff" ||
                    fail "$name.$language.$format as it was" "$(head -n 40 "$scratch/diff")"
            fi
        done
    done
}

is_as_expected daily report daily --day 2026-11-17
is_as_expected weekly report weekly --week 2026-W47
is_as_expected monthly report monthly --month 2026-11
is_as_expected period report period --from 2026-11-05 --to '2026-11-12 12:00'
day='--from 2026-11-16 --to 2026-11-16'
for register in complaint-register repair-register callback-record duty-log; do
    # Unquoted: two options and their values.
    # shellcheck disable=SC2086
    is_as_expected $register form $register $day
done
is_as_expected dispatch-order form dispatch-order pg-3
is_as_expected event-report form event-report zd-1
is_as_expected receipt-of-complaint form receipt ts-3
is_as_expected receipt-of-repair form receipt bx-2
is_as_expected reply form reply ts-3
is_as_expected duty-roster form duty-roster --month 2026-11
for kind in complaint-register repair-register callback-record duty-log dispatch-order event-report receipt; do
    is_as_expected "blank-$kind" form blank "$kind" --count 2
done
