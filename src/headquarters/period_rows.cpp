#include "period_rows.hpp"

#include <algorithm>
#include <set>

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/reports/rate.hpp"
#include "wire.hpp"

namespace huiyin::headquarters {

using base::Json;

namespace {

/// What is read of a period is named by its first second and the one behind its last, nothing else:
/// so PostgreSQL can tell how little of a table that is. A join with a list of periods would leave
/// it to guess, and a list of a thousand offices costs more to plan than to read. Of offices whose
/// rows are not wanted the answer is passed over.
constexpr std::string_view matters =
    "FROM matter m WHERE m.voided_at IS NULL AND m.{} >= $1 AND m.{} < $2";
constexpr std::string_view steps_in_period = "WHERE s.what IN ({}) AND s.at >= $1 AND s.at < $2";

/// Offices whose period begins and ends at the same moment.
using Calendar = std::pair<base::Instant, base::Instant>;

class RowCounter {
  public:
    RowCounter(Server& server, const Calendar& calendar, const std::vector<OfficeFigures*>& offices)
        : server_(server),
          since_(base::seconds(calendar.first)),
          until_(base::seconds(calendar.second)) {
        for (auto* one : offices)
            by_number_.emplace(one->office.number, one);
        is_any_counted_ =
            std::ranges::any_of(offices, [](const auto* one) { return !one->is_filed; });
    }

    void run() {
        if (is_any_counted_) {
            received();
            closed();
            open();
            callbacks();
        }
        steps();
    }

  private:
    /// Calls `take(figures, answer, row)` for each row of an office that is to be counted; its
    /// first column is the office.
    template <typename Take>
    void for_each(const std::string& sql, Take take) {
        const auto answer = server_.run(sql, since_, until_);
        for (int row = 0; row < answer.rows(); ++row) {
            const auto found = by_number_.find(answer.integer(row, 0));
            if (found != by_number_.end()) take(*found->second, answer, row);
        }
    }
    /// The same of those that have not filed their own figures.
    template <typename Take>
    void count_each(const std::string& sql, Take take) {
        for_each(sql, [&](OfficeFigures& one, const Answer& answer, int row) {
            if (!one.is_filed) take(one, answer, row);
        });
    }

    static void count(Json& figures, std::string_view path, std::int64_t number) {
        auto& place = figures[Json::json_pointer(std::string(path))];
        place = (place.is_number_integer() ? place.get<std::int64_t>() : 0) + number;
    }

    void received() {
        count_each(
            base::format("SELECT m.office, m.kind, m.channel, coalesce(m.category, ''), count(*) "
                         "{} GROUP BY 1, 2, 3, 4",
                         base::format(fmt::runtime(matters), "at", "at")),
            [](OfficeFigures& one, const Answer& answer, int row) {
                const auto kind = answer.text(row, 1);
                const auto number = answer.integer(row, 4);
                const auto by = [&](const char* of) {
                    count(one.figures, base::format("/{}/received", of), number);
                    if (const auto category = answer.text(row, 3); !category.empty())
                        count(one.figures, base::format("/{}/by_category/{}", of, category),
                              number);
                };
                if (kind == "complaint") {
                    by("complaints");
                    count(one.figures, "/complaints/by_channel/" + answer.text(row, 2), number);
                } else if (kind == "repair") {
                    by("repairs");
                } else if (kind == "suggestion") {
                    count(one.figures, "/suggestions/received", number);
                } else if (kind == "event") {
                    count(one.figures, "/events/reported", number);
                } else if (kind == "conduct") {
                    count(one.figures, "/conduct/opened", number);
                }
            });
    }

    void closed() {
        count_each(base::format("SELECT m.office, count(*) {} AND m.kind = 'complaint' GROUP BY 1",
                                base::format(fmt::runtime(matters), "closed_at", "closed_at")),
                   [](OfficeFigures& one, const Answer& answer, int row) {
                       count(one.figures, "/complaints/closed", answer.integer(row, 1));
                   });
    }

