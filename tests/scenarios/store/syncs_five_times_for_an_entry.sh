#!/bin/sh
# One entry costs five syncs, as in the sqlite3 shell. With fewer a power cut could lose what was
# acknowledged; more would only be slow.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../tracing.sh"

needs_strace
office_now

strace -f -e trace=fsync,fdatasync -o "$HUIYIN_DB.trace" \
    "$HUIYIN" --as chen complaint add --quiet --channel phone --phone 13800008000 --text 楼道灯不亮 >/dev/null
same 'syncs for one entry' 5 "$(grep -c -E '(fsync|fdatasync)\(' "$HUIYIN_DB.trace")"
