#include "retelling.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/records/attachment.hpp"
#include "huiyin/records/callback.hpp"
#include "huiyin/records/complaint.hpp"
#include "huiyin/records/conduct.hpp"
#include "huiyin/records/duty.hpp"
#include "huiyin/records/event.hpp"
#include "huiyin/records/letter.hpp"
#include "huiyin/records/matter_list.hpp"
#include "huiyin/records/readiness.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/records/suggestion.hpp"
#include "huiyin/records/survey.hpp"
#include "huiyin/records/value.hpp"

namespace huiyin::cli {

bool Retelling::amended(const Matter& matter, std::string_view field) const {
    return std::ranges::any_of(steps_.at(matter.id), [&](const Step& step) {
        return step.what == "amend" && step.field == field;
    });
}

std::string Retelling::category_at_first(const Matter& repair) const {
    return records::first_category(reading_.connection, repair.id)
        .value_or(repair.category.value_or(""));
}

/// What it named as it was recorded first.
std::optional<std::string> Retelling::first_link(const Matter& matter, std::string_view field,
                                                 const std::optional<std::string>& value) const {
    const auto old = old_.find(std::tuple(matter.id, 0, std::string(field)));
    if (old == old_.end()) return unless_amended(matter, field, value);
    const auto id = old->second ? base::parse_whole(*old->second) : std::nullopt;
    return id ? std::optional(records::number_of(reading_.connection, *id)) : std::nullopt;
}

Line& Retelling::from_whom(Line& line, const Matter& matter) {
    return line.add("text", matter.text)
        .add("from", matter.person)
        .add("phone", matter.phone)
        .add("unit", matter.unit);
}

std::optional<Line> Retelling::opening(const Matter& matter, const Step& step) {
    Line line(base::format("{} add", records::name_of(matter.kind).word));
    auto& connection = reading_.connection;
    switch (matter.kind) {
        case MatterKind::complaint:
            return add_complaint(records::load_complaint(connection, matter.id), line);
        case MatterKind::suggestion: {
            const auto suggestion = records::load_suggestion(connection, matter.id);
            from_whom(line, matter);
            return line
                .add("kind", as_registered(matter.id, 0, "kind", std::optional(suggestion.sort)))
                .add("channel", matter.channel)
                .add("category", matter.category)
                .add("via", matter.via);
        }
        case MatterKind::assist:
            return from_whom(line, matter);
        case MatterKind::repair:
            return add_repair(records::load_repair(connection, matter.id), line);
        case MatterKind::event:
            return report_event(records::load_event(connection, matter.id), step);
        case MatterKind::letter: {
            const auto letter = records::load_letter(connection, matter.id);
            return Line("letter publish")
                .add("subject", letter.subject)
                .add("text", matter.text)
                .add("answers", base::format("{}", fmt::join(letter.answers, ",")));
        }
        case MatterKind::survey: {
            const auto survey = records::load_survey(connection, matter.id);
            return Line("survey issue")
                .add("title", matter.text)
                .number("count", std::optional(survey.issued))
                .add("until", time(survey.until));
        }
        case MatterKind::conduct: {
            const auto conduct = records::load_conduct(connection, matter.id);
            return Line("conduct record")
                .operand(conduct.staff)
                .add("kind", conduct.sort)
                .add("text", matter.text)
                .add("matter", conduct.source);
        }
        case MatterKind::shift: {
            const auto shift = records::load_shift(connection, matter.id);
            Line start("duty start");
            start.add("who", shift.officer)
                .list("with", shift.with)
                .add("substitute-for", shift.substitute_for)
                .add("reason", step.reason);
            if (shift.entered_afterwards) add_past_shift(start, matter);
            return start;
        }
        case MatterKind::roster: {
            const auto entry = records::load_roster_entry(connection, matter.id);
            return Line("duty schedule")
                .add("who", entry.who)
                .list("with", entry.with)
                .add("from", time(entry.from))
                .add("to", time(entry.until))
                .add("kind", entry.sort);
        }
    }
    return {};
}

Line Retelling::add_complaint(const records::Complaint& complaint, Line line) const {
    const auto& matter = matters_.at(complaint.matter.id);
    Words acts;
    if (complaint.courtesy.seat) acts.emplace_back("seat");
    if (complaint.courtesy.tea) acts.emplace_back("tea");
    if (complaint.courtesy.heard) acts.emplace_back("heard");
    if (complaint.courtesy.calmed) acts.emplace_back("calmed");
    from_whom(line, matter)
        .add("channel", matter.channel)
        .add("category", matter.category)
        .add("via", matter.via);
    for (const auto& [field, value] : complaint.own)
        line.add(field->typed.option, own_value(matter, *field, value));
    const auto courtesy =
        as_registered(matter.id, 0, "courtesy",
                      std::optional<std::string>(base::format("{}", fmt::join(acts, ","))));
    if (courtesy && !courtesy->empty()) line.add("courtesy", courtesy);
    return line;
}

Line Retelling::add_repair(const records::Repair& repair, Line line) const {
    const auto& matter = matters_.at(repair.matter.id);
    from_whom(line, matter)
        .add("channel", matter.channel)
        .add("category", category_at_first(matter))
        .add("place", as_registered(matter.id, 0, "place", repair.place))
        .add("appointment", time(as_registered(matter.id, 0, "appointment", repair.appointment)))
        .add("rework-of", first_link(matter, "rework-of", repair.rework_of))
        .add("not-rework", as_registered(matter.id, 0, "not-rework",
                                         unless_amended(matter, "not-rework", repair.not_rework)))
        .add("via", matter.via);
    return line;
}

Line Retelling::report_event(const records::Event& event, const Step& step) {
    const auto& facts = event.facts;
    const auto& matter = matters_.at(event.matter.id);
    const auto words = [&](std::string_view field, const std::optional<std::string>& value) {
        return as_registered(matter.id, 0, field, value);
    };
    const auto number = [&](std::string_view field, std::optional<std::int64_t> value) {
        return words(field, value ? std::optional(base::format("{}", *value)) : std::nullopt);
    };
    const auto flag = [&](std::string_view field, bool set) {
        return words(field, std::string(set ? "1" : "0")) == "1";
    };
    const auto figures = records::reported_figures(reading_.connection, matter.id);
    Line line("event report");
    line.add("category", event.reported_category)
        .add("text", matter.text)
        .add("form", matter.channel)
        .add("to", login(step.to))
        .add("place", words("place", facts.place))
        .add("happened", time(as_registered(matter.id, 0, "happened", facts.happened)))
        .add("learned", time(as_registered(matter.id, 0, "learned", facts.learned)))
        .add("casualties", number("casualties", figures.casualties))
        .add("loss", number("loss", figures.loss))
        .flag("group", flag("group", facts.gathering))
        .flag("urgent", facts.said_urgent)
        .add("petition", words("petition", facts.petition));
    line.add("complaint", first_link(matter, "complaint", facts.complaint));
    return line.add("residents", flag("residents", facts.residents.value_or(false)) ? "yes" : "no");
}

/// From its own time to its end, with its log.
void Retelling::add_past_shift(Line& line, const Matter& matter) const {
    for (const auto& step : steps_.at(matter.id)) {
        if (step.what == "end") line.add("until", time(step.at));
        if (step.what == "log" && step.entry == steps_.at(matter.id).front().entry)
            line.add("log", step.text);
    }
}

/// A field of a complaint as it was first, in the form in which it is typed.
std::optional<std::string> Retelling::own_value(const Matter& matter, const records::Field& field,
                                                const records::Value& value) const {
    const std::string option(field.typed.option);
    if (field.key == "repeat_of") return records::registered_repeat(reading_.connection, matter.id);
    if (const auto old = old_.find(std::tuple(matter.id, 0, option)); old != old_.end()) {
        if (!old->second || field.is_said() || field.type == records::FieldType::whole)
            return old->second;
        const auto number = base::parse_whole(*old->second);
        if (field.type == records::FieldType::staff && number)
            return records::login_of(reading_.connection, *number);
        return number ? std::optional(time(base::instant(*number))) : std::nullopt;
    }
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        const auto first =
            records::registered_value(reading_.connection, matter.id, option, *number);
        return first ? std::optional(base::format("{}", *first)) : std::nullopt;
    }
    if (const auto* at = std::get_if<base::Instant>(&value)) return time(*at);
    if (const auto* words = std::get_if<std::string>(&value)) return *words;
    return {};
}

}  // namespace huiyin::cli
