#include <algorithm>
#include <map>

#include "huiyin/base/display.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/repair.hpp"
#include "pairing.hpp"
#include "report_parts.hpp"

/// The half page that is read first. Whoever reads only that has read the report.
namespace huiyin::reports {

using base::compose;

namespace {

/// One of the eight, beside the period before, last year and what is asked for.
class Foremost {
  public:
    // Of a year last year is the one before, which stands there anyway.
    explicit Foremost(const Report& report)
        : report_(report),
          last_year_(report.period.span == Span::year || !report.last_year ? nullptr
                                                                           : &*report.last_year),
          pair_(report.period.span) {}

    template <typename Value>
    Figure count(Label name, Value value) const {
        auto figure = pair_.count(name, value(report_.figures), value(report_.previous));
        if (last_year_ != nullptr) add_last_year(figure, plain(value(*last_year_)));
        return figure;
    }
    template <typename Value>
    Figure rate(Label name, Value value, std::optional<std::int64_t> required,
                std::int64_t least = 1) const {
        const Rate now = value(report_.figures);
        auto figure = pair_.rate(name, now, value(report_.previous));
        if (last_year_ != nullptr) add_last_year(figure, percentage(value(*last_year_)));
        if (required) add_limit(figure, now, *required, least);
        return figure;
    }
    Figure time_share(Label name) const {
        const auto now = report_.figures.covered();
        auto figure = pair_.time_share(name, now, report_.previous.covered());
        if (last_year_ != nullptr) add_last_year(figure, percent_of_time(last_year_->covered()));
        constexpr std::int64_t all = 100;
        add_limit(figure, now, all, 1);
        return figure;
    }

  private:
    static void add(Figure& figure, const Text& words) {
        figure.remark.zh += " · " + words.zh;
        figure.remark.en += " · " + words.en;
    }
    static void add_last_year(Figure& figure, const Text& value) {
        add(figure, {"去年 " + value.zh, "last year: " + value.en});
    }
    static void add_limit(Figure& figure, const Rate& rate, std::int64_t required,
                          std::int64_t least) {
        add(figure, compose({"应 {} %", "asked for: {} %"}, required));
        figure.missed = rate.den >= least && rate.num * 100 < required * rate.den;
    }

    const Report& report_;
    const Statistics* last_year_;  ///< nothing where there is none to tell
    Pairing pair_;
};

std::int64_t unexplained(const Statistics& of) {
    return of.breaches.total - of.breaches.explained;
}

Highlights eight_figures(const Report& report) {
    const Foremost foremost(report);
    const auto& required = report.requirements;
    constexpr std::int64_t all = 100;
    const bool judged_at_all =
        report.period.span == Span::month || report.period.span == Span::year;
    auto breaches = foremost.count({"未说明的违规", "breaches not explained"}, unexplained);
    breaches.missed = unexplained(report.figures) > 0;
    return {{foremost.count({"受理投诉", "complaints"},
                            [](const Statistics& of) { return of.complaints.received; }),
             foremost.rate(
                 {"答复及时", "replied in time"},
                 [](const Statistics& of) { return of.replied_on_time; }, all),
             foremost.rate(
                 {"有签名上门", "signed visits"},
                 [](const Statistics& of) { return of.signed_visits(); }, required.signed_visits,
                 judged_at_all ? 1 : required.rate_min),
             foremost.count({"报修", "repairs"},
                            [](const Statistics& of) { return of.repairs.received; }),
             foremost.rate(
                 {"按时到场", "arrived in time"},
                 [](const Statistics& of) { return of.arrived_on_time; }, all),
             foremost.time_share({"在岗", "on duty"}),
             foremost.count({"期末在办投诉", "complaints open"},
                            [](const Statistics& of) { return of.complaints.open_at_end; }),
             std::move(breaches)}};
}

/// Words in a row, the first ones alone where they are many.
class WordsInARow {
  public:
    void add(const Text& words) {
        if (++count_ > most) return;
        words_.zh += (words_.zh.empty() ? "" : ";") + words.zh;
        words_.en += (words_.en.empty() ? "" : "; ") + words.en;
    }
    std::size_t count() const { return count_; }
    Text take() const {
        if (count_ <= most) return words_;
        return compose({"{0} 等", "{1} …"}, words_.zh, words_.en);
    }

  private:
    static constexpr std::size_t most = 2;

