#include <algorithm>

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

/// Figures by their place, in order; a list counts as its length.
using Flat = std::vector<std::pair<std::string, std::string>>;

void flatten(const Json& value, const std::string& path, Flat& flat) {
    if (value.is_array())
        flat.emplace_back(path, base::format("{}", value.size()));
    else if (!value.is_object() || is_rate(value))
        flat.emplace_back(path, shown(value));
    else
        for (const auto& [key, inner] : value.items())
            flatten(inner, path.empty() ? key : path + "." + key, flat);
}

std::optional<std::string> find(const Flat& flat, const std::string& path) {
    const auto found = std::ranges::find(flat, path, &Flat::value_type::first);
    return found == flat.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

Text figure_title(std::string_view path) {
    for (const auto& row : figure_table()) {
        if (path == row.path) return row.title;
        // A count by channel, category or clause carries its name behind the last dot.
        if (path.starts_with(row.path) && path.substr(row.path.size()).starts_with('.')) {
            const auto name = path.substr(row.path.size() + 1);
            return {base::format("{} {}", row.title.zh, name),
                    base::format("{} {}", row.title.en, name)};
        }
    }
    return plain(std::string(path));
}

std::vector<Change> changes_between(const std::string& earlier, const std::string& later) {
    Flat before;
    Flat after;
    flatten(Json::parse(earlier), {}, before);
    flatten(Json::parse(later), {}, after);
    std::vector<Change> changes;
    for (const auto& [path, value] : after) {
        const auto was = find(before, path);
        if (was != value) changes.push_back({figure_title(path), was.value_or("–"), value});
    }
    for (const auto& [path, value] : before)
        if (!find(after, path)) changes.push_back({figure_title(path), value, "–"});
    return changes;
}

}  // namespace huiyin::reports
