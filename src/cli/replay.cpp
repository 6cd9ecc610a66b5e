#include "replay.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "huiyin/cli/arguments.hpp"
#include "huiyin/records/attachment.hpp"
#include "huiyin/records/callback.hpp"
#include "huiyin/records/complaint.hpp"
#include "huiyin/records/conduct.hpp"
#include "huiyin/records/duty.hpp"
#include "huiyin/records/event.hpp"
#include "huiyin/records/letter.hpp"
#include "huiyin/records/matter_list.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/records/readiness.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/records/suggestion.hpp"
#include "huiyin/records/survey.hpp"

namespace huiyin::cli {

using records::Matter;
using records::MatterKind;
using records::Step;
using Words = std::vector<std::string>;

namespace {

/// A command being put together.
class Line {
  public:
    explicit Line(std::string_view command) : words_(command_words(command)) {}

    Line& operand(std::string value) {
        words_.push_back(std::move(value));
        return *this;
    }
    Line& add(std::string_view option, const std::optional<std::string>& value) {
        // One word, so that nothing a person wrote can pass for an option.
        if (value && !option.empty()) words_.push_back(fmt::format("--{}={}", option, *value));
        return *this;
    }
    template <typename Number>
    Line& number(std::string_view option, const std::optional<Number>& value) {
        return value ? add(option, fmt::format("{}", *value)) : *this;
    }
    Line& flag(std::string_view option, bool set) {
        if (set) words_.push_back(fmt::format("--{}", option));
        return *this;
    }
    const Words& words() const { return words_; }

  private:
    static Words command_words(std::string_view command) {
        const auto blank = command.find(' ');
        if (blank == command.npos) return {std::string(command)};
        return {std::string(command.substr(0, blank)), std::string(command.substr(blank + 1))};
    }

    Words words_;
};

/// Steps that are one command, whose options hold the step's own fields under these names.
struct PlainStep {
    std::string_view what;
    std::string_view command;
    std::string_view text = {};
    std::string_view reason = {};
    std::string_view to = {};
    std::string_view method = {};
};
constexpr std::array plain_steps{
    PlainStep{"investigate", "complaint investigate", "findings"},
    PlainStep{"opinion", "complaint opinion", "text"},
    PlainStep{"reply", "complaint reply", "text", "", "", "method"},
    PlainStep{"escalate", "complaint escalate", "", "reason", "to"},
    PlainStep{"convene", "complaint convene"},
    PlainStep{"quarrel", "complaint quarrel", "note"},
    PlainStep{"note", "note", "text"},
    PlainStep{"attach", "attach", "text"},
    PlainStep{"answer", "suggestion answer", "text", "", "", "method"},
    PlainStep{"attempt", "callback attempt", "note", "", "", "method"},
    PlainStep{"callback", "callback log", "note", "", "", "method"},
    PlainStep{"answered", "callback answer", "text"},
    PlainStep{"urge", "repair urge", "text"},
    PlainStep{"apology", "repair apology", "text"},
    PlainStep{"supplier", "repair supplier", "told"},
    PlainStep{"recategorise", "repair recategorise", "", "reason"},
    PlainStep{"dispatch", "order dispatch", "", "reason"},
    PlainStep{"arrive", "order arrive"},
    PlainStep{"start", "order start", "content"},
    PlainStep{"defer", "order defer", "", "reason"},
    PlainStep{"finish", "order finish", "result"},
    PlainStep{"sign", "order sign"},
    PlainStep{"return", "order return", "", "", "to"},
    PlainStep{"cancel", "order cancel", "", "reason"},
    PlainStep{"log", "duty log"},
    PlainStep{"patrol", "duty patrol", "note"},
    PlainStep{"handover", "duty handover", "note", "", "to"},
    PlainStep{"refused", "duty handover", "note", "refused", "to"},
    PlainStep{"end", "duty end", "note"},
    PlainStep{"relay", "event relay", "", "", "to", "form"},
    PlainStep{"supplement", "event supplement", "text", "", "to", "form"},
    PlainStep{"notify", "event notify", "text"},
    PlainStep{"alarm", "event alarm", "called"},
    PlainStep{"comfort", "event comfort", "text"},
    PlainStep{"decide", "conduct decide", "decision", "authority"},
    PlainStep{"collect", "survey return"},
    PlainStep{"void", "void", "", "reason"},
    PlainStep{"amend", "amend", "", "reason"},
};

/// One thing that was recorded: a step of a matter, or a change of the office itself.
struct Event {
    base::Instant recorded_at;
    int rank;         ///< within one second: people before what they did, leaving after it
    std::int64_t id;  ///< within one rank
    Words words;
};

class Retelling {
  public:
    Retelling(gate::Reading& reading, const TakeFile& file)
        : reading_(reading), file_(file), policies_(records::Policies::load(reading.connection)) {}

