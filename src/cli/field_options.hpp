#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "huiyin/base/failure.hpp"
#include "huiyin/cli/options.hpp"
#include "huiyin/records/all_step_kinds.hpp"
#include "huiyin/records/fields/all.hpp"
#include "huiyin/records/own_fields.hpp"

/// Options that are fields of a record: their names, help and choices come from the catalogue.
namespace huiyin::cli {

/// As its own command takes a field, or as a correction does: that may need more, and takes what
/// any kind of record has under that name.
enum class ByRight { as_typed, as_corrected };

/// A text put together while compiling.
struct Composed {
    std::array<char, 192> letters{};
    std::size_t size = 0;

    constexpr void add(std::string_view text) {
        for (const char letter : text)
            letters.at(size++) = letter;
    }
    constexpr std::string_view text() const { return {letters.data(), size}; }
};

/// The words of a choice: of a correction those of every field of that name, each once.
template <std::size_t row, ByRight by>
inline constexpr Composed words_of_field = [] {
    const auto& field = records::all_fields[row];
    const std::string_view between = field.type == records::FieldType::choices ? "," : "|";
    Composed all;
    const auto add = [&](const records::Field& one) {
        for (const auto& listed : one.words) {
            const auto before = all.text();
            bool known = false;
            for (std::size_t at = 0; at < before.size();) {
                const auto end = std::min(before.find(between[0], at), before.size());
                known = known || before.substr(at, end - at) == listed.word;
                at = end + 1;
            }
            if (known) continue;
            if (all.size != 0) all.add(between);
            all.add(listed.word);
        }
    };
    if (by == ByRight::as_typed) {
        add(field);
        return all;
    }
    for (const auto& one : records::all_fields)
        if (one.typed.option == field.typed.option && one.amend != records::Amend::nobody) add(one);
    return all;
}();

/// What help says of a field: of a correction also whose it is.
template <std::size_t row, ByRight by, bool chinese>
inline constexpr Composed help_of_field = [] {
    const auto& field = records::all_fields[row];
    const auto& help = field.help.empty() ? field.title : field.help;
    Composed all;
    all.add(chinese ? help.zh : help.en);
    if (by == ByRight::as_corrected && field.amend == records::Amend::supervisor)
        all.add(chinese ? "(主管、负责人)" : " (manager, head)");
    return all;
}();

/// What an option of such a field takes.
constexpr Takes takes_of(const records::Field& field, ByRight by) {
    using records::FieldType;
    switch (field.type) {
        case FieldType::phone:
            return Takes::phone;
        case FieldType::word:
            return field.place == "matter.unit" ? Takes::home : Takes::word;
        case FieldType::category:
            return Takes::word;
        case FieldType::whole:
            // A few numbers with a meaning each are a choice.
            return field.hint.empty() ? Takes::whole : Takes::choice;
        case FieldType::count:
            return Takes::count;
        case FieldType::money:
            return Takes::money;
        case FieldType::flag:
            // Where leaving it out says no, it takes no value; a correction can say either.
            return field.hint.empty() && by == ByRight::as_typed ? Takes::nothing : Takes::choice;
        case FieldType::choice:
            return Takes::choice;
        case FieldType::choices:
            return Takes::choices;
        case FieldType::staff:
            return Takes::login;
        case FieldType::matter:
            return Takes::number;
        case FieldType::time:
            return Takes::time;
        case FieldType::later:
            return Takes::later;
        default:
            return Takes::words;
    }
}

/// The row of such an option.
template <std::size_t row, ByRight by>
constexpr Option option_of() {
    using records::FieldType;
    const auto& field = records::all_fields[row];
    Option option{field.typed.option,
                  takes_of(field, by),
                  field.hint,
                  {help_of_field<row, by, true>.text(), help_of_field<row, by, false>.text()}};
    if (option.value.empty()) {
        option.value = usual_form(option.takes);
        if (field.type == FieldType::name) option.value = "NAME";
        if (field.type == FieldType::flag && option.takes == Takes::choice) option.value = "yes|no";
        if (!field.words.empty()) option.value = words_of_field<row, by>.text();
    }
    if (by == ByRight::as_corrected && field.amend == records::Amend::supervisor)
        option.right = gate::Right::supervise;
    return option;
}

/// An option that is a field of a record. What was typed is read as the field's row says, once
/// there is a store (`records::value_of`).
class FieldOption final : public AnyOption {
  public:
    constexpr FieldOption(Options& of, const records::Field& field, const Option& row)
        : AnyOption(of, row, false), field_(&field) {}

