# The words scenarios are told in. A scenario sources this file, states what must hold, and ends
# silently with 0; the first statement that does not hold ends it, saying what was expected and what
# came instead.
#
#   office                                  a fresh store with its staff, on Monday 2026-11-23 08:00
#   clock '2026-11-23 09:00:00'             commands from here on run at this very second
#   as chen complaint add …                 one command, in someone's name
#   accepts CMD…                            exit 0 and one more journal entry; $no is what it printed
#   refuses RULE CLAUSE CMD…                exit 4 for this rule alone; nothing is recorded
#   breach RULE CLAUSE SUBJECT TIME [SINCE] `check` at this time reports it
#   no_breach RULE SUBJECT TIME             `check` at this time does not
#
# HUIYIN names the binary under test; HUIYIN_OUTPUTS, if set, a folder that keeps what it prints as JSON;
# HUIYIN_STARTS one that keeps the stores scenarios begin with, so that each is made once; HUIYIN_VERDICTS a
# file for what at_the_end.sh compared.

set -u

: "${HUIYIN:?name the binary under test in HUIYIN}"
case $HUIYIN in /*) ;; *) HUIYIN=$PWD/$HUIYIN ;; esac

scratch=$(mktemp -d "${TMPDIR:-/tmp}/huiyin-scenario.XXXXXX")
. "${words:-$(dirname "$0")/..}/at_the_end.sh"
trap ended EXIT
trap 'exit 130' INT TERM

# Nothing of the caller's surroundings may decide what a scenario sees.
unset HUIYIN_LANG XDG_DATA_HOME NO_COLOR SUDO_UID TZ LANGUAGE
export LC_ALL=C
export HUIYIN_DB="$scratch/office.db"
exec </dev/null

zone=Asia/Shanghai
admin=$(id -un)
epoch=
out= err= code=0 no= last=
newline='
'

# The preloaded library itself, because its wrapper would cost more than the command under test.
faketime_library=
for _library in /usr/lib/*/faketime /usr/lib/faketime /usr/lib64/faketime /usr/local/lib/faketime; do
    [ ! -e "$_library/libfaketime.so.1" ] || faketime_library=$_library/libfaketime.so.1
done

# A program that was killed leaves its library's shared memory behind, and the next one of that number then does not start.
for _left in /dev/shm/faketime_shm_*; do
    [ -e "$_left" ] || continue
    kill -0 "${_left##*_}" 2>/dev/null || rm -f "$_left" "/dev/shm/sem.faketime_sem_${_left##*_}"
done

# jq's language, read by gojq: it starts in a tenth of the time, is one version everywhere that matters, and
# always sorts keys.
jq() { gojq "$@"; }

# ---------------------------------------------------------------- telling what went wrong

quoted() {
    for _word in "$@"; do
        case $_word in
            '' | *[!A-Za-z0-9_./:=,%+@-]*) printf " '%s'" "$_word" ;;
            *) printf ' %s' "$_word" ;;
        esac
    done
}

# fail WHAT-WAS-EXPECTED WHAT-CAME
fail() {
    {
        printf 'scenario: %s\n' "$0"
        printf 'command:  %s\n' "$last"
        printf 'expected: %s\n' "$1"
        printf 'came:     %s\n' "$2"
        printf 'exit:     %s\n' "$code"
        printf 'stdout:   %s\n' "$out"
        printf 'stderr:   %s\n' "$err"
    } >&2
    exit 1
}

skip() {
    printf 'skipped: %s\n' "$1"
    exit 77
}

# ---------------------------------------------------------------- time

# seconds TIME: office time as Unix seconds
seconds() { TZ=$zone date -d "$1" +%s; }

# clock TIME: the second at which commands run from here on. It stands still, so that a slow machine
# never moves a limit. `clock real` gives them the machine's own.
clock() {
    if [ "$1" = real ]; then
        epoch=
        return
    fi
    [ -n "$faketime_library" ] || fail 'libfaketime (package faketime)' 'not installed'
    epoch=$(seconds "$1")
}

# ---------------------------------------------------------------- running commands

