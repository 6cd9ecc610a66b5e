#include "table_headings.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>

#include "chinese_wording.hpp"
#include "huiyin/base/fold.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/cli/chinese_names.hpp"
#include "huiyin/records/field.hpp"
#include "huiyin/records/step_kind.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

namespace {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;
using base::Problem;

/// How surely a heading means what it is taken for: a form's word gives way to an option's own
/// name.
enum class Sure { wholly, as_a_field, as_on_paper, for_want_of_another, not_at_all };

struct Meaning {
    std::string slot;  ///< empty: something that this command is not told
    Sure sure = Sure::not_at_all;
    bool may_yield = false;  ///< it has another meaning, where this one is told by another heading
    std::string_view ticked = {};
    std::string home = {};

    bool is_known() const { return sure != Sure::not_at_all; }
};

/// Folded, without blanks, what is said in brackets, and the marks of forms: `房 号*:`, `金额(元)`.
std::string plain_heading(std::string_view heading) {
    auto name = base::fold(base::trimmed(heading));
    const auto bracket = name.find('(');
    if (bracket != name.npos && bracket > 0) name.resize(bracket);
    std::erase_if(name, [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '*'; });
    while (name.ends_with(':'))
        name.pop_back();
    return name;
}

/// As an option is typed: `opened_at` is opened-at, `--Unit` unit.
std::string as_option(std::string_view heading) {
    auto name = base::fold(base::trimmed(heading));
    std::ranges::replace(name, '_', '-');
    return name.erase(0, std::min(name.find_first_not_of('-'), name.size()));
}

std::optional<std::string> slot_named(const Verb& verb, std::string_view name) {
    const auto operand = std::ranges::find_if(
        verb.operands, [&](const Operand& one) { return base::fold(one.name) == name; });
    if (operand != verb.operands.end()) return std::string(operand->name);
    if (const auto slot = find_slot(verb, name)) return std::string(slot->name);
    return {};
}

/// Whose fields the records of a noun have.
std::vector<std::string_view> owners_of(std::string_view noun) {
    if (noun == "duty") return {"roster", "shift", "step"};
    if (noun == "order" || noun == "callback") return {noun, "step"};
    return {noun, "matter", "step"};
}

/// The field that is called so: of its noun rather than of every matter.
const records::Field* field_called(const Verb& verb, std::string_view name) {
    for (const auto of : owners_of(verb.noun))
        for (const auto& field : records::fields()) {
            if (field.of != of) continue;
            for (const auto one : {field.typed.zh, field.title.zh, field.title.en, field.key})
                if (!one.empty() && plain_heading(one) == name) return &field;
        }
    return nullptr;
}

std::optional<std::string> option_of(const Verb& verb, const records::Field& field) {
    if (field.typed.option.empty()) return {};
    return slot_named(verb, base::fold(field.typed.option));
}

/// The operand that names the record which something is done on.
std::optional<std::string> number_operand(const Verb& verb) {
    const auto named = std::ranges::find(verb.operands, Takes::number, &Operand::takes);
    if (named == verb.operands.end()) return {};
    return std::string(named->name);
}

std::optional<std::string> option_of_key(const Verb& verb, std::string_view key) {
    for (const auto of : owners_of(verb.noun))
        if (const auto* field = records::find_field(of, key))
            if (auto slot = option_of(verb, *field)) return slot;
    if (key == "matter") return number_operand(verb);
    return slot_named(verb, key);
}

/// What a step says besides its fields: findings, a reason, to whom.
std::optional<std::string> said_in_step(const Verb& verb, std::string_view name) {
    for (const auto& kind : records::step_kinds())
        for (const auto& typed :
             {kind.typed.text, kind.typed.reason, kind.typed.to, kind.typed.method})
            if (!typed.empty() && plain_heading(typed.zh) == name)
                if (auto slot = slot_named(verb, base::fold(typed.option))) return slot;
    return {};
}

/// What help calls it, as far as a comma or bracket.
std::optional<std::string> called_in_help(const Verb& verb, std::string_view name) {
    std::optional<std::string> found;
    const auto is_called = [&](const Label& help) {
        return plain_heading(help.zh.substr(0, help.zh.find_first_of(",:"))) == name;
    };
    for (const auto& operand : verb.operands)
        if (!found && is_called(operand.help)) found = operand.name;
    const auto look_at = [&](const Option& option) {
        if (!found && is_called(option.help)) found = option.name;
    };
    std::ranges::for_each(verb.options, look_at);
    if (records_something(verb)) for_each_provenance_option(verb, look_at);
    return found;
}

const records::PaperHeading* on_paper(const Verb& verb, std::string_view name) {
    for (const auto& heading : records::paper_headings())
        if ((heading.of == verb.noun || heading.of.empty()) &&
            plain_heading(heading.written) == name)
            return &heading;
    return nullptr;
}

Meaning meaning_of(const Verb& verb, std::string_view heading) {
    if (auto slot = slot_named(verb, as_option(heading))) return {std::move(*slot), Sure::wholly};
    const auto name = plain_heading(heading);
    if (name.empty()) return {};
    const auto* field = field_called(verb, name);
    if (const auto* paper = on_paper(verb, name)) {
        // 登记时间 beside 发生时间 is when it was written down.
        const bool may_yield = paper->yields || (field != nullptr && field->key != paper->key);
        if (auto slot = option_of_key(verb, paper->key))
            return {std::move(*slot), paper->yields ? Sure::for_want_of_another : Sure::as_on_paper,
                    may_yield, paper->ticked,
                    paper->with_home ? option_of_key(verb, "unit").value_or("") : ""};
    }
    if (field != nullptr)
        if (auto slot = option_of(verb, *field)) return {std::move(*slot), Sure::as_a_field};
    // A record's own number names it to whatever is done on it.
    if (field != nullptr && field->key == "no")
        if (auto operand = number_operand(verb)) return {std::move(*operand), Sure::as_on_paper};
    // When a matter was opened is told by --at.
    if (field != nullptr && field->place == "matter.at")
        if (auto slot = slot_named(verb, "at")) return {std::move(*slot), Sure::as_a_field};
    if (auto slot = said_in_step(verb, name)) return {std::move(*slot), Sure::as_a_field};
    if (auto slot = called_in_help(verb, name)) return {std::move(*slot), Sure::as_a_field};
    if (const auto option = option_called(verb, name); option && field == nullptr)
        if (auto slot = slot_named(verb, *option)) return {std::move(*slot), Sure::as_a_field};
    if (field != nullptr || on_paper(verb, name) != nullptr) return {"", Sure::as_a_field};
    return {};
}

/// Whether several names stand in one, divided by what divides no cells.
bool is_divided_otherwise(std::string_view heading) {
    static constexpr std::array<std::string_view, 5> dividers{"，", "；", "、", "|", " "};
    return std::ranges::any_of(
        dividers, [&](std::string_view divider) { return heading.find(divider) != heading.npos; });
}

Problem unknown_heading(const Verb& verb, std::size_t index, const std::string& heading) {
    auto problem = unknown_option(verb, "--" + heading);
    problem.what =
        compose({"第 {0} 列「{1}」不是 {2} 的选项", "column {0}, '{1}', is no option of {3}"},
                index + 1, heading, chinese_command(verb), command_name(verb));
    problem.remedy.zh +=
        base::format("\n  别处来的表:--columns '{0}=选项' 说明是哪一项,'{0}=' 不要这一列", heading);
    problem.remedy.en += base::format(
        "\n  of a table from elsewhere: --columns '{0}=OPTION' says what it is, '{0}=' leaves it "
        "out",
        heading);
    return problem;
}

/// Of two columns for one option.
Problem said_by_two(std::size_t index, std::size_t before, const std::vector<Column>& columns,
                    const std::string& heading, bool can_be_told) {
    const auto& slot = columns[before].slot.empty() ? heading : columns[before].slot;
    Problem problem{
        compose({"第 {0} 列与第 {1} 列说的是同一项:「{2}」与「{3}」都是 --{4}",
                 "column {0} has the name of column {1}: '{2}' and '{3}' are both --{4}"},
                index + 1, before + 1, heading, columns[before].heading, slot),
        Label{"每个选项只留一列", "keep one column for each option"}};
    // One and the same heading cannot say which of the two is meant.
    if (base::fold(base::trimmed(heading)) == base::fold(base::trimmed(columns[before].heading))) {
        const Label spare{"备用", "spare "};
        problem.remedy = compose({"在表里把其中一列的标题改成别的,如「备用{0}」",
                                  "rename one of the two in the table, such as 'spare {0}'"},
                                 heading);
        if (can_be_told) {
            problem.remedy.zh += base::format(";再加 --columns '{}{}=' 不要它", spare.zh, heading);
            problem.remedy.en +=
                base::format(", and leave that out: --columns '{}{}='", spare.en, heading);
        }
        return problem;
    }
    if (can_be_told) {
        problem.remedy.zh += base::format(";不要的那列:--columns '{}='", heading);
        problem.remedy.en += base::format("; to leave one out: --columns '{}='", heading);
    }
    return problem;
}

base::Text left_out_remark(const Verb& verb, const std::vector<std::string>& headings) {
    return compose({"{0} 用不到这些列,不登记:{2}", "columns ignored ({1} has no such option): {2}"},
                   chinese_command(verb), command_name(verb),
                   base::format("{}", fmt::join(headings, "、")));
}

/// Of a table from elsewhere: which columns were taken though nothing was said of them.
void tell_unsaid(const Verb& verb, const std::vector<Column>& columns, const SaidColumns& said,
                 std::vector<base::Text>& remarks) {
    base::Text taken;
    for (const auto& [heading, slot, ticked, home] : columns) {
        if (slot.empty() || said.slot_of(heading)) continue;
        taken.zh += base::format(
            "{}{}={}", taken.zh.empty() ? "" : "、", heading,
            find_option(verb, slot) == nullptr ? slot : chinese_option_word(verb, slot));
        taken.en += base::format("{}{}={}", taken.en.empty() ? "" : ", ", heading, slot);
    }
    if (taken.zh.empty()) return;
    remarks.push_back(
        {base::format("--columns 没写到、按列名认出的列:{};不要的写 '列名='", taken.zh),
         base::format("columns taken by their headings, since --columns says nothing "
                      "of them: {}; write 'HEADING=' to leave one out",
                      taken.en)});
}

}  // namespace

