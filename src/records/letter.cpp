#include "huiyin/records/letter.hpp"

#include <set>

#include "huiyin/records/callback.hpp"
#include "huiyin/records/own_fields.hpp"
#include "huiyin/records/snippet.hpp"

namespace huiyin::records {

using store::Query;

WriteResult publish_letter(const Writing& writing, const std::string& subject,
                           const std::string& text, const std::vector<std::string>& answers) {
    std::vector<Matter> matters;
    std::set<MatterId> answered;
    for (const auto& number : answers) {
        auto matter = require_called_back(writing, number);
        if (answered.insert(matter.id).second) matters.push_back(std::move(matter));
    }

    const auto words = in_full(writing, {.kind = MatterKind::letter}, "letter", text);
    const auto letter = open_matter(
        writing, {.kind = MatterKind::letter, .channel = "letter", .text = words}, {.what = "add"});
    FieldValues own("letter");
    own.set("subject", subject);
    insert_own_fields(writing, letter.id, own);
    // Nothing is left to be done on a letter that is out.
    store::run(writing.connection(), "UPDATE matter SET closed_at = at WHERE id = ?", letter.id);
    WriteResult made{letter.no, {}};
    for (const auto& matter : matters) {
        const auto callback =
            log_callback(writing, matter.no, {.method = "open-letter", .note = letter.no});
        store::run(writing.connection(),
                   "INSERT INTO letter_share (callback, letter)"
                   " SELECT id, ? FROM callback WHERE no = ?",
                   letter.id, callback.no);
        made.opened.push_back(callback.no);
    }
    return made;
}

Letter load_letter(store::Connection& connection, MatterId id) {
    Letter letter{.answers = {}, .callbacks = {}};
    for (Query row(connection,
                   "SELECT m.no, c.no FROM letter_share s JOIN callback c ON c.id = s.callback"
                   " JOIN matter m ON m.id = c.matter WHERE s.letter = ? ORDER BY c.id",
                   id);
         row.next();) {
        letter.answers.push_back(row.text(0));
        letter.callbacks.push_back(row.text(1));
    }
    return letter;
}

}  // namespace huiyin::records
