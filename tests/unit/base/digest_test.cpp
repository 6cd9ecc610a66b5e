#include "huiyin/base/digest.hpp"

#include <doctest/doctest.h>

using namespace huiyin::base;

TEST_CASE("a digest is what b2sum prints at 256 bits") {
    CHECK(hex(blake2b({})) == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    CHECK(hex(blake2b({"abc"})) ==
          "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST_CASE("a digest of parts is the digest of their concatenation") {
    const std::string_view zeros("\0\0", 2);
    CHECK(blake2b({"a", "", "bc"}) == blake2b({"abc"}));
    CHECK(blake2b({zeros}) != blake2b({zeros.substr(1)}));
}

TEST_CASE("bytes are written in lower case hexadecimal") {
    CHECK(hex(std::string_view("\x00\x7f\xff", 3)) == "007fff");
    CHECK(hex(std::string_view{}).empty());
}

TEST_CASE("random bytes come in the number asked for and not twice the same") {
    CHECK(random_bytes(0).empty());
    CHECK(random_bytes(16).size() == 16);
    CHECK(random_bytes(16) != random_bytes(16));
}
