#include "huiyin/reports/reminder_view.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "matter_parts.hpp"

namespace huiyin::reports {

using base::compose;
using rulebook::Deadline;

namespace {

/// What a role alone may do, whoever would be blamed: work is never called back by who did it
/// (4.4), nobody decides their own case (2.2.9), and a week belongs to nobody (5.5).
struct ForRole {
    std::string_view rule;
    records::Role role;
};
constexpr std::array for_roles{
    ForRole{"repair.callback-made", records::Role::steward},
    ForRole{"conduct.decided", records::Role::manager},
    ForRole{"report.weekly-filed", records::Role::manager},
};

std::vector<records::StaffId> of_role(records::Role role, const View& view) {
    std::vector<records::StaffId> people;
    for (const auto& person : records::all_staff(view.connection, view.now))
        if (!person.has_left && person.role == role) people.push_back(person.staff);
    return people;
}

/// Who can act in somebody's place, if they cannot.
std::optional<records::StaffId> present(records::StaffId person, const View& view) {
    if (records::left_since(view.connection, person, view.now))
        return records::superior_of(view.connection, person, view.now);
    return records::acting_for(view.connection, person, view.now).value_or(person);
}

std::set<records::StaffId> who_is_to_act(const Deadline& deadline, rulebook::Checker& checker,
                                         const View& view) {
    std::vector<records::StaffId> meant;
    const auto special = std::ranges::find(for_roles, deadline.rule->id, &ForRole::rule);
    if (special != for_roles.end()) {
        meant = of_role(special->role, view);
        if (meant.empty()) meant = of_role(records::Role::manager, view);
    } else if (const auto blamed = checker.would_be_blamed(deadline)) {
        meant.push_back(records::require_staff(view.connection, *blamed));
    }
    std::set<records::StaffId> people;
    for (const auto person : meant)
        if (const auto acting = present(person, view)) people.insert(*acting);
    return people;
}

/// Those of one person, in turn.
template <typename Take>
void for_each_person(const std::vector<ToDo>& all, Take take) {
    std::vector<records::StaffId> people;
    for (const auto& one : all)
        if (std::ranges::count(people, one.who) == 0) people.push_back(one.who);
    for (const auto who : people) {
        std::vector<const Deadline*> deadlines;
        for (const auto& one : all)
            if (one.who == who) deadlines.push_back(&one.deadline);
        take(who, deadlines);
    }
}

std::string home_of(const std::string& subject, const View& view) {
    const auto matter = records::find_matter(view.connection, subject);
    return matter && matter->unit ? *matter->unit : "";
}

}  // namespace

std::vector<ToDo> to_do_within(base::Seconds within, const View& view) {
    rulebook::Checker checker(view.connection, view.zone, view.now);
    std::vector<ToDo> all;
    for (const auto& deadline : checker.running()) {
        if (deadline.due < view.now || deadline.due > view.now + within) continue;
        for (const auto who : who_is_to_act(deadline, checker, view))
            all.push_back({who, deadline});
    }
    return all;
}

Document reminders_document(const std::vector<ToDo>& all, const std::string& office,
                            const View& view) {
    Document document;
    document.title = compose({"{} 待办提醒", "{}: to be done"}, office);
    document.subtitle =
        compose({"截至 {}", "as of {}"}, base::readable_minute(view.now, view.zone));
    for_each_person(all, [&](records::StaffId who, const std::vector<const Deadline*>& deadlines) {
        Table table{.columns = {{Label{"不迟于", "by"}},
                                {Label{"编号", "number"}},
                                {Label{"房号", "home"}},
                                {Label{"要做的", "what"}},
                                {Label{"条款", "clause"}}}};
        for (const auto* deadline : deadlines)
            table.rows.push_back({plain(base::readable_minute(deadline->due, view.zone)),
                                  plain(deadline->subject), plain(home_of(deadline->subject, view)),
                                  deadline->rule->title, plain(deadline->rule->clause)});
        document.sections.push_back(
            {compose({"{},请在限时前办理 {} 件:", "{}, to be done in time: {}"}, person(view, who),
                     deadlines.size()),
             {std::move(table)}});
    });
    return document;
}

Json reminders_json(const std::vector<ToDo>& all, const View& view) {
    Json people = Json::array();
    for_each_person(all, [&](records::StaffId who, const std::vector<const Deadline*>& deadlines) {
        Json items = Json::array();
        for (const auto* deadline : deadlines) {
            const auto home = home_of(deadline->subject, view);
            items.push_back({{"no", deadline->subject},
                             {"what", deadline->rule->due},
                             {"clause", deadline->rule->clause},
                             {"rule", deadline->rule->id},
                             {"by", base::iso(deadline->due, view.zone)},
                             {"unit", home.empty() ? Json() : Json(home)}});
        }
        people.push_back({{"who", records::login_of(view.connection, who)},
                          {"name", records::staff_as_of(view.connection, who, view.now).name},
                          {"items", std::move(items)}});
    });
    return people;
}

}  // namespace huiyin::reports
