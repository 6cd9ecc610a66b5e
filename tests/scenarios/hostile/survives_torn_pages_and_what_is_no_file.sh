#!/bin/sh
# Torn pages, and a pipe, a folder, a device or a link where the store should be: exits of the contract.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
cp "$HUIYIN_DB" "$scratch/good"

# ends CODES CMD…: one of these exits, within a minute, and the file is as it was
ends() {
    codes=" $1 "
    shift
    _sum=$(cksum <"$HUIYIN_DB")
    run timeout 60 env ${epoch:+LD_PRELOAD="$faketime_library" FAKETIME_FMT=%s FAKETIME="$epoch"} \
        FAKETIME_DONT_FAKE_MONOTONIC=1 "$HUIYIN" "$@"
    case $codes in *" $code "*) ;; *) fail "exit$codes" "exit $code" ;; esac
    [ "$_sum" = "$(cksum <"$HUIYIN_DB")" ] || fail 'an unchanged file' 'a changed one'
}
# Torn pages.
size=$(stat -c %s "$scratch/good")
for at in 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
    cp "$scratch/good" "$HUIYIN_DB"
    head -c 700 /dev/urandom | dd of="$HUIYIN_DB" bs=1 seek=$(((size / 16) * at + 200)) conv=notrunc status=none
    for command in 'complaint list' check 'audit verify' doctor; do
        # shellcheck disable=SC2086
        ends "0 1 4 5 7" --as chen $command
    done
done

# No file at all.
rm -f "$HUIYIN_DB" "$HUIYIN_DB"-journal
for sort in pipe folder device link dangling empty text; do
    HUIYIN_DB="$scratch/no-$sort"
    case $sort in
        pipe) mkfifo "$HUIYIN_DB" ;;
        folder) mkdir "$HUIYIN_DB" ;;
        device) HUIYIN_DB=/dev/zero ;;
        link) ln -s "$scratch/good" "$HUIYIN_DB" ;;
        dangling) ln -s /nowhere "$HUIYIN_DB" ;;
        empty) : >"$HUIYIN_DB" ;;
        text) echo 'no store' >"$HUIYIN_DB" ;;
    esac
    for command in 'complaint list' 'complaint add --channel letter --text 灯' 'audit verify' doctor init \
        "backup $scratch/copy.db" check; do
        last="$sort: $command"
        code=0
        # shellcheck disable=SC2086
        timeout 20 "$HUIYIN" --db "$HUIYIN_DB" $command >"$scratch/out" 2>"$scratch/err" || code=$?
        [ "$code" -eq 1 ] || fail 'exit 1' "exit $code"
    done
done