    /// Those that are open still, and those that were closed since: by an index of each.
    void open() {
        for (const auto* when : {"m.closed_at IS NULL", "m.closed_at >= $1"}) {
            const auto answer = server_.run(
                base::format("SELECT m.office, m.kind, count(*) FROM matter m WHERE m.voided_at IS "
                             "NULL AND {} AND m.at < $1 AND m.kind IN ('complaint', 'repair') "
                             "GROUP BY 1, 2",
                             when),
                until_);
            for (int row = 0; row < answer.rows(); ++row) {
                const auto found = by_number_.find(answer.integer(row, 0));
                if (found == by_number_.end() || found->second->is_filed) continue;
                count(found->second->figures, base::format("/{}s/open_at_end", answer.text(row, 1)),
                      answer.integer(row, 2));
            }
        }
    }

    /// But for those of an open letter that is void. Each is joined by an equality, and nothing is
    /// asked by NOT EXISTS: so another server may be asked the whole of it.
    void callbacks() {
        count_each(
            base::format(
                "SELECT s.office, s.method, coalesce(c.satisfied, ''), (m.kind = 'complaint' OR "
                "m.channel <> 'round' AND u.sort = 'opinion'), c.signed_by IS NOT NULL, count(*) "
                "FROM step s JOIN matter m ON m.office = s.office AND m.id = s.matter "
                "JOIN callback c ON c.office = s.office AND c.id = s.id "
                "LEFT JOIN suggestion u ON u.office = m.office AND u.id = m.id "
                "LEFT JOIN letter_share h ON h.office = c.office AND h.callback = c.id "
                "LEFT JOIN matter l ON l.office = h.office AND l.id = h.letter "
                "{} AND c.reached <> 0 AND s.voided_at IS NULL AND m.voided_at IS NULL "
                "AND l.voided_at IS NULL GROUP BY 1, 2, 3, 4, 5",
                base::format(fmt::runtime(steps_in_period), "'callback'")),
            [](OfficeFigures& one, const Answer& answer, int row) {
                const auto method = answer.text(row, 1);
                const auto number = answer.integer(row, 5);
                count(one.figures, "/callbacks/done", number);
                count(one.figures, "/callbacks/by_method/" + method, number);
                // An open letter says nothing of anybody.
                if (method == "open-letter") return;
                count(one.figures, "/callbacks/satisfied/den", number);
                if (answer.text(row, 2) == "yes")
                    count(one.figures, "/callbacks/satisfied/num", number);
                if (answer.text(row, 3) != "t") return;
                count(one.figures, "/callbacks/signed_visits/den", number);
                if (method == "visit" && answer.text(row, 4) == "t")
                    count(one.figures, "/callbacks/signed_visits/num", number);
            });
    }

    /// Of replies and finished work the first on its matter counts.
    void steps() {
        const auto repeated = not_the_first();
        std::set<std::pair<std::int64_t, std::int64_t>> answered;
        for_each(
            base::format("SELECT s.office, s.what, s.id, s.matter, m.kind, s.at - m.at FROM step s "
                         "JOIN matter m ON m.office = s.office AND m.id = s.matter {} AND "
                         "m.voided_at IS NULL",
                         base::format(fmt::runtime(steps_in_period),
                                      is_any_counted_ ? "'reply', 'finish', 'answer', 'decide'"
                                                      : "'reply'")),
            [&](OfficeFigures& one, const Answer& answer, int row) {
                const auto what = answer.text(row, 1);
                const auto office = answer.integer(row, 0);
                const bool is_first = !repeated.contains({office, answer.integer(row, 2)});
                if (what == "reply" && is_first && answer.text(row, 4) == "complaint")
                    one.reply_seconds.push_back(answer.integer(row, 5));
                if (one.is_filed) return;
                if (what == "finish" && is_first) count(one.figures, "/repairs/finished", 1);
                if (what == "answer" && answered.emplace(office, answer.integer(row, 3)).second)
                    count(one.figures, "/suggestions/answered", 1);
                if (what == "decide") count(one.figures, "/conduct/decided", 1);
            });
    }

    /// Steps of the period that were done on their matter before.
    std::set<std::pair<std::int64_t, std::int64_t>> not_the_first() {
        std::set<std::pair<std::int64_t, std::int64_t>> found;
        const auto answer = server_.run(
            base::format("SELECT DISTINCT s.office, s.id FROM step s JOIN step e ON e.office = "
                         "s.office AND e.matter = s.matter AND e.what = s.what AND (e.at < s.at OR "
                         "e.at = s.at AND e.id < s.id) {}",
                         base::format(fmt::runtime(steps_in_period), "'reply', 'finish'")),
            since_, until_);
        for (int row = 0; row < answer.rows(); ++row)
            found.emplace(answer.integer(row, 0), answer.integer(row, 1));
        return found;
    }

