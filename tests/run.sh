#!/bin/sh
# Installs what the tests need, builds, and runs every test: sh tests/run.sh [--quick|--nightly]
#
# Twice: as people run it, then under the address and undefined-behaviour sanitizers: the unit tests and the
# scenarios in which foreign bytes are read. --quick leaves that out. --nightly (or --soak) runs everything so,
# and what is short otherwise in full: hours. docs/testing.md says what is where, and what it takes.
#
# Where Chromium and LibreOffice are installed, pages and sheets are looked at through them; elsewhere two
# tests say what they miss and are skipped. Works from any folder, from a tarball, and with an almost empty
# environment.
set -eu

quick=no nightly=no
sanitized_targets='huiyin huiyin_unit_tests'
sanitized='^(unit($|\.)|scenario\.((key|seal)\.|audit\.(finds_what_was_done|holds|shows)|batch\.re|hostile\.opens))'
for argument in "$@"; do
    case $argument in
        --quick) quick=yes ;;
        --nightly | --soak) nightly=yes sanitized=. sanitized_targets=all ;;
        *)
            echo "usage: sh tests/run.sh [--quick|--nightly]" >&2
            exit 2
            ;;
    esac
done

cd "$(dirname "$0")/.."

# What the build needs is listed beside the quickstart, which installs the same.
packages="$(cat docs/packages.txt) doctest-dev sqlite3 jq gojq faketime unzip strace zzuf bsdutils python3-jsonschema xlsx2csv
    expect zsh fish bash-completion man-db file acl valgrind postgresql"

[ "$quick" = yes ] || . tests/clang.sh
[ "$nightly" = no ] || clang_packages="$clang_packages clang-format-${clang##*-} clang-tidy-${clang##*-}"
missing=
for package in $packages ${clang_packages:-}; do
    case $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true) in
        installed) ;;
        *) missing="$missing $package" ;;
    esac
done
if [ -n "$missing" ]; then
    echo "installing:$missing"
    as_root=
    [ "$(id -u)" -eq 0 ] || as_root=sudo
    $as_root apt-get update
    # Unquoted: each word is a package.
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes --no-install-recommends $missing
fi
sh tests/release.sh

# A store that lasts as long as its test needs no disk: memory, where there is enough that may hold programs too.
memory=/dev/shm
if [ -z "${TMPDIR:-}" ] && [ -w $memory ] && [ "$(df --output=avail -k $memory | tail -n 1)" -gt 2000000 ]; then
    tried=$(mktemp $memory/huiyin.XXXXXX)
    cp /bin/true "$tried" && chmod 0700 "$tried"
    ! "$tried" 2>/dev/null || export TMPDIR=$memory
    rm -f "$tried"
fi

# built PRESET TARGETS CMAKE-OPTION…
built() {
    preset=$1 targets=$2
    shift 2
    echo "== $preset =="
    cmake --preset "$preset" -DHUIYIN_TOGETHER=ON "$@"
    # Unquoted: each word is a target.
    # shellcheck disable=SC2086
    cmake --build "build-$preset" --target $targets --parallel "$(nproc)"
}

# tested PRESET CTEST-OPTION…
# Many wait, for a lock or for a signal: twice as many as there are cores.
tested() {
    preset=$1
    shift
    ctest --test-dir "build-$preset" --output-on-failure --no-tests=error --parallel $(($(nproc) * 2)) "$@"
}

[ "$nightly" = no ] || export HUIYIN_LONG=yes
built release all
tested release
[ "$quick" = no ] || exit 0
# By another compiler than the released program: it is quicker at this, and reads all of it with other eyes.
built asan "$sanitized_targets" -DCMAKE_CXX_COMPILER="$clang" -DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=lld
tested asan --tests-regex "$sanitized"
[ "$nightly" = yes ] || exit 0

# ---------------------------------------------------------------- the long counts

# Each is run whatever the one before it came to.
failed=
long() {
    echo "== long: $* =="
    "$@" || failed="$failed [$*]"
}
export HUIYIN="$PWD/build-release/src/huiyin" HUIYIN_SANITIZED="$PWD/build-asan/src/huiyin"
export HUIYIN_TAMPER="$PWD/build-release/tests/tamper/huiyin_tamper"
# As the README builds it: each source by itself, which has to include what it names.
long cmake -S . -B build-apart
long cmake --build build-apart --parallel "$(nproc)"
long env HUIYIN_PROPERTY_STEPS=20000 build-release/tests/property/huiyin_property_tests
long sh tests/tamper/tamper.sh
long sh tests/faults/run.sh --long
long sh tests/fuzz/run.sh 1800
long sh tests/format.sh
long sh tests/tidy.sh --all
[ -z "$failed" ] || {
    echo "failed:$failed" >&2
    exit 1
}
