#include <algorithm>
#include <array>
#include <functional>

#include "check_value.hpp"
#include "field_options.hpp"
#include "huiyin/base/contact.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/gate/rights.hpp"
#include "huiyin/records/callback.hpp"
#include "huiyin/records/correction.hpp"
#include "huiyin/records/field.hpp"
#include "huiyin/records/numbers.hpp"
#include "huiyin/records/repair.hpp"
#include "nouns.hpp"
#include "questions.hpp"
#include "shared_options.hpp"
#include "table_lookup.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace amend_commands {
namespace {

using base::Exit;
using gate::Right;
using records::WriteResult;
using records::Writing;

/// Fields that can be corrected: of a matter, of a callback, with --step of a step.
struct Correctable {
    constexpr bool operator()(const records::Field& field) const {
        return field.amend != records::Amend::nobody;
    }
};

struct Amend final : Options {
    Required<Takes::number> record{
        *this, operand("REF", {"编号(事项、HF、PG)", "number of the record: a matter, HF or PG"})};
    Required<Takes::words> reason{*this, {"reason", {"理由", "why"}}};
    Maybe<Takes::whole, int> step{
        *this, {"step", {"更正第 N 步(编号见 show)", "correct step N, as numbered by show"}, "N"}};
    Maybe<Takes::time> step_at{
        *this,
        {"step-at", {"该步的时间(主管、负责人)", "when it happened (manager, head)"}},
        Right::supervise};
    Maybe<Takes::login> step_by{
        *this,
        {"step-by", {"该步的经手人(主管、负责人)", "who did it (manager, head)"}},
        Right::supervise};
    Maybe<Takes::words> step_reason{*this, {"step-reason", {"该步的理由", "why it was done"}}};
    Maybe<Takes::login> to{
        *this, {"to", {"该步交给谁(主管、负责人)", "to whom (manager, head)"}}, Right::supervise};
    Maybe<Takes::choice> form{*this,
                              {"form",
                               {"报告形式(主管、负责人)", "form of a report (manager, head)"},
                               records::listed<records::words::report_form>},
                              Right::supervise};
    MaybeSome<Takes::logins> convened{
        *this,
        {"convened", {"召集了谁(主管、负责人)", "who was convened (manager, head)"}},
        Right::supervise};
    FieldOptions<Correctable, ByRight::as_corrected> fields{*this};
    StepWordsOptions<Correctable> words{*this};
};

/// An event's category is one of those that its report knows, by its word or its name.
std::string required_event_category(const std::string& typed) {
    constexpr Slot slot{"category", Takes::choice, shared::event_categories};
    auto category = as_kept(slot, typed);
    if (auto problem = value_problem("--category", slot, category))
        throw base::Failure(Exit::usage, std::move(problem->what), std::move(problem->remedy));
    return category;
}

void require_field(const records::Matter& matter, std::string_view field) {
    if (matter.kind == records::MatterKind::repair && field == "category")
        throw base::Failure(
            Exit::usage, base::Label{"报修的类别不能更正", "a repair's category cannot be amended"},
            base::compose({"到场后由主管改:huiyin repair recategorise {}",
                           "a manager changes it after arrival: huiyin repair "
                           "recategorise {}"},
                          matter.no));
    const auto has = [&](std::string_view kind) {
        const auto* known = records::amendable_field(kind, field);
        return known != nullptr && !is_foreign(kind, *known);
    };
    if (has(records::name_of(matter.kind).word)) return;
    base::Text owners;
    for (const auto& kind : records::matter_kinds()) {
        if (!has(kind.word)) continue;
        owners.zh.append(owners.zh.empty() ? "" : "、").append(kind.title.zh);
        owners.en.append(owners.en.empty() ? "a " : " or a ").append(kind.title.en);
    }
    throw base::Failure(
        Exit::usage, base::compose({"{} 没有 --{} 这一项", "{} has no --{}"}, matter.no, field),
        owners.zh.empty()
            ? base::Text(base::Label{"某一步的内容加 --step N,回访的写回访编号 HF-…",
                                     "of a step: with --step N; of a callback: name it, HF-…"})
            : base::compose({"这一项只有{0}才有", "only {1} has it"}, owners.zh, owners.en));
}

/// As its own command calls it, and as every matter has it.
std::string own_name(const records::Matter& matter, const std::string& option) {
    if (matter.kind == records::MatterKind::survey && option == "title") return "text";
    if (matter.kind == records::MatterKind::event && option == "form") return "channel";
    return option;
}

/// A step says what the command that recorded it takes.
void require_step_field(const Writing& writing, const records::Matter& matter, int seq,
                        std::string_view field) {
    const auto particulars = records::fields_of("step");
    if (std::ranges::none_of(particulars, [&](const records::Field* one) {
            return one->amend != records::Amend::nobody && one->typed.option == field;
        }))
        return;
    const auto steps = records::steps_of(writing.connection(), matter.id);
    const auto step = std::ranges::find(steps, seq, &records::Step::seq);
    if (step == steps.end()) return;
    const auto* kind = records::find_step_kind(step->what);
    const auto command = kind == nullptr ? std::string_view{} : kind->command;
    const auto blank = std::min(command.find(' '), command.size());
    const auto noun = command.substr(0, blank);
    const auto* verb = find_verb(noun == "{}" ? records::name_of(matter.kind).word : noun,
                                 command.substr(std::min(blank + 1, command.size())));
    if (verb == nullptr || find_option(*verb, field) == nullptr)
        throw records::no_such_field(matter, *step, field);
}

std::vector<base::Problem> excluding(const Unchecked<Amend>& typed) {
    return exclusions(typed.fields(&Amend::fields));
}

/// What is to be corrected, in the order of the members.
std::vector<records::NewValue> new_values(const Writing& writing, const Amend& typed) {
    std::vector<records::NewValue> values;
    typed.for_each_given([&](const AnyOption& member, const std::string& value) {
        if (member.is_operand() || &member == &typed.reason || &member == &typed.step) return;
        records::NewValue one{.field = std::string(member.row().name), .value = value};
        if (const auto takes = member.row().takes; takes == Takes::time || takes == Takes::later) {
            auto time = base::parse_time(value);
            time.may_lie_ahead = takes == Takes::later;
            one.at = writing.time(time);
            one.value = base::iso(*one.at, writing.zone());
        }
        values.push_back(std::move(one));
    });
    if (!values.empty()) return values;
    if (typed.step())
        throw base::Failure(
            Exit::usage,
            base::compose({"没有写第 {} 步要更正什么", "what to amend of step {} is missing"},
                          *typed.step()),
            base::Label{"时间写 --step-at 时间,谁做的写 --step-by 登录名",
                        "write when with --step-at TIME, who did it with --step-by LOGIN"});
    throw base::Failure(
        Exit::usage, base::Label{"没有要更正的内容", "there is nothing to amend"},
        base::Label{"写出要更正的项,如 --unit 3-502", "give the field to correct: --unit 3-502"});
}

/// Of an order: its repair, if that step is one of the order's.
records::Matter repair_of_step(const Writing& writing, const Amend& typed) {
    const auto order = records::require_order(writing.connection(), typed.record(), writing.year());
    const auto& seq = typed.step();
    if (!seq || std::ranges::none_of(order.steps,
                                     [&](const records::Step& step) { return step.seq == *seq; }))
        throw base::Failure(Exit::usage,
                            base::compose({"写明 {} 的哪一步", "say which step of {}"}, order.no),
                            base::compose({"用 --step N,N 见 huiyin order show {}",
                                           "by --step N, as huiyin order show {} has it"},
                                          order.no));
    return records::require_matter(writing.connection(), order.repair, writing.year());
}

bool takes_off_contact(const records::NewValue& value) {
    return (value.field == "unit" || value.field == "phone") && base::says_none(value.value);
}

/// Limits hang on whether somebody can be reached: like times and channels it is a manager's or a
/// head's to say that nobody can.
void require_may_take_off(const Writing& writing) {
    if (gate::may(writing.connection(), writing.recorder(), Right::supervise, writing.now()))
        return;
    const auto those = gate::who_may(Right::supervise);
    throw base::Failure(
        Exit::not_permitted,
        base::compose({"去掉联系方式由{}更正", "taking contact off is for {}"}, those.zh, those.en),
        base::Label{"写正确的房号或电话", "give the right home or phone"});
}

/// The number of what was corrected.
std::string corrected(const Writing& writing, const Amend& typed) {
    const std::string& number = typed.record();
    auto values = new_values(writing, typed);
    // What is added comes first: who is reached by one after the other was never out of reach.
    std::ranges::stable_partition(values, std::not_fn(takes_off_contact));
    if (std::ranges::any_of(values, takes_off_contact)) require_may_take_off(writing);
    if (records::is_number_of(number, "HF")) {
        for (const auto& value : values)
            records::amend_callback(writing, number, value, typed.reason());
        return records::require_callback(writing.connection(), number, writing.year()).no;
    }
    const bool of_order = records::is_number_of(number, "PG");
    const auto matter = of_order
                            ? repair_of_step(writing, typed)
                            : records::require_matter(writing.connection(), number, writing.year());
    for (const auto& value : values) {
        if (const auto& seq = typed.step()) {
            require_step_field(writing, matter, *seq, value.field);
            records::amend_step(writing, matter, *seq, value, typed.reason());
            continue;
        }
        auto named = value;
        named.field = own_name(matter, value.field);
        require_field(matter, named.field);
        if (matter.kind == records::MatterKind::event && named.field == "category")
            named.value = required_event_category(named.value);
        records::amend_field(writing, matter, named, typed.reason());
    }
    return of_order ? records::require_order(writing.connection(), number, writing.year()).no
                    : matter.no;
}

WriteResult amend(const Writing& writing, const Amend& typed) {
    const auto before = records::newest_step(writing.connection());
    WriteResult result{corrected(writing, typed), {}};
    for (const auto& field : records::unchanged_fields(writing.connection(), before))
        result.remarks.push_back(
            base::compose({"--{} 原来就是这样写的,没有改变;更正照样留档",
                           "--{} said so already; the correction is on record all the same"},
                          field));
    return result;
}

constexpr std::array verbs{
    command<amend, excluding>({.noun = "amend",
                               .verb = "",
                               .help = {"更正一项,原值留档",
                                        "correct a field; the old value "
                                        "stays on record"},
                               .clause = "1.6",
                               .right = Right::office_work,
                               .binds_now = true,
                               .clears = true,
                               .example = "huiyin amend ts-1 --unit 3-520 --reason 房号写错"}),
};

}  // namespace
}  // namespace amend_commands

std::span<const Verb> amend_verbs() {
    return amend_commands::verbs;
}

}  // namespace huiyin::cli
