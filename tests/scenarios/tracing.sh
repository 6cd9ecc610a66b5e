# Words for those that look at system calls, or put faults into them. Sourced after lib.sh.
#
#   needs_strace                 skips where there is none
#   traced STRACE-OPTION…        from here on HUIYIN runs so, its calls in $scratch/calls; $untraced is the program
#   readings                     of pages, that is, in $scratch/calls
#   held_up_at NUMBER COMMAND…   in the background, for four seconds at that reading, which has begun; says its own in $scratch/held_up

# The sanitizer's search for leaks and strace exclude each other.
needs_strace() {
    command -v strace >"$scratch/which" || skip 'strace is not installed: NOTHING of this was tried'
    strace -qq -o "$scratch/strace" true 2>"$scratch/which" ||
        skip 'this kernel forbids ptrace: NOTHING of this was tried'
    export ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0"
}

untraced=$HUIYIN
traced() {
    cat >"$scratch/traced" <<TRACED
#!/bin/sh
exec strace -f -qq -o "$scratch/calls" $* "$untraced" "\$@"
TRACED
    chmod +x "$scratch/traced"
    : >"$scratch/calls"
    HUIYIN=$scratch/traced
}

readings() { grep -c pread64 "$scratch/calls"; }

held_up_at() {
    _reading=$1
    shift
    traced -e trace=pread64,openat -e "inject=pread64:delay_enter=4000000:when=$_reading"
    "$@" >"$scratch/held_up" &
    for _ in $(seq 200); do
        [ "$(readings)" -lt $((_reading - 1)) ] || break
        sleep 0.1
    done
    HUIYIN=$untraced
}
