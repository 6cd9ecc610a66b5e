#!/bin/sh
# A long audit ends when it is told to, by a key or a signal, and does not claim to have found all well.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../tracing.sh"
needs_strace
office
clock '2026-11-23 09:00:00'
a_complaint

# The signal comes while the store is read, before an entry has been looked at.
for signal in INT TERM; do
    run strace -f -o "$HUIYIN_DB.trace" -e trace=pread64 -e "inject=pread64:signal=$signal:when=20" \
        "$HUIYIN" audit verify
    grep -q "SIG$signal" "$HUIYIN_DB.trace" || fail "a SIG$signal" "$(tail -n 3 "$HUIYIN_DB.trace")"
    [ "$code" -eq 130 ] || fail 'exit 130' "exit $code"
    prints_nothing
    tells 已中断
done
exits 0 huiyin audit verify
