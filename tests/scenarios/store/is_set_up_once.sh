#!/bin/sh
# `init` makes the store and its administrator; it never touches what is there.
. "$(dirname "$0")/../lib.sh"
clock '2026-11-23 08:00:00'

opens_office
exits 0 huiyin staff list --json
json "length == 1 and .[0].login == \"$admin\" and .[0].role == \"admin\""
exits 0 huiyin audit verify
rejects 1 huiyin init --office '另一个'
rm "$HUIYIN_DB"
exits 2 huiyin init --office '学府苑' --timezone Asia/Shangai
[ ! -e "$HUIYIN_DB" ] || fail 'no store after a failed init' "$HUIYIN_DB"
# Where nothing is said, the data folder is the place.
unset HUIYIN_DB
XDG_DATA_HOME=$scratch/data
export XDG_DATA_HOME
exits 0 huiyin init --office '学府苑'
[ -s "$scratch/data/huiyin/office.db" ] || fail 'a store in the data folder' none
HUIYIN_DB=$scratch/data/huiyin/office.db
