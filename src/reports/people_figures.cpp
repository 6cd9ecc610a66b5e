#include "people_figures.hpp"

#include <algorithm>
#include <tuple>

#include "huiyin/rulebook/blame.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::reports {

using records::StaffId;
using rulebook::Deadline;

namespace {

base::Instant end_of(const records::Window& window) {
    return std::min(window.until, window.as_of);
}

/// Adds up what each person has to show for themselves.
class PeopleCounter {
  public:
    PeopleCounter(store::Connection& connection, const records::Window& window)
        : connection_(connection), window_(window) {}

    /// A limit runs anew for whoever takes a matter over, so that it is theirs alone what comes of
    /// it; it counts in the period in which it then falls due.
    void add(const Deadline& deadline, Rate PersonFigures::*rate) {
        const auto limit = deadline.due - deadline.started;
        if (!deadline.rated || deadline.due >= window_.until || deadline.due + limit < window_.from)
            return;
        const auto matter = store::find_integer(connection_, "SELECT id FROM matter WHERE no = ?",
                                                deadline.subject);
        const auto person = rulebook::blamed_for(
            connection_, *deadline.rule,
            {.subject = deadline.subject, .since = deadline.due, .said = deadline.said});
        if (!matter || !person) return;
        Deadline own = deadline;
        if (const auto since = records::taken_over_at(connection_, *matter, *person, deadline.due))
            own.due = std::max(own.due, *since + limit);
        if (own.due < window_.from || own.due >= window_.until || own.due > window_.as_of ||
            own.never_owed())
            return;
        auto& kept = of(*person).*rate;
        ++kept.den;
        if (own.met && *own.met <= own.due) ++kept.num;
    }

    void add(const std::map<StaffId, records::PersonWork>& work) {
        for (const auto& [person, one] : work)
            of(person).work = one;
    }

    void add(const std::optional<std::string>& login, std::int64_t PersonFigures::*count) {
        if (!login) return;
        if (const auto person = records::find_staff(connection_, *login)) ++(of(*person).*count);
    }

    std::vector<PersonFigures> all() && {
        std::vector<PersonFigures> list;
        for (auto& [person, figures] : people_)
            list.push_back(std::move(figures));
        std::ranges::sort(list, {}, &PersonFigures::login);
        return list;
    }

  private:
    PersonFigures& of(StaffId person) {
        const auto [place, is_new] = people_.try_emplace(person);
        if (is_new) {
            const auto edition = records::staff_as_of(connection_, person, end_of(window_));
            place->second.login = edition.login;
            place->second.name = edition.name;
        }
        return place->second;
    }

    store::Connection& connection_;
    const records::Window& window_;
    std::map<StaffId, PersonFigures> people_;
};

}  // namespace

std::vector<PersonFigures> people_figures(store::Connection& connection,
                                          const records::Window& window,
                                          const PeopleSources& sources) {
    PeopleCounter people(connection, window);
    for (const auto& deadline : sources.deadlines) {
        if (deadline.rule->id == "order.arrived-in-time")
            people.add(deadline, &PersonFigures::arrived);
        if (deadline.rule->id == "complaint.replied-in-time" ||
            deadline.rule->id == "complaint.repeat-answered")
            people.add(deadline, &PersonFigures::replied);
    }
    people.add(records::count_work(connection, window, sources.open));
    for (const auto& one : sources.overdue)
        people.add(one.holder, &PersonFigures::overdue);
    for (const auto& breach : sources.breaches)
        people.add(breach.blamed, &PersonFigures::breaches);
    return std::move(people).all();
}

std::vector<Overdue> overdue_at_end(store::Connection& connection,
                                    const std::vector<Deadline>& missed,
                                    const records::Window& window) {
    const auto end = end_of(window);
    std::vector<Overdue> list;
    for (const auto& deadline : missed) {
        if (!deadline.rated || deadline.rule->severity != rulebook::Severity::breach ||
            deadline.rule->due == "take-up")
            continue;
        const auto matter = records::find_matter(connection, deadline.subject);
        if (!matter) continue;
        const auto holder = records::holder_of(connection, matter->id, end);
        list.push_back({.no = deadline.subject,
                        .rule = deadline.rule,
                        .holder = holder ? std::optional(records::login_of(connection, *holder))
                                         : std::nullopt,
                        .unit = matter->unit,
                        .about = matter->category.value_or(matter->text),
                        .since = deadline.due});
    }
    std::ranges::sort(
        list, {}, [](const Overdue& one) { return std::tuple(one.since, one.no, one.rule->id); });
    return list;
}

void keep_people_seen_by(Report& report, const std::string& login) {
    std::erase_if(report.people, [&](const PersonFigures& one) { return one.login != login; });
}

}  // namespace huiyin::reports
