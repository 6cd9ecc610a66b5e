# Which clang reads this release's C++ library (16 is the first that does), and what it comes in: `clang`, `clang_packages`.
# Sourced by what builds with sanitizers.
. /etc/os-release
case $ID-${VERSION_ID:-} in
    debian-12) clang=16 ;;
    ubuntu-24.04) clang=18 ;;
    *) clang=19 ;;
esac
clang_packages="clang-$clang libclang-rt-$clang-dev lld-$clang"
clang=clang++-$clang
