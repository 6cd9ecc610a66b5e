#!/bin/sh
# A store of every released schema, as the program of its time left it (stores/make.sh): it can be read
# and proved at once; the next write brings it up to date; the week it filed has the same figures. That
# write is killed at its writing calls too, and they fail: the store is the old one or the new one.
. "$(dirname "$0")/strace.sh"
needs_strace
fixture
. "$here/released.sh"

upgrades() {
    tried=$((tried + 1)) hit=$((hit + 1))
    fresh
    exits 0 huiyin audit verify
    # Entries older than a column that came later.
    for _matter in $(sqlite3 -readonly "$HUIYIN_DB" 'SELECT no FROM matter'); do
        exits 0 huiyin audit history "$_matter"
    done
    same_figures
    untouched || broken 'a store that reading leaves alone' "schema $schema"
    exits 0 huiyin $migrates
    same 'the schema' "$newest" "$(sql 'PRAGMA user_version')"
    holds
    same_figures
    put_back
    survived=$((survived + 1))
}

# What an older program backed up is put back by this one: where nothing is, over the very store, and,
# where something would be lost by it, not.
put_back() {
    _backup=$scratch/backup.db
    cp "$before" "$_backup"
    exits 5 as root restore "$_backup"
    for _over in nothing itself; do
        fresh
        [ "$_over" = itself ] || rm "$HUIYIN_DB"
        exits 0 as root restore "$_backup"
        same 'the schema' "$newest" "$(sql 'PRAGMA user_version')"
        same 'entries, with the migrations and the restoring' \
            $(($(entries_in "$before") + newest - schema + 1)) "$(entries_in "$HUIYIN_DB")"
        holds
        same_figures
    done
}

interrupt_migration() {
    tried=$((tried + 1))
    fresh
    injected "$1" "$3:when=$2" $migrates
    case $3 in
        signal=*) [ "$code" -eq 137 ] || broken "a death at $1 number $2" "exit $code" ;;
        *)
            grep -q INJECTED "$scratch/strace" || broken "$3 at $1 number $2" 'it was not hit'
            [ "$code" -eq 0 ] || [ "$code" -eq 1 ] || broken 'exit 0 or 1' "exit $code"
            ;;
    esac
    hit=$((hit + 1))
    struck "$1"
    struck "${3%%=*}"
    whole_migration
    survived=$((survived + 1))
}

interruptions() {
    command='a migration'
    [ "$schema" -lt "$newest" ] || return 0
    calls_of $migrates
    while read -r call count <&8; do
        for when in $(points "$count"); do
            turn=$((turn + 1))
            interrupt_migration "$call" "$when" signal=KILL
            interrupt_migration "$call" "$when" error=EIO
        done
    done 8<"$scratch/calls"
}

each_store upgrades
row 'stores of released schemas'
doors='pwrite64 write fdatasync ftruncate signal error'
each_store interruptions
row 'a fault during migration'
