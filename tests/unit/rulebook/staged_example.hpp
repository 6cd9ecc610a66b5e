#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>

#include "huiyin/base/time.hpp"
#include "huiyin/rulebook/examples.hpp"
#include "huiyin/store/query.hpp"

/// The rules' examples, for tests that ask something else of each of them.
namespace huiyin::rulebook::testing {

/// An example's rows in a store of their own, and its moment.
struct StagedExample {
    explicit StagedExample(const Example& example)
        : connection(example_store(example.sql)),
          now(base::instant(
              store::find_integer(connection, "SELECT unixepoch(?)", example.now).value())) {}

    store::Connection connection;
    base::Instant now;
};

/// Of how many examples one is asked: a sanitized program takes many times as long.
inline std::size_t one_of(std::size_t usually, std::size_t sanitized) {
    return std::getenv("ASAN_OPTIONS") != nullptr ? sanitized : usually;
}
/// The same; all of them in the long run of the tests.
inline std::size_t one_of_or_all(std::size_t usually, std::size_t sanitized) {
    return std::getenv("HUIYIN_LONG") != nullptr ? 1 : one_of(usually, sanitized);
}

inline std::set<std::int64_t> every_matter(store::Connection& connection) {
    std::set<std::int64_t> ids;
    for (store::Query row(connection, "SELECT id FROM matter"); row.next();)
        ids.insert(row.integer(0));
    return ids;
}

}  // namespace huiyin::rulebook::testing
