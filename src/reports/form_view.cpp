#include "huiyin/reports/form_view.hpp"

#include <algorithm>
#include <array>

#include "form_parts.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/callback.hpp"
#include "huiyin/records/complaint.hpp"
#include "huiyin/records/matter_list.hpp"
#include "huiyin/reports/callback_view.hpp"

namespace huiyin::reports {

using records::MatterKind;
using records::Step;

namespace {

Text minute(std::optional<base::Instant> at, const View& view) {
    return at ? plain(base::readable_minute(*at, view.zone)) : Text{};
}

/// The words of the last step of its kind: what is in force.
std::optional<std::string> last_words(const std::vector<Step>& steps, std::string_view what,
                                      const View& view) {
    const auto found = std::ranges::find(steps.rbegin(), steps.rend(), what, &Step::what);
    return found == steps.rend() ? std::nullopt : shown_words(found->text, view);
}

/// Adds to a text of many parts.
void add_part(Text& text, const Text& part) {
    const auto add = [](std::string& words, const std::string& more) {
        if (!words.empty() && !more.empty()) words += "\n";
        words += more;
    };
    add(text.zh, part.zh);
    add(text.en, part.en);
}

Text callbacks_in_short(const std::vector<records::Callback>& callbacks, const View& view) {
    Text all;
    for (const auto& callback : callbacks) {
        const auto at = base::readable_minute(callback.at, view.zone);
        const auto method = method_title(callback.said.method);
        const auto verdict = satisfaction(callback);
        add_part(all, unless_void({base::format("{} {} {}", at, method.zh, verdict.zh),
                                   base::format("{} {} {}", at, method.en, verdict.en)},
                                  callback.voided_at));
    }
    return all;
}

Text urgency(std::string_view category) {
    return records::is_urgent(category) ? Text(Label{"急修", "urgent"})
                                        : Text(Label{"一般", "ordinary"});
}

class Register {
  public:
    Register(const View& view, const Period& period) : view_(view), period_(period) {}