void name_by_heading(base::Text& what, const std::vector<Column>& columns) {
    const auto is_word = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-';
    };
    for (const auto& column : columns) {
        const auto size = column.slot.size();
        if (size == 0 || !what.zh.starts_with(column.slot) || what.zh.size() == size ||
            is_word(what.zh[size]) || !what.en.starts_with(column.slot))
            continue;
        what.zh.replace(0, size, column.heading);
        what.en.replace(0, size, column.heading);
        return;
    }
}

std::optional<std::string> slot_of_heading(const Verb& verb, std::string_view heading) {
    auto meaning = meaning_of(verb, heading);
    return meaning.slot.empty() ? std::nullopt : std::optional(std::move(meaning.slot));
}

bool is_heading(const Verb& verb, std::string_view heading) {
    return meaning_of(verb, heading).is_known();
}

std::vector<Column> read_headings(const Verb& verb, const std::vector<std::string>& headings,
                                  bool once, UnknownHeadings unknown,
                                  std::vector<base::Text>& remarks, const SaidColumns& said) {
    said.require_in(headings);
    if (!said.empty()) unknown = UnknownHeadings::are_left_out;
    std::vector<Meaning> meanings;
    std::map<std::string, Sure> surest;
    for (const auto& heading : headings) {
        const auto slot_said = said.slot_of(heading);
        meanings.push_back(slot_said ? Meaning{*slot_said, Sure::wholly}
                                     : meaning_of(verb, heading));
        const auto& meaning = meanings.back();
        if (meaning.slot.empty()) continue;
        const auto [known, is_new] = surest.emplace(meaning.slot, meaning.sure);
        if (!is_new) known->second = std::min(known->second, meaning.sure);
    }
    std::vector<Problem> problems;
    std::vector<Column> columns;
    std::vector<std::string> left_out;
    std::map<std::string, std::size_t> first;
    for (std::size_t index = 0; index < headings.size(); ++index) {
        const auto& heading = headings[index];
        auto& [slot, sure, may_yield, ticked, home] = meanings[index];
        if (sure == Sure::not_at_all && headings.size() == 1 && is_divided_otherwise(heading))
            throw Failure(
                Exit::usage,
                compose({"列名「{}」之间不是逗号", "the names in '{}' are not divided by commas"},
                        heading),
                Label{"各格之间用半角逗号、分号或制表符",
                      "divide cells by commas, semicolons or tabs"});
        if (once && may_yield && surest.at(slot) < sure) slot.clear();
        if (sure == Sure::not_at_all && unknown == UnknownHeadings::are_wrong)
            problems.push_back(unknown_heading(verb, index, heading));
        else if (slot.empty())
            left_out.push_back(heading);
        // Columns of ticks are several of one option, each with a value of its own.
        const auto [before, is_new] = first.emplace(
            slot.empty() ? heading : slot + (ticked.empty() ? "" : "=") + std::string(ticked),
            index);
        if (once && !is_new && sure != Sure::not_at_all)
            problems.push_back(said_by_two(index, before->second, columns, heading,
                                           unknown == UnknownHeadings::are_wrong || !said.empty()));
        columns.push_back({heading, std::move(slot), std::string(ticked), std::move(home)});
    }
    if (!problems.empty()) throw Failure(Exit::usage, problems);
    if (!left_out.empty()) remarks.push_back(left_out_remark(verb, left_out));
    if (!said.empty()) tell_unsaid(verb, columns, said, remarks);
    return columns;
}

}  // namespace huiyin::cli
