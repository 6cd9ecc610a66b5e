#include "huiyin/reports/status_view.hpp"

#include <algorithm>
#include <array>

#include "huiyin/base/formatting.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/reports/deadline_rates.hpp"
#include "huiyin/reports/duty_view.hpp"
#include "huiyin/reports/rate.hpp"
#include "matter_parts.hpp"

namespace huiyin::reports {

using base::compose;
using rulebook::Deadline;
using rulebook::Finding;
using Urgency = Task::Urgency;

namespace {

bool is_callback(const rulebook::Rule& rule) {
    static constexpr std::array words{"callback", "follow-up", "appointment"};
    return std::ranges::find(words, rule.due) != words.end();
}

bool is_unexplained(const Finding& finding) {
    return !finding.explained();
}

/// Still to be done, though its time has passed: why it is late may have been explained meanwhile.
/// A shift that nobody took up is over; once that is explained, nothing is left to do.
bool is_overdue(const Finding& finding) {
    const bool over = finding.rule->due == "take-up" && finding.explained();
    return finding.open && !over && finding.rule->form == rulebook::Form::clock;
}

std::vector<Task> tasks_of(const rulebook::Checker::Review& review, const View& view) {
    const auto tonight = base::Day::containing(view.now, view.zone).end(view.zone);
    std::vector<Task> tasks;
    for (const auto& finding : review.breaches)
        if (is_overdue(finding))
            tasks.push_back({Urgency::overdue, finding.since, finding.subject, finding.rule});
    for (const auto& deadline : review.due) {
        if (deadline.due <= view.now + soon)
            tasks.push_back({Urgency::soon, deadline.due, deadline.subject, deadline.rule});
        else if (deadline.rule->due == "appointment" && deadline.due < tonight)
            tasks.push_back({Urgency::appointment, deadline.due, deadline.subject, deadline.rule});
    }
    for (const auto& [no, at] : records::repair_appointments(view.connection, view.now, tonight))
        tasks.push_back({Urgency::appointment, at, no, nullptr});
    std::ranges::stable_sort(tasks, {}, [](const Task& task) {
        return std::pair(task.urgency == Urgency::overdue ? 0 : 1, task.by);
    });
    return tasks;
}

std::size_t count(const std::vector<Task>& tasks, Urgency urgency) {
    return static_cast<std::size_t>(std::ranges::count(tasks, urgency, &Task::urgency));
}

/// A span for a glance: without minutes from ten hours on, without seconds from one minute on.
Text glanced(base::Seconds size) {
    using std::chrono::hours;
    using std::chrono::minutes;
    const base::Seconds unit = size >= hours{10}    ? hours{1}
                               : size >= minutes{1} ? minutes{1}
                                                    : base::Seconds{1};
    return base::spoken(size - size % unit);
}

Text when(const Task& task, const View& view) {
    if (task.urgency == Urgency::appointment)
        return plain(base::readable_brief(task.by, view.now, view.zone));
    const auto span = glanced(std::chrono::abs(task.by - view.now));
    return task.urgency == Urgency::overdue ? compose({"已超 {}", "{1} over"}, span.zh, span.en)
                                            : compose({"还有 {}", "{1} left"}, span.zh, span.en);
}

Text what(const Task& task) {
    if (task.rule == nullptr) return Label{"预约上门", "appointment for a repair"};
    return {base::format("{} {}", task.rule->clause, task.rule->title.zh),
            base::format("{} {}", task.rule->clause, task.rule->title.en)};
}

/// Who holds it, and where: a shift or a week has neither.
struct Whereabouts {
    std::optional<std::string> holder;
    std::optional<std::string> unit;
};
Whereabouts whereabouts(const std::string& subject, const View& view) {
    const auto matter = records::find_matter(view.connection, subject);
    if (!matter) return {};
    return {matter->holder ? std::optional(login(view, *matter->holder)) : std::nullopt,
            matter->unit};
}

Section tasks_section(const Status& status, std::size_t shown, const View& view) {
    const auto& tasks = status.tasks;
    Table table{.columns = {{Label{"时限", "when"}},
                            {Label{"对象", "subject"}},
                            {Label{"事项", "what"}},
                            {Label{"承办", "holder"}},
                            {Label{"房号", "unit"}}},
                .rows = {},
                .brief = true,
                .empty = Label{"没有逾期,四小时内也没有到期的。",
                               "Nothing is overdue, nothing falls due within four hours."}};
    for (const auto& task : std::span(tasks).first(std::min(shown, tasks.size()))) {
        const auto place = whereabouts(task.subject, view);
        table.rows.push_back({when(task, view), plain(task.subject), what(task),
                              plain(place.holder ? person(view, *place.holder) : ""),
                              plain(place.unit)});
    }
    drop_empty_columns(table);
    auto heading = compose({"要办:逾期 {},四小时内到期 {},预约 {}",
                            "To do: {} overdue, {} due within 4 h, {} appointments"},
                           count(tasks, Urgency::overdue), count(tasks, Urgency::soon),
                           count(tasks, Urgency::appointment));
    if (tasks.size() > shown) {
        heading.zh += base::format(";另有 {} 项未列:huiyin status --all", tasks.size() - shown);
        heading.en += base::format("; {} not shown: huiyin status --all", tasks.size() - shown);
    }
    return {std::move(heading), {std::move(table)}};
}

Figure rate_figure(Label name, const Rate& rate, Label of_none) {
    if (rate.den == 0) return {name, of_none, {}};
    return {name, plain(base::format("{}/{}  {} %", rate.num, rate.den, percent(rate))), {}, rate};
}

std::int64_t sum(const std::map<std::string, std::int64_t>& counts) {
    std::int64_t all = 0;
    for (const auto& [name, number] : counts)
        all += number;
    return all;
}

/// `5: 6.1 ×3, 2.2.4 ×2`
std::string breaches_in_short(const std::map<std::string, std::int64_t>& breaches) {
    std::vector<std::pair<std::string, std::int64_t>> most_first(breaches.begin(), breaches.end());
    std::ranges::stable_sort(most_first, std::greater{},
                             [](const auto& one) { return one.second; });
    auto text = base::format("{}", sum(breaches));
    for (const auto& [clause, number] : most_first)
        text += base::format("{} {} ×{}", clause == most_first.front().first ? ":" : ",", clause,
                             number);
    return text;
}

Section week_section(const Status& status) {
    const auto& figures = status.figures;
    constexpr Label none{"本周还没有", "none this week"};
    constexpr Label none_due{"没有到期的", "none due"};
    const auto& visits = status.signed_visits;
    auto signed_visits = rate_figure({"有签名上门", "signed visits"},
                                     {visits.signed_visits, visits.callbacks}, none);
    if (const auto missing = visits.missing(); missing > 0) {
        signed_visits.value.zh += base::format(",还差 {} 次达到 {} %", missing, visits.target);
        signed_visits.value.en += base::format(", {} more reach {} %", missing, visits.target);
    }
    return {
        compose({"本周 {}", "This week, {}"}, status.week.name),
        {Figures{rate_figure({"答复及时", "replied in time"}, figures.replied_on_time, none_due),
                 rate_figure({"按时到场", "arrived in time"}, figures.arrived_on_time, none_due),
                 rate_figure({"回访处理率", "callbacks made"}, figures.handled, none_due),
                 std::move(signed_visits),
                 rate_figure({"满意", "satisfied"}, figures.satisfied(), none),
                 {Label{"欠回访", "callbacks owed"},
                  compose({"{} 次,其中逾期 {} 次", "{}, {} of them overdue"}, status.callbacks_owed,
                          status.callbacks_overdue),
                  {}},
                 {Label{"未说明的违规", "unexplained breaches"},
                  plain(breaches_in_short(status.breaches)),
                  {}}}}};
}

nlohmann::ordered_json task_json(const Task& task, const View& view) {
    const auto place = whereabouts(task.subject, view);
    Json json{{"subject", task.subject}, {"by", base::iso(task.by, view.zone)}};
    json["what"] = task.rule == nullptr ? "appointment" : task.rule->due;
    json["clause"] = task.rule == nullptr ? Json() : Json(task.rule->clause);
    json["seconds"] = (task.by - view.now).count();
    json["holder"] = or_null(place.holder);
    json["unit"] = or_null(place.unit);
    return json;
}

}  // namespace

ToldTask told_task(const Task& task, const View& view) {
    return {when(task, view), what(task)};
}

Status compute_status(const View& view) {
    rulebook::Checker checker(view.connection, view.zone, view.now);
    const auto week = Period::of(base::Week::containing(view.now, view.zone), view.zone);
    const auto found =
        review(checker, week.from, {week.from, week.until}, rulebook::Checker::Telling::briefly);
    store::ReadingInTurns turns(view.connection);
    Status status{.duty = records::duty_status(view.connection, view.now),
                  .tasks = tasks_of(found, view),
                  .signed_visits = signed_visits_of_week(view),
                  .week = week,
                  .figures = {},
                  .breaches = {}};
    for (const auto& finding : found.breaches) {
        if (is_unexplained(finding) && finding.since >= week.from)
            ++status.breaches[finding.rule->clause];
        if (is_overdue(finding) && is_callback(*finding.rule)) ++status.callbacks_overdue;
    }
    status.callbacks_owed =
        status.callbacks_overdue +
        static_cast<std::size_t>(std::ranges::count_if(
            found.due, [](const Deadline& deadline) { return is_callback(*deadline.rule); }));
    status.figures = compute_statistics(view.connection, found.rated, view.policies, found.breaches,
                                        status.week, view.now);
    return status;
}

Document status_screen(const Status& status, const std::string& office, std::size_t shown,
                       const View& view) {
    Document document;
    document.title =
        plain(base::format("{}  {}", office, base::readable_minute(view.now, view.zone)));
    document.subtitle = duty_line(status.duty, view);
    document.sections.push_back(tasks_section(status, shown, view));
    document.sections.push_back(week_section(status));
    document.made_at = view.now;
    return document;
}

Json status_screen_json(const Status& status, const std::string& office, const View& view) {
    const auto those = [&](Urgency urgency) {
        Json list = Json::array();
        for (const auto& task : status.tasks)
            if (task.urgency == urgency) list.push_back(task_json(task, view));
        return list;
    };
    const auto& figures = status.figures;
    Json json{{"office", office}, {"as_of", base::iso(view.now, view.zone)}};
    json["duty"] = status_json(status.duty, view);
    json["overdue"] = those(Urgency::overdue);
    json["due_soon"] = those(Urgency::soon);
    json["appointments"] = those(Urgency::appointment);
    json["callbacks"] = {{"owed", status.callbacks_owed},
                         {"overdue", status.callbacks_overdue},
                         {"signed_visits", signed_visits_json(status.signed_visits)}};
    json["week"] = {{"week", status.week.name},
                    {"replied_on_time", rate_json(figures.replied_on_time)},
                    {"arrived_on_time", rate_json(figures.arrived_on_time)},
                    {"handled", rate_json(figures.handled)},
                    {"signed_visits", rate_json(figures.signed_visits())},
                    {"satisfied", rate_json(figures.satisfied())},
                    {"covered", rate_json(figures.covered())}};
    Json by_clause = Json::object();
    for (const auto& [clause, number] : status.breaches)
        by_clause[clause] = number;
    json["breaches"] = {{"unexplained", sum(status.breaches)}, {"by_clause", std::move(by_clause)}};
    return json;
}

}  // namespace huiyin::reports