    Table complaints() {
        auto table = empty_register(FormKind::complaint_register);
        rulebook::Checker checker(view_.connection, view_.zone, view_.now);
        auto promises = checker.deadlines_of_rules(
            std::array{std::string_view("complaint.replied-in-time"),
                       std::string_view("complaint.repeat-answered")},
            {period_.from, base::instant(base::seconds(view_.now) + 366LL * 86'400)});
        std::erase_if(promises, [](const rulebook::Deadline& deadline) { return !deadline.rated; });
        for (const auto id : of_kind(MatterKind::complaint)) {
            const auto complaint = records::load_complaint(view_.connection, id);
            const auto& matter = complaint.matter;
            const auto about = complaint.own.text("about");
            const auto steps = records::steps_of(view_.connection, id);
            const auto promise =
                std::ranges::find(promises, matter.no, &rulebook::Deadline::subject);
            table.rows.push_back(
                {unless_void(plain(matter.no), matter.voided_at), minute(matter.at, view_),
                 plain(shown_name(matter.person, view_)), plain(matter.unit),
                 plain(shown_phone(matter.phone, view_)), channel_title(matter.channel),
                 plain(matter.category), plain(shown_words(matter.text, view_)),
                 about ? staff_name(view_, *about) : Text{}, staff_name(view_, matter.opened_by),
                 matter.holder ? staff_name(view_, *matter.holder) : Text{},
                 minute(promise == promises.end() ? std::nullopt : std::optional(promise->due),
                        view_),
                 plain(last_words(steps, "investigate", view_)),
                 plain(last_words(steps, "opinion", view_)),
                 plain(matter.outcome ? shown_words(matter.outcome, view_)
                                      : last_words(steps, "reply", view_)),
                 callbacks_in_short(records::list_callbacks(view_.connection, id), view_),
                 minute(matter.closed_at, view_)});
        }
        return table;
    }

    Table repairs() {
        auto table = empty_register(FormKind::repair_register);
        for (const auto id : of_kind(MatterKind::repair)) {
            const auto repair = records::load_repair(view_.connection, id);
            const auto& matter = repair.matter;
            Text who, orders, result, signers;
            std::optional<base::Instant> finished;
            for (const auto& order : records::list_orders(view_.connection, id)) {
                add_part(who, staff_name(view_, order.technician));
                add_part(orders, plain(order.no));
                add_part(result, plain(last_words(order.steps, "finish", view_)));
                add_part(signers, plain(signed_by(order)));
                if (const auto at = order.first("finish")) finished = at;
            }
            table.rows.push_back(
                {minute(matter.at, view_), unless_void(plain(matter.no), matter.voided_at),
                 who_and_home(matter), plain(shown_phone(matter.phone, view_)),
                 plain(shown_words(matter.text, view_)), urgency(matter.category.value_or("")), who,
                 orders, result, minute(finished, view_), signers});
        }
        return table;
    }

    Table callbacks() {
        auto table = empty_register(FormKind::callback_record);
        for (const auto& callback :
             records::list_callbacks(view_.connection, {}, period_.from, period_.until)) {
            const auto matter = records::find_matter(view_.connection, callback.matter);
            const auto& said = callback.said;
            const auto mark = [&](std::string_view method) {
                return said.method == method ? Text(Label{"✓", "✓"}) : Text{};
            };
            table.rows.push_back(
                {minute(callback.at, view_), unless_void(plain(callback.no), callback.voided_at),
                 plain(callback.matter), plain(matter ? matter->unit : std::nullopt),
                 plain(matter ? shown_name(matter->person, view_) : std::nullopt), mark("visit"),
                 mark("phone"), mark("letter"), mark("open-letter"), satisfaction(callback),
                 plain(shown_words(said.raised ? said.raised : said.note, view_)),
                 plain(shown_name(said.signed_by, view_)), staff_name(view_, callback.doer),
                 plain(said.form_no)});
        }
        return table;
    }

    std::vector<records::MatterId> of_kind(MatterKind kind) const {
        return records::find_matters(view_.connection,
                                     {.kind = kind, .from = period_.from, .to = period_.until});
    }

  private:
    Text who_and_home(const records::Matter& matter) const {
        return plain(base::format("{}{}{}", shown_name(matter.person, view_).value_or(""),
                                  matter.person && matter.unit ? " " : "",
                                  matter.unit.value_or("")));
    }

    std::optional<std::string> signed_by(const records::Order& order) const {
        for (const auto& step : order.steps)
            if (step.order && step.order->signed_by)
                return shown_name(step.order->signed_by, view_);
        return {};
    }

    const View& view_;
    const Period& period_;
};

/// One sheet of the duty log: a shift from its beginning to its handover (clauses 1.6 to 1.9).
Section shift_sheet(const records::Shift& shift, const View& view) {
    const auto& matter = shift.matter;
    auto patrols = shift_table("patrols");
    auto events = shift_table("events");
    Text relief, reported_to, items, carried;
    auto people = staff_name(view, shift.officer);
    for (const auto& mate : shift.with) {
        people.zh += "、" + staff_name(view, mate).zh;
        people.en += ", " + staff_name(view, mate).en;
    }
    for (const auto& step : records::steps_of(view.connection, matter.id)) {
        if (step.patrol)
            patrols.rows.push_back(
                {minute(step.at, view), plain(step.patrol->area),
                 records::word_title(records::words::inspection, step.patrol->result),
                 plain(step.patrol->found ? step.patrol->found : shown_words(step.text, view))});
        else if (step.what == "log")
            events.rows.push_back({minute(step.at, view), plain(shown_words(step.text, view)),
                                   staff_name(view, step.recorder)});
        if (step.to && (step.handover || step.what == "relieved"))
            relief = staff_name(view, *step.to);
        if (!step.handover) continue;
        if (step.handover->reported_to) reported_to = staff_name(view, *step.handover->reported_to);
        items = plain(shown_words(step.handover->items, view));
        for (const auto& no : step.handover->carried)
            carried.zh += (carried.zh.empty() ? "" : " ") + no;
        carried.en = carried.zh;
    }
    const auto no = unless_void(plain(matter.no), matter.voided_at);
    return {no,
            {shift_boxes({no, people, minute(matter.at, view), minute(matter.closed_at, view),
                          relief, reported_to, items, carried}),
             std::move(patrols), std::move(events), shift_signatures()},
            true};
}

}  // namespace

Text staff_name(const View& view, records::StaffId staff) {
    return plain(records::staff_as_of(view.connection, staff, view.now).name);
}
Text staff_name(const View& view, const std::string& login) {
    return staff_name(view, records::require_staff(view.connection, login));
}

Document register_form(FormKind kind, const std::string& office, const Period& period,
                       const View& view) {
    const auto& title = name_of(kind).title;
    Document document;
    document.paper_form = true;
    document.made_at = view.now;
    document.title = base::compose({"{0} {1}", "{0}: {2}"}, office, title.zh, title.en);
    const auto from = base::readable_minute(period.from, view.zone);
    const auto until = base::readable_minute(period.until, view.zone);
    const auto as_of = base::readable(view.now, view.zone);
    document.subtitle = {base::format("{} 至 {},截至 {}", from, until, as_of),
                         base::format("{} to {}, as of {}", from, until, as_of)};
    Register lines(view, period);
    if (kind == FormKind::duty_log) {
        for (const auto id : lines.of_kind(MatterKind::shift)) {
            auto sheet = shift_sheet(records::load_shift(view.connection, id), view);
            sheet.new_page = !document.sections.empty();
            document.sections.push_back(std::move(sheet));
        }
        if (document.sections.empty())
            document.sections.push_back({{}, {empty_register(kind)}, true});
        return document;
    }
    document.landscape = true;
    document.sections.push_back({{},
                                 {kind == FormKind::complaint_register ? lines.complaints()
                                  : kind == FormKind::repair_register  ? lines.repairs()
                                                                       : lines.callbacks()},
                                 true});
    return document;
}

Document dispatch_order_form(const std::string& office, const records::Order& order,
                             const View& view) {
    const auto matter = *records::find_matter(view.connection, order.repair);
    const auto repair = records::load_repair(view.connection, matter.id);
    const auto place = repair.own.text("place");
    Text who = staff_name(view, order.technician);
    for (const auto& mate : order.mates)
        add_part(who, staff_name(view, mate));
    Text agreed_by, materials, signer, remarks;
    for (const auto& step : order.steps) {
        if (!step.order) continue;
        if (step.order->agreed_by) agreed_by = plain(shown_name(step.order->agreed_by, view));
        if (step.order->signed_by) signer = plain(shown_name(step.order->signed_by, view));
        if (step.order->materials)
            add_part(materials, plain(shown_words(step.order->materials, view)));
        if (step.order->fee)
            add_part(materials, base::compose({"{} 元", "{} yuan"}, step.order->fee->text()));
        if (step.order->refused)
            add_part(remarks, {"拒签:" + shown_words(*step.order->refused, view),
                               "would not sign: " + shown_words(*step.order->refused, view)});
        if (step.what == "defer") add_part(remarks, plain(shown_words(step.reason, view)));
    }
    const auto& title = name_of(FormKind::dispatch_order).title;
    Document document;
    document.paper_form = true;
    document.made_at = view.now;
    document.title = base::compose({"{0} {1}", "{0}: {2}"}, office, title.zh, title.en);
    document.sections.push_back(
        {{},
         {order_boxes(
              {unless_void(plain(order.no), order.voided_at),
               plain(order.repair),
               minute(matter.at, view),
               channel_title(matter.channel),
               urgency(matter.category.value_or("")),
               plain(shown_name(matter.person, view)),
               plain(matter.unit),
               plain(shown_phone(matter.phone, view)),
               plain(base::format("{}{}{}", shown_words(place, view).value_or(""), place ? " " : "",
                                  shown_words(matter.text, view))),
               minute(order.first("dispatch"), view),
               who,
               minute(repair.own.time("appointment"), view),
               minute(order.first("arrive"), view),
               plain(last_words(order.steps, "start", view)),
               agreed_by,
               minute(order.first("finish"), view),
               plain(last_words(order.steps, "finish", view)),
               materials,
               signer,
               callbacks_in_short(records::list_callbacks(view.connection, matter.id), view),
               remarks}),
          order_signatures()},
         true});
    return document;
}

namespace {

/// `7.1(6) 突发事件与重特大事故`
Text clause_and_category(const records::Matter& event) {
    const auto number = records::event_category(event);
    const auto title =
        records::word_title(records::words::event_category, base::format("{}", number));
    return {base::format("7.1({}) {}", number, title.zh),
            base::format("7.1({}) {}", number, title.en)};
}

}  // namespace

Document event_report_form(const std::string& office, const records::Event& event,
                           const View& view) {
    const auto& own = event.own;
    Text reported_to, relays, supplements, alarms, comfort;
    for (const auto& step : records::steps_of(view.connection, event.matter.id)) {
        const auto at = base::readable_minute(step.at, view.zone);
        const auto words = shown_words(step.text, view).value_or("");
        if (step.what == "add" && step.to) reported_to = staff_name(view, *step.to);
        if (step.what == "relay" && step.to)
            add_part(relays, plain(base::format("{} {}", at, staff_name(view, *step.to).zh)));
        if (step.what == "supplement")
            add_part(supplements, plain(base::format("{} {}", at, words)));
        if (step.what == "alarm" || step.what == "notify") {
            const auto whom = step.message && step.message->department
                                  ? shown_words(*step.message->department, view) + " "
                                  : "";
            add_part(alarms, plain(base::format("{} {}{}", at, whom, words)));
        }
        if (step.what == "comfort") add_part(comfort, plain(base::format("{} {}", at, words)));
    }
    const auto number = [](std::optional<std::int64_t> value) {
        return value ? plain(*value) : Text{};
    };
    const auto& title = name_of(FormKind::event_report).title;
    Document document;
    document.paper_form = true;
    document.made_at = view.now;
    document.title = base::compose({"{0} {1}", "{0}: {2}"}, office, title.zh, title.en);
    document.sections.push_back(
        {{},
         {event_boxes({unless_void(plain(event.matter.no), event.matter.voided_at),
                       clause_and_category(event.matter), minute(own.time("happened"), view),
                       minute(own.time("learned"), view),
                       plain(shown_words(own.text("place"), view)),
                       event.urgent ? Text(Label{"是", "yes"}) : Text(Label{"否", "no"}),
                       plain(shown_words(event.matter.text, view)), supplements,
                       number(own.whole("casualties")), number(own.whole("loss")),
                       channel_title(event.matter.channel),
                       staff_name(view, event.matter.opened_by), reported_to, relays, alarms,
                       comfort, plain(shown_words(event.matter.outcome, view))}),
          event_signatures()},
         true});
    return document;
}

}  // namespace huiyin::reports
