#include "huiyin/records/search.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "huiyin/base/display.hpp"
#include "huiyin/base/fold.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/home.hpp"
#include "huiyin/base/phone.hpp"
#include "huiyin/records/field.hpp"
#include "huiyin/records/matter_list.hpp"

namespace huiyin::records {

using store::Query;

namespace {

/// Where words are looked for.
std::string places_of_steps() {
    return places_where(
        [](const Field& field) { return field.searched && belongs_to(field) == BelongsTo::step; });
}
std::string places_of_matters() {
    return places_where([](const Field& field) {
        return field.searched && belongs_to(field) == BelongsTo::matter;
    });
}

/// The letters and digits of a text in runs, each as its own string.
std::vector<std::vector<std::string>> runs_of(std::string_view folded) {
    std::vector<std::vector<std::string>> runs(1);
    for (const auto& letter : base::letters(folded)) {
        if (letter.is_word)
            runs.back().emplace_back(letter.bytes);
        else if (!runs.back().empty())
            runs.emplace_back();
    }
    return runs;
}

/// The entry of a whole phone number, so that it is found in every spelling.
std::string number_entry(std::string_view digits) {
    return base::format("t{}", digits);
}

/// What the index has of a text: every letter, every two that stand side by side, and each phone
/// number as one.
std::string index_entry(std::string_view text, bool is_phone) {
    std::set<std::string> entries;
    for (const auto& run : runs_of(base::fold(text)))
        for (std::size_t at = 0; at < run.size(); ++at) {
            entries.insert(run[at]);
            if (at > 0) entries.insert(run[at - 1] + run[at]);
        }
    for (const auto& place : base::find_phones(text))
        entries.insert(number_entry(place.digits));
    if (is_phone) entries.insert(number_entry(base::plain_phone(text)));
    std::string line;
    for (const auto& entry : entries)
        line.append(entry).append(" ");
    return line;
}

/// What the index must have of a text that contains these words: pairs, or a letter by itself.
std::string index_query(std::string_view folded) {
    std::set<std::string> wanted;
    for (const auto& run : runs_of(folded)) {
        if (run.size() == 1) wanted.insert(run.front());
        for (std::size_t at = 1; at < run.size(); ++at)
            wanted.insert(run[at - 1] + run[at]);
    }
    std::string query;
    for (const auto& entry : wanted)
        query += base::format("{}\"{}\"", query.empty() ? "" : " AND ", entry);
    return query;
}

/// The number that the words are, if they are one and nothing else.
std::optional<std::string> number_in(std::string_view words) {
    constexpr std::size_t fewest_digits = 7;
    const auto places = base::find_phones(words);
    if (places.size() > 1) return {};
    const auto rest =
        places.empty()
            ? std::string(words)
            : std::string(words.substr(0, places[0].begin)).append(words.substr(places[0].end));
    // Beside a number may stand its extension: 转801.
    static constexpr std::array<std::string_view, 7> extension{"转", "轉", "分", "机",
                                                               "e",  "x",  "t"};
    const auto rest_letters = base::fold(rest);
    const bool alone =
        std::ranges::none_of(base::letters(rest_letters), [&](const base::Letter& letter) {
            const bool is_digit =
                letter.bytes.size() == 1 && letter.bytes[0] >= '0' && letter.bytes[0] <= '9';
            const bool extends =
                !places.empty() && std::ranges::find(extension, letter.bytes) != extension.end();
            return letter.is_word && !is_digit && !extends;
        });
    auto digits = base::plain_phone(words);
    return alone && digits.size() >= fewest_digits ? std::optional(std::move(digits))
                                                   : std::nullopt;
}

/// What somebody looks for: the words themselves, or a number or home in any spelling of it.
class Sought {
  public:
    explicit Sought(std::string_view words)
        : folded_(base::fold(words)), number_(number_in(words)), home_(words) {}

    /// For the index; empty where nothing of it could be in there.
    std::string query() const {
        auto query = index_query(folded_);
        if (query.empty()) return query;
        if (number_) query = base::format("({}) OR \"{}\"", query, number_entry(*number_));
        if (!home_.can_be_sought()) return query;
        std::string parts;
        for (const auto& part : home_.letters())
            parts.append(parts.empty() ? "" : " AND ").append(index_query(base::fold(part)));
        return base::format("({}) OR ({})", query, parts);
    }

    /// The byte around which it stands.
    std::optional<std::size_t> find(const std::string& text, bool is_phone) const {
        if (const auto at = base::find_folded(text, folded_)) return at;
        if (number_) {
            if (is_phone && base::plain_phone(text) == *number_) return 0;
            for (const auto& place : base::find_phones(text))
                if (place.digits == *number_) return place.begin;
        }
        if (home_.is_in(text)) return base::find_folded(text, home_.letters().back()).value_or(0);
        return {};
    }

    bool is_home() const { return home_.can_be_sought(); }