huiyin() {
    answered=
    [ -z "${HUIYIN_OUTPUTS:-}" ] || notes_json "$@"
    if [ -z "$epoch" ]; then
        "$HUIYIN" "$@"
    else
        # Waiting is done by the monotonic clock, which stays real.
        LD_PRELOAD=$faketime_library FAKETIME_FMT=%s FAKETIME=$epoch \
            FAKETIME_DONT_FAKE_MONOTONIC=1 "$HUIYIN" "$@"
    fi
}

# notes_json CMD…: which command this is, if it answers in JSON on standard output
notes_json() {
    case " $* " in
        # What comes after two dashes is no option.
        *' --out '* | *' -- --json '* | *' -- '*' --json '*) ;;
        *' --json '* | *' --format json '*) answered=$(printf '%s\037' "$@") ;;
    esac
}

# keeps_json: what `run` just printed, under the command that printed it
keeps_json() {
    printf '\036%s\035' "$answered"
    cat "$scratch/out"
}

# as_nobody CMD…: under the OS login of nobody, whose rights on the store are the scenario's to set
as_nobody() {
    if [ ! -x "$scratch/huiyin" ]; then
        cp "$HUIYIN" "$scratch/huiyin"
        chmod 0755 "$scratch/huiyin"
    fi
    # The clock is set after the change of user: what faketime shares belongs to whoever starts it.
    setpriv --reuid=nobody --regid=nogroup --clear-groups \
        env ${epoch:+LD_PRELOAD="$faketime_library" FAKETIME_FMT=%s FAKETIME="$epoch"} \
        FAKETIME_DONT_FAKE_MONOTONIC=1 "$scratch/huiyin" "$@"
}

needs_root() { [ "$(id -u)" -eq 0 ] || skip 'needs root, to run as another OS user'; }

# as LOGIN CMD…
as() {
    _actor=$1
    shift
    huiyin --as "$_actor" "$@"
}

# run CMD…: leaves $out, $err and $code
run() {
    last=$(quoted "$@")
    code=0 answered=
    "$@" >"$scratch/out" 2>"$scratch/err" || code=$?
    [ -z "$answered" ] || keeps_json >>"$HUIYIN_OUTPUTS/${0##*/}.$$"
    # Most commands leave one of them empty.
    out= err=
    [ ! -s "$scratch/out" ] || out=$(cat "$scratch/out")
    [ ! -s "$scratch/err" ] || err=$(cat "$scratch/err")
}

# The journal as the program tells it.
head_now() { huiyin audit head --json 2>&1; }
entries_now() {
    _head=$(huiyin audit head --json)
    _head=${_head##*'"entries":'}
    printf '%s\n' "${_head%%[,\}]*}"
}

# What must not change when nothing was recorded: every byte of the store, its journal and its head among
# them, once whoever comes next has mended what was interrupted.
store_now() {
    [ ! -s "$HUIYIN_DB-journal" ] || head_now >"$scratch/mended"
    cksum <"$HUIYIN_DB"
}

# ---------------------------------------------------------------- statements about one command

# exits CODE CMD…
exits() {
    _wanted=$1
    shift
    run "$@"
    [ "$code" -eq "$_wanted" ] || fail "exit $_wanted" "exit $code"
}

# adds_an_entry CODE CMD…: this exit, and exactly one more journal entry
adds_an_entry() {
    _before=$(entries_now)
    exits "$@"
    _after=$(entries_now)
    [ "$_after" -eq $((_before + 1)) ] || fail 'one more journal entry' "$_before, then $_after"
}

# accepts CMD…: done, and on record by exactly one entry; $no is the number it printed
accepts() {
    adds_an_entry 0 "$@"
    no=$out
    case $no in '' | *"$newline"*) fail 'one number, alone, on stdout' "'$out'" ;; esac
}

# rejects CODE CMD…: this exit, and the store exactly as it was
rejects() {
    _before=$(store_now)
    exits "$@"
    is_as_before
}

