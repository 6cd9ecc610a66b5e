#include <algorithm>
#include <initializer_list>

#include "figure_table.hpp"
#include "huiyin/base/display.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/reports/journal_view.hpp"
#include "huiyin/reports/matter_view.hpp"
#include "pairing.hpp"
#include "report_parts.hpp"

namespace huiyin::reports {

using base::compose;

namespace {

void add_rows(
    Table& table, Label of, const std::map<std::string, std::int64_t>& now,
    const std::map<std::string, std::int64_t>& then,
    Text (*title)(std::string_view) = [](std::string_view name) {
        return plain(std::string(name));
    }) {
    auto all = now;
    all.insert(then.begin(), then.end());
    for (const auto& [name, ignored] : all) {
        const auto value = [&](const auto& counts) {
            const auto found = counts.find(name);
            return plain(found == counts.end() ? 0 : found->second);
        };
        table.rows.push_back({of, title(name), value(now), value(then)});
    }
}

/// `有签名上门(规定 40 %)`; without the brackets where the office has set no rate.
Text with_required(Label name, std::optional<std::int64_t> required) {
    if (!required) return name;
    return compose({"{0}(规定 {2} %)", "{1} ({2} % required)"}, name.zh, name.en, *required);
}

/// One figure with that of the period before; nothing where there is none to show.
struct InPair {
    const Pairing& pair;
    const FigureRow& row;
    const Statistics& now;
    const Statistics& then;
    Text name;

