#include "huiyin/reports/findings.hpp"

#include "huiyin/base/display.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/rulebook/trial.hpp"
#include "matter_parts.hpp"

namespace huiyin::reports {

using base::compose;
using base::Json;
using rulebook::Deadline;
using rulebook::Finding;

namespace {

Text severity_title(const Finding& finding) {
    if (finding.explained()) return Label{"违规(已说明)", "breach (explained)"};
    if (finding.severity == "notice") return Label{"提示", "notice"};
    if (finding.severity == "refuse") return Label{"拒绝", "refused"};
    return Label{"违规", "breach"};
}

/// What was explained has nothing left to be done.
Text with_remedy(const Finding& finding) {
    if (finding.explained()) return finding.message;
    return {finding.message.zh + " → " + finding.remedy.zh,
            finding.message.en + " → " + finding.remedy.en};
}

Json explanation_json(const rulebook::Explanation& explanation, const base::Zone& zone) {
    return {{"text", explanation.text ? Json(base::mask_phones_in(*explanation.text)) : Json()},
            {"by", explanation.by},
            {"at", base::iso(explanation.at, zone)}};
}

}  // namespace

namespace {

Text edition_of(const Deadline& deadline) {
    if (deadline.policy_edition == rulebook::tried_edition) return Label{"试算", "tried"};
    if (deadline.policy_edition == 0) return Label{"默认值", "default"};
    return compose({"第 {} 版", "edition {}"}, deadline.policy_edition);
}

}  // namespace

Text outcome_of(const Deadline& deadline, base::Instant now) {
    const auto spare = [&](base::Instant end) {
        return base::spoken(end < deadline.due ? deadline.due - end : end - deadline.due);
    };
    if (deadline.never_owed()) return Label{"办结,不再计时", "closed, no longer counted"};
    if (deadline.met) {
        const auto by = spare(*deadline.met);
        if (*deadline.met <= deadline.due)
            return {base::format("按时,早 {}", by.zh), base::format("met {} early", by.en)};
        return {base::format("晚了 {}", by.zh), base::format("met {} late", by.en)};
    }
    const auto by = spare(deadline.stopped.value_or(now));
    if (deadline.broken(now))
        return {base::format("未办,已超 {}", by.zh), base::format("missed, {} over", by.en)};
    return {base::format("还有 {}", by.zh), base::format("{} left", by.en)};
}

Text arithmetic(const Deadline& deadline, const base::Zone& zone) {
    const auto start = base::readable(deadline.started, zone);
    const auto due = base::readable(deadline.due, zone);
    if (deadline.limit.empty()) return plain(base::format("{} → {}", start, due));
    const auto edition = edition_of(deadline);
    return {base::format("{} + {}({},{}) = {}", start, deadline.limit_text, deadline.limit,
                         edition.zh, due),
            base::format("{} + {} ({}, {}) = {}", start, deadline.limit_text, deadline.limit,
                         edition.en, due)};
}

Json findings_json(const std::vector<Finding>& findings, const base::Zone& zone,
                   Language language) {
    Json list = Json::array();
    for (const auto& finding : findings) {
        Json detail = Json::object();
        for (const auto& [name, value] : finding.detail)
            detail[name] = value;
        list.push_back({{"rule", finding.rule->id},
                        {"clause", finding.rule->clause},
                        {"severity", finding.severity},
                        {"subject", finding.subject},
                        {"since", base::iso(finding.since, zone)},
                        {"blamed", finding.blamed ? Json(*finding.blamed) : Json()},
                        {"unit", finding.unit ? Json(*finding.unit) : Json()},
                        {"detail", std::move(detail)},
                        {"message", finding.message.in(language)},
                        {"remedy", finding.remedy.in(language)},
                        {"explained", finding.explained()}});
        if (finding.explained())
            list.back()["explanation"] = explanation_json(*finding.explanation, zone);
    }
    return list;
}

Json due_json(const std::vector<Deadline>& deadlines, const base::Zone& zone) {
    Json list = Json::array();
    for (const auto& deadline : deadlines)
        list.push_back({{"what", deadline.rule->due},
                        {"clause", deadline.rule->clause},
                        {"by", base::iso(deadline.due, zone)},
                        {"subject", deadline.subject}});
    return list;
}

Document check_document(const std::vector<Finding>& findings, const std::vector<Deadline>& due,
                        const View& view) {
    const auto& zone = view.zone;
    const auto now = view.now;
    Document document;
    document.title = Label{"合规检查", "Compliance check"};
    document.subtitle = compose({"截至 {}", "as of {}"}, base::readable(now, zone));
    if (!findings.empty()) {
        Table table{.columns = {{Label{"对象", "subject"}},
                                {Label{"条款", "clause"}},
                                {Label{"自", "since"}},
                                {Label{"级别", "severity"}},
                                {Label{"责任人", "responsible"}},
                                {Label{"房号", "home"}},
                                {Label{"情况与处理方式", "what happened, and what to do"}},
                                {Label{"说明", "explanation"}}}};
        for (const auto& finding : findings)
            table.rows.push_back({plain(finding.subject), plain(finding.rule->clause),
                                  plain(base::readable_minute(finding.since, zone)),
                                  severity_title(finding),
                                  finding.blamed ? plain(person(view, *finding.blamed)) : Text{},
                                  plain(finding.unit.value_or("")), with_remedy(finding),
                                  explanation_text(finding, zone)});
        document.sections.push_back({Label{"发现", "Findings"}, {std::move(table)}});
    }
    if (!due.empty()) {
        Table table{.columns = {{Label{"截止时间", "due"}},
                                {Label{"对象", "subject"}},
                                {Label{"事项", "what"}},
                                {Label{"条款", "clause"}},
                                {Label{"还剩", "left"}, Align::right}}};
        for (const auto& deadline : due)
            table.rows.push_back({plain(base::readable_minute(deadline.due, zone)),
                                  plain(deadline.subject), deadline.rule->title,
                                  plain(deadline.rule->clause), base::spoken(deadline.due - now)});
        document.sections.push_back({Label{"将到期", "Due soon"}, {std::move(table)}});
    }
    return document;
}

Document why_document(const std::string& subject, const std::vector<Deadline>& deadlines,
                      const std::vector<Finding>& findings, const View& view) {
    Document document;
    document.title = compose({"{} 的时限", "Deadlines of {}"}, subject);
    document.subtitle = compose({"截至 {}", "as of {}"}, base::readable(view.now, view.zone));
    Figures figures;
    for (const auto& deadline : deadlines)
        figures.push_back({{base::format("{} {}", deadline.rule->clause, deadline.rule->title.zh),
                            base::format("{} {}", deadline.rule->clause, deadline.rule->title.en)},
                           arithmetic(deadline, view.zone),
                           outcome_of(deadline, view.now)});
    if (figures.empty())
        document.sections.push_back(
            {Label{"计算", "Arithmetic"}, {Paragraph{Label{"没有时限。", "It has no deadline."}}}});
    else
        document.sections.push_back({Label{"计算", "Arithmetic"}, {std::move(figures)}});
    if (!findings.empty()) {
        auto check = check_document(findings, {}, view);
        document.sections.push_back(std::move(check.sections.front()));
    }
    return document;
}

Json why_json(const std::string& subject, const std::vector<Deadline>& deadlines,
              const base::Zone& zone, base::Instant now) {
    Json list = Json::array();
    for (const auto& deadline : deadlines) {
        Json one{{"rule", deadline.rule->id},
                 {"clause", deadline.rule->clause},
                 {"what", deadline.rule->due},
                 {"started", base::iso(deadline.started, zone)},
                 {"limit", deadline.limit_text},
                 {"policy", deadline.limit},
                 {"policy_edition", deadline.policy_edition},
                 {"due", base::iso(deadline.due, zone)}};
        one["met"] = deadline.met ? Json(base::iso(*deadline.met, zone)) : Json();
        one["stopped"] = deadline.stopped ? Json(base::iso(*deadline.stopped, zone)) : Json();
        one["broken"] = deadline.broken(now);
        const auto end = deadline.ended().value_or(now);
        one["late_seconds"] = std::max<std::int64_t>(0, (end - deadline.due).count());
        list.push_back(std::move(one));
    }
    return {{"no", subject}, {"as_of", base::iso(now, zone)}, {"deadlines", std::move(list)}};
}

std::vector<Text> due_lines(const std::vector<Deadline>& deadlines, const base::Zone& zone,
                            base::Instant now) {
    std::vector<Text> lines;
    for (const auto& deadline : deadlines) {
        const auto left = base::spoken(deadline.due - now);
        const auto by = base::readable(deadline.due, zone);
        lines.emplace_back(base::format("{}({}):{} 前,还有 {}", deadline.rule->title.zh,
                                        deadline.rule->clause, by, left.zh),
                           base::format("{} ({}): by {}, {} left", deadline.rule->title.en,
                                        deadline.rule->clause, by, left.en));
    }
    return lines;
}

Text explanation_text(const Finding& finding, const base::Zone& zone) {
    if (!finding.explained()) return {};
    const auto& explanation = *finding.explanation;
    const Text words = explanation.text ? plain(base::mask_phones_in(*explanation.text))
                                        : Text(Label{"(已抹除)", "(erased)"});
    const auto at = base::readable_minute(explanation.at, zone);
    return {base::format("{}({} {})", words.zh, explanation.by, at),
            base::format("{} ({} {})", words.en, explanation.by, at)};
}

std::string without_subject(const std::string& message, const std::string& subject) {
    for (const std::string_view after : {": ", " 的 ", " 的", " ", "的"})
        if (message.starts_with(subject + std::string(after)))
            return message.substr(subject.size() + after.size());
    return message;
}

}  // namespace huiyin::reports
