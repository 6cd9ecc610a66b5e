#include "huiyin/records/field.hpp"

#include <algorithm>
#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/records/fields/all.hpp"

namespace huiyin::records {

namespace {

constexpr const auto& table = all_fields;
constexpr auto headings =
    joined(paper_headings_of_matters, paper_headings_of_homes, paper_headings_of_all);

/// Tables with one row for each matter, under its id, and one for each step.
constexpr std::array<std::string_view, 10> of_matters{
    "matter", "complaint", "repair", "suggestion", "letter",
    "survey", "conduct",   "event",  "shift",      "roster"};
constexpr std::array<std::string_view, 12> of_steps{
    "step",          "callback",   "order_detail",      "handover",
    "event_message", "attachment", "survey_return",     "recategorised",
    "quarrel",       "patrol",     "suggestion_answer", "rearranged"};

/// Where a correction says what a field is corrected to.
constexpr std::string_view corrections = "step.text";

/// What `name` makes of each field, empty of some, as an SQL list.
template <typename Name>
std::string quoted_list(Name name) {
    std::string list;
    for (const auto& field : table)
        if (const std::string_view one = name(field); !one.empty())
            list.append(list.empty() ? "('" : ", '").append(one).append("'");
    return list.append(list.empty() ? "()" : ")");
}

const Field* amended_under(std::string_view option, const std::vector<const Field*>& all) {
    const auto found = std::ranges::find_if(all, [&](const Field* field) {
        return field->amend != Amend::nobody && field->typed.option == option;
    });
    return found == all.end() ? nullptr : *found;
}

/// What a query may ask of a field.
struct Trait {
    std::string_view name;
    bool (*has)(const Field& field);
};
constexpr std::array traits{
    Trait{"spoken", [](const Field& field) { return field.spoken; }},
    Trait{"personal", [](const Field& field) { return field.is_personal(); }},
    Trait{"searched", [](const Field& field) { return field.searched; }},
};

bool stands_in(std::span<const std::string_view> tables, std::string_view one) {
    return std::ranges::find(tables, one) != tables.end();
}

}  // namespace

BelongsTo belongs_to(const Field& field) {
    if (stands_in(of_matters, field.table())) return BelongsTo::matter;
    return stands_in(of_steps, field.table()) ? BelongsTo::step : BelongsTo::office;
}

std::string_view key_column(const Field& field) {
    const bool own_key = belongs_to(field) != BelongsTo::step || field.table() == "step" ||
                         field.table() == "callback";
    return own_key ? "id" : "step";
}

std::span<const Field> fields() {
    return table;
}

std::vector<const Field*> fields_of(std::string_view of) {
    std::vector<const Field*> found;
    for (const auto& field : table)
        if (field.of == of && !field.key.empty()) found.push_back(&field);
    return found;
}

std::vector<const Field*> fields_of_kind(std::string_view kind) {
    auto all = fields_of("matter");
    for (const auto* own : fields_of(kind)) {
        const auto same = std::ranges::find(all, own->key, &Field::key);
        if (same == all.end())
            all.push_back(own);
        else
            *same = own;
    }
    return all;
}

const Field* find_field(std::string_view of, std::string_view key) {
    const auto* found = std::ranges::find_if(
        table, [&](const Field& field) { return field.key == key && field.of == of; });
    return found == table.end() || key.empty() ? nullptr : found;
}

const Field* field_at(std::string_view place) {
    const auto* found = std::ranges::find(table, place, &Field::place);
    return found == table.end() || place.empty() ? nullptr : found;
}

const Field* field_in_column(std::string_view column) {
    const auto* found =
        std::ranges::find_if(table, [&](const Field& field) { return field.column() == column; });
    return found == table.end() || column.empty() ? nullptr : found;
}

const Field* amendable_field(std::string_view kind, std::string_view option) {
    return amended_under(option, fields_of_kind(kind));
}

const Field* amendable_part(std::string_view of, std::string_view option) {
    return amended_under(option, fields_of(of));
}

const Field* said_field(std::string_view place, std::string_view corrected) {
    if (!corrected.empty() && place == corrections) {
        const auto* found = std::ranges::find_if(table, [&](const Field& field) {
            return field.amend != Amend::nobody && field.typed.option == corrected;
        });
        if (found != table.end()) return found;
    }
    return field_at(place);
}

std::string places_where(bool (*wanted)(const Field&)) {
    return quoted_list([&](const Field& field) {
        return !field.place.empty() && wanted(field) ? field.place : std::string_view{};
    });
}

std::string with_fields(std::string_view sql) {
    constexpr std::string_view asking = "(SELECT place FROM field WHERE ";
    std::string written;
    for (auto at = sql.find(asking); at != sql.npos; at = sql.find(asking)) {
        written.append(sql.substr(0, at));
        sql.remove_prefix(at + asking.size());
        const auto name = sql.substr(0, sql.find(')'));
        const auto* known = std::ranges::find(traits, name, &Trait::name);
        if (known == traits.end())
            throw base::Failure(
                base::Exit::integrity,
                base::compose({"字段没有 {} 这一性质", "no field has a trait {}"}, name));
        written.append(places_where(known->has));
        sql.remove_prefix(std::min(name.size() + 1, sql.size()));
    }
    return written.append(sql);
}

std::string is_personal_sql() {
    const auto places = places_where([](const Field& field) { return field.is_personal(); });
    const auto options = quoted_list([](const Field& field) {
        return field.is_personal() && field.amend != Amend::nobody ? field.typed.option
                                                                   : std::string_view{};
    });
    return "(s.place IN " + places + " OR (s.place = '" + std::string(corrections) +
           "' AND coalesce(t.field IN " + options + ", 0)))";
}

std::span<const PaperHeading> paper_headings() {
    return headings;
}

base::Text word_title(std::span<const ListedWord> list, std::string_view word) {
    const auto found = std::ranges::find(list, word, &ListedWord::word);
    return found == list.end() ? base::plain(std::string(word)) : base::Text(found->title);
}

}  // namespace huiyin::records
