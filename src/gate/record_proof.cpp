#include "huiyin/gate/record_proof.hpp"

#include <algorithm>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/field.hpp"
#include "huiyin/rulebook/touched.hpp"
#include "huiyin/store/query.hpp"
#include "proof_text.hpp"

namespace huiyin::gate {

using store::Query;

namespace {

std::vector<std::int64_t> sequence_numbers(store::Connection& connection, records::MatterId id) {
    std::vector<std::int64_t> numbers;
    for (Query row(connection, "SELECT DISTINCT entry FROM step WHERE matter = ? ORDER BY entry",
                   id);
         row.next();)
        numbers.push_back(row.integer(0));
    return numbers;
}

/// The text as it is on file, where this entry's digest is that of it.
std::optional<DisclosedText> text_of(store::Connection& connection, std::int64_t id,
                                     std::string_view digest) {
    static const auto sql = base::format(
        "SELECT s.place, s.row, c.salt, c.value, {} FROM said s JOIN content c ON c.id = s.id"
        " LEFT JOIN step t ON t.id = s.row AND s.place = 'step.text'"
        " WHERE s.id = ?1 AND s.digest = ?2 AND c.salt IS NOT NULL AND c.value IS NOT NULL",
        records::is_personal_sql());
    Query row(connection, sql, id, store::Blob{digest});
    if (!row.next()) return {};
    return DisclosedText{.id = id,
                         .place = row.text(0),
                         .row = row.integer(1),
                         .salt = std::string(row.blob(2)),
                         .value = row.text(3),
                         .is_personal = row.integer(4) != 0};
}

bool belongs_to(store::Connection& connection, const DisclosedText& text,
                const records::Matter& matter) {
    const auto table = std::string_view(text.place).substr(0, text.place.find('.'));
    return rulebook::name_of_row(connection, table, text.row) == matter.no;
}

}  // namespace

std::vector<EntryOfRecord> entries_of(store::Connection& connection, const records::Matter& matter,
                                      const std::function<bool(const DisclosedText&)>& discloses) {
    std::vector<EntryOfRecord> entries;
    for (const auto seq : sequence_numbers(connection, matter.id)) {
        Query row(connection, "SELECT head, changeset FROM journal WHERE seq = ?", seq);
        if (!row.next()) continue;
        EntryOfRecord found{.entry = {.seq = seq,
                                      .head = row.text(0),
                                      .changeset = std::string(row.blob(1)),
                                      .texts = {}},
                            .others = 0};
        for_each_said(found.entry.changeset, [&](std::int64_t id, std::string_view digest) {
            const auto text = text_of(connection, id, digest);
            if (text && belongs_to(connection, *text, matter) && discloses(*text))
                found.entry.texts.push_back(*text);
        });
        const auto changes = rulebook::summary_of_changes(connection, found.entry.changeset);
        found.others = std::ranges::count_if(changes.subjects, [&](const auto& subject) {
            return subject.first == "matter" && subject.second != matter.id;
        });
        entries.push_back(std::move(found));
    }
    return entries;
}

}  // namespace huiyin::gate
