# The words fault tests are told in. A file of this folder sources this one; `sh tests/faults/run.sh`
# runs them all, in their short form or with --long, and prints what each tried, hit and survived.
#
#   fixture                the office of office.sh, made once; `fresh` puts it back as it was
#   each_row KINDS DO      DO for every row of commands.txt of these kinds, with $kind $login and the
#                          words of the command in "$@"
#   some_rows N KINDS DO   likewise; in the short run only every Nth of them, another for each row of faults
#   struck DOOR            a fault was seen to strike there; `row` fails if one of $doors never was
#   holds                  the store is sound: SQLite's own checks, gapless numbers, and the audit
#   untouched              the store is byte by byte the one of the fixture, after recovery
#   row NAME               prints the counts of one row of the table in docs/reliability.md
#
# HUIYIN names the binary under test; FAULTS=long asks for the long run.

words=$(dirname "$0")/../scenarios
. "$words/lib.sh"
here=$(cd "$(dirname "$0")" && pwd)
. "$here/office.sh"

long=no
[ "${FAULTS:-short}" != long ] || long=yes
tried=0 hit=0 survived=0
began=$(date +%s)

# Where this row must strike, in the short run as in the long one.
doors=
struck() { echo "$1" >>"$scratch/struck"; }
missed_doors() {
    [ -n "$doors" ] || return 0
    sort -u "$scratch/struck" >"$scratch/struck_once"
    printf '%s\n' $doors | grep -vxF -f "$scratch/struck_once" | paste -sd ' '
}

# How much a row does: the first in the short run, the second in the long one.
short_or_long() { if [ "$long" = yes ]; then echo "$2"; else echo "$1"; fi; }

# broken WHAT WHAT-CAME: the end of the row, with all there is to say and the store kept
broken() {
    if [ -n "${FAULTS_KEEP:-}" ] && mkdir -p "$FAULTS_KEEP"; then
        cp "$HUIYIN_DB"* "$scratch/setup" "$FAULTS_KEEP" 2>/dev/null
    fi
    fail "$@"
}

# row NAME: one line of counts. Survived means that everything that must hold held.
row() {
    printf '%-42s tried %6d   hit %6d   survived %6d   %5d s\n' \
        "$1" "$tried" "$hit" "$survived" $(($(date +%s) - began))
    [ "$hit" -gt 0 ] || fail "faults that hit ($1)" "none of $tried"
    [ "$hit" -eq "$survived" ] || fail "every fault survived ($1)" "$survived of $hit"
    _missed=$(missed_doors)
    [ -z "$_missed" ] || fail "every door struck ($1)" "not: $_missed"
    [ -z "$doors" ] || printf '%-42s each of: %s\n' '' "$(echo $doors)"
    doors=
    rm -f "$scratch/struck"
    tried=0 hit=0 survived=0
    began=$(date +%s)
}

# ---------------------------------------------------------------- the store under test

fixture() {
    if [ -n "${HUIYIN_STARTS:-}" ] && [ -d "$HUIYIN_STARTS/faults" ]; then
        files=$scratch/files epoch=
        cp -pR "$HUIYIN_STARTS/faults/." "$scratch"
        just_now=$(cat "$scratch/just_now")
    else
        office_for_faults
        keep_fixture
    fi
    before=$scratch/as_it_was
    cp "$HUIYIN_DB" "$before"
    holds
}

# keep_fixture: for the rows that follow; whole or not at all, and another row may have been first
keep_fixture() {
    echo "$just_now" >"$scratch/just_now"
    [ -n "${HUIYIN_STARTS:-}" ] || return 0
    _start=$HUIYIN_STARTS/faults
    mkdir "$_start.$$"
    cp -pR "$files" "$scratch/just_now" "$HUIYIN_DB"* "$_start.$$"
    mv -T "$_start.$$" "$_start" 2>/dev/null || rm -rf "$_start.$$"
}

# fresh: the store as it was before the command, and nothing made yet. Where $cut_off names a store and
# its journal, in which a write was cut off: those, and $before is what recovery must make of them.
cut_off=
fresh() {
    rm -rf "$HUIYIN_DB"-* "$HUIYIN_DB".* "$files/made"
    mkdir "$files/made"
    cp "${cut_off:-$before}" "$HUIYIN_DB"
    [ -z "$cut_off" ] || cp "$cut_off-journal" "$HUIYIN_DB-journal"
}

