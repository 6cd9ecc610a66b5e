#include "huiyin/records/suggestion.hpp"

#include "huiyin/records/own_fields.hpp"

namespace huiyin::records {

namespace {

Matter require_suggestion(const Writing& writing, std::string_view number) {
    return require_matter(writing.connection(), number, writing.year(), MatterKind::suggestion);
}

}  // namespace

WriteResult add_suggestion(const Writing& writing, const NewSuggestion& suggestion) {
    const auto opened = open_matter(writing, suggestion.matter);
    FieldValues own("suggestion");
    own.set("kind", suggestion.kind);
    insert_own_fields(writing, opened.id, own);
    return {opened.no, {}};
}

WriteResult answer_suggestion(const Writing& writing, std::string_view number,
                              const Answer& answer) {
    const auto matter = require_suggestion(writing, number);
    const auto step = add_step(writing, matter.id,
                               {.what = "answer", .method = answer.method, .text = answer.text});
    store::run(writing.connection(), "INSERT INTO suggestion_answer (step, courtesy) VALUES (?, ?)",
               step, answer.courtesy);
    return {matter.no, {}};
}

WriteResult close_suggestion(const Writing& writing, std::string_view number,
                             const std::optional<std::string>& outcome) {
    const auto matter = require_suggestion(writing, number);
    close_matter(writing, matter.id, outcome, {}, {});
    return {matter.no, {}};
}

}  // namespace huiyin::records
