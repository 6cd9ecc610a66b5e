#!/bin/sh
# Help and version need no store, no staff and no clock.
. "$(dirname "$0")/../lib.sh"

exits 0 huiyin --help
prints complaint
exits 0 huiyin complaint add --help
prints --channel
prints 2.2.3
exits 0 huiyin complaint --help
prints settle
exits 0 huiyin version
prints huiyin
exits 0 huiyin --lang en complaint add --help
prints --courtesy
exits 0 huiyin --help --lang zh-CN
prints complaint
[ ! -e "$HUIYIN_DB" ] || fail 'no store made in passing' "$HUIYIN_DB"
