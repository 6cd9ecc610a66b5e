# Words about faults that strace injects into system calls. Sourced in place of lib.sh.

. "$(dirname "$0")/lib.sh"
. "$words/tracing.sh"

# Those that change something on disk or tell somebody.
writing_calls=pwrite64,write,fdatasync,fsync,ftruncate,unlink,rename,renameat2,link
every_call=$(echo "$writing_calls" | tr , ' ')

# injected CALLS FAULT COMMAND…: the command with the fault; leaves $code, $out, $err and the trace
injected() {
    _calls=$1 _fault=$2
    shift 2
    run strace -f -qq -o "$scratch/strace" -e "trace=$_calls" \
        -e "inject=$_calls:$_fault" "$HUIYIN" "$@"
}

# calls_of COMMAND…: which writing system calls it makes and how often, into $scratch/calls
calls_of() {
    fresh
    exits 0 strace -f -qq -o "$scratch/strace" -e "trace=$writing_calls" "$HUIYIN" "$@"
    sed -n 's/^[0-9]* *\([a-z0-9]*\)(.*/\1/p' "$scratch/strace" | sort | uniq -c |
        awk '{ print $2, $1 }' >"$scratch/calls"
}

# points COUNT: which of so many calls to put a fault on. The long run takes each one. The short one takes one
# of each kind of call, elsewhere every time; of a complaint added, every third.
turn=0
points() {
    if [ "$long" = yes ]; then
        seq "$1"
    elif [ "$command" = 'complaint add' ]; then
        seq $((1 + turn % 3)) 3 "$1"
    else
        echo $((1 + turn * 7 % $1))
    fi
}

# at_each_call DO COMMAND…: DO CALL NUMBER COMMAND… at those points
at_each_call() {
    _at=$1
    shift
    command="$1 $2"
    calls_of "$@"
    while read -r call count <&8; do
        turn=$((turn + 1))
        for when in $(points "$count"); do "$_at" "$call" "$when" "$@"; done
    done 8<"$scratch/calls"
}
