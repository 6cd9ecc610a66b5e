#include <fmt/format.h>
#include <fmt/ranges.h>

#include "huiyin/base/json.hpp"
#include "huiyin/records/complaint.hpp"
#include "huiyin/records/conduct.hpp"
#include "huiyin/records/duty.hpp"
#include "huiyin/records/event.hpp"
#include "huiyin/records/letter.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/records/suggestion.hpp"
#include "huiyin/records/survey.hpp"
#include "huiyin/reports/matter_view.hpp"
#include "matter_parts.hpp"

/// What each kind of matter has of its own, in JSON and on paper.
namespace huiyin::reports {

using records::MatterKind;

namespace {

/// Begins with what every matter has; `add` puts a fact beside it where there is one.
class Sheet {
  public:
    Sheet(records::Matter matter, const View& view)
        : reader_(view),
          view_{.matter = std::move(matter), .json = {}, .facts = {}, .words = {}, .mark = {}} {
        view_.json = matter_json(view_.matter, view);
        view_.facts = matter_facts(view_.matter, view);
        view_.words = shown_words(view_.matter.text, view);
    }

    Json& operator[](const char* key) { return view_.json[key]; }
    void add(Label name, const Text& value) { view_.facts.push_back({name, value, {}}); }
    void add(Label name, const std::optional<std::string>& value) {
        if (value) add(name, plain(shown_words(*value, reader_)));
    }
    void mark(Text text) { view_.mark = std::move(text); }
    void words(std::string words) { view_.words = std::move(words); }
    MatterView take() { return std::move(view_); }

