#!/bin/sh
# A store that stays locked is exit 6 after 10 s, with nothing recorded; readers need not wait.
. "$(dirname "$0")/../lib.sh"
office_now

flock --no-fork "$HUIYIN_DB.lock" sleep 60 &
holder=$!
trap 'kill "$holder" 2>/dev/null; rm -rf "$scratch"' EXIT
while flock --nonblock "$HUIYIN_DB.lock" true; do sleep 0.1; done

leaves_no_entry huiyin complaint list
leaves_no_entry huiyin audit verify
began=$(date +%s)
rejects 6 as chen complaint add --channel letter --text '楼道灯不亮' --json
waited=$(($(date +%s) - began))
json '.ok == false and .error == "busy"'
[ "$waited" -ge 10 ] && [ "$waited" -le 20 ] || fail 'a wait of 10 s' "$waited s"

# Let go in time, and the clerk never notices.
(
    sleep 2
    kill "$holder" 2>/dev/null
) &
accepts as chen complaint add --channel letter --text '楼道灯不亮'
