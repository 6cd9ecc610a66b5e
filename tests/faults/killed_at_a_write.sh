#!/bin/sh
# Every command that writes, killed as it enters each of its writing system calls.
. "$(dirname "$0")/strace.sh"
needs_strace
fixture

kill_at() {
    _call=$1 _when=$2
    shift 2
    fresh
    tried=$((tried + 1))
    injected "$_call" "signal=KILL:when=$_when" "$@"
    [ "$code" -eq 137 ] && grep -q 'killed by SIGKILL' "$scratch/strace" ||
        broken "a death at $_call number $_when" "exit $code"
    hit=$((hit + 1))
    struck "$_call"
    whole_or_nothing
    survived=$((survived + 1))
}

kill_everywhere() { at_each_call kill_at "$@"; }

doors=$every_call
some_rows 12 'write again' kill_everywhere
row 'killed at a writing system call'
