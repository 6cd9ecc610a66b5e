#include "field_presenter.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/records/complaint.hpp"
#include "huiyin/records/conduct.hpp"
#include "huiyin/records/duty.hpp"
#include "huiyin/records/event.hpp"
#include "huiyin/records/letter.hpp"
#include "huiyin/records/own_fields.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/records/survey.hpp"
#include "huiyin/reports/matter_view.hpp"
#include "matter_parts.hpp"

/// What each kind of matter has of its own, in JSON and on paper.
namespace huiyin::reports {

using records::MatterKind;

namespace {

/// What every matter has, then what its kind puts beside it; and how a list shows it.
struct MatterFacts {
    MatterFacts(const records::Matter& matter, const View& view)
        : told(matter_fields(matter, view)), words(shown_words(matter.text, view)) {}

    /// What stands in the row of its kind.
    void put(const records::FieldValues& own) {
        for (const auto& [field, value] : own)
            told.put(field->key, value);
    }

    void mark_with(base::Label called, Text word) {
        marks = called;
        mark = std::move(word);
    }

    MatterView of(records::Matter matter) && {
        return {.matter = std::move(matter),
                .json = told.take_json(),
                .facts =
                    [told = std::move(told), remark = std::move(remark)] {
                        auto facts = told.figures();
                        if (!remark.value.empty()) facts.push_back(remark);
                        return facts;
                    },
                .words = std::move(words),
                .late = {},
                .mark = std::move(mark),
                .marks = marks};
    }

