#include <algorithm>
#include <ranges>

#include "command_exporter.hpp"
#include "huiyin/base/contact.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/records/correction.hpp"
#include "huiyin/records/snippet.hpp"
#include "huiyin/records/step_kind.hpp"
#include "table_lookup.hpp"

/// Everything as it was recorded first; its corrections are commands of their own.
namespace huiyin::cli {

std::optional<std::string> CommandExporter::as_registered(
    records::MatterId matter, int step, std::string_view field,
    const std::optional<std::string>& value) const {
    const auto old = old_.find(std::tuple(matter, step, std::string(field)));
    return old == old_.end() ? value : old->second;
}

std::optional<base::Instant> CommandExporter::as_registered(
    records::MatterId matter, int step, std::string_view field,
    std::optional<base::Instant> value) const {
    const auto old = old_.find(std::tuple(matter, step, std::string(field)));
    if (old == old_.end()) return value;
    const auto seconds = old->second ? base::parse_whole(*old->second) : std::nullopt;
    return seconds ? std::optional(base::instant(*seconds)) : std::nullopt;
}

void CommandExporter::take_back_corrections(Matter& matter) const {
    const auto first = [&](std::string_view field, const std::optional<std::string>& value) {
        return as_registered(matter.id, 0, field, value);
    };
    matter.person = first("from", matter.person);
    matter.phone = first("phone", matter.phone);
    matter.unit = first("unit", matter.unit);
    matter.via = first("via", matter.via);
    matter.category = first("category", matter.category);
    matter.channel = first("channel", matter.channel).value_or(matter.channel);
    matter.text = first("text", matter.text).value_or(matter.text);
    matter.at =
        as_registered(matter.id, 0, "opened-at", std::optional(matter.at)).value_or(matter.at);
}

void CommandExporter::take_back_corrections(const Matter& matter, Step& step,
                                            base::Instant opened_at) const {
    // What happened with the reception moved with it.
    if (step.seq == 1)
        step.at = matter.at;
    else if (matter.kind == MatterKind::repair && step.seq == 2 && step.what == "assign" &&
             step.at == opened_at)
        step.at = matter.at;
    else
        step.at =
            as_registered(matter.id, step.seq, "step-at", std::optional(step.at)).value_or(step.at);
    take_back_what_it_says(matter, step);
    if (step.order) take_back_order(matter, step.seq, *step.order);
}

void CommandExporter::take_back_what_it_says(const Matter& matter, Step& step) const {
    const int seq = step.seq > 1 ? step.seq : 0;
    const auto first = [&](std::string_view field, const std::optional<std::string>& value) {
        return as_registered(matter.id, seq, field, value);
    };
    const auto number = [&](std::string_view field, std::optional<std::int64_t> value) {
        const auto old = old_.find(std::tuple(matter.id, seq, std::string(field)));
        if (old == old_.end()) return value;
        return old->second ? base::parse_whole(*old->second) : std::nullopt;
    };
    if (seq > 0) step.text = first("text", step.text);
    if (seq > 0) step.method = first("method", step.method);
    step.to = number("to", step.to);
    step.doer = number("step-by", step.doer).value_or(step.doer);
    step.reason = first("step-reason", step.reason);
    step.ended = first("ended", step.ended);
    step.courtesy = first("courtesy", step.courtesy);
    if (const auto old = old_.find(std::tuple(matter.id, seq, std::string("convened")));
        old != old_.end()) {
        step.convened.clear();
        const auto logins = old->second.value_or("");
        for (const auto login : std::views::split(logins, ','))
            step.convened.push_back(records::require_staff(
                reading_.connection, std::string_view(login.begin(), login.end())));
    }
    if (step.message) {
        step.message->department = first("department", step.message->department);
        step.message->casualties = number("casualties", step.message->casualties);
        step.message->loss = number("loss", step.message->loss);
    }
    if (step.handover) {
        step.handover->reported_to = number("reported-to", step.handover->reported_to);
        step.handover->items = first("items", step.handover->items);
    }
}

std::optional<std::string> CommandExporter::corrected_words(const Matter& matter,
                                                            const Step& step) const {
    if (!step.text || !step.corrects) return step.text;
    const auto& steps = steps_.at(matter.id);
    const auto of = std::ranges::find(steps, *step.corrects, &Step::seq);
    if (of == steps.end() || !records::is_wording(of->what, *step.field)) return step.text;
    const auto* kind = records::find_step_kind(of->what);
    return kind->has(records::StepTrait::spoken) ? records::typed_in_full(*step.text) : step.text;
}

void CommandExporter::take_back_order(const Matter& matter, int seq,
                                      records::OrderDetail& order) const {
    const auto first = [&](std::string_view field, const std::optional<std::string>& value) {
        return as_registered(matter.id, seq, field, value);
    };
    order.agreed_by = first("agreed-by", order.agreed_by);
    order.materials = first("materials", order.materials);
    order.signed_by = first("by-resident", order.signed_by);
    order.refused = first("refused", order.refused);
    order.fault = first("fault", order.fault);
    order.form_no = first("form-no", order.form_no);
    order.eta = as_registered(matter.id, seq, "eta", order.eta);
    const auto money = [&](std::string_view field, std::optional<base::Money> value) {
        const auto old = old_.find(std::tuple(matter.id, seq, std::string(field)));
        if (old == old_.end()) return value;
        return old->second ? base::Money::parse(*old->second) : std::nullopt;
    };
    order.quoted = money("quoted", order.quoted);
    order.fee = money("fee", order.fee);
}

void CommandExporter::take_back_corrections(const Matter& matter,
                                            records::Callback& callback) const {
    const auto& steps = steps_.at(matter.id);
    const auto step = std::ranges::find(steps, callback.step, &Step::id);
    if (step == steps.end()) return;
    const auto first = [&](std::string_view field, const std::optional<std::string>& value) {
        return as_registered(matter.id, step->seq, field, value);
    };
    auto& said = callback.said;
    said.satisfied = first("satisfied", said.satisfied);
    said.resolved = first("resolved", said.resolved);
    said.signed_by = first("signed-by", said.signed_by);
    said.signed_as = first("signed-as", said.signed_as);
    said.form_no = first("form-no", said.form_no);
    said.raised = first("raised", said.raised);
    said.settled = first("settled", said.settled);
}

namespace {

/// Of a reception too, this is corrected as of a step.
bool is_of_the_step(const Step& correction) {
    return correction.corrects.value_or(1) > 1 || correction.field == "to" ||
           correction.field == "step-by" || correction.field == "step-reason";
}

bool is_correction(const Step& step) {
    return step.what == "amend" && step.field && step.text;
}

/// In which turn `amend` records what it is given: what takes contact off comes last, the rest by
/// its options.
std::pair<bool, std::ptrdiff_t> turn_of(const Matter& matter, const Step& correction) {
    auto name = *correction.field;
    if (matter.kind == MatterKind::survey && name == "text") name = "title";
    if (matter.kind == MatterKind::event && name == "channel") name = "form";
    const auto options = find_verb("amend", "")->options;
    const bool takes_off = (name == "unit" || name == "phone") && base::says_none(*correction.text);
    return {takes_off, std::ranges::find(options, name, &Option::name) - options.begin()};
}

}  // namespace

bool CommandExporter::continues_correction(const RecordedStep& one) const {
    if (last_told_ == nullptr) return false;
    const auto& step = one.step();
    const auto& before = last_told_->step();
    return is_correction(step) && is_correction(before) && one.of == last_told_->of &&
           step.id == before.id + 1 && step.entry == before.entry &&
           step.recorded_at == before.recorded_at && step.doer == before.doer &&
           step.recorder == before.recorder && step.reason == before.reason &&
           step.corrects.value_or(1) == before.corrects.value_or(1) &&
           is_of_the_step(step) == is_of_the_step(before) &&
           // Several of one batch may follow one another, too.
           turn_of(one.matter(), before) < turn_of(one.matter(), step);
}

void CommandExporter::name_correction(Line& line, const Matter& matter, const Step& step) const {
    const int corrected = step.corrects.value_or(1);
    // What a callback has no name for was corrected as of a step.
    const auto field = step.field.value_or("");
    const bool is_of_callbacks = field == "step-at" || field == "step-by" ||
                                 records::amendable_part("callback", field) != nullptr;
    for (const auto& [id, callback] : callbacks_) {
        if (!is_of_callbacks || callback.matter != matter.no || corrected < 2) continue;
        const auto& target = steps_.at(matter.id).at(static_cast<std::size_t>(corrected) - 1);
        // By its own number a letter's share is corrected with the letter only.
        if (target.id != id || target.method == "open-letter") continue;
        line.operand(callback.no);
        return;
    }
    line.operand(matter.no);
    if (is_of_the_step(step)) line.number("step", std::optional(corrected));
}

}  // namespace huiyin::cli
