#pragma once

#include <array>

#include "huiyin/cli/arguments.hpp"
#include "huiyin/records/matter_list.hpp"
#include "reading.hpp"

/// How any kind of matter is shown and listed.
namespace huiyin::cli {

/// Options of every `list`; a kind adds its own.
inline constexpr Option list_open{"open", Takes::nothing, "", {"只看在办", "only open ones"}};
inline constexpr Option list_overdue{
    "overdue", Takes::nothing, "", {"只看超时", "only those with something overdue"}};
inline constexpr Option list_from{"from", Takes::time, "TIME", {"自何时起", "happened from"}};
inline constexpr Option list_to{"to", Takes::time, "TIME", {"至何时止(不含)", "happened before"}};
inline constexpr Option list_holder{"holder", Takes::login, "LOGIN", {"承办人", "held by"}};
inline constexpr Option list_unit{"unit", Takes::word, "UNIT", {"房号", "home"}};
inline constexpr Option list_limit{"limit", Takes::whole, "N", {"至多几件", "at most so many"}};

/// What `show` prints of one matter, named by an operand.
base::Exit show_matter(Reader reader, const Arguments& arguments, std::string_view operand,
                       records::MatterKind kind);
/// The first so many, where `--limit` says how many.
template <typename Item>
void keep_to_limit(std::vector<Item>& items, const Arguments& arguments) {
    const auto limit = arguments.whole("limit");
    if (limit && std::ssize(items) > *limit) items.erase(items.begin() + *limit, items.end());
}

/// What `list` prints of those that the options ask for.
base::Exit list_matters(Reader reader, const Arguments& arguments, records::MatterKind kind);

}  // namespace huiyin::cli