  private:
    std::string folded_;
    std::optional<std::string> number_;
    base::HomeSought home_;
};

/// A copy of an older store may have no index yet.
bool is_indexed(store::Connection& connection) {
    return store::find_integer(connection, "SELECT 1 FROM search_index_docsize LIMIT 1")
        .has_value();
}

/// The same order as everywhere: oldest matter first, then as it was said.
void put_in_order(store::Connection& connection, std::vector<Hit>& hits) {
    std::map<MatterId, std::int64_t> at;
    for (const auto& hit : hits)
        if (!at.contains(hit.matter))
            at.emplace(hit.matter, store::find_integer(
                                       connection, "SELECT at FROM matter WHERE id = ?", hit.matter)
                                       .value_or(0));
    std::ranges::stable_sort(
        hits, {}, [&](const Hit& hit) { return std::pair(at.at(hit.matter), hit.matter); });
}

}  // namespace

std::vector<Hit> search(store::Connection& connection, std::string_view words, Sees sees) {
    const Sought sought(words);
    const auto query = sought.query();
    // Marks alone are in no index: then everything is read.
    const auto candidates = !query.empty() && is_indexed(connection)
                                ? std::string(
                                      "search_index JOIN said s ON s.id = search_index.rowid"
                                      " WHERE search_index MATCH ?1")
                                : std::string("said s WHERE ?1 IS NOT NULL");
    std::vector<Hit> hits;
    for (Query row(
             connection,
             base::format(
                 "SELECT m.id, s.place, coalesce(t.seq, 0), c.value, coalesce(t.field, ''),"
                 " coalesce(t.what, '')"
                 " FROM (SELECT s.id, s.place, s.row FROM {2}) s"
                 " JOIN content c ON c.id = s.id AND c.value IS NOT NULL"
                 " LEFT JOIN step t ON t.id = s.row AND s.place IN {0}"
                 " JOIN matter m ON m.id = coalesce(t.matter, iif(s.place IN {1}, s.row, NULL))"
                 " ORDER BY m.at, m.id, s.id",
                 places_of_steps(), places_of_matters(), candidates),
             query);
         row.next();) {
        Hit hit{.matter = row.integer(0),
                .place = row.text(1),
                .step = static_cast<int>(row.integer(2)),
                .what = row.text(5),
                .text = row.text(3)};
        hit.field = said_field(hit.place, row.text(4));
        if (sees == Sees::what_is_masked) {
            if (hit.field->is_personal()) continue;
            // Whoever sees stars could else try digit after digit until something is found.
            hit.text = base::mask_phones_in(hit.text);
        }
        if (const auto at = sought.find(hit.text, hit.field->type == FieldType::phone)) {
            hit.at = *at;
            hits.push_back(std::move(hit));
        }
    }
    if (!sought.is_home()) return hits;
    for (const auto matter : matters_of_unit(connection, words))
        hits.push_back({.matter = matter,
                        .place = "matter.unit",
                        .text = load_matter(connection, matter).unit.value_or(""),
                        .field = field_at("matter.unit")});
    put_in_order(connection, hits);
    return hits;
}

std::vector<MatterId> matters_with_phone(store::Connection& connection, std::string_view phone) {
    const auto digits = base::plain_phone(phone);
    std::vector<MatterId> matters;
    if (is_indexed(connection)) {
        for (Query row(
                 connection,
                 "SELECT m.id FROM search_index CROSS JOIN said s ON s.id = search_index.rowid"
                 " CROSS JOIN matter m ON m.id = s.row AND m.phone = s.id"
                 " WHERE search_index MATCH ? AND s.place = 'matter.phone'",
                 base::format("\"{}\"", number_entry(digits)));
             row.next();)
            matters.push_back(row.integer(0));
        return matters;
    }
    for (Query row(connection,
                   "SELECT m.id, c.value FROM matter m JOIN content c ON c.id = m.phone"
                   " WHERE c.value IS NOT NULL");
         row.next();)
        if (base::plain_phone(row.text(1)) == digits) matters.push_back(row.integer(0));
    return matters;
}

void forget_index(store::Connection& connection) {
    store::run(connection, "INSERT INTO search_index (search_index) VALUES ('delete-all')");
}

void bring_index_up_to_date(store::Connection& connection) {
    const auto last =
        store::find_integer(connection, "SELECT max(id) FROM search_index_docsize").value_or(0);
    std::vector<std::pair<KeptTextId, std::string>> entries;
    for (Query row(
             connection,
             base::format(
                 "SELECT s.id, c.value, s.place = 'matter.phone' OR t.field IS 'phone'"
                 " FROM said s JOIN content c ON c.id = s.id"
                 " LEFT JOIN step t ON t.id = s.row AND s.place = 'step.text'"
                 " WHERE s.id > ? AND c.value IS NOT NULL AND (s.place IN {} OR s.place IN {})",
                 places_of_steps(), places_of_matters()),
             last);
         row.next();)
        entries.emplace_back(row.integer(0), index_entry(row.text(1), row.flag(2)));
    for (const auto& [id, letters] : entries)
        store::run(connection, "INSERT INTO search_index (rowid, letters) VALUES (?, ?)", id,
                   letters);
}

}  // namespace huiyin::records
