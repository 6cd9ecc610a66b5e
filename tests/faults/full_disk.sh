#!/bin/sh
# No room: every command on a disk that is full at another point each time, and under a limit on the
# size of files. Reports and seals written by --out are whole-old or whole-new.
. "$(dirname "$0")/lib.sh"
fixture

# ---------------------------------------------------------------- a small disk, in a namespace of its own

if [ -z "${FAULTS_INSIDE:-}" ] && unshare --mount true 2>"$scratch/why"; then
    FAULTS_INSIDE=yes exec unshare --mount --propagation private sh "$0"
fi

disk_fills_up() {
    for room in $rooms; do
        fresh
        tried=$((tried + 1))
        echo old >"$files/made/week.txt" || broken "room for the old report" "$(df "$small"; ls -lR "$small")"
        # What is left over for the command to use.
        free=$(df --output=avail -k "$small" | tail -n 1)
        head -c $(((free - room) * 1024)) /dev/zero >"$small/filling" 2>"$scratch/why"
        run "$HUIYIN" "$@"
        rm "$small/filling"
        [ "$code" -ne 0 ] && hit=$((hit + 1))
        full=no
        answered_truly
        whole_old_or_new
        [ "$code" -ne 0 ] && survived=$((survived + 1))
    done
}

# A report begins with its title; what was there before is one word.
whole_old_or_new() {
    [ "$code" -eq 0 ] || [ "$(cat "$files/made/week.txt")" = old ] ||
        tail -n 1 "$files/made/week.txt" | grep -q . || broken 'a whole report, or the old one' "$(ls -l "$files/made")"
}

if [ -n "${FAULTS_INSIDE:-}" ]; then
    small=$scratch/small
    mkdir "$small"
    mount -t tmpfs -o size=4m tmpfs "$small"
    trap 'umount -l "$small"; rm -rf "$scratch"' EXIT
    export HUIYIN_DB=$small/office.db
    mv "$files" "$small/files"
    files=$small/files
    rooms=$(short_or_long '0 32' '0 4 8 12 16 20 24 28 32 40 48 64 96 128')
    offset=1
    some_rows 4 'write again' disk_fills_up
    row 'disk full'
    export HUIYIN_DB=$scratch/office.db
    cp -r "$small/files" "$scratch/files"
    files=$scratch/files
else
    echo "no mount namespaces here ($(cat "$scratch/why")): NOTHING of the full disk was tried"
fi

# ---------------------------------------------------------------- RLIMIT_FSIZE

file_may_not_grow() {
    for blocks in $limits; do
        fresh
        tried=$((tried + 1))
        # In blocks of 512 bytes; the signal is ignored, so that the call fails instead.
        run sh -c 'trap "" XFSZ; ulimit -f "$0"; exec "$@"' "$blocks" "$HUIYIN" "$@"
        [ "$code" -ne 0 ] && hit=$((hit + 1))
        answered_truly
        [ "$code" -ne 0 ] && survived=$((survived + 1))
    done
}

size=$(($(stat -c %s "$scratch/as_it_was") / 512))
offset=2
limits=$(short_or_long "8 $size" "0 2 8 16 32 64 128 $((size - 8)) $size $((size + 8)) $((size + 16))")
some_rows 4 'write again' file_may_not_grow
row 'files may not grow (RLIMIT_FSIZE)'
