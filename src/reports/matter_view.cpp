#include "huiyin/reports/matter_view.hpp"

#include <algorithm>

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/records/correction.hpp"
#include "huiyin/records/letter.hpp"
#include "huiyin/reports/callback_view.hpp"
#include "huiyin/reports/findings.hpp"
#include "huiyin/reports/order_view.hpp"
#include "matter_parts.hpp"

namespace huiyin::reports {

using base::compose;
using records::MatterKind;

namespace {

/// An open letter stands for a callback of each matter it answers; any other matter has its own.
std::vector<records::Callback> callbacks_of(const View& view, const records::Matter& matter) {
    if (matter.kind != MatterKind::letter)
        return records::list_callbacks(view.connection, matter.id);
    std::vector<records::Callback> callbacks;
    for (const auto& no : records::load_letter(view.connection, matter.id).callbacks)
        callbacks.push_back(records::require_callback(view.connection, no, 0));
    return callbacks;
}

Text sort_title(const std::string& kind) {
    if (kind == "person") return Label{"已抹除姓名、电话", "names and phones erased"};
    if (kind == "expired") return Label{"保存期满,已抹除", "erased, retention period over"};
    return Label{"已替换文字", "a text was replaced"};
}

/// That something is no longer here, whoever reads on should know.
Table erasures_table(const std::vector<records::Erasure>& erasures, const View& view) {
    Table table{.columns = {{Label{"时间", "when"}},
                            {Label{"经手", "by"}},
                            {Label{"什么", "what"}},
                            {Label{"处数", "places"}, Align::right},
                            {Label{"理由", "why"}}}};
    for (const auto& erasure : erasures)
        table.rows.push_back({plain(base::readable_minute(erasure.at, view.zone)),
                              plain(person(view, erasure.recorder)), sort_title(erasure.kind),
                              plain(std::to_string(erasure.places.size())),
                              plain(shown_words(erasure.reason, view))});
    return table;
}

Json erasures_json(const std::vector<records::Erasure>& erasures, const View& view) {
    Json list = Json::array();
    for (const auto& erasure : erasures)
        list.push_back({{"at", base::iso(erasure.at, view.zone)},
                        {"by", login(view, erasure.recorder)},
                        {"sort", erasure.kind},
                        {"reason", or_null(shown_words(erasure.reason, view))},
                        {"places", erasure.places}});
    return list;
}

}  // namespace

Dossier open_dossier(const View& view, records::MatterId id, rulebook::Checker::Verdict verdict) {
    auto dossier = listed_dossier(view, view_matter(view, id), std::move(verdict));
    dossier.steps = records::steps_of(view.connection, id);
    return dossier;
}

Dossier listed_dossier(const View& view, MatterView subject, rulebook::Checker::Verdict verdict) {
    const auto id = subject.matter.id;
    auto callbacks = callbacks_of(view, subject.matter);
    auto orders = subject.matter.kind == MatterKind::repair
                      ? records::list_orders(view.connection, id)
                      : std::vector<records::Order>{};
    return {.subject = std::move(subject),
            .steps = {},
            .callbacks = std::move(callbacks),
            .orders = std::move(orders),
            .erasures = records::erasures_of(view.connection, id),
            .verdict = std::move(verdict)};
}

Json dossier_json(const Dossier& dossier, const View& view, Language language) {
    auto json = dossier.subject.json;
    if (dossier.steps) {
        json["steps"] = Json::array();
        for (const auto& step : *dossier.steps)
            json["steps"].push_back(step_json(step, view));
    }
    if (dossier.subject.matter.kind == MatterKind::complaint)
        json["visits"] = std::ranges::count_if(dossier.callbacks, [](const auto& callback) {
            return callback.said.reached && callback.said.method == "visit";
        });
    json["corrected"] = records::corrected_fields(view.connection, dossier.subject.matter.id);
    json["callbacks"] = callbacks_json(dossier.callbacks, view);
    json["orders"] = orders_json(dossier.orders, view);
    json["erased"] = erasures_json(dossier.erasures, view);
    json["findings"] = findings_json(dossier.verdict.findings, view.zone, language);
    json["due"] = due_json(dossier.verdict.due, view.zone);
    return json;
}

Document dossier_document(const Dossier& dossier, const View& view) {
    const auto& subject = dossier.subject;
    const auto& kind = records::name_of(subject.matter.kind).title;
    Document document;
    document.title = {std::string(kind.zh) + " " + subject.matter.no,
                      std::string(kind.en) + " " + subject.matter.no};
    const auto said = shown_words(subject.matter.text, view);
    if (subject.words != said) document.subtitle = plain(subject.words);
    document.sections.push_back({Label{"内容", "What was said"}, {Paragraph{plain(said)}}});
    auto facts = subject.facts();
    Text corrected;
    for (const auto& option : records::corrected_fields(view.connection, subject.matter.id)) {
        const auto title = corrected_title(option);
        corrected.zh += (corrected.zh.empty() ? "" : "、") + title.zh;
        corrected.en += (corrected.en.empty() ? "" : ", ") + title.en;
    }
    if (!corrected.empty())
        facts.push_back({Label{"已更正", "corrected"}, std::move(corrected), {}});
    document.sections.push_back({Label{"登记", "Record"}, {std::move(facts)}});
    if (!dossier.orders.empty())
        document.sections.push_back(
            {Label{"派工单", "Orders"}, {orders_table(dossier.orders, view)}});
    document.sections.push_back(
        {Label{"经过", "History"}, {steps_table(dossier.steps.value(), view)}});
    if (!dossier.callbacks.empty())
        document.sections.push_back(
            {Label{"回访", "Callbacks"}, {callbacks_table(dossier.callbacks, view)}});
    if (!dossier.erasures.empty())
        document.sections.push_back(
            {Label{"删改", "Erased and replaced"}, {erasures_table(dossier.erasures, view)}});
    auto check = check_document(dossier.verdict.findings, dossier.verdict.due, view);
    std::ranges::move(check.sections, std::back_inserter(document.sections));
    return document;
}

namespace {

/// What the short word beside a matter says of it; of several kinds together it is of each its own.
Label mark_heading(const std::vector<MatterView>& matters) {
    if (matters.empty()) return {"性质", "kind"};
    const auto marks = matters.front().marks;
    const bool is_mixed = std::ranges::any_of(
        matters, [&](const MatterView& one) { return one.marks.zh != marks.zh; });
    return is_mixed ? Label{"要点", "note"} : marks;
}

/// For a spreadsheet: whole dates that it can sort by, and what was left to reach somebody by.
Table whole_matters_table(const std::vector<MatterView>& matters, const View& view) {
    Table table{.columns = {{Label{"编号", "number"}},
                            {Label{"逾期", "overdue"}},
                            {Label{"发生时间", "happened"}, Align::left, Holds::time},
                            {Label{"登记时间", "recorded"}, Align::left, Holds::time},
                            {Label{"状态", "state"}},
                            {Label{"方式", "channel"}},
                            {mark_heading(matters)},
                            {Label{"姓名", "name"}},
                            {Label{"房号", "unit"}},
                            {Label{"电话", "phone"}},
                            {Label{"类别", "category"}},
                            {Label{"承办", "holder"}},
                            {Label{"内容", "what"}},
                            {Label{"办结时间", "closed"}, Align::left, Holds::time},
                            {Label{"处理结果", "outcome"}}},
                .rows = {},
                .empty = Label{"没有符合条件的。", "None matches."}};
    for (const auto& one : matters) {
        const auto& matter = one.matter;
        const auto channel = channel_title(matter.channel);
        table.rows.push_back(
            {plain(matter.no), one.late, plain(base::readable(matter.at, view.zone)),
             plain(base::readable(matter.recorded_at, view.zone)), state_title(matter), channel,
             one.mark.zh == channel.zh ? Text{} : one.mark, plain(shown_name(matter.person, view)),
             plain(matter.unit), plain(shown_phone(matter.phone, view)),
             records::category_title(matter.category.value_or("")),
             plain(matter.holder ? person(view, *matter.holder) : ""), plain(one.words),
             plain(matter.closed_at ? base::readable(*matter.closed_at, view.zone) : ""),
             plain(shown_words(matter.outcome, view))});
    }
    drop_empty_columns(table);
    return table;
}

}  // namespace

Table matters_table(const std::vector<MatterView>& matters, const View& view) {
    if (view.reader == ReadBy::sheet) return whole_matters_table(matters, view);
    Table table{.columns = {{Label{"编号", "number"}},
                            {Label{"逾期", "overdue"}},
                            {Label{"时间", "when"}},
                            {Label{"状态", "state"}},
                            {mark_heading(matters)},
                            {Label{"姓名", "name"}},
                            {Label{"房号", "unit"}},
                            {Label{"电话", "phone"}},
                            {Label{"类别", "category"}},
                            {Label{"承办", "holder"}},
                            {Label{"内容", "what"}}},
                .rows = {},
                .brief = true,
                .empty = Label{"没有符合条件的。", "None matches."}};
    for (const auto& one : matters) {
        const auto& matter = one.matter;
        // Names and numbers are for whoever asked for them.
        const auto in_full = [&](const std::optional<std::string>& words) {
            return view.reveals ? plain(words) : Text{};
        };
        table.rows.push_back(
            {plain(matter.no), one.late,
             plain(base::readable_brief(matter.at, view.now, view.zone)), state_title(matter),
             one.mark, in_full(matter.person), plain(matter.unit), in_full(matter.phone),
             records::category_title(matter.category.value_or("")),
             plain(matter.holder ? person(view, *matter.holder) : ""), plain(one.words)});
    }
    drop_empty_columns(table);
    return table;
}

}  // namespace huiyin::reports