    std::vector<Event> take() {
        staff();
        policies();
        areas_and_plans();
        read_everything();
        for (const auto& one : all_) {
            if (by_itself_.contains(one.matter().id) && one.step().seq == 1) continue;
            if (auto line = line_of(one)) put(one.step(), one.matter(), std::move(*line));
        }
        std::ranges::stable_sort(events_, {}, [](const Event& event) {
            return std::tuple(event.recorded_at, event.rank, event.id);
        });
        return std::move(events_);
    }

  private:
    struct Deed {
        const Matter* of;
        const Step* what;

        const Matter& matter() const { return *of; }
        const Step& step() const { return *what; }
    };

    std::string login(records::StaffId staff) {
        return records::login_of(reading_.connection, staff);
    }
    std::optional<std::string> login(std::optional<records::StaffId> staff) {
        return staff ? std::optional(login(*staff)) : std::nullopt;
    }
    std::string time(base::Instant at) const { return base::iso(at, reading_.zone); }
    std::optional<std::string> time(std::optional<base::Instant> at) const {
        return at ? std::optional(time(*at)) : std::nullopt;
    }

    // ------------------------------------------------------------ the office

    void office(base::Instant at, int rank, std::int64_t id, Line line) {
        line.add("at", time(at));
        events_.push_back({at, rank, id, line.words()});
    }

    void staff() {
        auto& connection = reading_.connection;
        for (const auto& person : records::all_staff(connection, reading_.now)) {
            const auto editions = records::staff_history(connection, person.staff);
            bool known = person.staff == 1;  // whoever ran `init`, and will again
            for (const auto& edition : editions) {
                if (edition.has_left)
                    office(edition.at, 2, edition.staff,
                           Line("staff leave").operand(edition.login));
                else if (!known || &edition != &editions.front())
                    office(edition.at, 0, edition.staff,
                           Line(known ? "staff change" : "staff add")
                               .operand(edition.login)
                               .add("name", edition.name)
                               .add("role", std::string(records::name_of(edition.role).word))
                               .add("department", edition.department)
                               .add("superior", login(edition.superior)));
                known = true;
            }
            for (const auto& absence : records::absences_of(connection, person.staff))
                office(editions.front().at, 1, person.staff,
                       Line("staff away")
                           .operand(person.login)
                           .add("from", time(absence.from))
                           .add("to", time(absence.until))
                           .add("acting", login(absence.acting)));
        }
    }

    void policies() {
        std::int64_t id = 0;
        for (const auto& definition : records::policy_definitions())
            for (const auto& edition : policies_.editions(definition.key))
                if (edition.edition > 0)
                    office(edition.at, 0, ++id,
                           Line("policy set")
                               .operand(std::string(definition.key))
                               .operand(edition.value)
                               .add("reason", edition.reason));
    }

    void areas_and_plans() {
        auto& connection = reading_.connection;
        for (const auto& area : records::list_areas(connection)) {
            office(area.added_at, 0, area.id, Line("area add").operand(area.name));
            if (area.retired_at)
                office(*area.retired_at, 2, area.id, Line("area retire").operand(area.name));
        }
        for (const auto& plan : records::plans_in_force(connection, reading_.now))
            office(plan.at, 0, plan.id, Line("plan add").operand(plan.name).add("text", plan.text));
    }