entries_in() { sqlite3 -readonly "$1" 'SELECT count(*) FROM journal'; }

# recovered: whoever comes next can read the store, and by that mends what was interrupted
recovered() {
    "$HUIYIN" audit head >"$scratch/head" 2>&1 ||
        broken 'a store the next reader can open' "$(cat "$scratch/head")"
}

# holds: every check there is, by the audit and by SQLite alone
holds() {
    "$HUIYIN" audit verify >"$scratch/verified" 2>&1 ||
        broken 'audit verify: exit 0' "$(cat "$scratch/verified")"
    _problems=$(sqlite3 -readonly "$HUIYIN_DB" 2>&1 <"$here/holds.sql")
    [ -z "$_problems" ] || broken 'a sound store' "$_problems"
}

# untouched: byte by byte what it was before the command; written anew, row by row
untouched() {
    cmp -s "$before" "$HUIYIN_DB" && return
    [ "${kind:-}" = anew ] &&
        [ "$(sqlite3 -readonly "$before" .dump | sort | cksum)" = "$(sqlite3 -readonly "$HUIYIN_DB" .dump | sort | cksum)" ]
}

# whole_or_nothing: after recovery the store is as it was, or sound with one entry more
whole_or_nothing() {
    recovered
    untouched && return
    _after=$(entries_in "$HUIYIN_DB")
    [ "$_after" -eq $(($(entries_in "$before") + 1)) ] ||
        broken 'nothing, or one entry more' "$(entries_in "$before") entries, then $_after"
    holds
}

# answered_truly: the last command's exit is a documented one and tells what became of the store: 0 only
# for what is on record (a backup is made without, and says so), anything else only for what is not, or
# with the word that it is (unless $deaf: nobody can be told)
answered_truly() {
    case $code in 0 | 1 | 6 | 130) ;; *) broken 'exit 0, 1, 6 or 130' "exit $code" ;; esac
    whole_or_nothing
    if untouched; then
        case $code$err in
            0*未能记入日志*) exits 0 huiyin audit verify --db "$files/made/copy.db" ;;
            0*) broken 'exit 0 only for what is on record' 'nothing is on record' ;;
        esac
    elif [ "$code" -ne 0 ] && [ "${deaf:-no}" = no ]; then
        tells 已登记
    fi
    # What cannot be removed is emptied.
    _left=$(find "$files/made" -name '*.??????' -size +0)
    [ -z "$_left" ] || broken 'no half-written file' "$_left"
}

# ---------------------------------------------------------------- the table of commands

# each_row KINDS DO: DO is called with the command's words, after what the row wants done before it;
# $kind and $login are set
each_row() {
    _kinds=$1 _do=$2
    _first=
    while read -r kind login _rest <&9; do
        case $kind in
            '' | '#'*) continue ;;
            first)
                _first=$_rest
                [ "$login" = - ] || _first="$_rest --as $login"
                continue
                ;;
        esac
        if [ -n "$_first" ]; then
            before=$scratch/as_it_was && fresh
            rm -f "$files/copy.db"  # of an earlier round
            eval "exits 0 huiyin $_first"
            _first=
            before=$scratch/as_it_was_first && cp "$HUIYIN_DB" "$before"
        else
            before=$scratch/as_it_was
        fi
        case " $_kinds " in *" $kind "*) ;; *) continue ;; esac
        [ -z "${FAULTS_ONLY:-}" ] || case "$_rest " in "$FAULTS_ONLY "*) ;; *) continue ;; esac
        eval "set -- $_rest"
        [ "$login" = - ] || set -- "$@" --as "$login"
        "$_do" "$@"
    done 9<"$here/commands.txt"
}

# some_rows N KINDS DO: in the short run those whose number in the table is $offset, modulo N, and the few that
# between them write in every way there is. Each file has an offset of its own.
some_rows() {
    _every=$1 _number=0 _each=$3
    each_row "$2" if_its_turn
}
if_its_turn() {
    _number=$((_number + 1))
    case "$1 $2" in 'complaint add' | 'report weekly' | 'backup '* | 'restore '*) _always=yes ;; *) _always=no ;; esac
    [ "$long" = yes ] || [ -n "${FAULTS_ONLY:-}" ] || [ "$_always" = yes ] ||
        [ $((_number % _every)) -eq $((offset % _every)) ] || return 0
    "$_each" "$@"
}
offset=0
