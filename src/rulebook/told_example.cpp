// What an example's SQL put on file is read again and told.

#include "huiyin/rulebook/told_example.hpp"

#include <SQLiteCpp/Exception.h>

#include <algorithm>
#include <array>
#include <span>

#include "example_stage.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/listed_words.hpp"
#include "huiyin/records/matter.hpp"
#include "huiyin/records/people.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/records/step_kind.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/surroundings.hpp"

namespace huiyin::rulebook {

namespace {

using base::compose;
using base::Label;
using base::Text;
using store::Query;

/// What an example finds in its store without saying so: `given.sql` has these.
constexpr std::int64_t last_of_the_usual_staff = 7;

void join(Text& text, const Text& more) {
    if (more.zh.empty()) return;
    const bool is_first = text.zh.empty();
    text.zh += (is_first ? "" : ",") + more.zh;
    text.en += (is_first ? "" : ", ") + more.en;
}

Text who(const std::string& login, const std::string& role) {
    if (login.empty()) return {};
    const auto& name = records::name_of(records::parse_role(role)).title;
    return {base::format("{} {} ", name.zh, login), base::format("{} ({})", login, name.en)};
}

Text kind_title(std::string_view word) {
    for (const auto& kind : records::matter_kinds())
        if (kind.word == word) return kind.title;
    return base::plain(std::string(word));
}

Text listed(std::span<const records::ListedWord> list, const std::string& word) {
    return word.empty() ? Text{} : records::word_title(list, word);
}

std::string clock(base::Instant at) {
    return base::readable(at, base::Zone("UTC"));
}

/// One step, with what its kind has beside.
constexpr std::string_view steps_told =
    "SELECT s.at, s.what, m.kind, m.no, d.login,"
    " (SELECT e.role FROM staff_edition e WHERE e.staff = s.doer ORDER BY e.at DESC LIMIT 1),"
    " t.login, s.method, s.ended, s.recorded_at, s.as_happened IS NOT NULL, s.late_reason IS NOT "
    "NULL,"
    " m.channel, m.category, m.unit, m.phone IS NOT NULL,"
    " c.satisfied, c.signed_by IS NOT NULL, c.raised IS NOT NULL, c.settled IS NOT NULL, "
    "c.appointment_at,"
    " o.fault, o.agreed_by IS NOT NULL, o.signed_by IS NOT NULL, o.refused IS NOT NULL,"
    " r.from_at, r.until_at, k.login, k2.name, p.result,"
    " (SELECT value FROM content w WHERE w.id = s.text), x.people, c.id IS NOT NULL, s.field,"
    " rc.new_category, q.login, sa.courtesy, b.appointment_at, s.text IS NOT NULL, sv.returned"
    " FROM step s JOIN matter m ON m.id = s.matter"
    " LEFT JOIN staff d ON d.id = s.doer LEFT JOIN staff t ON t.id = s.to_staff"
    " LEFT JOIN callback c ON c.id = s.id LEFT JOIN order_detail o ON o.step = s.id"
    " LEFT JOIN roster r ON r.id = m.id AND s.seq = 1 LEFT JOIN staff k ON k.id = r.staff"
    " LEFT JOIN patrol p ON p.step = s.id LEFT JOIN area k2 ON k2.id = p.area"
    " LEFT JOIN complaint x ON x.id = m.id AND s.seq = 1"
    " LEFT JOIN recategorised rc ON rc.step = s.id"
    " LEFT JOIN quarrel qq ON qq.step = s.id LEFT JOIN staff q ON q.id = qq.who"
    " LEFT JOIN suggestion_answer sa ON sa.step = s.id"
    " LEFT JOIN repair b ON b.id = m.id AND s.seq = 1"
    " LEFT JOIN survey_return sv ON sv.step = s.id"
    " ORDER BY s.at, s.id";

/// Its columns, in their order.
namespace step_column {
enum : int {
    at,
    what,
    kind,
    no,
    doer,
    role,
    to,
    method,
    ended,
    recorded_at,
    as_happened,
    late_reason,
    channel,
    category,
    unit,
    phone,
    satisfied,
    signed_by,
    raised,
    settled,
    appointment,
    fault,
    agreed,
    order_signed,
    refused,
    from,
    until,
    rostered,
    area,
    result,
    text,
    people,
    is_callback,
    field,
    new_category,
    quarrelled,
    courtesy,
    agreed_for,
    has_text,
    returned,
};
}  // namespace step_column

std::string words(Query& row, int column) {
    return row.is_null(column) ? std::string{} : row.text(column);
}
bool yes(Query& row, int column) {
    return !row.is_null(column) && row.integer(column) != 0;
}

/// What is said of a matter as it comes in.
Text reception(Query& row) {
    Text told;
    const auto channel = words(row, step_column::channel);
    if (channel == "phone")
        join(told, Label{"来电", "by phone"});
    else if (channel != "office" && channel != "duty")
        join(told, listed(records::words::channel, channel));
    join(told, listed(records::words::repair_category, words(row, step_column::category)));
    if (!row.is_null(step_column::unit)) join(told, base::plain(row.text(step_column::unit)));
    if (words(row, step_column::kind) == "complaint") {
        if (row.is_null(step_column::unit) && !yes(row, step_column::phone))
            join(told, Label{"没留房号和电话", "no home or phone"});
        else if (yes(row, step_column::phone))
            join(told, Label{"留了号码", "left a number"});
        if (!row.is_null(step_column::people))
            join(told, compose({"来了 {} 人", "{} people came"}, row.integer(step_column::people)));
    }
    if (!row.is_null(step_column::agreed_for))
        join(told,
             compose({"约定 {}", "appointment {}"}, clock(row.time(step_column::agreed_for))));
    if (!row.is_null(step_column::from))
        join(told,
             compose({"{},{} 至 {}", "{}, {} to {}"}, words(row, step_column::rostered),
                     clock(row.time(step_column::from)), clock(row.time(step_column::until))));
    return told;
}

Text callback(Query& row) {
    Text told;
    if (!yes(row, step_column::is_callback)) return told;
    join(told, listed(records::words::satisfied, words(row, step_column::satisfied)));
    if (yes(row, step_column::signed_by)) join(told, Label{"业主签了名", "signed by the resident"});
    if (yes(row, step_column::raised))
        join(told, Label{"又提出新的问题", "something new was raised"});
    if (yes(row, step_column::settled)) join(told, Label{"当场解决", "settled at once"});
    if (!row.is_null(step_column::appointment))
        join(told, compose({"约定 {} 答复", "to be answered by {}"},
                           clock(row.time(step_column::appointment))));
    return told;
}

Text order(Query& row) {
    Text told;
    join(told, listed(records::words::fault, words(row, step_column::fault)));
    if (yes(row, step_column::agreed)) join(told, Label{"业主认可", "agreed by the resident"});
    if (yes(row, step_column::order_signed))
        join(told, Label{"业主签字", "signed by the resident"});
    if (yes(row, step_column::refused))
        join(told, Label{"业主拒签", "the resident would not sign"});
    return told;
}

Text step_told(Query& row) {
    const auto what = words(row, step_column::what);
    const auto title = records::step_title(what);
    const auto kind = kind_title(words(row, step_column::kind));
    const auto no = words(row, step_column::no);
    const auto doer = who(words(row, step_column::doer), words(row, step_column::role));
    Text told{base::format("{}{} {} {}", doer.zh, title.zh, kind.zh, no),
              base::format("{}: {} {} {}", doer.en, kind.en, no, title.en)};
    if (what == "add") join(told, reception(row));
    if (!row.is_null(step_column::to))
        join(told, compose({"给 {}", "to {}"}, words(row, step_column::to)));
    if (what != "add" || words(row, step_column::kind) == "event")
        join(told, listed(records::words::method, words(row, step_column::method)));
    join(told, callback(row));
    join(told, order(row));
    join(told, listed(records::words::ended, words(row, step_column::ended)));
    if (!row.is_null(step_column::area))
        join(
            told,
            {base::format("{}{}", words(row, step_column::area),
                          listed(records::words::inspection, words(row, step_column::result)).zh),
             base::format("{} {}", words(row, step_column::area),
                          listed(records::words::inspection, words(row, step_column::result)).en)});
    if (!row.is_null(step_column::new_category))
        join(told,
             {"改为" +
                  listed(records::words::repair_category, row.text(step_column::new_category)).zh,
              "now " +
                  listed(records::words::repair_category, row.text(step_column::new_category)).en});
    if (!row.is_null(step_column::quarrelled))
        join(told,
             compose({"争吵的是 {}", "who quarrelled: {}"}, row.text(step_column::quarrelled)));
    join(told, listed(records::words::courtesy, words(row, step_column::courtesy)));
    if (!row.is_null(step_column::returned))
        join(told,
             compose({"收回 {} 份", "{} sheets came back"}, row.integer(step_column::returned)));
    if (what == "close" && !yes(row, step_column::has_text))
        join(told, Label{"没写结果", "without an outcome"});
    const auto* known = records::find_step_kind(what);
    if (known != nullptr && known->has(records::StepTrait::spoken) &&
        !row.is_null(step_column::text))
        join(told, {"「" + row.text(step_column::text) + "」",
                    "\"" + row.text(step_column::text) + "\""});
    if (row.time(step_column::recorded_at) > row.time(step_column::at) &&
        clock(row.time(step_column::recorded_at)) != clock(row.time(step_column::at))) {
        join(told, compose({"到 {} 才登记", "recorded only at {}"},
                           clock(row.time(step_column::recorded_at))));
        if (yes(row, step_column::late_reason))
            join(told, Label{"写明补录原因", "with a reason why late"});
    }
    if (yes(row, step_column::as_happened))
        join(told, Label{"据实登记", "recorded as it happened"});
    return told;
}

void tell_steps(store::Connection& store, std::vector<ToldMoment>& moments) {
    for (Query row(store, std::string(steps_told)); row.next();)
        moments.push_back({row.time(step_column::at), step_told(row)});
}

/// What the office itself was, or became, beside the usual.
void tell_office(store::Connection& store, std::vector<ToldMoment>& moments) {
    for (Query row(store, "SELECT at, key, value FROM policy_edition ORDER BY id"); row.next();)
        moments.push_back(
            {row.time(0),
             {base::format("参数「{}」定为 {}", records::policy_definition(row.text(1)).title.zh,
                           row.text(2)),
              base::format("policy \"{}\" is set to {}",
                           records::policy_definition(row.text(1)).title.en, row.text(2))}});
    for (Query row(store,
                   "SELECT e.at, s.login, e.role, e.has_left, u.login FROM staff_edition e"
                   " JOIN staff s ON s.id = e.staff LEFT JOIN staff u ON u.id = e.superior"
                   " WHERE e.id > ? ORDER BY e.id",
                   last_of_the_usual_staff);
         row.next();) {
        const auto& role = records::name_of(records::parse_role(row.text(2))).title;
        auto told = row.integer(3) != 0 ? compose({"{} 离职", "{} leaves"}, row.text(1))
                                        : Text{base::format("{} 任{}", row.text(1), role.zh),
                                               base::format("{} is {}", row.text(1), role.en)};
        if (row.integer(3) == 0 && !row.is_null(4))
            join(told, compose({"上级是 {}", "under {}"}, row.text(4)));
        moments.push_back({row.time(0), std::move(told)});
    }
    for (Query row(store,
                   "SELECT a.from_at, s.login, a.until_at, t.login FROM staff_absence a"
                   " JOIN staff s ON s.id = a.staff LEFT JOIN staff t ON t.id = a.acting");
         row.next();) {
        auto told =
            compose({"{} 请假到 {}", "{} is away until {}"}, row.text(1), clock(row.time(2)));
        if (!row.is_null(3)) join(told, compose({"由 {} 代理", "{} stands in"}, row.text(3)));
        moments.push_back({row.time(0), std::move(told)});
    }
    for (Query row(store, "SELECT filed_at, week FROM weekly_report"); row.next();)
        moments.push_back(
            {row.time(0), compose({"{} 的周报归档", "the report of {} is filed"}, row.text(1))});
    for (Query row(
             store,
             "SELECT k.at, s.login, p.name FROM acknowledgement k JOIN staff s ON s.id = k.staff"
             " LEFT JOIN plan_edition p ON p.id = k.plan");
         row.next();)
        moments.push_back(
            {row.time(0),
             row.is_null(2) ? compose({"{} 签收制度", "{} acknowledges the rulebook"}, row.text(1))
                            : compose({"{} 签收预案「{}」", "{} acknowledges the plan {}"},
                                      row.text(1), row.text(2))});
    for (Query row(store, "SELECT at, name, edition FROM plan_edition"); row.next();)
        moments.push_back({row.time(0), compose({"预案「{}」第 {} 版", "plan {}, edition {}"},
                                                row.text(1), row.integer(2))});
    for (Query row(store, "SELECT added_at, name FROM area"); row.next();)
        moments.push_back(
            {row.time(0), compose({"{} 列为重要部位", "{} is a key area"}, row.text(1))});
}

}  // namespace

ExampleTeller::ExampleTeller() : office_(example_store("")) {}

std::optional<ToldExample> ExampleTeller::tell(const Rule& whole, const Example& example) {
    try {
        ExampleStage stage(office_, example);
        ToldExample told{.title = example.title, .moments = {}, .now = stage.now(), .findings = {}};
        told.findings = stage.find(whole);
        tell_office(stage.connection(), told.moments);
        tell_steps(stage.connection(), told.moments);
        std::ranges::stable_sort(told.moments, {}, &ToldMoment::at);
        return told;
    } catch (const base::Failure&) {
        return std::nullopt;
    } catch (const SQLite::Exception& error) {
        if (store::gave_out(error.getErrorCode())) throw;
        return std::nullopt;
    }
}

std::vector<ToldExample> ExampleTeller::tell(const Rule& whole) {
    std::vector<ToldExample> told;
    for (const bool broken : {false, true}) {
        const auto found = std::ranges::find_if(
            whole.examples, [&](const Example& one) { return (one.findings > 0) == broken; });
        if (found == whole.examples.end()) continue;
        if (auto one = tell(whole, *found)) told.push_back(std::move(*one));
    }
    return told;
}

}  // namespace huiyin::rulebook
