#!/bin/sh
# Every command that writes, with each of its writing system calls failing once, or from then on for
# good. An interrupted call (EINTR) comes back ten times at most: no kernel repeats it for ever.
. "$(dirname "$0")/strace.sh"
needs_strace
fixture

fail_at() {
    _call=$1 _error=$2 _when=$3
    shift 3
    fresh
    tried=$((tried + 1))
    injected "$_call" "error=$_error:when=$_when" "$@"
    grep -q INJECTED "$scratch/strace" || broken "$_error at $_call number $_when" 'it was not hit'
    hit=$((hit + 1))
    struck "$_call"
    struck "$error$lasting_way"
    # Where every write fails from some point on, standard error is gone too.
    deaf=no
    case $_call$_when in write*+) deaf=yes ;; esac
    answered_truly
    survived=$((survived + 1))
}

# The long run tries every error both ways, the short one takes turns.
point=0
fail_in_every_way() {
    _failing=$1 _number=$2
    shift 2
    point=$((point + 1))
    _way=0
    for error in EIO ENOSPC EDQUOT EINTR; do
        for lasting in '' +; do
            _way=$((_way + 1))
            [ "$long" = yes ] || [ $((point % 8 + 1)) -eq "$_way" ] || continue
            lasting_way=$lasting
            [ "$error$lasting" != EINTR+ ] || lasting="..$((_number + 9))"
            fail_at "$_failing" "$error" "$_number$lasting" "$@"
        done
    done
}

fail_everywhere() { at_each_call fail_in_every_way "$@"; }

doors="$every_call EIO EIO+ ENOSPC ENOSPC+ EDQUOT EDQUOT+ EINTR EINTR+"
offset=6
some_rows 12 'write again' fail_everywhere
row 'a writing system call fails'
