#include <algorithm>
#include <array>

#include "form_parts.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/gate/journal.hpp"
#include "huiyin/records/callback.hpp"
#include "huiyin/records/complaint.hpp"

/// What residents are given: a receipt that says what they may expect by when, and the answer to a
/// complaint as a letter (clauses 2.2.4, 3.3.1, 4.1).
namespace huiyin::reports {

namespace {

using base::compose;
using records::MatterKind;
using rulebook::Deadline;

std::string day_and_minute(base::Instant at, const View& view) {
    return base::readable_minute(at, view.zone);
}

/// `3 天` where it is whole days, however few.
Text in_days(base::Seconds span) {
    constexpr base::Seconds day = std::chrono::hours{24};
    if (span % day != base::Seconds{0}) return base::spoken(span);
    return compose({"{} 天", "{} days"}, span / day);
}

/// The soonest deadline for one of these deeds, if the matter has any.
std::optional<Deadline> soonest(const std::vector<Deadline>& deadlines,
                                std::initializer_list<std::string_view> deeds) {
    std::optional<Deadline> first;
    for (const auto& deadline : deadlines)
        if (std::ranges::count(deeds, deadline.rule->due) > 0 &&
            (!first || deadline.due < first->due))
            first = deadline;
    return first;
}

/// When it is agreed to answer what was raised anew, as far as that is still to come (3.3.3).
std::vector<base::Instant> appointments_ahead(const std::vector<records::Callback>& callbacks) {
    std::vector<base::Instant> ahead;
    for (const auto& callback : callbacks)
        if (!callback.voided_at && callback.said.appointment && !callback.answered_at)
            ahead.push_back(*callback.said.appointment);
    return ahead;
}

/// What a resident may expect, and by when.
class Promises {
  public:
    Promises(const records::Matter& matter, const View& view) : matter_(matter), view_(view) {
        rulebook::Checker checker(view.connection, view.zone, view.now);
        clocks_ = checker.deadlines_of(matter.no);
    }

    Table table() {
        Table table{.columns = {{Label{"您可以等到", "what you may expect"}},
                                {Label{"不迟于", "no later than"}},
                                {Label{"依据", "clause"}}},
                    .rows = {},
                    .empty = Label{"没有留下联系方式,不作答复与回访(3.3.6)。请持此回执来问结果。",
                                   "You left no way to reach you: nobody will call (3.3.6). Come "
                                   "with this receipt to ask how it ended."}};
        if (matter_.kind == MatterKind::repair)
            repair(table);
        else
            complaint(table);
        return table;
    }

    /// When somebody asks how content the resident is: by a date, or so long after something.
    Text callback(std::string_view limit, const Label& after) const {
        if (const auto due = soonest(clocks_, {"callback"})) return by(*due);
        const auto within = in_days(base::Seconds{view_.policies.number(limit, matter_.at)});
        return {base::format("{} {}内", after.zh, within.zh),
                base::format("within {} {}", within.en, after.en)};
    }

  private:
    Text by(const Deadline& deadline) const {
        if (deadline.met)
            return compose({"已于 {} 办到", "done {}"}, day_and_minute(*deadline.met, view_));
        return plain(day_and_minute(deadline.due, view_));
    }

    void complaint(Table& table) const {
        if (!matter_.reachable) return;
        if (const auto reply = soonest(clocks_, {"reply", "repeat-reply", "hotline-reply"}))
            table.rows.push_back({Label{"调查清楚,给您答复", "the facts, and our reply"},
                                  by(*reply), plain(reply->rule->clause)});
        table.rows.push_back({Label{"回访,问您是否满意", "a call to ask whether you are content"},
                              callback("complaint.callback_within", {"答复后", "of the reply"}),
                              plain(std::string("3.2.2"))});
        for (const auto& at :
             appointments_ahead(records::list_callbacks(view_.connection, matter_.id)))
            table.rows.push_back({Label{"答复您新提的问题", "an answer to what you raised anew"},
                                  plain(day_and_minute(at, view_)), plain(std::string("3.3.3"))});
    }

