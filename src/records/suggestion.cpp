#include "huiyin/records/suggestion.hpp"

namespace huiyin::records {

namespace {

Matter require_suggestion(const Writing& writing, std::string_view number) {
    return require_matter(writing.connection(), number, writing.year(), MatterKind::suggestion);
}

}  // namespace

Made add_suggestion(const Writing& writing, const NewSuggestion& suggestion) {
    const auto opened = open_matter(writing, suggestion.matter);
    store::run(writing.connection(), "INSERT INTO suggestion (id, sort) VALUES (?, ?)", opened.id,
               suggestion.sort);
    return {opened.no, {}};
}

Suggestion load_suggestion(store::Connection& connection, MatterId id) {
    return {.matter = load_matter(connection, id),
            .sort = store::find_text(connection, "SELECT sort FROM suggestion WHERE id = ?", id)
                        .value_or("")};
}

Made answer_suggestion(const Writing& writing, std::string_view number, const Answer& answer) {
    const auto matter = require_suggestion(writing, number);
    const auto step = add_step(writing, matter.id,
                               {.what = "answer", .method = answer.method, .text = answer.text});
    store::run(writing.connection(), "INSERT INTO suggestion_answer (step, courtesy) VALUES (?, ?)",
               step, answer.courtesy);
    return {matter.no, {}};
}

Made close_suggestion(const Writing& writing, std::string_view number,
                      const std::optional<std::string>& outcome) {
    const auto matter = require_suggestion(writing, number);
    close_matter(writing, matter.id, outcome, {}, {});
    return {matter.no, {}};
}

}  // namespace huiyin::records
