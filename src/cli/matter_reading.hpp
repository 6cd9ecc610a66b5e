#pragma once

#include <concepts>

#include "huiyin/cli/options.hpp"
#include "huiyin/records/matter_list.hpp"
#include "reading.hpp"

/// How any kind of matter is shown and listed.
namespace huiyin::cli {

/// What `show` prints of one matter, named by its number.
base::Exit show_matter(ReadContext reader, std::string_view number, records::MatterKind kind);

/// The first so many, where `--limit` says how many.
template <typename Item>
void keep_to_limit(std::vector<Item>& items, std::optional<std::int64_t> limit) {
    if (limit && std::ssize(items) > *limit) items.erase(items.begin() + *limit, items.end());
}

/// What `list` prints of those that the options ask for.
base::Exit list_matters(ReadContext reader, records::MatterFilter filter, bool overdue);

/// The same from a noun's own struct: each has the options that fit its kind.
template <std::derived_from<Options> Listing>
base::Exit list_matters(ReadContext reader, const Listing& typed, records::MatterKind kind) {
    records::MatterFilter filter{.kind = kind,
                                 .from = begin_of(typed.from()),
                                 .to = end_of(typed.to()),
                                 .limit = typed.limit()};
    if constexpr (requires { typed.open; }) filter.open_only = typed.open();
    if constexpr (requires { typed.holder; }) filter.holder = typed.holder();
    if constexpr (requires { typed.category; }) filter.category = typed.category();
    if constexpr (requires { typed.unit; }) filter.unit = typed.unit();
    if constexpr (requires { typed.phone; }) filter.phone = typed.phone();
    if constexpr (requires { typed.complaint_class; })
        filter.complaint_class = typed.complaint_class();
    if constexpr (requires { typed.overdue; }) return list_matters(reader, filter, typed.overdue());
    return list_matters(reader, std::move(filter), false);
}

}  // namespace huiyin::cli
