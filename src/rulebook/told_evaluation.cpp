#include "told_evaluation.hpp"

#include <optional>

#include "huiyin/records/policy.hpp"
#include "huiyin/rulebook/regulation.hpp"
#include "packing.hpp"

namespace huiyin::rulebook {

namespace {

template <typename Value, typename Number>
void pack_maybe(std::string& bytes, const std::optional<Value>& value, Number number_of) {
    pack_number(bytes, value.has_value() ? 1 : 0);
    if (value) pack_number(bytes, number_of(*value));
}

std::optional<std::int64_t> take_maybe(std::string_view& bytes) {
    if (take_number(bytes) == 0) return {};
    return take_number(bytes);
}

std::optional<base::Instant> take_time_or_none(std::string_view& bytes) {
    const auto seconds = take_maybe(bytes);
    return seconds ? std::optional(base::instant(*seconds)) : std::nullopt;
}

std::int64_t seconds_of(base::Instant at) {
    return base::seconds(at);
}

void pack(std::string& bytes, const Found& found) {
    pack_words(bytes, found.rule->id);
    pack_words(bytes, found.severity);
    pack_words(bytes, found.subject);
    for (const std::int64_t number :
         {base::seconds(found.since), found.row, found.avoidable, std::int64_t{found.open},
          std::int64_t{found.to_be_explained}, std::ssize(*found.columns)})
        pack_number(bytes, number);
    for (const auto& column : *found.columns)
        pack_words(bytes, column);
    pack_words(bytes, found.cells);
}

Found take_found(std::string_view& bytes, FindingMaker& maker) {
    Found found;
    found.rule = &require_rule(take_words(bytes));
    found.severity = lasting_severity(take_words(bytes));
    found.subject = take_words(bytes);
    found.since = base::instant(take_number(bytes));
    found.row = take_number(bytes);
    found.avoidable = take_number(bytes);
    found.open = take_number(bytes) != 0;
    found.to_be_explained = take_number(bytes) != 0;
    Columns columns(static_cast<std::size_t>(take_number(bytes)));
    for (auto& column : columns)
        column = take_words(bytes);
    found.columns = maker.kept(columns);
    found.cells = take_words(bytes);
    return found;
}

void pack(std::string& bytes, const Deadline& deadline) {
    pack_words(bytes, deadline.rule->id);
    pack_words(bytes, deadline.subject);
    pack_number(bytes, base::seconds(deadline.started));
    pack_number(bytes, base::seconds(deadline.due));
    pack_maybe(bytes, deadline.met, seconds_of);
    pack_maybe(bytes, deadline.stopped, seconds_of);
    pack_words(bytes, deadline.limit);
    pack_number(bytes, deadline.policy_edition);
    pack_words(bytes, deadline.limit_text);
    pack_number(bytes, deadline.rated ? 1 : 0);
    pack_maybe(bytes, deadline.said, [](records::StaffId staff) { return staff; });
}

Deadline take_deadline(std::string_view& bytes) {
    Deadline deadline;
    deadline.rule = &require_rule(take_words(bytes));
    deadline.subject = take_words(bytes);
    deadline.started = base::instant(take_number(bytes));
    deadline.due = base::instant(take_number(bytes));
    deadline.met = take_time_or_none(bytes);
    deadline.stopped = take_time_or_none(bytes);
    const auto limit = take_words(bytes);
    if (limit == deadline.rule->limit)
        deadline.limit = deadline.rule->limit;
    else if (!limit.empty())
        deadline.limit = records::policy_definition(limit).key;
    deadline.policy_edition = static_cast<int>(take_number(bytes));
    deadline.limit_text = take_words(bytes);
    deadline.rated = take_number(bytes) != 0;
    deadline.said = take_maybe(bytes);
    return deadline;
}

}  // namespace

std::string packed(const Evaluation& part) {
    std::string bytes;
    pack_number(bytes, part.portion);
    pack_number(bytes, std::ssize(part.findings));
    for (const auto& found : part.findings)
        pack(bytes, found);
    pack_number(bytes, std::ssize(part.deadlines));
    for (const auto& deadline : part.deadlines)
        pack(bytes, deadline);
    return bytes;
}

Evaluation unpacked(std::string_view bytes, FindingMaker& maker) {
    Evaluation part;
    part.portion = take_number(bytes);
    for (auto left = take_number(bytes); left > 0; --left)
        part.findings.push_back(take_found(bytes, maker));
    for (auto left = take_number(bytes); left > 0; --left)
        part.deadlines.push_back(take_deadline(bytes));
    return part;
}

}  // namespace huiyin::rulebook