    // ------------------------------------------------------------ matters

    void read_everything() {
        auto& connection = reading_.connection;
        for (const auto kind :
             {MatterKind::complaint, MatterKind::suggestion, MatterKind::assist, MatterKind::repair,
              MatterKind::event, MatterKind::letter, MatterKind::survey, MatterKind::conduct,
              MatterKind::shift, MatterKind::roster})
            for (const auto id : records::find_matters(connection, {.kind = kind})) {
                const auto& matter =
                    matters_.emplace(id, records::load_matter(connection, id)).first->second;
                ids_.emplace(matter.no, id);
                steps_.emplace(id, records::steps_of(connection, id));
            }
        for (const auto& [id, steps] : steps_)
            for (const auto& step : steps)
                all_.push_back({&matters_.at(id), &step});
        std::ranges::sort(all_, {}, [](const Deed& one) { return one.step().id; });
        for (auto& callback : records::list_callbacks(connection))
            callbacks_.emplace(callback.step, std::move(callback));
        for (auto& order : records::list_orders(connection))
            orders_.emplace(order.no, std::move(order));
        for (const auto& one : all_)
            find_what_came_by_itself(one);
    }

    /// Matters that another command opens: their first step is not told again.
    void find_what_came_by_itself(const Deed& one) {
        const auto& step = one.step();
        if (step.quarrel) by_itself_.insert(ids_.at(step.quarrel->case_no));
        if (step.patrol && step.patrol->found && opened_by_patrol(step))
            by_itself_.insert(ids_.at(*step.patrol->found));
        if (step.what == "handover" || step.what == "relieved")
            if (const auto* next = shift_after(one)) by_itself_.insert(next->id);
    }

    bool opened_by_patrol(const Step& step) {
        const auto& found = matters_.at(ids_.at(*step.patrol->found));
        return found.channel == "patrol" && found.at == step.at;
    }

    const Matter* shift_after(const Deed& one) const {
        const auto next = std::ranges::find_if(all_, [&](const Deed& other) {
            return other.matter().kind == MatterKind::shift && other.step().seq == 1 &&
                   other.step().id > one.step().id;
        });
        return next == all_.end() ? nullptr : &next->matter();
    }

    std::optional<Line> line_of(const Deed& one) {
        const auto& matter = one.matter();
        const auto& step = one.step();
        if (step.what == "add") return opening(matter, step);
        if (step.what == "close") return closing(matter, step);
        if (step.what == "assign") return assignment(matter, step);
        if (step.what == "relieved") return takeover(one);
        // An open letter logs its own callbacks.
        if (step.what == "callback" && step.method == "open-letter") return {};
        const auto* plain = std::ranges::find(plain_steps, step.what, &PlainStep::what);
        if (plain == plain_steps.end()) return {};
        Line line(plain->command);
        name_subject(line, matter, step);
        line.add(plain->text, step.text)
            .add(plain->reason, step.reason)
            .add(plain->to, login(step.to))
            .add(plain->method, step.method);
        add_particulars(line, matter, step);
        return line;
    }

    void name_subject(Line& line, const Matter& matter, const Step& step) {
        if (step.what == "answered")
            line.operand(callback_answered_by(matter, step));
        else if (step.what == "log")
            line.operand(step.text.value_or("—"));
        else if (step.patrol)
            line.operand(step.patrol->area);
        else if (step.order && step.what != "dispatch")
            line.operand(step.order->no);
        else if (matter.kind != MatterKind::shift || step.what == "void" || step.what == "note" ||
                 step.what == "attach")
            line.operand(matter.no);
    }

    std::string callback_answered_by(const Matter& matter, const Step& step) const {
        for (const auto& [id, callback] : callbacks_)
            if (callback.matter == matter.no && callback.answered_at == step.at) return callback.no;
        return "";
    }

