#include "huiyin/reports/matter_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "huiyin/reports/callback_view.hpp"
#include "huiyin/reports/findings.hpp"
#include "matter_parts.hpp"

namespace huiyin::reports {

using base::compose;
using records::Complaint;

namespace {

Json courtesy_json(const records::Courtesy& courtesy) {
    Json acts = Json::array();
    if (courtesy.seat) acts.push_back("seat");
    if (courtesy.tea) acts.push_back("tea");
    if (courtesy.heard) acts.push_back("heard");
    if (courtesy.calmed) acts.push_back("calmed");
    return acts;
}

bool is_joint(const Complaint& complaint, const View& view) {
    return complaint.matter.channel == "visit" &&
           complaint.people.value_or(1) >=
               view.policies.number("complaint.group_size", complaint.matter.at);
}

Figures facts_of(const Complaint& complaint, const View& view) {
    Figures figures = matter_facts(complaint.matter, view);
    const auto add = [&](Label name, const std::optional<std::string>& value) {
        if (value) figures.push_back({name, plain(*value), {}});
    };
    add({"转呈部门", "forwarded by"}, complaint.forwarded_by);
    if (complaint.complaint_class)
        add({"等级", "class"}, fmt::format("{}", *complaint.complaint_class));
    add({"被投诉人", "about"}, complaint.about);
    add({"重复于", "repeats"}, complaint.repeat_of);
    if (!complaint.matter.reachable)
        figures.push_back({Label{"联系方式", "contact"},
                           Label{"未留下,不需答复与回访(3.3.6)",
                                 "none left: no reply or callback is owed (3.3.6)"},
                           {}});
    return figures;
}

}  // namespace

Json complaint_json(const Complaint& complaint, const View& view) {
    Json json = matter_json(complaint.matter, view);
    json["subject"] = or_null(complaint.subject);
    json["class"] = or_null(complaint.complaint_class);
    json["people"] = or_null(complaint.people);
    json["forwarded_by"] = or_null(complaint.forwarded_by);
    json["about"] = or_null(complaint.about);
    json["repeat_of"] = or_null(complaint.repeat_of);
    json["courtesy"] = courtesy_json(complaint.courtesy);
    json["courtesy_missed"] = or_null(complaint.courtesy_missed);
    json["joint"] = is_joint(complaint, view);
    return json;
}

Json dossier_json(const ComplaintDossier& dossier, const View& view, Language language) {
    auto json = complaint_json(dossier.complaint, view);
    json["steps"] = Json::array();
    for (const auto& step : dossier.steps)
        json["steps"].push_back(step_json(step, view));
    json["visits"] = std::ranges::count_if(dossier.callbacks, [](const records::Callback& one) {
        return one.said.reached && one.said.method == "visit";
    });
    json["callbacks"] = callbacks_json(dossier.callbacks, view);
    json["orders"] = Json::array();
    json["findings"] = findings_json(dossier.verdict.findings, view.zone, language);
    json["due"] = due_json(dossier.verdict.due, view.zone);
    return json;
}

Document dossier_document(const ComplaintDossier& dossier, const View& view) {
    const auto& complaint = dossier.complaint;
    Document document;
    document.title = compose({"投诉 {}", "Complaint {}"}, complaint.matter.no);
    document.subtitle = plain(complaint.subject);
    document.sections.push_back(
        {Label{"内容", "What was said"}, {Paragraph{plain(complaint.matter.text)}}});
    document.sections.push_back({Label{"登记", "On file"}, {facts_of(complaint, view)}});
    document.sections.push_back(
        {Label{"经过", "What was done"}, {steps_table(dossier.steps, view)}});
    if (!dossier.callbacks.empty())
        document.sections.push_back(
            {Label{"回访", "Callbacks"}, {callbacks_table(dossier.callbacks, view)}});
    auto check = check_document(dossier.verdict.findings, dossier.verdict.due, view.zone, view.now);
    std::ranges::move(check.sections, std::back_inserter(document.sections));
    return document;
}

Document complaints_document(const std::vector<Complaint>& complaints, const View& view) {
    Table table{.columns = {{Label{"编号", "number"}},
                            {Label{"时间", "when"}},
                            {Label{"状态", "state"}},
                            {Label{"方式", "channel"}},
                            {Label{"房号", "unit"}},
                            {Label{"类别", "category"}},
                            {Label{"承办", "holder"}},
                            {Label{"内容", "what"}}},
                .rows = {},
                .brief = true,
                .empty = Label{"没有符合条件的投诉。", "No complaint matches."}};
    for (const auto& complaint : complaints) {
        const auto& matter = complaint.matter;
        table.rows.push_back({plain(matter.no), plain(base::readable_minute(matter.at, view.zone)),
                              state_title(matter), channel_title(matter.channel),
                              plain(matter.unit), plain(matter.category),
                              plain(matter.holder ? login(view, *matter.holder) : ""),
                              plain(complaint.subject.value_or(matter.text))});
    }
    Document document;
    document.title = compose({"投诉 {} 件", "{} complaints"}, complaints.size());
    document.sections.push_back({{}, {std::move(table)}});
    return document;
}

}  // namespace huiyin::reports
