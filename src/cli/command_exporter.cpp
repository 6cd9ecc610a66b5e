#include "command_exporter.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "huiyin/base/formatting.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/records/attachment.hpp"
#include "huiyin/records/callback.hpp"
#include "huiyin/records/complaint.hpp"
#include "huiyin/records/conduct.hpp"
#include "huiyin/records/duty.hpp"
#include "huiyin/records/event.hpp"
#include "huiyin/records/letter.hpp"
#include "huiyin/records/matter_list.hpp"
#include "huiyin/records/own_fields.hpp"
#include "huiyin/records/readiness.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/records/snippet.hpp"
#include "huiyin/records/step_kind.hpp"
#include "huiyin/records/suggestion.hpp"
#include "huiyin/records/survey.hpp"
#include "huiyin/rulebook/checker.hpp"
#include "huiyin/store/foreign_value.hpp"

namespace huiyin::cli {

std::vector<ExportedCommand> CommandExporter::take() {
    log_ = gate::read_log(reading_.connection, {});
    said_first_ = records::first_words(reading_.connection);
    std::erase_if(log_, [](const auto& one) { return one.kind != "command"; });
    // A clock may have been set back; within one second the order stays.
    std::ranges::stable_sort(log_, {}, &gate::LoggedEntry::at);
    note_entries();
    records::put_stand_ins(reading_.connection);
    founding_of_office();
    staff();
    policies();
    areas_and_plans();
    rules_and_reports();
    erasures();
    read_everything();
    for (const auto& one : all_) {
        if (by_itself_.contains(one.matter().id) && one.step().seq == 1) continue;
        if (continues_correction(one)) {
            auto& words = events_.back().words;
            Line more("");
            more.add(one.step().field.value(), one.step().text);
            words.insert(words.begin() + 2, more.words().back());
            last_told_ = &one;
            continue;
        }
        if (auto line = line_of(one)) {
            put(one.step(), one.matter(), std::move(*line));
            last_told_ = &one;
        }
    }
    put_in_order();
    return std::move(events_);
}

std::string CommandExporter::login(records::StaffId staff) const {
    return records::login_of(reading_.connection, staff);
}

std::optional<std::string> CommandExporter::login(std::optional<records::StaffId> staff) const {
    return staff ? std::optional(login(*staff)) : std::nullopt;
}

std::string CommandExporter::time(base::Instant at) const {
    return base::iso(at, reading_.zone);
}

std::optional<std::string> CommandExporter::time(std::optional<base::Instant> at) const {
    return at ? std::optional(time(*at)) : std::nullopt;
}

void CommandExporter::read_everything() {
    auto& connection = reading_.connection;
    for (auto& old : records::replaced_values(connection))
        old_.emplace(std::tuple(old.matter, old.step, old.field), std::move(old.value));
    for (const auto& kind : records::matter_kinds())
        for (const auto id : records::find_matters(connection, {.kind = kind.kind})) {
            auto& matter = matters_.emplace(id, records::load_matter(connection, id)).first->second;
            take_back_corrections(matter);
            ids_.emplace(matter.no, id);
            auto& steps = steps_.emplace(id, records::steps_of(connection, id)).first->second;
            const auto opened_at = steps.empty() ? matter.at : steps.front().at;
            for (auto& step : steps) {
                take_back_corrections(matter, step, opened_at);
                const auto* step_kind = records::find_step_kind(step.what);
                if (step.text && step_kind != nullptr && step_kind->has(records::StepTrait::spoken))
                    step.text = records::typed_in_full(std::move(*step.text));
            }
            if (kind.kind == MatterKind::letter)
                matter.text = records::typed_in_full(std::move(matter.text));
            if (kind.kind == MatterKind::shift &&
                records::load_shift(connection, id).entered_afterwards)
                past_shifts_.insert(id);
        }
    for (const auto& [id, steps] : steps_)
        for (const auto& step : steps)
            all_.push_back({&matters_.at(id), &step});
    std::ranges::sort(all_, {}, [](const RecordedStep& one) { return one.step().id; });
    for (auto& callback : records::list_callbacks(connection)) {
        take_back_corrections(matters_.at(ids_.at(callback.matter)), callback);
        if (auto& settled = callback.said.settled)
            settled = records::typed_in_full(std::move(*settled));
        callbacks_.emplace(callback.step, std::move(callback));
    }
    for (auto& order : records::list_orders(connection))
        orders_.emplace(order.no, std::move(order));
    for (const auto& one : all_)
        find_what_came_by_itself(one);
}

/// Matters that another command opens: their first step is not told again.
void CommandExporter::find_what_came_by_itself(const RecordedStep& one) {
    const auto& step = one.step();
    if (step.quarrel) by_itself_.insert(ids_.at(step.quarrel->case_no));
    if (step.patrol && step.patrol->found && opened_by_patrol(step))
        by_itself_.insert(ids_.at(*step.patrol->found));
    if (step.what == "handover" || step.what == "relieved")
        if (const auto* next = shift_after(one)) by_itself_.insert(next->id);
}

bool CommandExporter::opened_by_patrol(const Step& step) {
    const auto& found = matters_.at(ids_.at(*step.patrol->found));
    return found.channel == "patrol" && found.at == step.at;
}

const Matter* CommandExporter::shift_after(const RecordedStep& one) const {
    const auto next = std::ranges::find_if(all_, [&](const RecordedStep& other) {
        return other.matter().kind == MatterKind::shift && other.step().seq == 1 &&
               other.step().id > one.step().id;
    });
    return next == all_.end() ? nullptr : &next->matter();
}

std::optional<Line> CommandExporter::line_of(const RecordedStep& one) {
    const auto& matter = one.matter();
    const auto& step = one.step();
    if (step.what == "add") return opening(matter, step);
    if (step.what == "close") return closing(matter, step);
    if (is_part_of_past_shift(one)) return {};
    if (step.what == "assign") return assignment(matter, step);
    if (step.what == "relieved") return takeover(one);
    // Taken back by the judgement that follows, which does so again.
    if (step.what == "amend" && !step.text &&
        (step.field == "rework-of" || step.field == "not-rework"))
        return {};
    // Voiding a repair cancels its orders.
    if (step.what == "cancel" && is_part_of_voiding(one)) return {};
    // Said with the words that the work is done.
    if (is_apology_on_the_spot(step)) return {};
    // An open letter logs its own callbacks.
    if (step.what == "callback" && step.method == "open-letter") return {};
    const auto* kind = records::find_step_kind(step.what);
    if (kind == nullptr || kind->command.empty())
        throw store::foreign_value({"步骤", "kind of step"}, step.what);
    Line line(kind->command);
    name_subject(line, matter, step);
    const auto& typed = kind->typed;
    // Of a log the text is no option but what the command is about.
    if (step.what != "log") line.add(typed.text.option, step.text);
    line.add(typed.reason.option, step.reason).add(typed.method.option, step.method);
    // Whom an order went to, and who took over after a quarrel, is told with their particulars.
    if (step.what != "dispatch") line.add(typed.to.option, login(step.to));
    add_particulars(line, matter, step);
    return line;
}

bool CommandExporter::is_part_of_past_shift(const RecordedStep& one) const {
    const auto& step = one.step();
    return past_shifts_.contains(one.matter().id) && (step.what == "end" || step.what == "log") &&
           step.recorded_at == one.matter().recorded_at;
}

bool CommandExporter::is_part_of_voiding(const RecordedStep& one) const {
    const auto& steps = steps_.at(one.matter().id);
    return std::ranges::any_of(steps, [&](const Step& step) {
        return step.what == "void" && step.entry == one.step().entry && step.at == one.step().at &&
               step.recorded_at == one.step().recorded_at && step.reason == one.step().reason;
    });
}

bool CommandExporter::is_apology_on_the_spot(const Step& step) {
    return step.what == "apology" && step.method;
}

void CommandExporter::name_subject(Line& line, const Matter& matter, const Step& step) {
    if (step.what == "amend")
        name_correction(line, matter, step);
    else if (step.callback)
        line.operand(*step.callback).add("appointment", time(step.appointment));
    else if (step.what == "answered")
        line.operand(records::callback_answered_by(reading_.connection, step.id).value_or(""));
    else if (step.what == "log")
        line.operand(step.text.value_or("—"));
    else if (step.patrol)
        line.operand(step.patrol->area);
    else if (step.order && step.what != "dispatch")
        line.operand(step.order->no);
    else if (matter.kind != MatterKind::shift || step.what == "void" || step.what == "note" ||
             step.what == "attach")
        line.operand(matter.no);
}

Line CommandExporter::closing(const Matter& matter, const Step& step) const {
    Line line(base::format("{} close", records::name_of(matter.kind).word));
    line.operand(matter.no).add("outcome", step.text);
    if (step.ended == "unsatisfied")
        line.flag("unsatisfied", true);
    else
        line.add("ended", step.ended);
    return line.add("reason", step.reason);
}

/// A rework does by itself: as it is received, or as it is said to be one.
bool CommandExporter::goes_to_first_technician(const Matter& repair, const Step& assignment) const {
    if (assignment.seq < 2) return false;
    const auto& before = steps_.at(repair.id).at(static_cast<std::size_t>(assignment.seq) - 2);
    if (before.entry != assignment.entry || before.recorded_at != assignment.recorded_at)
        return false;
    if (before.what == "amend") return before.field == "rework-of" && before.text;
    const auto& field = *records::find_field("repair", "rework_of");
    const auto now = records::load_own_fields(reading_.connection, "repair", repair.id);
    return before.seq == 1 && own_value(repair, field, now.at(field.key));
}

std::optional<Line> CommandExporter::assignment(const Matter& matter, const Step& step) {
    if (matter.kind == MatterKind::repair && goes_to_first_technician(matter, step)) return {};
    return Line(matter.kind == MatterKind::complaint ? "complaint assign" : "assign")
        .operand(matter.no)
        .add("to", login(step.to))
        .add("reason", step.reason);
}

/// Told with the shift it began, whose officer did it.
std::optional<Line> CommandExporter::takeover(const RecordedStep& one) {
    const auto* next = shift_after(one);
    if (next == nullptr) return {};
    const auto shift = records::load_shift(reading_.connection, next->id);
    return Line("duty takeover")
        .add("since", time(one.step().at))
        .add("reason", one.step().reason)
        .add("substitute-for", shift.substitute_for);
}

/// What a former version of the program recorded without a word and this one refuses without one.
std::optional<std::string> CommandExporter::reason_to_accept(const Step& step) {
    if (step.what != "handover") return {};
    if (!avoidable_) {
        avoidable_.emplace();
        std::set<std::int64_t> shifts;
        for (const auto& [id, matter] : matters_)
            if (matter.kind == MatterKind::shift) shifts.insert(id);
        rulebook::Checker checker(reading_.connection, reading_.zone, reading_.now);
        for (const auto& [no, verdict] : checker.about_each(shifts))
            for (const auto& finding : verdict.findings)
                avoidable_->insert(finding.avoidable);
    }
    if (!avoidable_->contains(step.id)) return {};
    return std::string(replayed.in(reading_.office.language));
}

void CommandExporter::put(const Step& step, const Matter& matter, Line line) {
    auto at = step.at;
    auto doer = step.doer;
    const auto recorder = login(step.recorder);
    // Recorded by whoever took over, when they did; the step tells since when.
    if (step.what == "relieved") {
        const auto* next = shift_after({&matter, &step});
        at = next->at;
        doer = next->opened_by;
    }
    const auto command = find_command(line.words());
    if (at != step.recorded_at && !command.verb->binds_now) line.add("at", time(at));
    if (doer != step.recorder && !command.verb->decision) line.add("by", login(doer));
    if (recorder != founder_) line.add("as", recorder);
    line.add("as-happened", step.as_happened ? step.as_happened : reason_to_accept(step))
        .add("witness", step.witness)
        .add("late-reason", step.late_reason);
    events_.push_back({step.recorded_at, step.entry, rank_of_steps, step.id, line.words()});
}

void export_commands(gate::Reading& reading, const TakeWords& words, const TakeFile& file,
                     const TakeErasure& erasure) {
    for (const auto& event : CommandExporter(reading, file).take()) {
        if (event.erased)
            erasure(*event.erased);
        else
            words(event.recorded_at, event.words);
    }
}

}  // namespace huiyin::cli
