#include "period_rows.hpp"

#include <algorithm>

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/reports/rate.hpp"
#include "wire.hpp"

namespace huiyin::headquarters {

using base::Json;

namespace {

/// The periods that are asked for, each office with its own; `end` is the first second that is not
/// seen.
constexpr std::string_view windows =
    "(SELECT o::int AS office, f AS since, u AS until, a AS as_of, least(u, a + 1) AS stop FROM "
    "unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[]) AS x (o, f, u, a)) w";
constexpr std::string_view stands = "(m.voided_at IS NULL OR m.voided_at > w.as_of)";
constexpr std::string_view step_in_window =
    "JOIN step s ON s.office = w.office AND s.what = '{}' AND s.at >= w.since AND s.at < w.stop "
    "JOIN matter m ON m.office = s.office AND m.id = s.matter";
/// The first of its kind on the matter.
constexpr std::string_view is_first =
    "NOT EXISTS (SELECT FROM step e WHERE e.office = s.office AND e.matter = s.matter AND e.what = "
    "s.what AND (e.at, e.id) < (s.at, s.id))";

class RowCounter {
  public:
    RowCounter(Server& server, std::vector<OfficeFigures>& offices) : server_(server) {
        ValueList numbers(oid::int8);
        ValueList since(oid::int8);
        ValueList until(oid::int8);
        ValueList as_of(oid::int8);
        for (auto& one : offices) {
            if (one.office.share == "figures") continue;
            by_number_.emplace(one.office.number, &one);
            numbers.add(big_endian(one.office.number));
            since.add(big_endian(base::seconds(one.period.from)));
            until.add(big_endian(base::seconds(one.period.until)));
            as_of.add(big_endian(base::seconds(one.office.made_at.value_or(base::Instant{}))));
        }
        for (const auto* list : {&numbers, &since, &until, &as_of})
            values_.push_back({oid::int8_list, list->bytes()});
    }

    void run() {
        if (by_number_.empty()) return;
        received();
        closed();
        open();
        callbacks();
        steps();
        replies();
    }

  private:
    /// Calls `take(figures, answer, row)` for each row of an office that is to be counted; its
    /// first column is the office.
    template <typename Take>
    void for_each(const std::string& what, const std::string& from, std::string_view rest,
                  Take take) {
        const auto answer = server_.run_with(
            base::format("SELECT w.office, {} FROM {} {} {}", what, windows, from, rest), values_);
        for (int row = 0; row < answer.rows(); ++row) {
            const auto found = by_number_.find(answer.integer(row, 0));
            if (found != by_number_.end()) take(*found->second, answer, row);
        }
    }

    static void count(Json& figures, std::string_view path, std::int64_t number) {
        auto& place = figures[Json::json_pointer(std::string(path))];
        place = (place.is_number_integer() ? place.get<std::int64_t>() : 0) + number;
    }

    void received() {
        for_each("m.kind, m.channel, coalesce(m.category, ''), count(*)",
                 "JOIN matter m ON m.office = w.office AND m.at >= w.since AND m.at < w.stop",
                 base::format("WHERE {} GROUP BY 1, 2, 3, 4", stands),
                 [](OfficeFigures& one, const Answer& answer, int row) {
                     if (one.is_filed) return;
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
                         count(one.figures, "/complaints/by_channel/" + answer.text(row, 2),
                               number);
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
        for_each("count(*)",
                 "JOIN matter m ON m.office = w.office AND m.kind = 'complaint' AND m.closed_at >= "
                 "w.since AND m.closed_at < w.stop",
                 base::format("WHERE {} GROUP BY 1", stands),
                 [](OfficeFigures& one, const Answer& answer, int row) {
                     if (!one.is_filed)
                         count(one.figures, "/complaints/closed", answer.integer(row, 1));
                 });
    }

    /// Those that are open still, and those that were closed since: by an index of each.
    void open() {
        for (const auto* when : {"m.closed_at IS NULL", "m.closed_at >= w.stop"})
            for_each("m.kind, count(*)",
                     base::format("JOIN matter m ON m.office = w.office AND {} AND m.at < w.stop "
                                  "AND m.kind IN ('complaint', 'repair')",
                                  when),
                     base::format("WHERE {} GROUP BY 1, 2", stands),
                     [](OfficeFigures& one, const Answer& answer, int row) {
                         if (!one.is_filed)
                             count(one.figures,
                                   base::format("/{}s/open_at_end", answer.text(row, 1)),
                                   answer.integer(row, 2));
                     });
    }

    void callbacks() {
        constexpr std::string_view rated =
            "(m.kind = 'complaint' OR m.channel <> 'round' AND EXISTS (SELECT FROM suggestion u "
            "WHERE u.office = m.office AND u.id = m.id AND u.sort = 'opinion'))";
        for_each(
            base::format("s.method, coalesce(c.satisfied, ''), {}, c.signed_by IS NOT NULL, "
                         "count(*)",
                         rated),
            base::format(fmt::runtime(step_in_window), "callback") +
                " JOIN callback c ON c.office = s.office AND c.id = s.id AND c.reached <> 0",
            base::format("WHERE {} AND (s.voided_at IS NULL OR s.voided_at > w.as_of) AND NOT "
                         "EXISTS (SELECT FROM letter_share h JOIN matter l ON l.office = h.office "
                         "AND l.id = h.letter WHERE h.office = c.office AND h.callback = c.id AND "
                         "l.voided_at <= w.as_of) GROUP BY 1, 2, 3, 4, 5",
                         stands),
            [](OfficeFigures& one, const Answer& answer, int row) {
                if (one.is_filed) return;
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

    void steps() {
        struct Counted {
            const char* what;
            const char* number;
            const char* path;
            bool only_first;
        };
        for (const auto& one :
             {Counted{"finish", "count(*)", "/repairs/finished", true},
              Counted{"answer", "count(DISTINCT m.id)", "/suggestions/answered", false},
              Counted{"decide", "count(*)", "/conduct/decided", false}})
            for_each(one.number, base::format(fmt::runtime(step_in_window), one.what),
                     base::format("WHERE {}{}{} GROUP BY 1", stands, one.only_first ? " AND " : "",
                                  one.only_first ? is_first : ""),
                     [&](OfficeFigures& figures, const Answer& answer, int row) {
                         if (!figures.is_filed)
                             count(figures.figures, one.path, answer.integer(row, 1));
                     });
    }

    void replies() {
        for_each("s.at - m.at", base::format(fmt::runtime(step_in_window), "reply"),
                 base::format("WHERE {} AND m.kind = 'complaint' AND {}", stands, is_first),
                 [](OfficeFigures& one, const Answer& answer, int row) {
                     one.reply_seconds.push_back(answer.integer(row, 1));
                 });
    }

    Server& server_;
    std::map<std::int64_t, OfficeFigures*> by_number_;
    std::vector<Parameter> values_;
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
    RowCounter(server, offices).run();
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
