#include "scope_definition.hpp"

#include <algorithm>

#include "huiyin/base/embedded.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/matter_sql.hpp"

namespace huiyin::rulebook {

std::span<const base::EmbeddedFile> context_files();  // made by the build

namespace {

constexpr std::string_view opening = "\nCREATE TEMP ";

/// Takes ` @MARK(…)` off the front of the text and gives what stands in its brackets.
std::string_view take_mark(std::string_view& text, std::string_view mark) {
    if (!text.starts_with(mark)) return {};
    const auto end = text.find(')');
    const auto inside = text.substr(mark.size(), end - mark.size());
    text.remove_prefix(end + 1);
    return inside;
}

ScopeDefinition read_definition(std::string_view text) {
    ScopeDefinition definition{};
    definition.is_table = text.starts_with("TABLE ");
    text.remove_prefix(text.find(' ') + 1);
    definition.name = text.substr(0, text.find_first_of(" ("));
    text.remove_prefix(definition.name.size());
    if (!definition.is_table) definition.columns = take_mark(text, " (");
    definition.kept_by = take_mark(text, " @kept(");
    definition.asked_by = take_mark(text, " @asked(");
    definition.seen_by = take_mark(text, " @seen(");
    constexpr std::string_view as = " AS\n";
    if (text.starts_with(as)) text.remove_prefix(as.size());
    definition.body = text.substr(0, text.find(";\n"));
    return definition;
}

std::string only_touched(std::string_view kind) {
    // The views call the row's key `m.id` or `p.id`: matters m, people and policies p.
    return base::format("AND {}.id IN (SELECT id FROM temp.touched_{})",
                        kind == "matter" ? "m" : "p", kind);
}

/// Puts what `instead` gives in the place of each `@MARK(…)`, by what stands in its brackets.
template <typename Instead>
void replace_marks(std::string& body, std::string_view mark, Instead instead) {
    for (auto at = body.find(mark); at != std::string::npos; at = body.find(mark, at)) {
        const auto end = body.find(')', at);
        const auto inside = std::string_view(body).substr(at + mark.size(), end - at - mark.size());
        const auto text = instead(inside);
        body.replace(at, end - at + 1, text);
        at += text.size();
    }
}

}  // namespace

std::span<const ScopeDefinition> scope_definitions() {
    static const std::vector<ScopeDefinition> all = [] {
        std::vector<ScopeDefinition> list;
        for (const std::string_view file : {"scope.sql", "owed.sql"}) {
            const auto text =
                std::ranges::find(context_files(), file, &base::EmbeddedFile::path)->text;
            for (auto at = text.find(opening); at != text.npos; at = text.find(opening, at + 1))
                list.push_back(read_definition(text.substr(at + opening.size())));
        }
        return list;
    }();
    return all;
}

const ScopeDefinition* find_scope_definition(std::string_view name) {
    const auto all = scope_definitions();
    const auto found = std::ranges::find(all, name, &ScopeDefinition::name);
    return found == all.end() ? nullptr : &*found;
}

std::string select_of(const ScopeDefinition& definition, bool touched_only, const KeyIs& key,
                      bool asks_holder) {
    std::string body(definition.body);
    replace_marks(body, "@touched(", [&](std::string_view kind) {
        return touched_only ? only_touched(kind) : std::string{};
    });
    replace_marks(body, "@key(", [&](std::string_view place) {
        if (key.condition.empty()) return std::string{};
        const auto star = std::min(place.find('*'), place.size());
        return base::format("AND {}{}{}", place.substr(0, star),
                            star < place.size() ? key.column : std::string_view{}, key.condition);
    });
    replace_marks(body, "@held(", [&](std::string_view holder) {
        return asks_holder ? std::string(holder) : std::string("NULL");
    });
    constexpr std::string_view once = "@once";
    if (const auto at = body.find(once); at != std::string::npos)
        body.replace(at, once.size(), touched_only ? "MATERIALIZED" : "");
    return records::with_matter_sql(body);
}

bool is_asked_inside(const ScopeDefinition& definition) {
    return definition.body.find("@key(") != std::string_view::npos;
}

}  // namespace huiyin::rulebook
