#include "command_exporter.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <tuple>

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/records/complaint.hpp"
#include "huiyin/records/duty.hpp"
#include "huiyin/records/event.hpp"
#include "huiyin/records/letter.hpp"
#include "huiyin/records/own_fields.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/records/value.hpp"

namespace huiyin::cli {

bool CommandExporter::amended(const Matter& matter, std::string_view field) const {
    return std::ranges::any_of(steps_.at(matter.id), [&](const Step& step) {
        return step.what == "amend" && step.field == field;
    });
}

std::string CommandExporter::category_at_first(const Matter& repair) const {
    return records::first_category(reading_.connection, repair.id)
        .value_or(repair.category.value_or(""));
}

Line& CommandExporter::from_whom(Line& line, const Matter& matter) {
    return line.add("text", matter.text)
        .add("from", matter.person)
        .add("phone", matter.phone)
        .add("unit", matter.unit)
        .add("channel",
             matter.kind == MatterKind::assist ? std::nullopt : std::optional(matter.channel))
        .add("via", matter.via);
}

std::optional<Line> CommandExporter::opening(const Matter& matter, const Step& step) {
    Line line(records::name_of(matter.kind).opening);
    auto& connection = reading_.connection;
    add_own_fields(line, matter);
    switch (matter.kind) {
        case MatterKind::complaint:
            from_whom(line, matter).add("category", matter.category);
            add_courtesy(line, matter);
            break;
        case MatterKind::suggestion:
            from_whom(line, matter).add("category", matter.category);
            break;
        case MatterKind::assist:
            from_whom(line, matter);
            break;
        case MatterKind::repair:
            from_whom(line, matter).add("category", category_at_first(matter));
            break;
        case MatterKind::event:
            line.add("category", records::load_event(connection, matter.id).reported_category)
                .add("text", matter.text)
                .add("form", matter.channel)
                .add("to", login(step.to));
            break;
        case MatterKind::letter:
            line.add("text", matter.text)
                .list("answers", records::load_letter(connection, matter.id).answers);
            break;
        case MatterKind::survey:
            line.add("title", matter.text);
            break;
        case MatterKind::conduct:
            line.add("text", matter.text);
            break;
        case MatterKind::shift: {
            const auto shift = records::load_shift(connection, matter.id);
            line.list("with", shift.with).add("reason", step.reason);
            if (shift.entered_afterwards) add_past_shift(line, matter);
            break;
        }
        case MatterKind::roster:
            line.list("with", records::load_roster_entry(connection, matter.id).with);
            break;
    }
    return line;
}

void CommandExporter::add_courtesy(Line& line, const Matter& matter) const {
    const auto now = records::load_complaint(reading_.connection, matter.id).courtesy;
    Words acts;
    if (now.seat) acts.emplace_back("seat");
    if (now.tea) acts.emplace_back("tea");
    if (now.heard) acts.emplace_back("heard");
    if (now.calmed) acts.emplace_back("calmed");
    const auto courtesy =
        as_registered(matter.id, 0, "courtesy",
                      std::optional<std::string>(base::format("{}", fmt::join(acts, ","))));
    if (courtesy && !courtesy->empty()) line.add("courtesy", courtesy);
}

/// What stands in the row of its kind, as it was first.
void CommandExporter::add_own_fields(Line& line, const Matter& matter) const {
    const auto kind = records::name_of(matter.kind).word;
    for (const auto& [field, value] :
         records::load_own_fields(reading_.connection, kind, matter.id)) {
        const auto typed = own_value(matter, *field, value);
        const auto option = field->typed.option;
        if (option.empty() || !typed) continue;
        // What a command is about stands in capitals.
        if (option.front() < 'a')
            line.operand(*typed);
        else if (field->type == records::FieldType::flag && field->hint.empty())
            line.flag(option, *typed == "yes");
        else
            line.add(option, typed);
    }
}

/// From its own time to its end, with its log.
void CommandExporter::add_past_shift(Line& line, const Matter& matter) const {
    for (const auto& step : steps_.at(matter.id)) {
        if (step.what == "end") line.add("until", time(step.at));
        if (step.what == "log" && step.entry == steps_.at(matter.id).front().entry)
            line.add("log", step.text);
    }
}

/// A field as it was first, in the form in which it is typed.
std::optional<std::string> CommandExporter::own_value(const Matter& matter,
                                                      const records::Field& field,
                                                      const records::Value& value) const {
    using records::FieldType;
    const std::string option(field.typed.option);
    if (field.key == "repeat_of") return records::registered_repeat(reading_.connection, matter.id);
    if (const auto old = old_.find(std::tuple(matter.id, 0, option)); old != old_.end()) {
        const auto number = old->second ? base::parse_whole(*old->second) : std::nullopt;
        switch (field.type) {
            case FieldType::matter:
                return number ? std::optional(records::number_of(reading_.connection, *number))
                              : std::nullopt;
            case FieldType::staff:
                return number ? std::optional(login(*number)) : std::nullopt;
            case FieldType::flag:
                return number == 1 ? "yes" : "no";
            case FieldType::time:
            case FieldType::later:
                return number ? std::optional(time(base::instant(*number))) : std::nullopt;
            default:
                return old->second;
        }
    }
    // Of older stores: a link that was only made later, or that there is none, is told by its
    // correction.
    const bool judgement = field.type == FieldType::matter || field.key == "not_rework";
    if (judgement && amended(matter, option)) return {};
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        const auto first =
            records::registered_value(reading_.connection, matter.id, option, *number);
        return first ? std::optional(base::format("{}", *first)) : std::nullopt;
    }
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "yes" : "no";
    if (const auto* at = std::get_if<base::Instant>(&value)) return time(*at);
    if (const auto* words = std::get_if<std::string>(&value)) return *words;
    return {};
}

}  // namespace huiyin::cli
