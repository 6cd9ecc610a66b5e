#include "retelling.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
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
#include "huiyin/records/suggestion.hpp"
#include "huiyin/records/survey.hpp"

namespace huiyin::cli {

bool Retelling::amended(const Matter& matter, std::string_view field) const {
    return std::ranges::any_of(steps_.at(matter.id), [&](const Step& step) {
        return step.what == "amend" && step.field == field;
    });
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
            return line.add("kind", suggestion.sort)
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
            return Line("duty start")
                .add("who", shift.officer)
                .list("with", shift.with)
                .add("substitute-for", shift.substitute_for)
                .add("reason", step.reason);
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
    const auto& matter = complaint.matter;
    Words acts;
    if (complaint.courtesy.seat) acts.emplace_back("seat");
    if (complaint.courtesy.tea) acts.emplace_back("tea");
    if (complaint.courtesy.heard) acts.emplace_back("heard");
    if (complaint.courtesy.calmed) acts.emplace_back("calmed");
    from_whom(line, matter)
        .add("channel", matter.channel)
        .add("category", matter.category)
        .add("via", matter.via);
    for (const auto& [field, value] : complaint.own) {
        const auto option = field->typed.option;
        if (const auto* number = std::get_if<std::int64_t>(&value))
            line.number(option,
                        records::registered_value(reading_.connection, matter.id, option, *number));
        if (const auto* at = std::get_if<base::Instant>(&value)) line.add(option, time(*at));
        // A link that was only made later is told by its correction.
        if (const auto* words = std::get_if<std::string>(&value))
            line.add(option, field->type == records::FieldType::matter
                                 ? unless_amended(matter, option, *words)
                                 : *words);
    }
    if (!acts.empty()) line.add("courtesy", base::format("{}", fmt::join(acts, ",")));
    return line;
}

Line Retelling::add_repair(const records::Repair& repair, Line line) const {
    const auto& matter = repair.matter;
    from_whom(line, matter)
        .add("channel", matter.channel)
        .add("category", matter.category)
        .add("place", repair.place)
        .add("appointment", time(repair.appointment))
        .add("rework-of", unless_amended(matter, "rework-of", repair.rework_of))
        .add("not-rework", unless_amended(matter, "not-rework", repair.not_rework))
        .add("via", matter.via);
    return line;
}

Line Retelling::report_event(const records::Event& event, const Step& step) {
    const auto& facts = event.facts;
    Line line("event report");
    line.add("category", event.reported_category)
        .add("text", event.matter.text)
        .add("form", event.matter.channel)
        .add("to", login(step.to))
        .add("place", facts.place)
        .add("happened", time(facts.happened))
        .add("learned", time(facts.learned))
        .number("casualties", facts.casualties)
        .number("loss", facts.loss)
        .flag("group", facts.gathering)
        .flag("urgent", facts.said_urgent)
        .add("petition", facts.petition)
        .add("complaint", facts.complaint);
    return line.add("residents", facts.residents.value_or(false) ? "yes" : "no");
}

}  // namespace huiyin::cli
