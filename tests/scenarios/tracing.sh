# needs_strace: for those that look at system calls, or put faults into them. Sourced after lib.sh.

# The sanitizer's search for leaks and strace exclude each other.
needs_strace() {
    command -v strace >"$scratch/which" || skip 'strace is not installed: NOTHING of this was tried'
    strace -qq -o "$scratch/strace" true 2>"$scratch/which" ||
        skip 'this kernel forbids ptrace: NOTHING of this was tried'
    export ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0"
}