# is_as_before: the store is what it was when $_before was taken
is_as_before() {
    _after=$(store_now)
    [ "$_before" = "$_after" ] || fail 'an unchanged journal and store' "$_before, then $_after"
}

# leaves_no_entry CMD…: exit 0, and the store exactly as it was
leaves_no_entry() { rejects 0 "$@"; }

# denies CMD…: exit 7, and the attempt on record by an entry of its own
denies() { adds_an_entry 7 "$@"; }

# refuses RULE CLAUSE CMD…: exit 4 for this rule and no other, told in JSON and in words
refuses() {
    _rule=$1 _clause=$2
    shift 2
    rejects 4 "$@" --json
    printf '%s' "$out" | jq -e --arg rule "$_rule" --arg clause "$_clause" '
        .ok == false and .error == "refused"
        and (.findings | any(.rule == $rule and .clause == $clause and .message != ""))
        and (.findings | all(.rule == $rule or .severity != "refuse"))' >"$scratch/jq" 2>&1 ||
        fail "a refusal by $_rule [$_clause] alone" "$out"
    exits 4 "$@"
    is_as_before
    [ -z "$out" ] || fail 'nothing on stdout' "'$out'"
    tells "$_clause"
}

# refuses_each "RULE RULE…" CMD…: exit 4, and all of these rules are named at once
refuses_each() {
    _rules=$1
    shift
    rejects 4 "$@" --json
    for _rule in $_rules; do
        printf '%s' "$out" | jq -e --arg rule "$_rule" '.findings | any(.rule == $rule)' \
            >"$scratch/jq" 2>&1 || fail "a refusal by $_rule among others" "$out"
    done
}

# ---------------------------------------------------------------- statements about the last output

tells() { case $err in *"$1"*) ;; *) fail "'$1' on stderr" "'$err'" ;; esac; }
never_tells() { case $err in *"$1"*) fail "no '$1' on stderr" "'$err'" ;; esac; }
prints() { case $out in *"$1"*) ;; *) fail "'$1' on stdout" "'$out'" ;; esac; }
never_prints() { case $out in *"$1"*) fail "no '$1' on stdout" "'$out'" ;; esac; }
prints_nothing() { [ -z "$out" ] || fail 'nothing on stdout' "'$out'"; }
tells_nothing() { [ -z "$err" ] || fail 'nothing on stderr' "'$err'"; }

# json FILTER: what was printed is JSON for which the jq filter is true
json() {
    printf '%s' "$out" | jq -e "$1" >"$scratch/jq" 2>&1 ||
        fail "JSON for which: $1" "$(printf '%s' "$out" | head -c 3000) ($(head -c 300 "$scratch/jq"))"
}

# shows FILTER CMD…: the command, run with --json, answers with 0 and JSON for which this holds
shows() {
    filter=$1
    shift
    exits 0 "$@" --json
    json "$filter"
}

# same WHAT EXPECTED GOT
same() { [ "$2" = "$3" ] || fail "$1: $2" "$3"; }

# ---------------------------------------------------------------- statements about compliance

check_at() {
    run huiyin check --all --as-of "$1" --json
    [ "$code" -eq 0 ] || [ "$code" -eq 4 ] || fail 'exit 0 or 4 of check' "exit $code"
}

# finding SEVERITY RULE CLAUSE SUBJECT TIME [SINCE]
finding() {
    check_at "$5"
    _found=$(printf '%s' "$out" | jq -r --arg severity "$1" --arg rule "$2" --arg clause "$3" \
        --arg subject "$4" '.findings[] | select(.severity == $severity and .rule == $rule
            and .clause == $clause and .subject == $subject) | .since')
    [ -n "$_found" ] || fail "$1 $2 [$3] of $4 at $5" "$out"
    [ -n "${6:-}" ] || return 0
    _wanted=$(seconds "$6")
    for _since in $_found; do
        [ "$(date -d "$_since" +%s)" -ne "$_wanted" ] || return 0
    done
    fail "$2 of $4 since $6" "since $_found"
}

breach() { finding breach "$@"; }
notice() { finding notice "$@"; }

