#include "huiyin/records/search.hpp"

#include <fmt/format.h>

#include <set>

#include "huiyin/base/fold.hpp"
#include "huiyin/records/field.hpp"

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

/// What the index has of a text: every letter, and every two that stand side by side.
std::string index_entry(std::string_view text) {
    std::set<std::string> entries;
    for (const auto& run : runs_of(base::fold(text)))
        for (std::size_t at = 0; at < run.size(); ++at) {
            entries.insert(run[at]);
            if (at > 0) entries.insert(run[at - 1] + run[at]);
        }
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
        query += fmt::format("\"{}\" ", entry);
    return query;
}

}  // namespace

std::vector<Hit> search(store::Connection& connection, std::string_view words, bool personal) {
    const auto folded = base::fold(words);
    const auto query = index_query(folded);
    // Marks alone are in no index: then everything is looked at.
    const auto candidates = query.empty()
                                ? std::string("said s WHERE ?1 = ''")
                                : std::string(
                                      "search_index JOIN said s ON s.id = search_index.rowid"
                                      " WHERE search_index MATCH ?1");
    std::vector<Hit> hits;
    for (Query row(
             connection,
             fmt::format(
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
        if (hit.field->is_personal() && !personal) continue;
        if (const auto at = base::find_folded(hit.text, folded)) {
            hit.at = *at;
            hits.push_back(std::move(hit));
        }
    }
    return hits;
}

void forget_index(store::Connection& connection) {
    store::run(connection, "INSERT INTO search_index (search_index) VALUES ('delete-all')");
}

void bring_index_up_to_date(store::Connection& connection) {
    const auto last =
        store::find_integer(connection, "SELECT max(id) FROM search_index_docsize").value_or(0);
    std::vector<std::pair<SaidId, std::string>> entries;
    for (Query row(
             connection,
             fmt::format(
                 "SELECT s.id, c.value FROM said s JOIN content c ON c.id = s.id"
                 " WHERE s.id > ? AND c.value IS NOT NULL AND (s.place IN {} OR s.place IN {})",
                 places_of_steps(), places_of_matters()),
             last);
         row.next();)
        entries.emplace_back(row.integer(0), index_entry(row.text(1)));
    for (const auto& [id, letters] : entries)
        store::run(connection, "INSERT INTO search_index (rowid, letters) VALUES (?, ?)", id,
                   letters);
}

}  // namespace huiyin::records