    Server& server_;
    std::int64_t since_;
    std::int64_t until_;
    std::map<std::int64_t, OfficeFigures*> by_number_;
    bool is_any_counted_ = false;
};

/// What counts nothing is 0, not unknown.
Json nothing_counted() {
    const Json rate{{"num", 0}, {"den", 0}};
    return {
        {"complaints",
         {{"received", 0},
          {"by_channel", {{"letter", 0}, {"phone", 0}, {"visit", 0}}},
          {"by_category", Json::object()},
          {"closed", 0},
          {"open_at_end", 0}}},
        {"suggestions", {{"received", 0}, {"answered", 0}}},
        {"callbacks",
         {{"done", 0},
          {"by_method", {{"visit", 0}, {"phone", 0}, {"letter", 0}, {"open-letter", 0}}},
          {"signed_visits", rate},
          {"satisfied", rate}}},
        {"repairs",
         {{"received", 0}, {"by_category", Json::object()}, {"finished", 0}, {"open_at_end", 0}}},
        {"events", {{"reported", 0}}},
        {"conduct", {{"opened", 0}, {"decided", 0}}}};
}

bool is_rate(const Json& figures) {
    return figures.is_object() && figures.contains("num") && figures.contains("den");
}

}  // namespace

void count_rows(Server& server, std::vector<OfficeFigures>& offices) {
    for (auto& one : offices)
        if (!one.is_filed) one.figures = nothing_counted();
    std::map<Calendar, std::vector<OfficeFigures*>> calendars;
    for (auto& one : offices)
        if (one.office.share != "figures")
            calendars[{one.period.from, one.period.until}].push_back(&one);
    // By its indexes: tables of many parts look costly enough for a plan to be compiled, and the
    // few rows of a week far apart, where neither is so.
    server.script("SET LOCAL jit = off; SET LOCAL random_page_cost = 1.1");
    for (const auto& [calendar, of_it] : calendars)
        RowCounter(server, calendar, of_it).run();
    for (auto& one : offices) {
        std::ranges::sort(one.reply_seconds);
        give_shares(one.figures);
    }
}

std::map<std::string, std::map<std::int64_t, FiledWeek>> filed_weeks(
    Server& server, const std::vector<std::string>& weeks) {
    ValueList list(oid::text);
    for (const auto& week : weeks)
        list.add(week);
    const auto rows = server.run_with(
        "SELECT DISTINCT ON (week, office) week, office, edition, figures FROM (SELECT r.office, "
        "r.week, r.edition, r.figures FROM weekly_report r JOIN office_head h ON h.office = "
        "r.office AND h.share <> 'figures' WHERE r.week = ANY($1) UNION ALL SELECT r.office, "
        "r.week, r.edition, r.figures FROM shared_week r JOIN office_head h ON h.office = r.office "
        "AND h.share = 'figures' WHERE r.week = ANY($1)) f ORDER BY week, office, edition DESC",
        {{oid::text_list, list.bytes()}});
    std::map<std::string, std::map<std::int64_t, FiledWeek>> filed;
    for (int row = 0; row < rows.rows(); ++row) {
        auto figures = Json::parse(rows.text(row, 3), nullptr, false);
        if (figures.is_object())
            filed[rows.text(row, 0)].emplace(rows.integer(row, 1),
                                             FiledWeek{rows.integer(row, 2), std::move(figures)});
    }
    return filed;
}

void add_figures(Json& sums, const Json& figures) {
    for (const auto& [key, value] : figures.items()) {
        // A middle value has no sum.
        if (key == "reply_seconds" || key == "rate") continue;
        if (value.is_number_integer())
            sums[key] = sums.value(key, std::int64_t{0}) + value.get<std::int64_t>();
        else if (value.is_object()) {
            auto& place = sums[key];
            if (!place.is_object()) place = Json::object();
            add_figures(place, value);
        }
    }
}

void give_shares(Json& sums) {
    for (auto& [key, value] : sums.items()) {
        if (is_rate(value))
            value = reports::rate_json(
                {value["num"].get<std::int64_t>(), value["den"].get<std::int64_t>()});
        else if (value.is_object())
            give_shares(value);
    }
}

}  // namespace huiyin::headquarters