# no_finding RULE SUBJECT TIME
no_finding() {
    check_at "$3"
    printf '%s' "$out" | jq -e --arg rule "$1" --arg subject "$2" '
        .findings | all(.rule != $rule or .subject != $subject)' >"$scratch/jq" 2>&1 ||
        fail "nothing from $1 about $2 at $3" "$out"
}

no_breach() { no_finding "$@"; }

# told RULE SEVERITY: the command just accepted (with --json) told of this finding
told() {
    json ".findings | any(.rule == \"$1\" and .severity == \"$2\")"
}

# ---------------------------------------------------------------- the office

# hires LOGIN NAME ROLE [SUPERIOR]
hires() {
    exits 0 huiyin staff add "$1" --name "$2" --role "$3" ${4:+--superior "$4"}
}

# begins_with NAME MAKER…: the store that MAKER makes, with the files beside it, kept under this name for
# the next scenario. CTest empties the folder before each run: what an older build made is nobody's.
begins_with() {
    if [ -z "${HUIYIN_STARTS:-}" ] || [ "$HUIYIN_DB" != "$scratch/office.db" ]; then
        all_but_first "$@"
    elif [ -d "$HUIYIN_STARTS/$1" ]; then
        cp -p "$HUIYIN_STARTS/$1"/* "$scratch"
    else
        all_but_first "$@"
        # Whole or not at all; another scenario may have been first.
        mkdir "$HUIYIN_STARTS/$1.$$"
        cp -p "$HUIYIN_DB"* "$HUIYIN_STARTS/$1.$$"
        mv -T "$HUIYIN_STARTS/$1.$$" "$HUIYIN_STARTS/$1" 2>/dev/null || rm -rf "$HUIYIN_STARTS/$1.$$"
    fi
}
all_but_first() {
    shift
    "$@"
}

opens_office() {
    exits 0 huiyin init --office '学府苑住宅服务部' --language zh-CN --timezone "$zone"
}

# chen and li are clerks, sun a steward, ma and mei managers, tao the head above both, wu a
# technician, zhou the auditor. Whoever runs the scenario is the administrator.
office() {
    [ -n "$epoch" ] || clock '2026-11-23 08:00:00'
    begins_with "office.$epoch.$admin" opens_full_office
}

opens_full_office() {
    opens_office
    hires tao '陶建国' head
    hires ma '马丽' manager tao
    hires mei '梅芳' manager tao
    hires chen '陈静' clerk ma
    hires li '李雷' clerk ma
    hires sun '孙红' steward ma
    hires wu '吴刚' technician ma
    hires zhou '周敏' auditor
}

# The same under the machine's own clock, for scenarios about waiting and surroundings.
office_now() {
    epoch=
    opens_office
    hires tao '陶建国' head
    hires ma '马丽' manager tao
    hires chen '陈静' clerk ma
}

# a_complaint OPTIONS…: by phone, from someone who can be reached, taken by chen; its number is $ts
a_complaint() {
    accepts as chen complaint add --channel phone --phone 13800008000 --text '热水时有时无' "$@"
    ts=$no
}

# an_anonymous_complaint OPTIONS…: from someone who left neither phone nor home (clause 3.3.6)
an_anonymous_complaint() {
    accepts as chen complaint add --channel letter --text '楼道堆放杂物' "$@"
    ts=$no
}

# settled OPTIONS…: facts, opinion and reply to $ts in one go
settled() {
    accepts as chen complaint settle "$ts" --findings '现场查看属实' --opinion '当日处理' \
        --reply '已处理完毕,感谢您的反映' --method phone "$@"
}

# sql STATEMENT: what someone with the sqlite3 shell would do behind the office's back. Of late it has to be told
# that the schema is no business of its own; what it answers to that is nobody's.
sql() { sql_in "$HUIYIN_DB" "$1"; }
sql_in() { sqlite3 -cmd '.output /dev/null' -cmd '.dbconfig defensive off' -cmd '.output stdout' "$1" "$2"; }

# A scenario lies in a folder beside it; whoever else sources it names this one in `words`.
. "${words:-$(dirname "$0")/..}/words.sh"