    FieldPresenter told;
    std::string words;
    Text mark = {};
    base::Label marks{"性质", "kind"};
    Figure remark = {};
};

std::vector<std::string> acts(const records::Courtesy& courtesy) {
    std::vector<std::string> acts;
    if (courtesy.seat) acts.emplace_back("seat");
    if (courtesy.tea) acts.emplace_back("tea");
    if (courtesy.heard) acts.emplace_back("heard");
    if (courtesy.calmed) acts.emplace_back("calmed");
    return acts;
}

/// A class with the meaning the office gave it (clause 3.3.3b).
Text class_shown(std::int64_t number, base::Instant at, const View& view) {
    const auto key = base::format("complaint.class.{}", number);
    return plain(base::format("{} · {}", number, view.policies.in_force(key, at).value));
}

MatterView view_complaint(const records::Complaint& complaint, const View& view) {
    const auto& matter = complaint.matter;
    MatterFacts sheet(matter, view);
    sheet.put(complaint.own);
    if (const auto number = complaint.own.whole("class"))
        sheet.told.say("class", class_shown(*number, matter.at, view));
    sheet.told.put("courtesy", records::Value{acts(complaint.courtesy)});
    sheet.told.put("joint",
                   records::is_joint(matter.channel, complaint.own.whole("people").value_or(1),
                                     matter.at, view.policies));
    if (!matter.reachable)
        sheet.remark = {Label{"联系方式", "contact"},
                        Label{"未留下,不需答复与回访(3.3.6)",
                              "none left: no reply or callback is owed (3.3.6)"},
                        {}};
    sheet.mark_with({"方式", "channel"}, channel_title(matter.channel));
    if (const auto subject = complaint.own.text("subject"))
        sheet.words = shown_words(*subject, view);
    return std::move(sheet).of(matter);
}

MatterView view_suggestion(const records::Matter& matter, const View& view) {
    MatterFacts sheet(matter, view);
    const auto own = records::load_own_fields(view.connection, "suggestion", matter.id);
    sheet.put(own);
    sheet.mark = records::word_title(records::words::suggestion, own.text("kind").value_or(""));
    return std::move(sheet).of(matter);
}

MatterView view_repair(const records::Repair& repair, const View& view) {
    const bool urgent = records::is_urgent(repair.matter.category.value_or(""));
    MatterFacts sheet(repair.matter, view);
    sheet.told.put("urgent", urgent);
    sheet.told.put("fault", repair.fault);
    sheet.told.put("urged", repair.urged);
    if (repair.urged == 0) sheet.told.say("urged", {});
    sheet.put(repair.own);
    sheet.mark_with({"缓急", "urgency"}, urgent ? Text(Label{"急", "urgent"}) : Text{});
    return std::move(sheet).of(repair.matter);
}

MatterView view_letter(const records::Matter& matter, const View& view) {
    MatterFacts sheet(matter, view);
    const auto own = records::load_own_fields(view.connection, "letter", matter.id);
    sheet.put(own);
    sheet.told.put("answers",
                   records::Value{records::load_letter(view.connection, matter.id).answers});
    sheet.words = shown_words(own.text("subject").value_or(""), view);
    return std::move(sheet).of(matter);
}

MatterView view_survey(const records::Survey& survey, const View& view) {
    MatterFacts sheet(survey.matter, view);
    sheet.told.put("title", survey.matter.text);
    sheet.put(records::load_own_fields(view.connection, "survey", survey.matter.id));
    sheet.told.put("returned", survey.returned);
    sheet.told.put("satisfied", survey.satisfied);
    sheet.told.put("dissatisfied", survey.dissatisfied);
    sheet.told.put_json("return_rate", rate_json({survey.returned, survey.issued}));
    sheet.mark_with({"收回/发出", "returned/issued"},
                    plain(base::format("{}/{}", survey.returned, survey.issued)));
    sheet.told.say("returned", sheet.mark);
    return std::move(sheet).of(survey.matter);
}

MatterView view_conduct(const records::Matter& matter, const View& view) {
    MatterFacts sheet(matter, view);
    const auto own = records::load_own_fields(view.connection, "conduct", matter.id);
    const auto staff = own.text("staff").value_or("");
    const auto title = records::conduct_title(own.text("kind").value_or(""));
    sheet.put(own);
    sheet.told.say("kind", title);
    sheet.told.put("decision", matter.outcome);
    sheet.told.put("authority", records::deciding_authority(view.connection, matter.id));
    const auto who = person(view, staff);
    sheet.mark = {who + " " + title.zh, who + " " + title.en};
    return std::move(sheet).of(matter);
}

MatterView view_event(const records::Event& event, const View& view) {
    MatterFacts sheet(event.matter, view);
    sheet.put(event.own);
    sheet.told.put_json("category", records::event_category(event.matter));
    sheet.told.put("form", event.matter.channel);
    // Not whether somebody said so.
    sheet.told.put("urgent", event.urgent);
    sheet.mark_with({"缓急", "urgency"}, event.urgent ? Text(Label{"紧急", "urgent"}) : Text{});
    return std::move(sheet).of(event.matter);
}

/// `李雷(li) +陈静(chen)`: who answers for a shift, and who is with them.
std::string together(const std::string& who, const std::vector<std::string>& with,
                     const View& view) {
    auto people = person(view, who);
    for (const auto& mate : with)
        people += " +" + person(view, mate);
    return people;
}

MatterView view_shift(const records::Shift& shift, const View& view) {
    MatterFacts sheet(shift.matter, view);
    sheet.put(records::load_own_fields(view.connection, "shift", shift.matter.id));
    sheet.told.put("with", records::Value{shift.with});
    sheet.told.put("ended", shift.matter.closed_at);
    sheet.mark_with({"值班人", "on duty"}, plain(together(shift.officer, shift.with, view)));
    sheet.words = shift.matter.closed_at
                      ? "– " + base::readable_brief(*shift.matter.closed_at, view.now, view.zone)
                      : "–";
    return std::move(sheet).of(shift.matter);
}

MatterView view_roster_entry(const records::RosterEntry& entry, const View& view) {
    const auto kind = records::word_title(records::words::duty, entry.kind);
    MatterFacts sheet(entry.matter, view);
    sheet.put(records::load_own_fields(view.connection, "roster", entry.matter.id));
    sheet.told.put("with", records::Value{entry.with});
    const auto people = together(entry.who, entry.with, view);
    sheet.mark_with({"值班人", "on duty"}, {people + " " + kind.zh, people + " " + kind.en});
    sheet.words =
        base::readable(entry.from, view.zone) + " – " + base::readable(entry.until, view.zone);
    return std::move(sheet).of(entry.matter);
}

}  // namespace

MatterView view_matter(const View& view, records::MatterId id) {
    auto& connection = view.connection;
    // Its number says of what kind it is, so that it is loaded once, with what is its kind's own.
    const auto kind = records::kind_of_prefix(records::number_of(connection, id).substr(0, 2));
    const auto matter = [&] { return records::load_matter(connection, id); };
    switch (kind.value_or(MatterKind::assist)) {
        case MatterKind::complaint:
            return view_complaint(records::load_complaint(connection, id), view);
        case MatterKind::suggestion:
            return view_suggestion(matter(), view);
        case MatterKind::repair:
            return view_repair(records::load_repair(connection, id), view);
        case MatterKind::letter:
            return view_letter(matter(), view);
        case MatterKind::survey:
            return view_survey(records::load_survey(connection, id), view);
        case MatterKind::conduct:
            return view_conduct(matter(), view);
        case MatterKind::event:
            return view_event(records::load_event(connection, id), view);
        case MatterKind::shift:
            return view_shift(records::load_shift(connection, id), view);
        case MatterKind::roster:
            return view_roster_entry(records::load_roster_entry(connection, id), view);
        case MatterKind::assist:
            break;
    }
    const auto assist = matter();
    return MatterFacts(assist, view).of(assist);
}

}  // namespace huiyin::reports