    void add_particulars(Line& line, const Matter& matter, const Step& step) {
        if (!step.convened.empty())
            line.add(step.what == "convene" ? "who" : "convened", people(step));
        line.add("courtesy", step.courtesy);
        if (const auto callback = callbacks_.find(step.id); callback != callbacks_.end())
            add_callback(line, callback->second);
        if (step.quarrel) {
            line.add("who", login(step.quarrel->who));
            line.add("stopped-by", login(step.quarrel->stopped_by).value_or("none"));
            line.add("taken-over-by", login(step.to).value_or("none"));
        }
        if (step.patrol) add_patrol(line, step);
        if (step.handover) {
            line.add("reported-to", login(step.handover->reported_to));
            line.add("items", step.handover->items);
        }
        if (step.message) {
            line.add("department", step.message->department);
            line.number("casualties", step.message->casualties);
            line.number("loss", step.message->loss);
        }
        if (step.order) add_order(line, step, *step.order);
        if (step.what == "recategorise") line.add("category", step.category);
        if (step.what == "collect") add_collection(line, matter, step);
        if (step.what == "void") line.add("duplicate-of", matter.duplicate_of);
        if (step.what == "amend" && step.field) line.add(*step.field, step.text);
        if (step.attachment) {
            const auto file = records::attached_file(reading_.connection, matter, step.seq);
            line.operand(
                file_(fmt::format("{}-{}/{}", matter.no, step.seq, file.about.name), file.bytes));
        }
    }

    std::string people(const Step& step) {
        std::vector<std::string> logins;
        std::ranges::transform(step.convened, std::back_inserter(logins),
                               [&](auto staff) { return login(staff); });
        return fmt::format("{}", fmt::join(logins, ","));
    }

    void add_callback(Line& line, const records::Callback& callback) const {
        const auto& said = callback.said;
        if (!said.reached) return;
        line.add("satisfied", said.satisfied)
            .add("signed-by", said.signed_by)
            .add("signed-as", said.signed_as)
            .add("form-no", said.form_no)
            .add("raised", said.raised)
            .add("settled", said.settled)
            .add("appointment", time(said.appointment));
    }

    void add_patrol(Line& line, const Step& step) {
        line.add("result", step.patrol->result);
        if (!step.patrol->found) return;
        const auto& found = matters_.at(ids_.at(*step.patrol->found));
        if (!opened_by_patrol(step))
            line.add("known", found.no);
        else
            line.add(found.kind == MatterKind::event ? "event" : "repair", found.category);
    }

    void add_order(Line& line, const Step& step, const records::OrderDetail& detail) {
        if (step.what == "dispatch") {
            const auto& order = orders_.at(detail.no);
            line.add("to", order.technician);
            if (!order.mates.empty())
                line.add("with", fmt::format("{}", fmt::join(order.mates, ",")));
        }
        line.add("agreed-by", detail.agreed_by)
            .number("quoted", detail.quoted)
            .add("fault", detail.fault)
            .add("eta", time(detail.eta))
            .add("materials", detail.materials)
            .number("fee", detail.fee)
            .add("by-resident", detail.signed_by)
            .add("form-no", detail.form_no)
            .add("refused", detail.refused)
            .add("instead", detail.instead);
    }

    /// What the sheets say is on file for all collections together; the last one tells it.
    void add_collection(Line& line, const Matter& matter, const Step& step) {
        line.number("count", step.returned);
        const auto& steps = steps_.at(matter.id);
        const auto last = std::ranges::find_if(
            steps.rbegin(), steps.rend(), [](const Step& one) { return one.what == "collect"; });
        if (last->id != step.id) return;
        const auto survey = records::load_survey(reading_.connection, matter.id);
        line.number("satisfied", std::optional(survey.satisfied));
        line.number("dissatisfied", std::optional(survey.dissatisfied));
    }

