#!/bin/sh
# Faults upon faults. A write was cut off; whoever comes next and would mend it is struck as well, and the
# one after that, up to three times over. Backups, exports, reports, restores and migrations begin on such a
# store and are struck themselves: what they write is the old one or the new one, whole.
. "$(dirname "$0")/strace.sh"
needs_strace
fixture
. "$here/released.sh"

# How often each of the many combinations is struck.
rounds=$(short_or_long 1 11)

# ---------------------------------------------------------------- chance, the same in every run

seed=${FAULTS_SEED:-20261125}
awk -v seed="$seed" 'BEGIN { srand(seed); for (n = 0; n < 100000; n++) print int(rand() * 1000000) }' >"$scratch/dice"
exec 7<"$scratch/dice"

# throw COUNT: $thrown is one of 1 to COUNT
throw() {
    read -r thrown <&7
    thrown=$((thrown % $1 + 1))
}

# ---------------------------------------------------------------- a write that was cut off

# What SQLite's journals begin with once they count.
has_work_for_recovery() {
    [ -e "$HUIYIN_DB-journal" ] && [ "$(od -An -tx1 -N 4 "$HUIYIN_DB-journal" | tr -d ' ')" = d9d505f9 ]
}

# cut_off_at CALL NUMBER COMMAND…: from here on `fresh` puts back the store this kill leaves
cut_off_at() {
    _at=$1 _number=$2
    shift 2
    cut_off=
    fresh
    injected "$_at" "signal=KILL:when=$_number" "$@"
    [ "$code" -eq 137 ] || broken "a death at $_at number $_number" "exit $code"
    has_work_for_recovery || broken 'a journal to be rolled back' "none after $_at number $_number"
    cut_off=$scratch/cut_off
    cp "$HUIYIN_DB" "$cut_off"
    cp "$HUIYIN_DB-journal" "$cut_off-journal"
}

# All pages are written, and the next call would make them count: the first that empties the journal.
cut_off_late() {
    cut_off=
    fresh
    exits 0 strace -f -y -qq -o "$scratch/strace" -e trace=ftruncate "$HUIYIN" "$@"
    cut_off_at ftruncate "$(grep -n -m 1 'db-journal>' "$scratch/strace" | cut -d : -f 1)" "$@"
}

# Half of the store's pages are written: as many as its journal keeps, the calls' last.
cut_off_halfway() {
    cut_off_late "$@"
    _pages=$(od -An -tu4 --endian=big -j 8 -N 4 "$cut_off-journal" | tr -d ' ')
    cut_off=
    calls_of "$@"
    cut_off_at pwrite64 $(($(awk '$1 == "pwrite64" { print $2 }' "$scratch/calls") - _pages / 2)) "$@"
}

# ---------------------------------------------------------------- strikes

# strike FAULT COMMAND…: the fault at one of the calls in $scratch/calls; whether it was hit
strike() {
    _with=$1
    shift
    throw "$(awk '{ sum += $2 } END { print sum }' "$scratch/calls")"
    # shellcheck disable=SC2046
    set -- $(awk -v n="$thrown" '{ if (n <= $2) { print $1, n; exit } n -= $2 }' "$scratch/calls") "$@"
    struck=$1 when=$2
    shift 2
    tried=$((tried + 1))
    injected "$struck" "$_with:when=$when" "$@"
    case $_with in
        signal=KILL) grep -q 'killed by SIGKILL' "$scratch/strace" || return 1 ;;
        *)
            case $code in 0 | 1) ;; *) broken "exit 0 or 1, $_with at $struck number $when" "exit $code" ;; esac
            grep -q INJECTED "$scratch/strace" || return 1
            ;;
    esac
    hit=$((hit + 1))
    struck "${_with#*=}"
}

# What the strikes since `count_from_here` may have recorded: for sure, and perhaps.
count_from_here() { surely=0 perhaps=0 struck_in_all=0; }
count() {
    case $code in
        137) perhaps=$((perhaps + 1)) ;;
        0) surely=$((surely + 1)) ;;
        *) case $err in *已登记*) surely=$((surely + 1)) ;; esac ;;
    esac
}

