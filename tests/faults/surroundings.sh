#!/bin/sh
# Every command of the table where there is next to nothing: no environment, no home, no terminal, no
# open descriptors, a reader that left, a full device, signals. A documented exit, and no crash.
. "$(dirname "$0")/inside.sh"
fixture

# ---------------------------------------------------------------- no command is forgotten

# Headquarters' store is a server: what can go wrong with it is in tests/hq.
"$HUIYIN_FAULTS" commands | grep -v "^hq " | sort >"$scratch/commands"
sed -n 's/^[a-z]* *[a-z-]*  *//p' "$here/commands.txt" | while read -r noun verb _; do
    grep -qx "$noun $verb" "$scratch/commands" && echo "$noun $verb" || echo "$noun"
done | sort -u >"$scratch/rows"
same 'commands without a row in commands.txt' '' "$(comm -23 "$scratch/commands" "$scratch/rows")"

# ---------------------------------------------------------------- surroundings

bare() {
    # What makes a store names its own.
    [ "$kind" = found ] || set -- "$@" --db "$HUIYIN_DB"
    env -i "$HUIYIN" "$@"
}
no_home() { env -u HOME "$HUIYIN" "$@"; }
in_a_folder_that_is_gone() { (mkdir "$scratch/gone" && cd "$scratch/gone" && rmdir "$scratch/gone" && "$HUIYIN" "$@"); }
without_descriptors() { "$HUIYIN" "$@" <&- >&- 2>&-; }
into_full() { "$HUIYIN" "$@" >/dev/full; }
with_full_stderr() { "$HUIYIN" "$@" 2>/dev/full; }
# Nobody reads: the pipe's other end is closed before the command starts.
into_a_broken_pipe() {
    {
        sleep 0.05
        "$HUIYIN" "$@" && _status=0 || _status=$?
        echo "$_status" >"$scratch/status"
    } | true
    return "$(cat "$scratch/status")"
}
signalled() {
    _signal=$1
    shift
    timeout --preserve-status -s "$_signal" 0.0"$moment" "$HUIYIN" "$@"
}
interrupted() { signalled INT "$@"; }
terminated() { signalled TERM "$@"; }

# What it wrote, if anything, is whole; and 0 is said only of what is there.
look_at() {
    _way=$1
    shift
    fresh
    tried=$((tried + 1))
    run "$_way" "$@"
    hit=$((hit + 1))
    struck "$_way"
    case $_way-$code in
        interrupted-130 | terminated-130 | *-0 | *-1) ;;
        # A signal that comes before the program is set up for it ends it, as any other program.
        terminated-143) ;;
        *) broken "a documented exit, $_way" "exit $code" ;;
    esac
    whole_or_nothing
    case $kind in
        read | file | found | anew) untouched || broken 'an untouched store' "$_way" ;;
        *) [ "$code" -ne 0 ] || ! untouched || broken 'a record' "exit 0, $_way" ;;
    esac
    survived=$((survived + 1))
}

turn=0
ways='bare no_home in_a_folder_that_is_gone without_descriptors into_full with_full_stderr into_a_broken_pipe interrupted terminated'
# The short run takes one way, for the next command the next.
everywhere() {
    for way in $ways; do
        turn=$((turn + 1))
        [ "$long" = yes ] || [ $((turn % 8)) -eq 0 ] || continue
        moment=$((turn * 7 % 90 + 10))
        look_at "$way" "$@"
    done
}
doors=$ways
each_row 'write again read file found anew' everywhere
row 'surroundings'