    void repair(Table& table) const {
        const auto arrival = soonest(clocks_, {"arrive"});
        if (const auto appointment =
                records::load_repair(view_.connection, matter_.id).own.time("appointment"))
            table.rows.push_back({Label{"约好的上门时间", "the appointment"},
                                  plain(day_and_minute(*appointment, view_)),
                                  plain(std::string("4.1"))});
        if (arrival)
            table.rows.push_back({Label{"维修人员到场", "a technician at your door"}, by(*arrival),
                                  plain(arrival->rule->clause)});
        if (matter_.category != "service") {
            table.rows.push_back({Label{"一般故障修好", "an ordinary fault mended"},
                                  Label{"当场", "on that visit"}, plain(std::string("6.2"))});
            table.rows.push_back({Label{"疑难、缺配件的修好", "a difficult one, or parts missing"},
                                  within("order.difficult_within"), plain(std::string("6.3"))});
            table.rows.push_back({Label{"重大疑难的修好", "a major one"},
                                  within("order.major_within"), plain(std::string("6.4"))});
        }
        if (matter_.reachable)
            table.rows.push_back({Label{"回访维修质量", "a call about the work"},
                                  callback("repair.callback_within", {"修好后", "of the work"}),
                                  plain(std::string("4.4"))});
    }

    Text within(std::string_view limit) const {
        return plain(day_and_minute(
            matter_.at + base::Seconds{view_.policies.number(limit, matter_.at)}, view_));
    }

