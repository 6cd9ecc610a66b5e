#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "huiyin/gate/verify.hpp"
#include "huiyin/store/changes.hpp"
#include "huiyin/store/connection.hpp"

namespace huiyin::gate {

/// Texts by their ids, both ends among them.
struct TextRange {
    std::int64_t from;
    std::int64_t to;
};
inline constexpr TextRange every_text{std::numeric_limits<std::int64_t>::min(),
                                      std::numeric_limits<std::int64_t>::max()};

/// Compares a store, which is the schema `live` of a connection, with what its journal replayed to
/// in `main`, or with itself: its texts with their digests, what is derived with what it is of.
class Comparison {
  public:
    using Tell = std::function<void(Fault)>;
    Comparison(store::Connection& rebuilt, std::string_view live, Tell tell)
        : rebuilt_(rebuilt), live_(live), tell_(std::move(tell)) {}

    /// Tables, indexes, views and triggers of the store are those that so many migrations make, no
    /// more and no fewer. Anything else must not even be read.
    bool schema(std::size_t migrations);
    /// Every row of every journaled table.
    void rows();
    /// One row: `change` is what would make the live one as it should be.
    void difference(const store::Change& change, const std::vector<std::string>& columns);
    /// Every text of a range against its digest.
    void texts(const TextRange& range);
    /// The first text from this id on; nothing where there is none.
    std::optional<std::int64_t> text_from(std::int64_t id);
    /// The same of attached files, which are texts, too, and long.
    std::optional<std::int64_t> file_from(std::int64_t id);
    /// What the store keeps beside its rows and the journal does not have, where that can mislead.
    /// The store is as so many migrations left it.
    void derived(std::size_t version);
    /// SQL: whether the row `r` of home_spelling is what some home makes it.
    std::string is_spelled(std::size_t version);
    bool has(std::string_view table);

  private:
    void spellings(std::size_t version);
    std::string files();
    void said_texts(const TextRange& range);
    void stray_texts(const TextRange& range);
    void table(const std::string& name);

    store::Connection& rebuilt_;
    std::string live_;
    Tell tell_;
};

}  // namespace huiyin::gate