    constexpr const records::Field& field() const { return *field_; }
    /// What was typed; of one that takes no value `yes`.
    const std::optional<std::string>& operator()() const { return typed_; }

  private:
    void read(const std::string& typed, const Moment*) override {
        typed_ = row().takes == Takes::nothing ? "yes" : typed;
    }

    const records::Field* field_;
    std::optional<std::string> typed_;
};

/// Those of all fields for which `Wanted` answers yes, each name once, as one member.
template <typename Wanted, ByRight by = ByRight::as_typed>
class FieldOptions {
  public:
    constexpr explicit FieldOptions(Options& of)
        : FieldOptions(of, std::make_index_sequence<found.second>{}) {}

    auto begin() const { return options_.begin(); }
    auto end() const { return options_.end(); }

  private:
    static constexpr auto found = [] {
        std::array<std::size_t, records::all_fields.size()> rows{};
        std::size_t size = 0;
        for (std::size_t row = 0; row < records::all_fields.size(); ++row) {
            const auto& field = records::all_fields[row];
            bool known = false;
            for (std::size_t before = 0; before < size; ++before)
                known =
                    known || records::all_fields[rows[before]].typed.option == field.typed.option;
            if (Wanted{}(field) && !known) rows[size++] = row;
        }
        return std::pair(rows, size);
    }();

    template <std::size_t... indices>
    constexpr FieldOptions(Options& of, std::index_sequence<indices...>)
        : options_{{FieldOption(of, records::all_fields[found.first[indices]],
                                option_of<found.first[indices], by>())...}} {}

    std::array<FieldOption, found.second> options_;
};

/// What was typed for the fields that only records of one kind have.
template <typename Fields>
records::FieldValues own_values(const records::Writing& writing, std::string_view of,
                                const Fields& fields) {
    records::FieldValues values(of);
    for (const auto& option : fields)
        if (option())
            values.set(option.field().key, records::value_of(writing, option.field(), *option()));
    return values;
}

/// A word that is an argument of a template.
template <std::size_t size>
struct Name {
    std::array<char, size> letters{};

    constexpr Name(const char (&word)[size]) {  // NOLINT: `OnlyOf<"repair">`
        std::copy_n(word, size, letters.begin());
    }
    constexpr std::string_view text() const { return {letters.data(), size - 1}; }
};

/// The fields that only one kind of matter has: they stand in the table of its name.
template <Name kind>
struct OnlyOf {
    constexpr bool operator()(const records::Field& field) const {
        return field.of == kind.text() && field.table() == kind.text() && !field.typed.empty();
    }
};

/// What the words of a step are called: by its own command, and where one tells several steps. Each
/// name once, but for `text` and those that a field has which `Fields` answers yes to.
template <typename Fields>
class StepWordsOptions {
  public:
    constexpr explicit StepWordsOptions(Options& of)
        : StepWordsOptions(of, std::make_index_sequence<found.second>{}) {}

  private:
    static constexpr auto found = [] {
        std::array<records::Typed, 2 * records::all_step_kinds.size()> names{};
        std::size_t size = 0;
        const auto add = [&](const records::Typed& one) {
            // What a command is about is no option of its.
            bool known = one.empty() || one.option == "text" || one.option.front() < 'a';
            for (std::size_t before = 0; before < size; ++before)
                known = known || names[before].option == one.option;
            for (const auto& field : records::all_fields)
                known = known || (Fields{}(field) && field.typed.option == one.option);
            if (!known) names[size++] = one;
        };
        for (const auto& kind : records::all_step_kinds) {
            add(kind.typed.text);
            add(kind.typed.words);
        }
        return std::pair(names, size);
    }();

    template <std::size_t... indices>
    constexpr StepWordsOptions(Options& of, std::index_sequence<indices...>)
        : options_{{{of, Declared<Takes::words>{
                             found.first[indices].option,
                             {found.first[indices].zh, "the text of that step"}}}...}} {}

    std::array<Maybe<Takes::words>, found.second> options_;
};

/// Fields that exclude each other, where both were typed.
template <typename Fields>
std::vector<base::Problem> exclusions(const Fields& fields) {
    std::vector<base::Problem> problems;
    for (const auto& one : fields)
        for (const auto& other : fields)
            if (one.is_given() && other.is_given() && one.field().excludes == other.field().key &&
                one.field().of == other.field().of)
                problems.push_back(
                    {base::compose({"--{} 与 --{} 只能写一个", "--{} or --{}, not both"},
                                   one.row().name, other.row().name),
                     {}});
    return problems;
}

}  // namespace huiyin::cli
