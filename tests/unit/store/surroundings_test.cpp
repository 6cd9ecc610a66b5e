#include "huiyin/store/surroundings.hpp"

#include <doctest/doctest.h>

using namespace huiyin::store;

TEST_CASE("network file systems are known by their numbers, disks are not") {
    CHECK(network_file_system(0x6969) == "NFS");
    CHECK(network_file_system(0xff534d42) == "CIFS");
    CHECK(network_file_system(0x65735546) == "FUSE");
    CHECK(network_file_system(0xef53) == std::nullopt);      // ext4
    CHECK(network_file_system(0x01021994) == std::nullopt);  // tmpfs
    CHECK(network_file_system(0x794c7630) == std::nullopt);  // overlayfs
}

TEST_CASE("space is too little below 20 MiB, and scarce where a second copy has no room") {
    constexpr std::uint64_t mebibyte = 1U << 20U;
    CHECK(judge_space(20 * mebibyte - 1, 0) == Space::too_little);
    CHECK(judge_space(20 * mebibyte, 0) == Space::scarce);
    CHECK(judge_space(100 * mebibyte, 0) == Space::enough);
    CHECK(judge_space(1999 * mebibyte, 1000 * mebibyte) == Space::scarce);
    CHECK(judge_space(2000 * mebibyte, 1000 * mebibyte) == Space::enough);
}

TEST_CASE("SQLite before 3.40 is too old") {
    CHECK_FALSE(is_new_enough(3'039'004));
    CHECK(is_new_enough(3'040'000));
    CHECK(is_new_enough(3'051'003));
}
