#!/bin/sh
# Memory runs out: a request of SQLite's or of the program's own fails, once or from then on.
. "$(dirname "$0")/inside.sh"
fixture

inside memory 'write again' "$(short_or_long 2 40)"
row 'a request for memory fails'
