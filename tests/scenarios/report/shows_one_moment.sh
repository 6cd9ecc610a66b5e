#!/bin/sh
# A report takes many readings. Where a clerk records something between two of them, no figure tells of it
# that the others do not know of: it is read again, and nobody had to wait for it (clause 5.5).
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../tracing.sh"
needs_strace
clock '2026-11-23 09:00:00'
office
a_complaint
huiyin_is=$HUIYIN
today='report daily --day 2026-11-23'

# traced STRACE-OPTION…: from here on HUIYIN runs so
traced() {
    cat >"$scratch/traced" <<TRACED
#!/bin/sh
exec strace -f -qq -o "$scratch/readings" -e trace=pread64 $* "$huiyin_is" "\$@"
TRACED
    chmod +x "$scratch/traced"
    HUIYIN=$scratch/traced
}
readings() { wc -l <"$scratch/readings"; }

traced
shows '.complaints.received == 1' as ma $today
others=$(printf '%s' "$out" | jq '.journal.entries - .complaints.received')
needed=$(readings)

# Early in its readings one report is held up for some seconds, and a clerk does not wait for it.
early=$((needed * 3 / 10))
traced "-e inject=pread64:delay_enter=4000000:when=$early"
: >"$scratch/readings"
as ma $today --json >"$scratch/held_up" &
for _ in $(seq 200); do
    [ "$(readings)" -lt $((early - 1)) ] || break
    sleep 0.1
done
HUIYIN=$huiyin_is
a_complaint
wait
out=$(cat "$scratch/held_up")
json ".complaints.received == 2 and .complaints.open_at_end == 2 and .journal.entries == $others + 2"
[ "$(readings)" -gt $((needed + early / 2)) ] || fail "more than the $needed readings of one report" "$(readings)"