  private:
    const View& reader_;
    MatterView view_;
};

Json courtesy_json(const records::Courtesy& courtesy) {
    Json acts = Json::array();
    if (courtesy.seat) acts.push_back("seat");
    if (courtesy.tea) acts.push_back("tea");
    if (courtesy.heard) acts.push_back("heard");
    if (courtesy.calmed) acts.push_back("calmed");
    return acts;
}

/// A class with the meaning the office gave it (clause 3.3.3b).
std::optional<std::string> class_shown(const records::Complaint& complaint, const View& view) {
    if (!complaint.complaint_class) return {};
    const auto key = fmt::format("complaint.class.{}", *complaint.complaint_class);
    return fmt::format("{} · {}", *complaint.complaint_class,
                       view.policies.in_force(key, complaint.matter.at).value);
}

MatterView view_complaint(const records::Complaint& complaint, const View& view) {
    Sheet sheet(complaint.matter, view);
    sheet["subject"] = or_null(shown_words(complaint.subject, view));
    sheet["class"] = or_null(complaint.complaint_class);
    sheet["people"] = or_null(complaint.people);
    sheet["forwarded_by"] = or_null(shown_words(complaint.forwarded_by, view));
    sheet["about"] = or_null(complaint.about);
    sheet["repeat_of"] = or_null(complaint.repeat_of);
    sheet["courtesy"] = courtesy_json(complaint.courtesy);
    sheet["courtesy_missed"] = or_null(shown_words(complaint.courtesy_missed, view));
    sheet["joint"] = records::is_joint(complaint, view.policies);
    sheet.add({"转呈部门", "forwarded by"}, complaint.forwarded_by);
    sheet.add({"等级", "class"}, class_shown(complaint, view));
    if (complaint.people) sheet.add({"人数", "people"}, fmt::format("{}", *complaint.people));
    sheet.add({"被投诉人", "about"}, complaint.about);
    sheet.add({"重复于", "repeats"}, complaint.repeat_of);
    if (!complaint.matter.reachable)
        sheet.add({"联系方式", "contact"},
                  Label{"未留下,不需答复与回访(3.3.6)",
                        "none left: no reply or callback is owed (3.3.6)"});
    sheet.mark(channel_title(complaint.matter.channel));
    if (complaint.subject) sheet.words(shown_words(*complaint.subject, view));
    return sheet.take();
}

MatterView view_suggestion(const records::Suggestion& suggestion, const View& view) {
    Sheet sheet(suggestion.matter, view);
    sheet["kind"] = suggestion.sort;
    const Text sort =
        suggestion.sort == "opinion" ? Label{"意见", "opinion"} : Label{"建议", "suggestion"};
    sheet.add({"性质", "kind"}, sort);
    sheet.mark(sort);
    return sheet.take();
}

Text fault_title(std::string_view fault) {
    if (fault == "parts") return Label{"缺少配件", "parts missing"};
    if (fault == "major") return Label{"重大疑难", "major"};
    return Label{"疑难", "difficult"};
}

MatterView view_repair(const records::Repair& repair, const View& view) {
    const bool urgent = records::is_urgent(repair.matter.category.value_or(""));
    Sheet sheet(repair.matter, view);
    sheet["urgent"] = urgent;
    sheet["fault"] = or_null(repair.fault);
    sheet["rework_of"] = or_null(repair.rework_of);
    sheet["not_rework"] = or_null(repair.not_rework);
    sheet["urged"] = repair.urged;
    sheet["place"] = or_null(shown_words(repair.place, view));
    sheet["appointment"] = or_null(repair.appointment, view);
    sheet.add({"位置", "place"}, repair.place);
    sheet.add({"二次维修", "rework of"}, repair.rework_of);
    sheet.add({"不属二次维修", "no rework"}, repair.not_rework);
    if (repair.fault) sheet.add({"故障", "fault"}, fault_title(*repair.fault));
    if (repair.appointment)
        sheet.add({"预约时间", "appointment"}, base::readable(*repair.appointment, view.zone));
    if (repair.urged > 0) sheet.add({"催单", "urged"}, fmt::format("{}", repair.urged));
    if (urgent) sheet.mark(Label{"急", "urgent"});
    return sheet.take();
}

MatterView view_letter(const records::Letter& letter, const View& view) {
    Sheet sheet(letter.matter, view);
    sheet["subject"] = shown_words(letter.subject, view);
    sheet["answers"] = letter.answers;
    sheet.add({"答复", "answers"}, fmt::format("{}", fmt::join(letter.answers, " ")));
    sheet.words(shown_words(letter.subject, view));
    return sheet.take();
}

MatterView view_survey(const records::Survey& survey, const View& view) {
    Sheet sheet(survey.matter, view);
    sheet["title"] = shown_words(survey.matter.text, view);
    sheet["count"] = survey.issued;
    sheet["until"] = or_null(survey.until, view);
    sheet["returned"] = survey.returned;
    sheet["satisfied"] = survey.satisfied;
    sheet["dissatisfied"] = survey.dissatisfied;
    sheet["return_rate"] = rate_json({survey.returned, survey.issued});
    if (survey.until) sheet.add({"收回期限", "until"}, base::readable(*survey.until, view.zone));
    const auto share = fmt::format("{}/{}", survey.returned, survey.issued);
    sheet.add({"收回", "returned"}, share);
    sheet.add({"满意", "satisfied"}, fmt::format("{}", survey.satisfied));
    sheet.add({"不满意", "dissatisfied"}, fmt::format("{}", survey.dissatisfied));
    sheet.mark(plain(share));
    return sheet.take();
}

MatterView view_conduct(const records::Conduct& conduct, const View& view) {
    Sheet sheet(conduct.matter, view);
    sheet["staff"] = conduct.staff;
    sheet["kind"] = conduct.sort;
    sheet["matter"] = or_null(conduct.source);
    sheet["decision"] = or_null(shown_words(conduct.matter.outcome, view));
    sheet["authority"] = or_null(shown_words(conduct.authority, view));
    const auto title = records::conduct_title(conduct.sort);
    sheet.add({"当事人", "about"}, conduct.staff);
    sheet.add({"事由", "kind"}, title);
    sheet.add({"起因", "came of"}, conduct.source);
    sheet.add({"决定机关", "authority"}, conduct.authority);
    sheet.mark({conduct.staff + " " + title.zh, conduct.staff + " " + title.en});
    return sheet.take();
}

MatterView view_event(const records::Event& event, const View& view) {
    const auto& facts = event.facts;
    Sheet sheet(event.matter, view);
    sheet["category"] = facts.category;
    sheet["form"] = event.matter.channel;
    sheet["urgent"] = event.urgent;
    sheet["place"] = or_null(shown_words(facts.place, view));
    sheet["happened"] = or_null(facts.happened, view);
    sheet["learned"] = or_null(facts.learned, view);
    sheet["casualties"] = facts.casualties ? Json(*facts.casualties) : Json();
    sheet["loss"] = facts.loss ? Json(*facts.loss) : Json();
    sheet["group"] = facts.gathering;
    sheet["residents"] = facts.residents.value_or(false);
    sheet["petition"] = or_null(shown_words(facts.petition, view));
    sheet["complaint"] = or_null(facts.complaint);
    sheet.add({"地点", "place"}, facts.place);
    if (facts.happened)
        sheet.add({"发生", "took place"}, base::readable(*facts.happened, view.zone));
    if (facts.learned) sheet.add({"获知", "learned of"}, base::readable(*facts.learned, view.zone));
    if (facts.casualties)
        sheet.add({"伤亡人数", "casualties"}, fmt::format("{}", *facts.casualties));
    if (facts.loss) sheet.add({"损失(元)", "loss (CNY)"}, fmt::format("{}", *facts.loss));
    sheet.add({"上访", "petition"}, facts.petition);
    sheet.add({"起因", "came of"}, facts.complaint);
    if (event.urgent) sheet.mark(Label{"紧急", "urgent"});
    return sheet.take();
}

MatterView view_shift(const records::Shift& shift, const View& view) {
    Sheet sheet(shift.matter, view);
    sheet["officer"] = shift.officer;
    sheet["substitute_for"] = or_null(shift.substitute_for);
    sheet["started"] = base::iso(shift.matter.at, view.zone);
    sheet["ended"] = or_null(shift.matter.closed_at, view);
    sheet.add({"当班人", "officer"}, shift.officer);
    sheet.add({"代", "standing in for"}, shift.substitute_for);
    if (shift.matter.closed_at)
        sheet.add({"结束", "ended"}, base::readable(*shift.matter.closed_at, view.zone));
    sheet.mark(plain(shift.officer));
    sheet.words(shift.matter.closed_at
                    ? "– " + base::readable_brief(*shift.matter.closed_at, view.now, view.zone)
                    : "–");
    return sheet.take();
}

MatterView view_roster_entry(const records::RosterEntry& entry, const View& view) {
    const Text sort = entry.sort == "day" ? Label{"值班", "day"} : Label{"值宿", "overnight"};
    const auto from = base::readable(entry.from, view.zone);
    const auto until = base::readable(entry.until, view.zone);
    Sheet sheet(entry.matter, view);
    sheet["kind"] = entry.sort;
    sheet["who"] = entry.who;
    sheet["from"] = base::iso(entry.from, view.zone);
    sheet["to"] = base::iso(entry.until, view.zone);
    sheet.add({"值班人", "who"}, entry.who);
    sheet.add({"班次", "kind"}, sort);
    sheet.mark({entry.who + " " + sort.zh, entry.who + " " + sort.en});
    sheet.words(from + " – " + until);
    return sheet.take();
}

}  // namespace

MatterView view_matter(const View& view, records::MatterId id) {
    auto& connection = view.connection;
    switch (records::load_matter(connection, id).kind) {
        case MatterKind::complaint:
            return view_complaint(records::load_complaint(connection, id), view);
        case MatterKind::suggestion:
            return view_suggestion(records::load_suggestion(connection, id), view);
        case MatterKind::repair:
            return view_repair(records::load_repair(connection, id), view);
        case MatterKind::letter:
            return view_letter(records::load_letter(connection, id), view);
        case MatterKind::survey:
            return view_survey(records::load_survey(connection, id), view);
        case MatterKind::conduct:
            return view_conduct(records::load_conduct(connection, id), view);
        case MatterKind::event:
            return view_event(records::load_event(connection, id), view);
        case MatterKind::shift:
            return view_shift(records::load_shift(connection, id), view);
        case MatterKind::roster:
            return view_roster_entry(records::load_roster_entry(connection, id), view);
        case MatterKind::assist:
            break;
    }
    return Sheet(records::load_matter(connection, id), view).take();
}

}  // namespace huiyin::reports