    std::optional<Figure> operator()(Count count) const {
        const auto here = count(now);
        const auto there = count(then);
        if (!row.always && here == 0 && there == 0) return {};
        return pair.count(name, here, there);
    }
    std::optional<Figure> operator()(Share share) const {
        const auto here = share(now);
        const auto there = share(then);
        if (!row.always && here.den == 0 && there.den == 0) return {};
        return row.of_time ? pair.time_share(name, here, there) : pair.rate(name, here, there);
    }
    std::optional<Figure> operator()(Took took) const {
        return pair.span(name, took(now), took(then));
    }
    std::optional<Figure> operator()(const Named&) const { return {}; }
    std::optional<Figure> operator()(const OfReport&) const { return {}; }
    std::optional<Figure> operator()(const Listed& listed) const { return (*this)(listed.size); }
};

/// The figures of some kinds, in their turn: `complaints`.
Figures figures_of(const Pairing& pair, const Report& report,
                   std::initializer_list<std::string_view> kinds) {
    std::vector<const FigureRow*> rows;
    for (const auto& row : figure_table())
        if (row.turn != 0 &&
            std::ranges::find(kinds, row.path.substr(0, row.path.find('.'))) != kinds.end())
            rows.push_back(&row);
    std::ranges::stable_sort(rows, {}, &FigureRow::turn);
    Figures figures;
    for (const auto* row : rows) {
        const auto required =
            row->required == nullptr ? std::nullopt : report.requirements.*(row->required);
        const InPair in_pair{pair, *row, report.figures, report.previous,
                             with_required(row->name, required)};
        if (auto figure = std::visit(in_pair, row->value)) figures.push_back(std::move(*figure));
    }
    return figures;
}

/// Left out while the office keeps no shifts.
Figures duty_figures(const Pairing& pair, const Report& report) {
    if (report.figures.duty.owed == 0 && report.previous.duty.owed == 0) return {};
    return figures_of(pair, report, {"duty"});
}

Table breakdown(const Pairing& pair, const Statistics& now, const Statistics& then) {
    Table table{.columns = {{Label{"按", "by"}},
                            {Label{"项", "of"}},
                            {pair.words().current, Align::right, Holds::number},
                            {pair.words().previous, Align::right, Holds::number}},
                .rows = {},
                .empty = Label{"两期均无投诉。", "No complaints in either period."}};
    add_rows(table, {"方式", "channel"}, now.complaints.by_channel, then.complaints.by_channel,
             channel_title);
    add_rows(table, {"等级", "class"}, now.complaints.by_class, then.complaints.by_class);
    return table;
}

Table changes_table(const Report& report) {
    Table table{.columns = {{Label{"数字", "figure"}},
                            {Label{"上一版", "edition before"}, Align::right},
                            {Label{"本版", "this edition"}, Align::right}},
                .rows = {},
                .empty = {}};
    for (const auto& change : report.changes)
        table.rows.push_back({change.figure, plain(change.from), plain(change.to)});
    return table;
}

Text subtitle(const Report& report, const base::Zone& zone) {
    const auto from = base::readable_minute(report.period.from, zone);
    const auto until = base::readable_minute(report.period.until, zone);
    const auto as_of = base::readable(report.as_of, zone);
    Text line{base::format("{} 至 {},截至 {}", from, until, as_of),
              base::format("{} to {}, as of {}", from, until, as_of)};
    if (report.period.span == Span::week) {
        const auto edition = report.edition ? compose({"第 {} 版", "edition {}"}, *report.edition)
                                            : Text(Label{"未归档", "not filed"});
        line.zh += "," + edition.zh;
        line.en += ", " + edition.en;
    }
    return {base::format("{},制度第 {} 版", line.zh, report.requirements.regulation),
            base::format("{}, rulebook edition {}", line.en, report.requirements.regulation)};
}

void add_section(Document& document, Label heading, std::vector<Block> blocks, bool wide = false) {
    document.sections.push_back({heading, std::move(blocks), wide});
}

}  // namespace

Document report_document(const Report& report, const base::Zone& zone) {
    const auto& now = report.figures;
    const auto& then = report.previous;
    const Pairing pair(report.period.span);
    Document document;
    document.made_at = report.as_of;
    document.title =
        compose({"{} {} {}", "{3}: {4} {2}"}, report.office.name, pair.words().report.zh,
                report.period.name, report.office.name, pair.words().report.en);
    document.subtitle = subtitle(report, zone);
    const auto summary =
        report.summary ? plain(base::mask_phones_in(*report.summary)) : drafted_summary(report);
    document.sections.push_back(front_section(report));
    add_section(document, {"小结", "Summary"}, {Paragraph{summary}}, true);
    if (!report.changes.empty())
        add_section(document, {"与上一版不同之处", "What changed since the edition before"},
                    {changes_table(report)}, true);
    std::vector<Block> complaints{figures_of(pair, report, {"complaints"})};
    if (report.period.span != Span::day) complaints.push_back(complaints_chart(report));
    complaints.push_back(replies_chart(report));
    complaints.emplace_back(three_rates_table(report));
    add_section(document, {"投诉", "Complaints"}, std::move(complaints));
    add_section(document, {"结转与时长", "Carried over, and for how long"},
                {carry_table(report), ages_table(report)});
    add_section(document, {"投诉的构成", "What the complaints were"}, {breakdown(pair, now, then)});
    if (auto causes = cause_blocks(report); !causes.empty())
        add_section(document, {"投诉的原因", "What complaints are about"}, std::move(causes));
    if (auto places = place_tables(report); !places.empty()) {
        places.emplace_back(places_chart(report));
        add_section(document, {"楼栋与住户", "Buildings and homes"}, std::move(places));
    }
    add_section(document, {"报修", "Repairs"},
                {figures_of(pair, report, {"repairs"}), arrivals_chart(report)});
    add_section(document, {"回访", "Callbacks"},
                {figures_of(pair, report, {"callbacks"}), rates_chart(report)});
    if (auto duty = duty_figures(pair, report); !duty.empty())
        add_section(document, {"总值班", "Duty"}, {std::move(duty), coverage_chart(report, zone)});
    // The rest of the office's work; what neither period saw is left out.
    if (auto others = figures_of(pair, report, {"suggestions", "surveys", "events", "conduct"});
        !others.empty())
        add_section(document, {"其他", "Other"}, {std::move(others)});
    add_section(document, {"走势", "Trend"}, {trend_chart(report)});
    add_section(document, {"违规", "Breaches"},
                {figures_of(pair, report, {"breaches"}), breaches_chart(report)});
    add_section(document, {"人员", "People"}, {people_table(report)}, true);
    add_section(document, {"逾期未办", "Overdue"}, {overdue_table(report, zone)}, true);
    add_section(document, {"违规清单", "Every breach"}, {breach_table(report, zone)}, true);
    add_section(
        document, {"日志", "Journal"},
        {Figures{
            {Label{"条数", "entries"}, plain(report.journal.entries), {}, report.journal.entries},
            {Label{"末端校验值", "head"}, plain(report.journal.hash), {}}}},
        true);
    if (report.seal)
        add_section(document, {"最近的封签", "The newest seal"},
                    seal_blocks(*report.seal, report.checkpoint, zone), true);
    return document;
}

}  // namespace huiyin::reports
