#include "huiyin/reports/callback_view.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "field_presenter.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/week_figures.hpp"
#include "huiyin/reports/findings.hpp"
#include "huiyin/reports/rate.hpp"
#include "matter_parts.hpp"

namespace huiyin::reports {

using base::compose;
using records::Callback;

Text satisfaction(const Callback& callback) {
    if (!callback.said.reached) return Label{"未联系上", "not reached"};
    return records::word_title(records::words::satisfied, callback.said.satisfied.value_or(""));
}

Text solution(const Callback& callback) {
    if (callback.said.resolved == "yes") return Label{"已解决", "yes"};
    if (callback.said.resolved == "no") return Label{"未解决", "no"};
    return {};
}

Json callback_json(const Callback& callback, const View& view) {
    const auto& said = callback.said;
    FieldPresenter told("callback", view);
    told.put("no", callback.no);
    told.put("matter", callback.matter);
    told.put("at", callback.at);
    told.put("by", login(view, callback.doer));
    told.put("method", said.method);
    told.put("reached", said.reached);
    told.put("ordinal", callback.ordinal);
    told.put("satisfied", said.satisfied);
    told.put("note", said.note);
    told.put("signed_by", said.signed_by);
    told.put("signed_as", said.signed_as);
    told.put("form_no", said.form_no);
    told.put("raised", said.raised);
    told.put("settled", said.settled);
    told.put("appointment", said.appointment);
    told.put("answered_at", callback.answered_at);
    told.put("as_happened", callback.as_happened);
    told.put("resolved", said.resolved);
    told.put("rearranged", callback.rearranged);
    told.put("voided_at", callback.voided_at);
    told.put("corrected_at", callback.corrected_at);
    return told.take_json();
}

Json callbacks_json(const std::vector<Callback>& callbacks, const View& view) {
    Json list = Json::array();
    for (const auto& callback : callbacks)
        list.push_back(callback_json(callback, view));
    return list;
}

Table callbacks_table(const std::vector<Callback>& callbacks, const View& view) {
    Table table{.columns = {{Label{"编号", "number"}},
                            {Label{"时间", "when"}, Align::left, Holds::time},
                            {Label{"单号", "matter"}},
                            {Label{"方式", "method"}},
                            {Label{"满意", "satisfied"}},
                            {Label{"解决", "resolved"}},
                            {Label{"签名", "signed"}},
                            {Label{"回访人", "by"}},
                            {Label{"反馈", "what was said"}}},
                .rows = {},
                .empty = Label{"没有回访。", "No callbacks."}};
    for (const auto& callback : callbacks) {
        std::string words = callback.said.note.value_or("");
        if (callback.said.raised) words += " 〔" + *callback.said.raised + "〕";
        Text said = plain(shown_words(words, view));
        if (callback.said.appointment) {
            const auto at = base::readable_minute(*callback.said.appointment, view.zone);
            said.zh += base::format(" 约 {} 答复", at);
            said.en += base::format(" to be answered {}", at);
        }
        if (callback.rearranged > 0) {
            said.zh += base::format("(改约 {} 次)", callback.rearranged);
            said.en += base::format(" (moved {} times)", callback.rearranged);
        }
        table.rows.push_back({if_corrected(unless_void(plain(callback.no), callback.voided_at),
                                           callback.corrected_at),
                              plain(base::readable_minute(callback.at, view.zone)),
                              plain(callback.matter), method_title(callback.said.method),
                              satisfaction(callback), solution(callback),
                              plain(shown_name(callback.said.signed_by, view)),
                              plain(person(view, callback.doer)), std::move(said)});
    }
    drop_empty_columns(table);
    return table;
}

std::int64_t SignedVisits::missing() const {
    if (target >= 100) return callbacks - signed_visits;
    // signed + k ≥ target % of (callbacks + k), and k is whole.
    const auto lacking = target * callbacks - 100 * signed_visits;
    return lacking <= 0 ? 0 : (lacking + (100 - target) - 1) / (100 - target);
}

SignedVisits signed_visits_of_week(const View& view) {
    const auto week = base::Week::containing(view.now, view.zone);
    const auto counts = records::count_callbacks(
        view.connection, {week.begin(view.zone), week.end(view.zone), view.now});
    return {.week = week.name(),
            .signed_visits = counts.signed_visits,
            .callbacks = counts.rated,
            .target = view.policies.number("callback.signed_rate", view.now)};
}

namespace {

std::map<std::string, records::Matter> matters_of(const std::vector<rulebook::Deadline>& owed,
                                                  store::Connection& connection,
                                                  store::ReadingInTurns& turns) {
    constexpr std::size_t most_at_once = 500;
    std::map<std::string, records::Matter> matters;
    std::vector<std::string> numbers;
    for (const auto& deadline : owed) {
        numbers.push_back(deadline.subject);
        if (numbers.size() < most_at_once && &deadline != &owed.back()) continue;
        turns.between();
        matters.merge(records::matters_by_number(connection, std::exchange(numbers, {})));
    }
    return matters;
}

}  // namespace

std::vector<OwedCall> owed_calls(const std::vector<rulebook::Deadline>& owed, const View& view) {
    std::vector<OwedCall> calls;
    store::ReadingInTurns turns(view.connection);
    const auto matters = matters_of(owed, view.connection, turns);
    for (const auto& deadline : owed) {
        turns.between();
        OwedCall call{&deadline, {}, {}, {}};
        if (const auto found = matters.find(deadline.subject); found != matters.end())
            call.matter = found->second;
        // A repair is called back by a steward, never by whoever held the spanner (4.4).
        const bool of_repair = call.matter && call.matter->kind == records::MatterKind::repair;
        if (of_repair) {
            call.who = Label{"管理员", "a steward"};
        } else if (call.matter && call.matter->holder) {
            call.who = plain(person(view, *call.matter->holder));
            call.holder = login(view, *call.matter->holder);
        }
        calls.push_back(std::move(call));
    }
    std::ranges::stable_sort(calls, {}, [](const OwedCall& call) { return call.deadline->due; });
    return calls;
}

namespace {

/// `2 小时`, `已超 3 天`.
Text left_of(const rulebook::Deadline& deadline, const View& view) {
    const auto span = base::spoken_roughly(std::chrono::abs(deadline.due - view.now));
    return deadline.due < view.now
               ? Text{base::format("已超 {}", span.zh), base::format("{} over", span.en)}
               : span;
}

/// On a screen what is needed for the call; a sheet has room for when exactly and by which clause.
std::vector<Text> call_cells(const OwedCall& call, const View& view) {
    const auto& deadline = *call.deadline;
    std::vector<Text> cells{left_of(deadline, view), plain(deadline.subject)};
    if (call.matter)
        for (const auto& words :
             {plain(shown_name(call.matter->person, view)), plain(call.matter->unit),
              plain(shown_phone(call.matter->phone, view)),
              plain(shown_words(call.matter->text, view))})
            cells.push_back(words);
    constexpr std::size_t before_who = 6;
    cells.resize(before_who);
    cells.push_back(call.who);
    const bool has_room = view.reader == ReadBy::sheet;
    cells.push_back(plain(has_room ? base::readable(deadline.due, view.zone) : ""));
    cells.push_back(has_room ? deadline.rule->title : Text{});
    cells.push_back(plain(has_room ? deadline.rule->clause : ""));
    return cells;
}

}  // namespace

Document due_callbacks_document(const std::vector<OwedCall>& calls, const SignedVisits& visits,
                                const View& view) {
    Table table{.columns = {{Label{"余时", "left"}},
                            {Label{"单号", "matter"}},
                            {Label{"姓名", "name"}},
                            {Label{"房号", "home"}},
                            {Label{"电话", "phone"}},
                            {Label{"内容", "text"}},
                            {Label{"承办", "held by"}},
                            {Label{"截止时间", "due"}, Align::left, Holds::time},
                            {Label{"事项", "what"}},
                            {Label{"条款", "clause"}}},
                .rows = {},
                .brief = true,
                .empty = Label{"没有欠下的回访。", "No callback is owed."}};
    for (const auto& call : calls)
        table.rows.push_back(call_cells(call, view));
    drop_empty_columns(table);
    Document document;
    document.title = compose({"应做的回访 {} 次", "Callbacks owed: {}"}, calls.size());
    document.sections.push_back({Label{"回访", "Callbacks"}, {std::move(table)}});
    document.sections.push_back(
        {compose({"有签名的上门回访({})", "Signed visits ({})"}, visits.week),
         {Paragraph{visits.callbacks == 0
                        ? Text(Label{"本周还没有回访。", "No callbacks this week yet."})
                        : compose({"本周回访 {0} 次,有签名的上门 {1} 次;还差 {2} 次达到 {3} %。",
                                   "{1} of {0} callbacks this week are signed visits; {2} more "
                                   "reach {3} %."},
                                  visits.callbacks, visits.signed_visits, visits.missing(),
                                  visits.target)}}});
    return document;
}

Json signed_visits_json(const SignedVisits& visits) {
    Json json{{"week", visits.week}};
    json.update(rate_json({visits.signed_visits, visits.callbacks}));
    json.update({{"target", visits.target}, {"missing", visits.missing()}});
    return json;
}

Json due_callbacks_json(const std::vector<rulebook::Deadline>& owed,
                        const std::vector<OwedCall>& calls, const SignedVisits& visits,
                        const View& view) {
    const auto said = [](std::optional<std::string> words) {
        return words ? Json(*words) : Json();
    };
    Json list = Json::array();
    for (const auto& call : calls) {
        Json one{{"no", call.deadline->subject},
                 {"what", call.deadline->rule->due},
                 {"by", base::iso(call.deadline->due, view.zone)},
                 {"who", call.holder.empty() ? Json() : Json(call.holder)}};
        const auto& matter = call.matter;
        one["from"] = said(matter ? shown_name(matter->person, view) : std::nullopt);
        one["unit"] = said(matter ? matter->unit : std::nullopt);
        one["phone"] = said(matter ? shown_phone(matter->phone, view) : std::nullopt);
        one["text"] = said(matter ? std::optional(shown_words(matter->text, view)) : std::nullopt);
        list.push_back(std::move(one));
    }
    return {{"due", due_json(owed, view.zone)},
            {"calls", std::move(list)},
            {"signed_visits", signed_visits_json(visits)}};
}

}  // namespace huiyin::reports
