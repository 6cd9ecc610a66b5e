#!/bin/sh
# Where the disk has no room to write the file anew, the person is erased all the same, from every byte,
# and the command says what is left to do. With no room for that either, nothing is recorded.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint --from '欧阳娜' --unit 3-502
mine=$ts
settled
# Pages in plenty: what writing the file anew takes beyond its size is a little for each of them.
an_anonymous_complaint
head -c 9000000 /dev/urandom >"$scratch/scan.jpg"
accepts as chen attach "$ts" "$scratch/scan.jpg"
accepts as chen attach "$ts" "$scratch/scan.jpg"

# within BYTES CMD…: no file may grow beyond that
within() {
    _bytes=$1
    shift
    (
        trap '' XFSZ
        ulimit -f $((_bytes / 512))
        "$@"
    )
}
erase() { huiyin resident erase --phone 13800008000 --reason '本人要求'; }
size=$(stat -c %s "$HUIYIN_DB")

# Erasing goes over pages from the first to the last, and takes free ones wherever they lie.
rejects 1 within 65536 erase
adds_an_entry 1 within $((size + 16384)) erase
tells 'resident scrub'
prints_nothing
for words in 13800008000 '欧阳娜'; do
    ! grep -aqF "$words" "$HUIYIN_DB" "$HUIYIN_DB"-* || fail "no $words in the file" 'it is there'
done
exits 0 huiyin audit verify
exits 0 as chen complaint show "$mine" --json
json '.from == null and .erased[0].sort == "person"'

before=$(head_now)
exits 0 huiyin resident scrub
same 'the head of the journal' "$before" "$(head_now)"
exits 0 huiyin audit verify