    Text words_;
    std::size_t count_ = 0;
};

/// `TS-2026-0001 3-502 噪声 及时答复 已超 2 天`
Text in_words(const Overdue& one, base::Instant end) {
    const auto place = one.no + (one.unit ? " " + *one.unit : "");
    const auto about = records::category_title(one.about);
    // From two days on whole days are all that matters here.
    const auto late = end - one.since;
    constexpr base::Seconds day{std::chrono::days{1}};
    const auto over = base::spoken_roughly(late > 3 * day ? late - late % day : late);
    constexpr int longest = 24;
    const auto what = [&](const std::string& words) {
        return base::shorten(base::mask_phones_in(words), longest);
    };
    return {base::format("{} {} {},已超 {}", place, what(about.zh), one.rule->title.zh, over.zh),
            base::format("{} {} {}, {} over", place, what(about.en), one.rule->title.en, over.en)};
}

Figure line(Text name, std::int64_t count, Text remark) {
    return {.name = std::move(name),
            .value = plain(count),
            .remark = std::move(remark),
            .quantity = count,
            .before = {},
            .missed = true};
}

/// By holder, who has the most first.
void add_overdue(Figures& lines, const Report& report) {
    constexpr std::size_t most_holders = 4;
    const auto end = std::min(report.period.until, report.as_of);
    std::map<std::string, WordsInARow> by_holder;
    for (const auto& one : report.overdue)
        by_holder[one.holder.value_or("")].add(in_words(one, end));
    std::vector<std::pair<std::string, WordsInARow>> most_first(by_holder.begin(), by_holder.end());
    std::ranges::stable_sort(most_first, std::ranges::greater{},
                             [](const auto& one) { return one.second.count(); });
    for (std::size_t i = 0; i < std::min(most_holders, most_first.size()); ++i) {
        const auto& [holder, row] = most_first[i];
        lines.push_back(line(holder.empty()
                                 ? Text(Label{"逾期,无人承办", "overdue, held by nobody"})
                                 : compose({"逾期:{0}", "overdue: {1}"}, called(report, holder).zh,
                                           called(report, holder).en),
                             static_cast<std::int64_t>(row.count()), row.take()));
    }
    if (most_first.size() > most_holders)
        lines.back().remark =
            compose({"{0};另有 {2} 人", "{1}; {2} more holders"}, lines.back().remark.zh,
                    lines.back().remark.en, most_first.size() - most_holders);
}

void add_unexplained(Figures& lines, const Report& report) {
    std::map<const rulebook::Rule*, std::int64_t> by_rule;
    std::int64_t all = 0;
    for (const auto& breach : report.breaches)
        if (!breach.explained()) {
            ++by_rule[breach.rule];
            ++all;
        }
    if (all == 0) return;
    std::vector<std::pair<const rulebook::Rule*, std::int64_t>> rules(by_rule.begin(),
                                                                      by_rule.end());
    std::ranges::sort(rules, [](const auto& left, const auto& right) {
        return std::pair(-left.second, left.first->id) < std::pair(-right.second, right.first->id);
    });
    WordsInARow row;
    for (const auto& [rule, count] : rules)
        row.add({base::format("{} {} ×{}", rule->clause, rule->title.zh, count),
                 base::format("{} {} ×{}", rule->clause, rule->title.en, count)});
    lines.push_back(line(Label{"待说明的违规", "breaches to be explained"}, all, row.take()));
}

/// Who has the most breaches or what is overdue, as far as the reader may see it; and the post.
void add_in_trouble(Figures& lines, const Report& report) {
    auto people = report.people;
    std::erase_if(people, [](const PersonFigures& one) { return one.overdue + one.breaches == 0; });
    std::ranges::stable_sort(people, std::ranges::greater{}, [](const PersonFigures& one) {
        return std::pair(one.overdue, one.breaches);
    });
    WordsInARow row;
    for (const auto& one : people)
        row.add(compose({"{0} 逾期 {1}、违规 {2}", "{0}: {1} overdue, {2} breaches"}, one.name,
                        one.overdue, one.breaches));
    if (!people.empty())
        lines.push_back(
            line(Label{"要谈的人", "people to talk to"}, std::ssize(people), row.take()));
    const auto& duty = report.figures.duty;
    if (!duty.gaps.empty()) {
        const auto time = base::spoken(base::Seconds{duty.owed - duty.covered});
        lines.push_back(line(Label{"无人在岗", "post unmanned"}, std::ssize(duty.gaps),
                             {"共 " + time.zh, time.en + " in all"}));
    }
    if (const auto missed = duty.inspections_owed - duty.inspections; missed > 0)
        lines.push_back(line(Label{"重要部位漏查", "key areas not inspected"}, missed, {}));
}

}  // namespace

Text percent_of_time(const Rate& rate) {
    if (rate.den == 0) return Label{"无", "none"};
    const auto hundredths = rate.num * 10'000 / rate.den;
    return plain(base::format("{}.{:02} %", hundredths / 100, hundredths % 100));
}

Section front_section(const Report& report) {
    Section section{
        compose({"{0}要定的事", "To be decided {1}"}, words_of(report.period.span).current.zh,
                words_of(report.period.span).current.en),
        {eight_figures(report)},
        true};
    section.foremost = true;
    Figures lines;
    add_overdue(lines, report);
    add_unexplained(lines, report);
    add_in_trouble(lines, report);
    if (lines.empty())
        section.blocks.emplace_back(
            Paragraph{Label{"没有逾期,没有待说明的违规。",
                            "Nothing is overdue, and no breach waits to be explained."}});
    else
        section.blocks.emplace_back(std::move(lines));
    return section;
}

}  // namespace huiyin::reports
