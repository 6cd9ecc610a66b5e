#include <algorithm>

#include "huiyin/base/formatting.hpp"
#include "report_parts.hpp"

namespace huiyin::reports {

using base::compose;

namespace {

using Count = std::map<std::string, std::int64_t>::value_type;

/// The name that stands out: counted more than once, and more often than any other.
std::optional<Count> foremost(const std::map<std::string, std::int64_t>& counts) {
    const auto most = std::ranges::max_element(counts, {}, &Count::second);
    if (most == counts.end() || most->second < 2) return {};
    if (std::ranges::count(counts, most->second, &Count::second) > 1) return {};
    return *most;
}

Text breaches_in_words(const BreachCounts& breaches) {
    if (breaches.total == 0) return Label{"没有违规。", "No breaches."};
    const auto most = foremost(breaches.by_clause);
    if (!most)
        return compose({"违规 {} 项,已说明 {} 项。", "Breaches: {}, explained: {}."},
                       breaches.total, breaches.explained);
    return compose({"违规 {} 项,已说明 {} 项,涉及最多的是 {} 条({} 项)。",
                    "Breaches: {}, explained: {}; most under clause {} ({})."},
                   breaches.total, breaches.explained, most->first, most->second);
}

class Draft {
  public:
    explicit Draft(Text opening) : text_(std::move(opening)) {}

    /// A sentence that is told only of what happened.
    void add_if(bool happened, const Text& sentence) {
        if (!happened) return;
        text_.zh += sentence.zh;
        text_.en += " " + sentence.en;
    }
    Text take() && { return std::move(text_); }

  private:
    Text text_;
};

Text opening(const Report& report) {
    const auto& words = words_of(report.period.span);
    const bool over = report.period.until <= report.as_of;
    return compose({"{4}{6}受理投诉 {0} 件({8} {1} 件),办结 {2} 件,期末在办 {3} 件。",
                    "Complaints {5}{7}: {0} received ({1} the {9}), {2} closed,"
                    " {3} open at the end."},
                   report.figures.complaints.received, report.previous.complaints.received,
                   report.figures.complaints.closed, report.figures.complaints.open_at_end,
                   words.current.zh, words.current.en, over ? "" : "至今", over ? "" : " so far",
                   words.previous.zh, words.previous.en);
}

void add_complaints(Draft& draft, const Statistics& figures) {
    if (const auto most = foremost(figures.complaints.by_category))
        draft.add_if(true, compose({"反映最多的是{}({} 件)。", "The foremost category: {} ({})."},
                                   most->first, most->second));
    if (const auto& rate = figures.replied_on_time; rate.den > 0)
        draft.add_if(true, compose({"应答复 {} 件,按时答复 {} 件({} %)。",
                                    "Replies due: {}, in time: {} ({} %)."},
                                   rate.den, rate.num, percent(rate)));
    draft.add_if(figures.suggestions.received > 0,
                 compose({"意见建议 {} 件。", "Opinions and suggestions: {}."},
                         figures.suggestions.received));
    if (const auto rate = figures.signed_visits(); rate.den > 0)
        draft.add_if(true, compose({"投诉回访 {} 次,其中有签名的上门 {} 次({} %)。",
                                    "Callbacks on complaints: {}, signed visits: {} ({} %)."},
                                   rate.den, rate.num, percent(rate)));
}

void add_repairs(Draft& draft, const Statistics& figures) {
    const auto& repairs = figures.repairs;
    draft.add_if(repairs.received + repairs.finished > 0,
                 compose({"报修 {} 件,完工 {} 件,期末在办 {} 件。",
                          "Repairs: {} received, {} finished, {} open at the end."},
                         repairs.received, repairs.finished, repairs.open_at_end));
    if (const auto& rate = figures.arrived_on_time; rate.den > 0)
        draft.add_if(true, compose({"按时到场 {}/{}({} %)。", "There in time: {}/{} ({} %)."},
                                   rate.num, rate.den, percent(rate)));
    draft.add_if(repairs.rework > 0, compose({"二次维修 {} 件。", "Rework: {}."}, repairs.rework));
}

void add_duty_and_events(Draft& draft, const Statistics& figures) {
    if (!figures.duty.gaps.empty()) {
        const auto unmanned = base::spoken(base::Seconds{figures.duty.owed - figures.duty.covered});
        draft.add_if(true,
                     {base::format("值班中断 {} 次,共 {}。", figures.duty.gaps.size(), unmanned.zh),
                      base::format("Stretches with nobody on duty: {}, {} in all.",
                                   figures.duty.gaps.size(), unmanned.en)});
    }
    draft.add_if(figures.events.reported > 0,
                 compose({"重大事项 {} 件(紧急 {} 件),迟报 {} 件。",
                          "Major events: {} (urgent: {}), reported late: {}."},
                         figures.events.reported, figures.events.urgent, figures.reported_late));
    draft.add_if(
        figures.conduct.opened + figures.conduct.decided > 0,
        compose({"违纪立案 {} 件,作出处理 {} 件。", "Conduct cases: {} opened, {} decided."},
                figures.conduct.opened, figures.conduct.decided));
}

}  // namespace

Text drafted_summary(const Report& report) {
    Draft draft(opening(report));
    add_complaints(draft, report.figures);
    add_repairs(draft, report.figures);
    add_duty_and_events(draft, report.figures);
    draft.add_if(true, breaches_in_words(report.figures.breaches));
    return std::move(draft).take();
}

}  // namespace huiyin::reports
