#include "retelling.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
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
#include "huiyin/records/policy.hpp"
#include "huiyin/records/readiness.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/records/step_kind.hpp"
#include "huiyin/records/suggestion.hpp"
#include "huiyin/records/survey.hpp"
#include "huiyin/store/foreign_value.hpp"

namespace huiyin::cli {

namespace {

/// No folder, and none that leads elsewhere: what people called it may look like one.
std::string plain_name(const std::string& called) {
    const auto name = std::filesystem::path(called).filename().string();
    return name.empty() || name == "." || name == ".." ? "attachment" : name;
}

}  // namespace

std::vector<Event> Retelling::take() {
    staff();
    policies();
    areas_and_plans();
    read_everything();
    for (const auto& one : all_) {
        if (by_itself_.contains(one.matter().id) && one.step().seq == 1) continue;
        if (auto line = line_of(one)) put(one.step(), one.matter(), std::move(*line));
    }
    std::ranges::stable_sort(events_, {}, [](const Event& event) {
        return std::tuple(event.recorded_at, event.rank, event.id);
    });
    return std::move(events_);
}

std::string Retelling::login(records::StaffId staff) {
    return records::login_of(reading_.connection, staff);
}

std::optional<std::string> Retelling::login(std::optional<records::StaffId> staff) {
    return staff ? std::optional(login(*staff)) : std::nullopt;
}

std::string Retelling::time(base::Instant at) const {
    return base::iso(at, reading_.zone);
}

std::optional<std::string> Retelling::time(std::optional<base::Instant> at) const {
    return at ? std::optional(time(*at)) : std::nullopt;
}

void Retelling::read_everything() {
    auto& connection = reading_.connection;
    for (const auto& kind : records::matter_kinds())
        for (const auto id : records::find_matters(connection, {.kind = kind.kind})) {
            const auto& matter =
                matters_.emplace(id, records::load_matter(connection, id)).first->second;
            ids_.emplace(matter.no, id);
            steps_.emplace(id, records::steps_of(connection, id));
        }
    for (const auto& [id, steps] : steps_)
        for (const auto& step : steps)
            all_.push_back({&matters_.at(id), &step});
    std::ranges::sort(all_, {}, [](const Deed& one) { return one.step().id; });
    for (auto& callback : records::list_callbacks(connection))
        callbacks_.emplace(callback.step, std::move(callback));
    for (auto& order : records::list_orders(connection))
        orders_.emplace(order.no, std::move(order));
    for (const auto& one : all_)
        find_what_came_by_itself(one);
}

/// Matters that another command opens: their first step is not told again.
void Retelling::find_what_came_by_itself(const Deed& one) {
    const auto& step = one.step();
    if (step.quarrel) by_itself_.insert(ids_.at(step.quarrel->case_no));
    if (step.patrol && step.patrol->found && opened_by_patrol(step))
        by_itself_.insert(ids_.at(*step.patrol->found));
    if (step.what == "handover" || step.what == "relieved")
        if (const auto* next = shift_after(one)) by_itself_.insert(next->id);
}

bool Retelling::opened_by_patrol(const Step& step) {
    const auto& found = matters_.at(ids_.at(*step.patrol->found));
    return found.channel == "patrol" && found.at == step.at;
}

const Matter* Retelling::shift_after(const Deed& one) const {
    const auto next = std::ranges::find_if(all_, [&](const Deed& other) {
        return other.matter().kind == MatterKind::shift && other.step().seq == 1 &&
               other.step().id > one.step().id;
    });
    return next == all_.end() ? nullptr : &next->matter();
}

std::optional<Line> Retelling::line_of(const Deed& one) {
    const auto& matter = one.matter();
    const auto& step = one.step();
    if (step.what == "add") return opening(matter, step);
    if (step.what == "close") return closing(matter, step);
    if (step.what == "assign") return assignment(matter, step);
    if (step.what == "relieved") return takeover(one);
    // Taken back by the judgement that follows, which does so again.
    if (step.what == "amend" && !step.text &&
        (step.field == "rework-of" || step.field == "not-rework"))
        return {};
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

void Retelling::name_subject(Line& line, const Matter& matter, const Step& step) {
    if (step.what == "answered")
        line.operand(callback_answered_by(matter, step));
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

std::string Retelling::callback_answered_by(const Matter& matter, const Step& step) const {
    for (const auto& [id, callback] : callbacks_)
        if (callback.matter == matter.no && callback.answered_at == step.at) return callback.no;
    return "";
}

void Retelling::add_particulars(Line& line, const Matter& matter, const Step& step) {
    if (!step.convened.empty()) line.add(step.what == "convene" ? "who" : "convened", people(step));
    line.add("courtesy", step.courtesy);
    if (const auto callback = callbacks_.find(step.id); callback != callbacks_.end())
        add_callback(line, callback->second);
    if (step.quarrel) {
        line.add("who", login(step.quarrel->who));
        line.add("stopped-by", login(step.quarrel->stopped_by).value_or("none"));
        line.add("taken-over-by", login(step.to).value_or("none"));
    }
    if (step.patrol) add_patrol(line, step);
    if (step.handover) {
        line.add("reported-to", login(step.handover->reported_to));
        line.add("items", step.handover->items);
        if (const auto* next = shift_after({&matter, &step})) {
            const auto begun = records::load_shift(reading_.connection, next->id);
            line.list("with", begun.with).add("substitute-for", begun.substitute_for);
            line.add("reason", steps_.at(next->id).front().reason);
        }
    }
    if (step.message) {
        line.add("department", step.message->department);
        line.number("casualties", step.message->casualties);
        line.number("loss", step.message->loss);
    }
    if (step.order) add_order(line, step, *step.order);
    if (step.what == "recategorise") line.add("category", step.category);
    if (step.what == "collect") add_collection(line, matter, step);
    if (step.what == "void") line.add("duplicate-of", matter.duplicate_of);
    if (step.what == "amend" && step.field) line.add(*step.field, step.text);
    if (step.attachment) {
        const auto file = records::attached_file(reading_.connection, matter, step.seq);
        line.operand(
            file_(base::format("{}-{}/{}", matter.no, step.seq, plain_name(file.about.name)),
                  file.bytes));
    }
}

std::string Retelling::people(const Step& step) {
    std::vector<std::string> logins;
    std::ranges::transform(step.convened, std::back_inserter(logins),
                           [&](auto staff) { return login(staff); });
    return base::format("{}", fmt::join(logins, ","));
}

void Retelling::add_callback(Line& line, const records::Callback& callback) const {
    const auto& said = callback.said;
    if (!said.reached) return;
    line.add("satisfied", said.satisfied)
        .add("signed-by", said.signed_by)
        .add("signed-as", said.signed_as)
        .add("form-no", said.form_no)
        .add("raised", said.raised)
        .add("settled", said.settled)
        .add("appointment", time(said.appointment));
}

void Retelling::add_patrol(Line& line, const Step& step) {
    line.add("result", step.patrol->result);
    if (!step.patrol->found) return;
    const auto& found = matters_.at(ids_.at(*step.patrol->found));
    if (!opened_by_patrol(step))
        line.add("known", found.no);
    else
        line.add(found.kind == MatterKind::event ? "event" : "repair", found.category);
}

namespace {

std::optional<std::string> amount(const std::optional<base::Money>& money) {
    return money ? std::optional(money->text()) : std::nullopt;
}

}  // namespace

void Retelling::add_order(Line& line, const Step& step, const records::OrderDetail& detail) {
    if (step.what == "dispatch") {
        const auto& order = orders_.at(detail.no);
        line.add("to", order.technician);
        if (!order.mates.empty()) line.add("with", base::format("{}", fmt::join(order.mates, ",")));
    }
    line.add("agreed-by", detail.agreed_by)
        .add("quoted", amount(detail.quoted))
        .add("fault", detail.fault)
        .add("eta", time(detail.eta))
        .add("materials", detail.materials)
        .add("fee", amount(detail.fee))
        .add("by-resident", detail.signed_by)
        .add("form-no", detail.form_no)
        .add("refused", detail.refused)
        .add("instead", detail.instead);
}

/// What the sheets say is on file for all collections together; the last one tells it.
void Retelling::add_collection(Line& line, const Matter& matter, const Step& step) {
    line.number("count", step.returned);
    const auto& steps = steps_.at(matter.id);
    const auto last = std::ranges::find_if(steps.rbegin(), steps.rend(),
                                           [](const Step& one) { return one.what == "collect"; });
    if (last->id != step.id) return;
    const auto survey = records::load_survey(reading_.connection, matter.id);
    line.number("satisfied", std::optional(survey.satisfied));
    line.number("dissatisfied", std::optional(survey.dissatisfied));
}

Line Retelling::closing(const Matter& matter, const Step& step) const {
    Line line(base::format("{} close", records::name_of(matter.kind).word));
    line.operand(matter.no).add("outcome", step.text);
    if (step.ended == "unsatisfied")
        line.flag("unsatisfied", true);
    else
        line.add("ended", step.ended);
    return line.add("reason", step.reason);
}

std::optional<Line> Retelling::assignment(const Matter& matter, const Step& step) {
    // A rework goes to the first technician as it is received.
    if (matter.kind == MatterKind::repair && step.seq == 2 &&
        records::load_repair(reading_.connection, matter.id).rework_of &&
        step.entry == steps_.at(matter.id).front().entry)
        return {};
    return Line(matter.kind == MatterKind::complaint ? "complaint assign" : "assign")
        .operand(matter.no)
        .add("to", login(step.to))
        .add("reason", step.reason);
}

/// Told with the shift it began, whose officer did it.
std::optional<Line> Retelling::takeover(const Deed& one) {
    const auto* next = shift_after(one);
    if (next == nullptr) return {};
    const auto shift = records::load_shift(reading_.connection, next->id);
    return Line("duty takeover")
        .add("since", time(one.step().at))
        .add("reason", one.step().reason)
        .add("substitute-for", shift.substitute_for);
}

/// Leaves out a link that was only made later: what it names may not be there yet.
std::optional<std::string> Retelling::unless_amended(
    const Matter& matter, std::string_view field, const std::optional<std::string>& value) const {
    return amended(matter, field) ? std::nullopt : value;
}

void Retelling::put(const Step& step, const Matter& matter, Line line) {
    auto at = step.at;
    auto doer = step.doer;
    // Recorded by whoever took over, when they did; the step tells since when.
    if (step.what == "relieved") {
        const auto* next = shift_after({&matter, &step});
        at = next->at;
        doer = next->opened_by;
    }
    const auto command = find_command(line.words());
    if (!command.verb->binds_now) line.add("at", time(at));
    if (doer != step.recorder && !command.verb->decision) line.add("by", login(doer));
    line.add("as", login(step.recorder))
        .add("as-happened", step.as_happened)
        .add("witness", step.witness)
        .add("late-reason",
             step.late_reason.value_or(std::string(replayed.in(reading_.office.language))));
    events_.push_back({step.recorded_at, 1, step.id, line.words()});
}

void retell(gate::Reading& reading, const TakeWords& words, const TakeFile& file) {
    for (const auto& event : Retelling(reading, file).take())
        words(event.words);
}

}  // namespace huiyin::cli
