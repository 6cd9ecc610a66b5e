#include "huiyin/records/survey.hpp"

#include "huiyin/base/failure.hpp"
#include "huiyin/records/own_fields.hpp"

namespace huiyin::records {

using base::compose;
using base::Exit;
using base::Failure;
using store::Query;

WriteResult issue_survey(const Writing& writing, const std::string& title, std::int64_t count,
                         std::optional<base::Instant> until) {
    const auto opened =
        open_matter(writing, {.kind = MatterKind::survey, .channel = "survey", .text = title});
    FieldValues own("survey");
    own.set("count", count);
    if (until) own.set("until", *until);
    insert_own_fields(writing, opened.id, own);
    return {opened.no, {}};
}

WriteResult collect_survey(const Writing& writing, std::string_view number,
                           const Collection& collection) {
    const auto matter =
        require_matter(writing.connection(), number, writing.year(), MatterKind::survey);
    const auto survey = load_survey(writing.connection(), matter.id);
    if (survey.returned + collection.returned > survey.issued)
        throw Failure(Exit::usage,
                      compose({"{} 发出 {} 份,已收回 {} 份,不能再收回 {} 份",
                               "{}: {} issued and {} returned so far; {} more cannot be returned"},
                              matter.no, survey.issued, survey.returned, collection.returned),
                      base::Label{"核对 --count", "check --count"});
    if (collection.satisfied.value_or(0) + collection.dissatisfied.value_or(0) >
        collection.returned)
        throw Failure(Exit::usage,
                      base::Label{"满意与不满意的份数之和超过了收回的份数",
                                  "satisfied and dissatisfied are more than were returned"},
                      base::Label{"核对 --count、--satisfied、--dissatisfied",
                                  "check --count, --satisfied, --dissatisfied"});
    const auto step = add_step(writing, matter.id, {.what = "collect"});
    store::run(writing.connection(),
               "INSERT INTO survey_return (step, returned, satisfied, dissatisfied)"
               " VALUES (?, ?, ?, ?)",
               step, collection.returned, collection.satisfied, collection.dissatisfied);
    return {matter.no, {}};
}

Survey load_survey(store::Connection& connection, MatterId id) {
    Survey survey{.matter = load_matter(connection, id),
                  .issued = load_own_fields(connection, "survey", id).whole("count").value_or(0)};
    Query row(connection,
              "SELECT coalesce(sum(r.returned), 0), coalesce(sum(r.satisfied), 0),"
              " coalesce(sum(r.dissatisfied), 0)"
              " FROM step s JOIN survey_return r ON r.step = s.id"
              " WHERE s.matter = ? AND s.what = 'collect'",
              id);
    row.next();
    survey.returned = row.integer(0);
    survey.satisfied = row.integer(1);
    survey.dissatisfied = row.integer(2);
    return survey;
}

}  // namespace huiyin::records