# nothing_lost KIND: after all of it the store is sound and has what was acknowledged
nothing_lost() {
    recovered
    ! has_work_for_recovery || broken 'nothing left to roll back' 'a journal'
    case $1 in
        write | again) _least=$surely _most=$((surely + perhaps)) ;;
        once) _least=$((surely > 0)) _most=$((surely + perhaps)) ;;  # a week as it was filed is filed once
        copy) _least=0 _most=1 ;;  # where there is no room for its trace, a backup is made all the same
        *) _least=0 _most=0 ;;
    esac
    if ! untouched; then
        _more=$(($(entries_in "$HUIYIN_DB") - $(entries_in "$before")))
        [ "$_more" -ge "$_least" ] && [ "$_more" -le "$_most" ] && [ "$_more" -gt 0 ] ||
            broken "$_least to $_most entries more" "$_more"
        holds
    elif [ "$_least" -gt 0 ]; then
        broken "$_least entries more" none
    fi
}

# By turns at first, so that each has been there; then by chance.
every_fault='EIO ENOSPC KILL'
faults_so_far=0
some_fault() {
    faults_so_far=$((faults_so_far + 1))
    throw 4
    [ "$faults_so_far" -gt 4 ] || thrown=$faults_so_far
    case $thrown in 1) fault=error=EIO ;; 2) fault=error=ENOSPC ;; *) fault=signal=KILL ;; esac
}

# struck_thrice COMMAND…: this is who comes next on the store with the cut-off write, three times over
struck_thrice() {
    calls_of "$@"
    for _round in $(seq "$rounds"); do
        fresh
        count_from_here
        for _turn in 1 2 3; do
            some_fault
            if strike "$fault" "$@"; then struck_in_all=$((struck_in_all + 1)); fi
            count
        done
        [ "$struck_in_all" -gt 0 ] || broken 'a strike that hits' "none of three, $*"
        nothing_lost "$kind"
        survived=$((survived + struck_in_all))
    done
}

# ---------------------------------------------------------------- recovery

comes_next() {
    kind=read
    struck_thrice audit head
    struck_thrice complaint list --open
    kind=again
    struck_thrice complaint add --channel letter --text 随后 --as chen
    kind=once
    struck_thrice report weekly --as chen --json --out "$files/made/week.json"
    kind=anew
    struck_thrice resident scrub
}

before=$scratch/as_it_was
cut_off_late complaint add --channel phone --phone 13800008000 --text 热水时有时无 --as chen
comes_next
cut_off_halfway complaint settle ts-1 --findings 属实 --opinion 当日处理 --reply 已处理 --method phone --as chen
comes_next
cut_off_late batch "$files/lines.txt" --as chen
comes_next
cut_off_late report weekly --out "$files/made/week.txt" --as chen
comes_next
kind=anew
cut_off_halfway resident scrub
comes_next
doors=$every_fault
row 'recovery struck, three times over'
faults_so_far=0

# ---------------------------------------------------------------- what is written beside the store

# struck_once WHOLE COMMAND…: the command begins on the store with the cut-off write and is struck itself.
# WHOLE looks at what it made, after the strike and again after it ran undisturbed.
struck_once() {
    _whole=$1
    shift
    old_files
    calls_of "$@"
    for _round in $(seq "$(short_or_long 2 $((6 * rounds)))"); do
        fresh
        old_files
        count_from_here
        some_fault
        strike "$fault" "$@" || broken "a strike that hits" "$fault at $struck number $when: exit $code, $*"
        "$_whole" struck
        count
        nothing_lost "$kind"
        if [ "$code" -ne 137 ] && [ "$struck" != unlink ]; then
            _left=$(find "$scratch" -maxdepth 1 -name 'office.db.??????'; find "$files/made" -name '*.??????')
            [ -z "$_left" ] || broken 'nothing half-written left behind' "$_left"
        fi
        rm -rf "$files/made"
        mkdir "$files/made"
        old_files
        exits 0 huiyin "$@"
        "$_whole" undisturbed
        survived=$((survived + 1))
    done
}

old_files() { for _name in week.json month.html seal.json; do echo old >"$files/made/$_name"; done; }

# either_old_or FILE TEST…: the file is the one that was there before, if TEST does not hold
either_old_or() {
    _file=$1
    shift
    "$@" >"$scratch/whole" 2>&1 && return
    [ "$when_looked" = struck ] && [ "$(cat "$_file")" = old ] || broken 'the old file or the new one' "$(ls -l "$_file")"
}

whole_week() { when_looked=$1; either_old_or "$files/made/week.json" jq -e .complaints.received "$files/made/week.json"; }
whole_seal() { when_looked=$1; either_old_or "$files/made/seal.json" jq -e .entries "$files/made/seal.json"; }
page_ends() { [ "$(tail -n 1 "$files/made/month.html" | tr -d ' ')" = '</html>' ]; }
whole_month() { when_looked=$1; either_old_or "$files/made/month.html" page_ends; }

