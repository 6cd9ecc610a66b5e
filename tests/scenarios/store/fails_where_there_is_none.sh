#!/bin/sh
# No store, or a file that is none: exit 1, the file is named, and nothing is made in passing.
. "$(dirname "$0")/../lib.sh"

for command in 'complaint list' 'check' 'audit verify' 'audit head' 'staff list' \
    'complaint add --channel letter --text x' 'report weekly'; do
    # Unquoted: the words of a command.
    exits 1 huiyin $command
    tells "$HUIYIN_DB"
    exits 1 huiyin $command --json
    json '.ok == false and .error == "failed"'
done
[ ! -e "$HUIYIN_DB" ] || fail 'no store made in passing' "$HUIYIN_DB"

refuses_file() {
    for command in 'complaint list' 'check' 'audit verify' 'complaint add --channel letter --text x'; do
        exits 1 huiyin $command
        tells "$HUIYIN_DB"
    done
}
printf 'channel,text\nletter,楼道灯不亮\n' >"$HUIYIN_DB"
refuses_file
same 'the file, untouched' 2 "$(wc -l <"$HUIYIN_DB")"
rm "$HUIYIN_DB"
: >"$HUIYIN_DB"
refuses_file
rm "$HUIYIN_DB"
# A database, but not ours.
sql 'CREATE TABLE matter (id INTEGER PRIMARY KEY); INSERT INTO matter VALUES (1)'
refuses_file
rm "$HUIYIN_DB"
mkdir "$HUIYIN_DB"
refuses_file
