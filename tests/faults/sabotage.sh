#!/bin/sh
# The negative controls: a suite that cannot fail proves nothing. In copies of single sources the
# store's durability, the gate's rollback and the writers' lock are taken out; each program made so must
# fail the row that is there for it.
#
#     sh tests/faults/sabotage.sh BUILD        e.g. build-release, built with its tests
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$(cd "${1:?which build folder}" && pwd)
copy=$(mktemp -d "${TMPDIR:-/tmp}/huiyin-sabotage.XXXXXX")
trap 'rm -rf "$copy"' EXIT
export FAULTS=short FAULTS_CUTS=120 FAULTS_COMMITS=240
failures=0

link_with() {
    # shellcheck disable=SC2086
    c++ -static-libstdc++ -static-libgcc "$@" "$copy/$name.o" "$build/src/libhuiyin_library.a" $libraries
}

# sabotage NAME SOURCE SED ROW: SOURCE after SED goes before the library, so the rest is as built
sabotage() {
    name=$1 source=$2 change=$3 row=$4
    sed "$change" "$root/src/$source" >"$copy/$name.cpp"
    if cmp -s "$root/src/$source" "$copy/$name.cpp"; then
        echo "!! $name: nothing to change in $source" >&2
        exit 1
    fi
    # The private headers beside the source are found from its own folder.
    # shellcheck disable=SC2086
    c++ -std=c++20 -O1 $flags -I"$root/include" -I"$root/src/$(dirname "$source")" -c "$copy/$name.cpp" \
        -o "$copy/$name.o"
    link_with "$build"/src/CMakeFiles/huiyin.dir/main.cpp.o -o "$copy/huiyin-$name"
    link_with "$build"/tests/faults/CMakeFiles/huiyin_faults.dir/program/*.o -o "$copy/huiyin_faults-$name"
    status=0
    HUIYIN=$copy/huiyin-$name HUIYIN_FAULTS=$copy/huiyin_faults-$name sh "$here/run.sh" "$row" \
        >"$copy/told" 2>&1 || status=$?
    if [ "$status" -eq 0 ] || [ "$status" -eq 77 ]; then
        echo "!! $name: $row still passes, or was skipped"
        failures=1
    else
        printf '%-22s %s fails, as it must: %s\n' "$name" "$row" "$(grep -m 1 '^expected\|lost' "$copy/told")"
    fi
}

flags='-DSQLITE_ENABLE_SESSION -DSQLITE_ENABLE_PREUPDATE_HOOK -DHUIYIN_VERSION="sabotaged"'
# What the build itself links after the library.
libraries=$(ninja -C "$build" -t commands src/huiyin | tail -n 1 | sed 's/.*libhuiyin_library\.a//; s/&&.*//')

sabotage synchronous-off store/store.cpp 's/synchronous = FULL; PRAGMA secure/synchronous = OFF; PRAGMA secure/' power_cut
FAULTS_ONLY='complaint add' FAULTS_TRIES=40
export FAULTS_ONLY FAULTS_TRIES
sabotage no-rollback gate/transaction.cpp 's/execute("ROLLBACK")/execute("COMMIT")/; s/"ROLLBACK TO command"/"RELEASE command"/' memory
unset FAULTS_ONLY FAULTS_TRIES
sabotage no-lock store/lock.cpp 's/^    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) return;/    if (descriptor >= 0) return;/' crowd
exit "$failures"
