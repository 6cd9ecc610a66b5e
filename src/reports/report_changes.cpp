#include <algorithm>
#include <array>

#include "figure_table.hpp"
#include "huiyin/base/formatting.hpp"
#include "report_parts.hpp"

namespace huiyin::reports {

namespace {

bool is_rate(const Json& value) {
    return value.is_object() && value.contains("num") && value.contains("den");
}

std::string shown(const Json& value) {
    if (is_rate(value))
        return base::format("{}/{}", value["num"].get<std::int64_t>(),
                            value["den"].get<std::int64_t>());
    if (value.is_null()) return "–";
    return value.is_string() ? value.get<std::string>() : value.dump();
}

/// By what rows of a list are told apart: of a list with none of these its length is told.
constexpr std::array<std::string_view, 4> row_names{"login", "building", "unit", "category"};

bool is_name(std::string_view key) {
    return std::ranges::find(row_names, key) != row_names.end();
}

/// Figures by their place, in order.
using Flat = std::vector<std::pair<std::string, std::string>>;

void flatten(const Json& value, const std::string& path, Flat& flat) {
    if (value.is_array() && !value.empty() && is_name(value[0].begin().key())) {
        for (const auto& row : value)
            flatten(row, base::format("{}.{}", path, row.begin().value().get<std::string>()), flat);
    } else if (value.is_array()) {
        flat.emplace_back(path, base::format("{}", value.size()));
    } else if (!value.is_object() || is_rate(value)) {
        flat.emplace_back(path, shown(value));
    } else {
        for (const auto& [key, inner] : value.items())
            flatten(inner, path.empty() ? key : path + "." + key, flat);
    }
}

std::optional<std::string> find(const Flat& flat, const std::string& path) {
    const auto found = std::ranges::find(flat, path, &Flat::value_type::first);
    return found == flat.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

namespace {

const FigureRow* row_of(std::string_view path) {
    const auto table = figure_table();
    const auto found = std::ranges::find_if(table, [&](const FigureRow& row) {
        return path == row.path ||
               (path.starts_with(row.path) && path.substr(row.path.size()).starts_with('.'));
    });
    return found == table.end() ? nullptr : &*found;
}

}  // namespace

Text figure_title(std::string_view path) {
    const auto* row = row_of(path);
    if (row == nullptr) return plain(std::string(path));
    if (path == row->path) return row->title;
    // A count by channel, category or clause carries its name behind the last dot.
    const auto name = path.substr(row->path.size() + 1);
    return {base::format("{} {}", row->title.zh, name), base::format("{} {}", row->title.en, name)};
}

namespace {

/// Where a figure stands in JSON; nothing where it does not.
const Json* figure_at(const Json& json, std::string_view path) {
    const auto* at = &json;
    while (!path.empty()) {
        const auto end = std::min(path.find('.'), path.size());
        const auto found = at->find(std::string(path.substr(0, end)));
        if (found == at->end()) return nullptr;
        at = &*found;
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return at;
}

/// The same, but for keys that the earlier one lacks in a row of a list.
bool says_the_same(const Json& earlier, const Json& later) {
    if (earlier.is_array() && later.is_array())
        return std::ranges::equal(earlier, later, says_the_same);
    if (!earlier.is_object() || !later.is_object()) return earlier == later;
    return std::ranges::all_of(earlier.items(), [&](const auto& item) {
        const auto found = later.find(item.key());
        return found != later.end() && says_the_same(item.value(), *found);
    });
}

/// Whether an edition had that figure at all: a release may have brought it since.
bool had(const Json& edition, std::string_view path) {
    const auto* row = row_of(path);
    return row != nullptr && figure_at(edition, row->path) != nullptr;
}

}  // namespace

bool same_figures(const std::string& earlier, const std::string& later) {
    const auto before = Json::parse(earlier);
    const auto after = Json::parse(later);
    return std::ranges::all_of(figure_table(), [&](const FigureRow& row) {
        const auto* was = figure_at(before, row.path);
        const auto* is = figure_at(after, row.path);
        if (was == nullptr || is == nullptr) return true;
        // Of names that the records bring along, one more is news.
        return std::holds_alternative<Named>(row.value) ? *was == *is : says_the_same(*was, *is);
    });
}

std::vector<Change> changes_between(const std::string& earlier, const std::string& later) {
    Flat before;
    Flat after;
    const auto earlier_one = Json::parse(earlier);
    flatten(earlier_one, {}, before);
    flatten(Json::parse(later), {}, after);
    std::vector<Change> changes;
    for (const auto& [path, value] : after) {
        const auto was = find(before, path);
        if (!was && !had(earlier_one, path)) continue;
        if (was != value) changes.push_back({figure_title(path), was.value_or("–"), value});
    }
    for (const auto& [path, value] : before)
        if (!find(after, path)) changes.push_back({figure_title(path), value, "–"});
    return changes;
}

}  // namespace huiyin::reports