    Line closing(const Matter& matter, const Step& step) const {
        Line line(fmt::format("{} close", records::name_of(matter.kind).word));
        line.operand(matter.no).add("outcome", step.text);
        if (step.ended == "unsatisfied")
            line.flag("unsatisfied", true);
        else
            line.add("ended", step.ended);
        return line.add("reason", step.reason);
    }

    std::optional<Line> assignment(const Matter& matter, const Step& step) {
        // A rework goes to the first technician as it is received.
        if (matter.kind == MatterKind::repair && step.seq == 2 &&
            records::load_repair(reading_.connection, matter.id).rework_of &&
            step.entry == steps_.at(matter.id).front().entry)
            return {};
        return Line(matter.kind == MatterKind::complaint ? "complaint assign" : "assign")
            .operand(matter.no)
            .add("to", login(step.to))
            .add("reason", step.reason);
    }

    /// Told with the shift it began, whose officer did it.
    std::optional<Line> takeover(const Deed& one) {
        const auto* next = shift_after(one);
        if (next == nullptr) return {};
        const auto shift = records::load_shift(reading_.connection, next->id);
        return Line("duty takeover")
            .add("since", time(one.step().at))
            .add("reason", one.step().reason)
            .add("substitute-for", shift.substitute_for);
    }

    // ------------------------------------------------------------ what opens a matter

    bool amended(const Matter& matter, std::string_view field) const {
        return std::ranges::any_of(steps_.at(matter.id), [&](const Step& step) {
            return step.what == "amend" && step.field == field;
        });
    }

    /// Leaves out a link that was only made later: what it names may not be there yet.
    std::optional<std::string> unless_amended(const Matter& matter, std::string_view field,
                                              const std::optional<std::string>& value) const {
        return amended(matter, field) ? std::nullopt : value;
    }

    static Line& from_whom(Line& line, const Matter& matter) {
        return line.add("text", matter.text)
            .add("from", matter.person)
            .add("phone", matter.phone)
            .add("unit", matter.unit);
    }

    std::optional<Line> opening(const Matter& matter, const Step& step) {
        Line line(fmt::format("{} add", records::name_of(matter.kind).word));
        auto& connection = reading_.connection;
        switch (matter.kind) {
            case MatterKind::complaint:
                return add_complaint(records::load_complaint(connection, matter.id), line);
            case MatterKind::suggestion: {
                const auto suggestion = records::load_suggestion(connection, matter.id);
                from_whom(line, matter);
                return line.add("kind", suggestion.sort)
                    .add("channel", matter.channel)
                    .add("category", matter.category)
                    .add("via", matter.via);
            }
            case MatterKind::assist:
                return from_whom(line, matter);
            case MatterKind::repair:
                return add_repair(records::load_repair(connection, matter.id), line);
            case MatterKind::event:
                return report_event(records::load_event(connection, matter.id), step);
            case MatterKind::letter: {
                const auto letter = records::load_letter(connection, matter.id);
                return Line("letter publish")
                    .add("subject", letter.subject)
                    .add("text", matter.text)
                    .add("answers", fmt::format("{}", fmt::join(letter.answers, ",")));
            }
            case MatterKind::survey: {
                const auto survey = records::load_survey(connection, matter.id);
                return Line("survey issue")
                    .add("title", matter.text)
                    .number("count", std::optional(survey.issued))
                    .add("until", time(survey.until));
            }
            case MatterKind::conduct: {
                const auto conduct = records::load_conduct(connection, matter.id);
                return Line("conduct record")
                    .operand(conduct.staff)
                    .add("kind", conduct.sort)
                    .add("text", matter.text)
                    .add("matter", conduct.source);
            }
            case MatterKind::shift: {
                const auto shift = records::load_shift(connection, matter.id);
                return Line("duty start")
                    .add("who", shift.officer)
                    .add("substitute-for", shift.substitute_for)
                    .add("reason", step.reason);
            }
            case MatterKind::roster: {
                const auto entry = records::load_roster_entry(connection, matter.id);
                return Line("duty schedule")
                    .add("who", entry.who)
                    .add("from", time(entry.from))
                    .add("to", time(entry.until))
                    .add("kind", entry.sort);
            }
        }
        return {};
    }