    const records::Matter& matter_;
    const View& view_;
    std::vector<Deadline> clocks_;
};

/// The office's number for residents, where it has put one on file.
std::optional<std::string> office_phone(const View& view) {
    const auto& value = view.policies.in_force("office.phone", view.now).value;
    return value == "none" ? std::nullopt : std::optional(value);
}

/// Whoever answers for the matter, and whoever is above them.
struct Answerable {
    records::StaffId who;
    std::optional<records::StaffId> above;
};
Answerable answerable_for(const records::Matter& matter, const View& view) {
    const auto who = matter.holder.value_or(matter.opened_by);
    return {who, records::superior_of(view.connection, who, view.now)};
}

/// `马丽(主管)`
Text name_and_role(records::StaffId person, const View& view) {
    const auto edition = records::staff_as_of(view.connection, person, view.now);
    const auto& title = records::name_of(edition.role).title;
    return {base::format("{}({})", edition.name, title.zh),
            base::format("{} ({})", edition.name, title.en)};
}

Text whom_to_call(const records::Matter& matter, const View& view) {
    const auto [who, above] = answerable_for(matter, view);
    const auto name = name_and_role(who, view);
    Text text =
        compose({"请说编号 {}。找 {}", "Say the number {}. Ask for {}"}, matter.no, name.zh);
    text.en = base::format("Say the number {}. Ask for {}", matter.no, name.en);
    if (above) {
        const auto superior = name_and_role(*above, view);
        text.zh += base::format(";找不到人或不满意,找 {}", superior.zh);
        text.en += base::format("; if nobody is there, or you are not content, {}", superior.en);
    }
    if (const auto phone = office_phone(view)) {
        text.zh += base::format("。电话 {}", *phone);
        text.en += base::format(". Phone {}", *phone);
    }
    text.zh += "。";
    text.en += ".";
    return text;
}

Text of_what(const records::Matter& matter) {
    return matter.kind == MatterKind::repair ? Text(Label{"报修", "repair"})
                                             : Text(Label{"投诉", "complaint"});
}

Document handout(const std::string& office, FormKind kind, const View& view) {
    const auto& title = name_of(kind).title;
    Document document;
    document.paper_form = true;
    document.made_at = view.now;
    document.title = compose({"{0} {1}", "{0}: {2}"}, office, title.zh, title.en);
    return document;
}

/// What is agreed and lies ahead: appointments to answer what was raised anew, the callback owed.
Text still_to_come(const records::Matter& matter, const View& view) {
    Text text;
    const auto add = [&](const Text& line) {
        text.zh += (text.zh.empty() ? "" : "\n") + line.zh;
        text.en += (text.en.empty() ? "" : "\n") + line.en;
    };
    const auto callbacks = records::list_callbacks(view.connection, matter.id);
    for (const auto& at : appointments_ahead(callbacks))
        add(compose({"{} 前就您新提的问题答复您", "by {} an answer to what you raised anew"},
                    day_and_minute(at, view)));
    if (!matter.closed_at && matter.reachable) {
        Promises promises(matter, view);
        const auto when =
            promises.callback("complaint.callback_within", {"答复后", "of this reply"});
        const bool called_back = std::ranges::any_of(callbacks, [](const auto& callback) {
            return !callback.voided_at && callback.said.reached;
        });
        if (!called_back)
            add({base::format("回访您是否满意:{}", when.zh),
                 base::format("a call to ask whether you are content: {}", when.en)});
    }
    if (text.empty()) return Label{"没有未办的事", "nothing is left to be done"};
    return text;
}

Text where_to_go(const records::Matter& matter, const View& view) {
    auto text = whom_to_call(matter, view);
    text.zh += "我们会再查、再答复。仍不满意,可以依法向上级主管部门反映,这是您的权利。";
    text.en +=
        " We look into it again and answer again. If you are still not content you may turn"
        " to the authority above us; that is your right.";
    return text;
}

/// By what somebody can ask for a proof of the record later on (`audit prove`).
Text where_recorded(const records::Matter& matter, const View& view) {
    const auto entry = records::steps_of(view.connection, matter.id).front().entry;
    const auto logged =
        gate::read_log(view.connection, {.seq = entry, .staff = {}, .subject = {}, .command = {}});
    return logged.empty()
               ? Text{}
               : compose({"第 {} 条,校验值 {}", "{}, hash {}"}, entry, logged.front().hash);
}

/// The step in force of a kind: a complaint that was reopened has several.
const records::Step* last_step(const std::vector<records::Step>& steps, std::string_view what) {
    const auto found = std::ranges::find(steps.rbegin(), steps.rend(), what, &records::Step::what);
    return found == steps.rend() ? nullptr : &*found;
}

}  // namespace

Document receipt_form(const std::string& office, const records::Matter& matter, const View& view) {
    auto document = handout(office, FormKind::receipt, view);
    const auto holder =
        matter.holder ? staff_name(view, *matter.holder) : Text(Label{"待定", "to be named"});
    document.sections.push_back(
        {{},
         {receipt_boxes({unless_void(plain(matter.no), matter.voided_at), of_what(matter),
                         plain(day_and_minute(matter.at, view)), channel_title(matter.channel),
                         plain(shown_name(matter.person, view)), plain(matter.unit),
                         plain(shown_phone(matter.phone, view)),
                         records::category_title(matter.category.value_or("")),
                         plain(shown_words(matter.text, view)), staff_name(view, matter.opened_by),
                         holder, whom_to_call(matter, view), where_recorded(matter, view)}),
          Promises(matter, view).table(), receipt_signatures()},
         true});
    return document;
}

Document reply_form(const std::string& office, const records::Matter& matter, const View& view) {
    const auto steps = records::steps_of(view.connection, matter.id);
    const auto* reply = last_step(steps, "reply");
    if (reply == nullptr)
        throw base::Failure(
            base::Exit::not_found, compose({"{} 还没有答复", "{} has no reply yet"}, matter.no),
            compose({"先登记:huiyin complaint reply {} --text … --method letter",
                     "record it first: huiyin complaint reply {} --text … --method letter"},
                    matter.no));
    auto document = handout(office, FormKind::reply, view);
    const auto words_of = [&](std::string_view what) {
        const auto* step = last_step(steps, what);
        return step == nullptr ? Text{} : plain(shown_words(step->text, view));
    };
    const auto to = shown_name(matter.person, view);
    const auto at = day_and_minute(matter.at, view);
    const auto channel = channel_title(matter.channel);
    Paragraph opening;
    opening.text = {
        base::format("{}:\n您于 {} 以{}方式反映的问题({}),我们已调查办理,现答复如下。",
                     to.value_or(matter.unit ? *matter.unit + " 住户" : "来信人"), at, channel.zh,
                     matter.no),
        base::format("{},\nthe matter you brought to us on {} by {} ({}) has been looked into. "
                     "This is our answer.",
                     to.value_or(matter.unit ? "Resident of " + *matter.unit : "Dear writer"), at,
                     channel.en, matter.no)};
    Text done = plain(shown_words(reply->text, view));
    if (matter.outcome) {
        const auto outcome = shown_words(*matter.outcome, view);
        done.zh += base::format("\n结果:{}", outcome);
        done.en += base::format("\nOutcome: {}", outcome);
    }
    Paragraph closing;
    closing.text = {base::format("{}\n{}", office, base::readable_minute(reply->at, view.zone)),
                    base::format("{}\n{}", office, base::readable_minute(reply->at, view.zone))};
    document.subtitle = unless_void(plain(matter.no), matter.voided_at);
    document.sections.push_back(
        {{},
         {std::move(opening),
          reply_boxes({plain(shown_words(matter.text, view)), words_of("investigate"),
                       words_of("opinion"), done, still_to_come(matter, view),
                       where_to_go(matter, view)}),
          std::move(closing), reply_signatures()},
         true});
    return document;
}

}  // namespace huiyin::reports
