#!/bin/sh
# Installs what the tests need, builds, and runs every test: sh tests/run.sh [--quick|--soak]
#
# Where Chromium and LibreOffice are installed, pages and sheets are looked at through them; elsewhere two
# tests say what they miss and are skipped.
#
# Twice: as people run it, then under the address and undefined-behaviour sanitizers: the unit tests,
# the rules' examples, and the scenarios that touch most of the code. --quick leaves that out, --soak
# runs every scenario so. Works from any folder, from a tarball, and with an almost empty environment.
set -eu

quick=no
sanitized_targets='huiyin huiyin_unit_tests'
sanitized='^(unit$|scenario\.(audit|key|seal)\.|scenario\.hostile\.(opens|steers))'
for argument in "$@"; do
    case $argument in
        --quick) quick=yes ;;
        --soak) sanitized='^(unit$|rules$|fuzz\.|faults\.mutated|scenario\.)' sanitized_targets=all ;;
        *)
            echo "usage: sh tests/run.sh [--quick|--soak]" >&2
            exit 2
            ;;
    esac
done

cd "$(dirname "$0")/.."

# What the build needs is listed beside the quickstart, which installs the same.
packages="$(cat docs/packages.txt) doctest-dev sqlite3 jq gojq faketime unzip strace zzuf bsdutils python3-jsonschema
    expect zsh fish bash-completion man-db file acl valgrind"

missing=
for package in $packages; do
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

# build_and_test PRESET TARGETS CTEST-OPTION…
build_and_test() {
    preset=$1 targets=$2
    shift 2
    echo "== $preset =="
    cmake --preset "$preset"
    # Unquoted: each word is a target.
    # shellcheck disable=SC2086
    cmake --build "build-$preset" --target $targets --parallel "$(nproc)"
    ctest --test-dir "build-$preset" --output-on-failure --no-tests=error --parallel "$(nproc)" "$@"
}

build_and_test release all
if [ "$quick" = no ]; then
    build_and_test asan "$sanitized_targets" --tests-regex "$sanitized"
fi