    Line add_complaint(const records::Complaint& complaint, Line line) const {
        const auto& matter = complaint.matter;
        Words acts;
        if (complaint.courtesy.seat) acts.emplace_back("seat");
        if (complaint.courtesy.tea) acts.emplace_back("tea");
        if (complaint.courtesy.heard) acts.emplace_back("heard");
        if (complaint.courtesy.calmed) acts.emplace_back("calmed");
        from_whom(line, matter)
            .add("channel", matter.channel)
            .add("subject", complaint.subject)
            .add("category", matter.category)
            .number("class", complaint.complaint_class)
            .number("people", complaint.people)
            .add("forwarded-by", complaint.forwarded_by)
            .add("about", complaint.about)
            .add("repeat-of", unless_amended(matter, "repeat-of", complaint.repeat_of))
            .add("via", matter.via)
            .add("courtesy-missed", complaint.courtesy_missed);
        if (!acts.empty()) line.add("courtesy", fmt::format("{}", fmt::join(acts, ",")));
        return line;
    }

    Line add_repair(const records::Repair& repair, Line line) const {
        const auto& matter = repair.matter;
        from_whom(line, matter)
            .add("channel", matter.channel)
            .add("category", matter.category)
            .add("place", repair.place)
            .add("appointment", time(repair.appointment))
            .add("rework-of", unless_amended(matter, "rework-of", repair.rework_of))
            .add("not-rework", unless_amended(matter, "not-rework", repair.not_rework))
            .add("via", matter.via);
        return line;
    }

    Line report_event(const records::Event& event, const Step& step) {
        const auto& facts = event.facts;
        Line line("event report");
        line.number("category", std::optional(facts.category))
            .add("text", event.matter.text)
            .add("form", event.matter.channel)
            .add("to", login(step.to))
            .add("place", facts.place)
            .add("happened", time(facts.happened))
            .add("learned", time(facts.learned))
            .number("casualties", facts.casualties)
            .number("loss", facts.loss)
            .flag("group", facts.gathering)
            .flag("urgent", facts.said_urgent)
            .add("petition", facts.petition)
            .add("complaint", facts.complaint);
        return line.add("residents", facts.residents.value_or(false) ? "yes" : "no");
    }

    // ------------------------------------------------------------ who and when

    void put(const Step& step, const Matter& matter, Line line) {
        auto at = step.at;
        auto doer = step.doer;
        // Recorded by whoever took over, when they did; the step tells since when.
        if (step.what == "relieved") {
            const auto* next = shift_after({&matter, &step});
            at = next->at;
            doer = next->opened_by;
        }
        const auto command = find_command(line.words());
        line.add("at", time(at));
        if (doer != step.recorder && !command.verb->decision) line.add("by", login(doer));
        line.add("as", login(step.recorder))
            .add("as-happened", step.as_happened)
            .add("witness", step.witness)
            .add("late-reason", step.late_reason.value_or("由导出的记录重新登记"));
        events_.push_back({step.recorded_at, 1, step.id, line.words()});
    }

    gate::Reading& reading_;
    const TakeFile& file_;
    records::Policies policies_;
    std::vector<Event> events_;
    std::map<records::MatterId, Matter> matters_;
    std::map<std::string, records::MatterId, std::less<>> ids_;
    std::map<records::MatterId, std::vector<Step>> steps_;
    std::vector<Deed> all_;
    std::map<records::StepId, records::Callback> callbacks_;
    std::map<std::string, records::Order, std::less<>> orders_;
    std::set<records::MatterId> by_itself_;
};

}  // namespace

void retell(gate::Reading& reading, const TakeWords& words, const TakeFile& file) {
    for (const auto& event : Retelling(reading, file).take())
        words(event.words);
}

}  // namespace huiyin::cli