# Not there, or proved, with all there was.
whole_backup() {
    [ "$1" = struck ] && [ ! -e "$files/made/copy.db" ] && return
    "$HUIYIN" audit verify --db "$files/made/copy.db" >"$scratch/whole" 2>&1 ||
        broken 'a backup that is sound' "$(cat "$scratch/whole")"
    [ "$(entries_in "$files/made/copy.db")" -ge "$(entries_in "$before")" ] || broken 'all entries' fewer
}

# Not there, or file by file the one of an undisturbed run; README tells the time.
whole_tables() {
    [ "$1" = struck ] && [ ! -e "$files/made/tables" ] && return
    diff -r -x README.txt "$scratch/tables" "$files/made/tables" >"$scratch/whole" 2>&1 &&
        [ -s "$files/made/tables/README.txt" ] || broken 'all tables, whole' "$(cat "$scratch/whole")"
}

before=$scratch/as_it_was
cut_off_late complaint add --channel letter --text 热水时有时无 --as chen
fresh
exits 0 huiyin export "$files/made/tables" --as tao
cp -r "$files/made/tables" "$scratch/tables"
kind=write
struck_once whole_week report weekly --as chen --json --out "$files/made/week.json"
struck_once whole_seal audit seal --as zhou --key-file "$files/seal.pem" --json --out "$files/made/seal.json"
kind=copy
struck_once whole_backup backup "$files/made/copy.db"
kind=read
struck_once whole_month report monthly --as chen --format html --out "$files/made/month.html"
struck_once whole_tables export "$files/made/tables" --as tao
doors=$every_fault
row 'backup, export, reports on such a store'
faults_so_far=0

# ---------------------------------------------------------------- restore

# The copy is older than the store, so that one can be told from the other.
cut_off=
fresh
exits 0 huiyin backup "$files/copy.db"
copied=$(entries_in "$files/copy.db")
for _text in 备份之后 再来一次; do exits 0 as chen complaint add --channel letter --text "$_text"; done
before=$scratch/as_it_was_later
cp "$HUIYIN_DB" "$before"
cut_off_late complaint add --channel letter --text 热水时有时无 --as chen
restores="restore $files/copy.db --accept-loss 演练"

# The copy is in the store's place, and the store kept: where the disk would not let it be mended, with
# its journal beside it, by which whoever opens it mends it.
restored() {
    [ "$(entries_in "$HUIYIN_DB")" -eq $((copied + 1)) ] || return 1
    holds
    for _kept in "$HUIYIN_DB".replaced-*; do
        case $_kept in *-journal) continue ;; esac
        sqlite3 "$_kept" 'SELECT count(*) FROM sqlite_schema' >"$scratch/mended" 2>&1
        cmp -s "$before" "$_kept" && return
    done
    broken 'the replaced store, kept' "$(ls -l "$scratch")"
}

calls_of $restores
for _round in $(seq "$(short_or_long 9 $((24 * rounds)))"); do
    fresh
    some_fault
    strike "$fault" $restores || broken "a strike that hits" "$fault at $struck number $when: exit $code"
    recovered
    if restored; then
        [ "$code" -ne 1 ] || case $err in *已*) ;; *) broken 'the word that it was restored' "$err" ;; esac
    else
        untouched || broken 'the store as it was, or the copy' "$(entries_in "$HUIYIN_DB") entries"
        [ "$code" -ne 0 ] || broken 'exit 0 only for what was done' 'the store as it was'
        exits 0 huiyin $restores
        restored || broken 'the copy in place' "$(entries_in "$HUIYIN_DB") entries"
    fi
    survived=$((survived + 1))
done
doors=$every_fault
row 'restore over such a store'

# ---------------------------------------------------------------- migration

migration_struck() {
    [ "$schema" -lt "$newest" ] || return 0
    cut_off=
    # The short run takes the ways by turns.
    case $long$((schema % 2)) in no0) _ways=late ;; no1) _ways=halfway ;; *) _ways='late halfway' ;; esac
    for _way in $_ways; do
        "cut_off_$_way" $migrates
        calls_of $migrates
        for _round in $(seq "$(short_or_long 1 $((2 * rounds)))"); do
            fresh
            _hits=0
            for _turn in 1 2 3; do
                some_fault
                if strike "$fault" $migrates; then _hits=$((_hits + 1)); fi
            done
            [ "$_hits" -gt 0 ] || broken 'a strike that hits' 'none of three'
            whole_migration
            exits 0 huiyin $migrates
            same 'the schema' "$newest" "$(sql 'PRAGMA user_version')"
            holds
            same_figures
            survived=$((survived + _hits))
        done
    done
}
each_store migration_struck
doors=$every_fault
row 'a cut-off migration, struck again'
