# Words for those that look at system calls, or put faults into them. Sourced after lib.sh.
#
#   needs_strace                 skips where there is none
#   traced STRACE-OPTION…        from here on HUIYIN runs so, its calls in $scratch/calls; $untraced is the program

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
