#include "step_signs.hpp"

#include <algorithm>
#include <utility>

namespace huiyin::rulebook {

using records::StepTrait;

std::string step_fact(std::string_view what, std::string_view ending) {
    std::string name(what);
    std::ranges::replace(name, '-', '_');
    return name.append(ending);
}

void take_matter(const store::Query& row, base::Instant now, Facts& facts, Signs& signs) {
    auto& values = facts.values;
    const auto until = base::seconds(now);
    const auto keep = [&](const char* name, const auto& value) {
        if (value) values.emplace(name, *value);
    };
    facts.kind = row.text(0);
    facts.stands = row.integer(2) <= until && (row.is_null(9) || row.integer(9) > until);
    const auto reachable_at = row.maybe_integer(7);
    values.emplace("id", facts.id);
    values.emplace("kind", facts.kind);
    values.emplace("no", row.text(1));
    values.emplace("at", row.integer(2));
    keep("channel", row.maybe_text(3));
    keep("category", row.maybe_text(4));
    keep("unit", row.maybe_text(5));
    keep("text", row.maybe_integer(6));
    keep("phone", row.maybe_integer(10));
    keep("reachable_at", reachable_at);
    if (!row.is_null(8) && row.integer(8) <= until) values.emplace("closed_at", row.integer(8));
    signs.emplace(reachable_at && *reachable_at <= until ? "reachable" : "unreachable");
    if (row.text(3) == "visit") signs.emplace("visit");
    signs.insert(facts.kind);
}

std::int64_t opened_at(const Facts& facts) {
    return std::get<std::int64_t>(facts.values.find("at")->second);
}

void note_repair(const RepairRow& row, const Facts& facts, Signs& signs) {
    const auto note = [&](bool so, const char* word) {
        if (so) signs.emplace(word);
    };
    const auto category = facts.values.find("category");
    note(row.appointed, "appointed");
    // The home may have been taken off later than the moment that is asked about.
    note(!row.placed && (!facts.values.contains("unit") || signs.contains("amend")), "nowhere");
    note(row.rework, "rework");
    note(category != facts.values.end() && category->second == store::Value("heating-main"),
         "heating");
}

StepRow read_step(const store::Query& row, base::Instant now) {
    const auto until = base::seconds(now);
    auto what = row.text(1);
    const auto* kind = records::find_step_kind(what);
    return {.what = std::move(what),
            .kind = kind,
            .at = row.integer(2),
            .recorded_at = row.integer(3),
            .counts = row.integer(2) <= until && (row.is_null(4) || row.integer(4) > until),
            .handed = !row.is_null(5),
            .field = row.text(6),
            .ended = row.maybe_text(7),
            .method = row.text(8),
            .order = row.maybe_integer(9),
            .as_happened = !row.is_null(10)};
}

void StepSigns::take(const StepRow& step) {
    take_order_of(step);
    if (step.is_call) take_call(step);
    note(seen("dispatch") && step.what == "dispatch", "sent-again");
    note(step.has(StepTrait::spoken), "spoken");
    // What could be reached by was taken off, now or for a while.
    note(step.what == "amend" && (step.field == "phone" || step.field == "unit"), "unreachable");
    note(step.what == "amend" && step.field == "rework-of", "rework");
    signs_.insert(step.what);
    if (step.counts) take_facts(step);
}

void StepSigns::take_order_of(const StepRow& step) {
    const auto& what = step.what;
    note(step.at != step.recorded_at || step.at < before_, "untimely");
    before_ = step.at;
    note((what == "opinion" || what == "reply") && !seen("investigate"), "unfounded");
    note(what == "reply" && !seen("opinion"), "unfounded");
    note(over_, "afterwards");
    over_ = over_ || step.has(StepTrait::ends) || what == "void";
    note(seen(what) && step.has(StepTrait::once), "again");
    const bool hands_over = step.handed && step.has(StepTrait::hands_over);
    note(hands_over && handed_over_, "handed-on");
    handed_over_ = handed_over_ || hands_over;
}

void StepSigns::take_call(const StepRow& step) {
    signs_.emplace("called");
    note(step.raised, "raised");
    note(!step.satisfied, "unsettled");
    note(step.method == "letter", "by-letter");
    note(step.method == "open-letter", "open-letter");
    note(step.as_happened, "as-happened");
    note(step.method == "visit" && !step.is_signed, "unsigned");
    const auto* done = facts_.kind == "repair"       ? "finish_at"
                       : facts_.kind == "suggestion" ? "answer_at"
                                                     : "reply_at";
    const auto at = facts_.values.find(done);
    note(at == facts_.values.end() || std::get<std::int64_t>(at->second) > step.at, "unearned");
    if (step.counts && step.reached) keep_first("reached_at", step.at);
}

void StepSigns::take_facts(const StepRow& step) {
    const bool is_first = keep_first(step_fact(step.what, moment_of_step), step.at);
    if (is_first && step.order)
        facts_.values.insert_or_assign(step_fact(step.what, order_of_step), *step.order);
    if (step.handed && step.has(StepTrait::hands_over)) keep_first("handed_over_at", step.at);
    // Of several closings the first says how it ended.
    if (step.what == "close" && !std::exchange(closed_, true) && step.ended)
        facts_.values.emplace("ended", *step.ended);
}

/// Of moments the earliest. Says whether this is it.
bool StepSigns::keep_first(const std::string& name, std::int64_t at) {
    const auto [found, is_new] = facts_.values.emplace(name, at);
    if (is_new || at >= std::get<std::int64_t>(found->second)) return is_new;
    found->second = at;
    return true;
}

}  // namespace huiyin::rulebook
