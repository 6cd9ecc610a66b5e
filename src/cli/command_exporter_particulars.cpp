#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "command_exporter.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/attachment.hpp"
#include "huiyin/records/duty.hpp"

/// What only some steps say.
namespace huiyin::cli {

namespace {

/// No folder, and none that leads elsewhere: what people called it may look like one.
std::string plain_name(const std::string& called) {
    const auto name = std::filesystem::path(called).filename().string();
    return name.empty() || name == "." || name == ".." ? "attachment" : name;
}

}  // namespace

void CommandExporter::add_particulars(Line& line, const Matter& matter, const Step& step) {
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
    if (step.what == "finish")
        for (const auto& next : steps_.at(matter.id))
            if (is_apology_on_the_spot(next) && next.seq == step.seq + 1)
                line.add("apology", next.text);
    if (step.what == "recategorise") line.add("category", step.category);
    if (step.what == "collect") add_collection(line, step);
    if (step.what == "void") line.add("duplicate-of", matter.duplicate_of);
    if (step.what == "amend" && step.field) line.add(*step.field, corrected_words(matter, step));
    if (step.attachment) {
        const auto file = records::attached_file(reading_.connection, matter, step.seq);
        line.operand(
            file_(base::format("{}-{}/{}", matter.no, step.seq, plain_name(file.about.name)),
                  file.bytes));
    }
}

std::string CommandExporter::people(const Step& step) {
    std::vector<std::string> logins;
    std::ranges::transform(step.convened, std::back_inserter(logins),
                           [&](auto staff) { return login(staff); });
    return base::format("{}", fmt::join(logins, ","));
}

void CommandExporter::add_callback(Line& line, const records::Callback& callback) const {
    const auto& said = callback.said;
    if (!said.reached) return;
    line.add("satisfied", said.satisfied)
        .add("signed-by", said.signed_by)
        .add("signed-as", said.signed_as)
        .add("form-no", said.form_no)
        .add("raised", said.raised)
        .add("settled", said.settled)
        .add("appointment", time(callback.first_appointment))
        .add("resolved", said.resolved);
}

void CommandExporter::add_patrol(Line& line, const Step& step) {
    line.add("result", step.patrol->result);
    if (!step.patrol->found) return;
    const auto& found = matters_.at(ids_.at(*step.patrol->found));
    if (!opened_by_patrol(step))
        line.add("known", found.no);
    else if (found.kind == MatterKind::event)
        line.add("event", records::load_event(reading_.connection, found.id).reported_category);
    else
        line.add("repair", category_at_first(found));
}

namespace {

std::optional<std::string> amount(const std::optional<base::Money>& money) {
    return money ? std::optional(money->text()) : std::nullopt;
}

}  // namespace

void CommandExporter::add_order(Line& line, const Step& step, const records::OrderDetail& detail) {
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

void CommandExporter::add_collection(Line& line, const Step& step) {
    const auto said = records::sheets_of(reading_.connection, step.id);
    line.number("count", step.returned)
        .number("satisfied", said.satisfied)
        .number("dissatisfied", said.dissatisfied);
}

}  // namespace huiyin::cli
