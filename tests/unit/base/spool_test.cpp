#include "huiyin/base/spool.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <stdexcept>
#include <string>

using huiyin::base::Spool;

namespace {

std::string all_of(Spool& spool) {
    std::string all;
    spool.hand_over([&](std::string_view bytes) { all += bytes; });
    return all;
}

}  // namespace

TEST_CASE("what was kept is handed over in its order, from memory and from the file behind it") {
    for (const std::size_t in_memory : {0U, 3U, 6U, 100U}) {
        Spool spool(in_memory);
        CHECK(spool.empty());
        for (const auto* piece : {"abc", "", "def", "ghi"})
            spool.append(piece);
        CHECK_FALSE(spool.empty());
        CHECK(all_of(spool) == "abcdefghi");
        CHECK(spool.empty());
        spool.append("jk");
        CHECK(all_of(spool) == "jk");
    }
}

TEST_CASE("more than a piece comes back whole") {
    Spool spool(10);
    std::string expected;
    for (int line = 0; line < 50'000; ++line) {
        const auto text = std::to_string(line);
        spool.append(text);
        expected += text;
    }
    CHECK(all_of(spool) == expected);
}

TEST_CASE("what is dropped never comes, nor what was being handed over when its taker gave up") {
    Spool spool(2);
    spool.append("dropped");
    spool.clear();
    CHECK(spool.empty());
    spool.append("kept");
    CHECK_THROWS_AS(spool.hand_over([](std::string_view) { throw std::runtime_error("full"); }),
                    std::runtime_error);
    CHECK(spool.empty());
    CHECK(all_of(spool).empty());
}

TEST_CASE("where no file can be made it stays in memory") {
    const auto* set = std::getenv("TMPDIR");
    const std::string before = set != nullptr ? set : "";
    setenv("TMPDIR", "/nowhere", 1);
    Spool spool(1);
    spool.append("abc");
    spool.append("def");
    if (set != nullptr)
        setenv("TMPDIR", before.c_str(), 1);
    else
        unsetenv("TMPDIR");
    CHECK(all_of(spool) == "abcdef");
}
