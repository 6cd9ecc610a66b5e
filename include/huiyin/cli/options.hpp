#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "huiyin/cli/command.hpp"
#include "huiyin/cli/typed_value.hpp"

/// A verb's options and operands are the members of one struct. Each is declared once: its row in
/// the table of commands and the value that the handler reads are the same member, so that a name
/// that the verb does not have, or a value read as what it is not, does not compile.
///
///     struct Assign : Options {
///         Required<Takes::number> complaint{*this, operand("TS", {"投诉编号", "the complaint"})};
///         Required<Takes::login> to{*this, {"to", {"交给谁", "to whom"}}};
///         Maybe<Takes::words> reason{*this, {"reason", {"理由", "why"}}};
///     };
///
///     WriteResult assign(const Writing& writing, const Assign& typed) {
///         return records::assign_matter(writing, typed.complaint(), typed.to(), typed.reason(),
///         …);
///     }
namespace huiyin::cli {

struct TableInput;

class Options;

/// What is said of an option where it is declared; of one that several verbs have, once for all.
template <Takes takes>
struct Declared {
    std::string_view name;  ///< without its dashes
    Label help;
    std::string_view value = usual_form(takes);  ///< the placeholder; the choices of a choice
    std::optional<gate::Right> right = {};       ///< asked for beside the command's own
};

/// The same of an operand, which is named in capitals and stands without dashes.
struct DeclaredOperand {
    std::string_view name;
    Label help;
};
constexpr DeclaredOperand operand(std::string_view name, Label help) {
    return {name, help};
}

/// One option or operand among the members of its verb's struct.
class AnyOption {
  public:
    AnyOption(const AnyOption&) = delete;
    AnyOption& operator=(const AnyOption&) = delete;

    constexpr const Option& row() const { return row_; }
    constexpr bool is_operand() const { return is_operand_; }
    /// Whether its value is known only once a store is open.
    constexpr virtual bool needs_moment() const { return false; }
    bool is_given() const { return is_given_; }

    /// Only that it was given.
    void note() { is_given_ = true; }
    /// And what. Without a moment, what hangs on one is left unread.
    void take(const std::string& typed, const Moment* moment) {
        note();
        read(typed, moment);
    }

  protected:
    constexpr AnyOption(Options& of, const Option& row, bool is_operand);
    constexpr ~AnyOption() = default;

    virtual void read(const std::string& typed, const Moment* moment) = 0;

  private:
    Option row_;
    bool is_operand_;
    bool is_given_ = false;
};

/// Base of every verb's struct: the members in the order of their declaration.
class Options {
  public:
    constexpr Options() = default;
    Options(const Options&) = delete;
    Options& operator=(const Options&) = delete;

    constexpr std::span<AnyOption* const> members() const { return {members_.data(), count_}; }

    /// Reads every value that was given. Throws as `Reads` does: of what was checked only a time
    /// can fail still.
    void read(const Arguments& arguments, const Moment* moment);
    /// The same before it is known to be whole: of what cannot be read only that it was given.
    void read_unchecked(const Arguments& arguments);

    /// The table that the verb's row names (`Verb::table`), which was read.
    const TableInput& table() const;
    /// The command line as the journal keeps it.
    std::string masked_line() const;
    /// Calls `visit(member, typed)` for each that was given, with what was typed for it.
    template <typename Visit>
    void for_each_given(Visit visit) const {
        for (const auto* member : members())
            if (member->is_given()) visit(*member, typed(*member));
    }

  protected:
    constexpr ~Options() = default;

  private:
    friend class AnyOption;
    const std::string& typed(const AnyOption& member) const;

    static constexpr std::size_t most = 96;

    std::array<AnyOption*, most> members_{};
    std::size_t count_ = 0;
    const Arguments* arguments_ = nullptr;
};

constexpr AnyOption::AnyOption(Options& of, const Option& row, bool is_operand)
    : row_(row), is_operand_(is_operand) {
    of.members_.at(of.count_++) = this;
}

/// What all but flags share.
template <Takes takes, typename Value, bool required>
class ValuedOption : public AnyOption {
  public:
    constexpr ValuedOption(Options& of, const Declared<takes>& declared,
                           const std::optional<Wanted>& wanted = {})
        : AnyOption(of,
                    {declared.name, takes, declared.value, declared.help, required, declared.right,
                     wanted},
                    false) {}
    constexpr ValuedOption(Options& of, const Declared<takes>& declared, gate::Right right)
        : AnyOption(of, {declared.name, takes, declared.value, declared.help, required, right},
                    false) {}
    /// A template, so that what stands in braces is an option.
    template <std::same_as<DeclaredOperand> Named>
    constexpr ValuedOption(Options& of, const Named& declared)
        : AnyOption(of, {declared.name, takes, declared.name, declared.help, required}, true) {}

    constexpr bool needs_moment() const final { return NeedsMoment<takes, Value>; }
    const std::optional<Value>& if_readable() const { return value_; }

  protected:
    constexpr ~ValuedOption() = default;

    void read(const std::string& typed, const Moment* moment) final {
        if constexpr (NeedsMoment<takes, Value>) {
            if (moment != nullptr) value_ = Reads<takes, Value>::read(typed, *moment);
        } else {
            value_ = Reads<takes, Value>::read(typed);
        }
    }

    std::optional<Value> value_;
};

/// One that the parser asks for: its value is always there.
template <Takes takes, typename Value = UsualValue<takes>>
class Required final : public ValuedOption<takes, Value, true> {
  public:
    using ValuedOption<takes, Value, true>::ValuedOption;
    const Value& operator()() const { return this->value_.value(); }
};

/// One that may be left out.
template <Takes takes, typename Value = UsualValue<takes>>
class Maybe final : public ValuedOption<takes, Value, false> {
  public:
    using ValuedOption<takes, Value, false>::ValuedOption;
    const std::optional<Value>& operator()() const { return this->value_; }
};

/// One with several values, or none where it is left out.
template <Takes takes, typename Value = UsualValue<takes>>
class MaybeSome final : public ValuedOption<takes, Value, false> {
  public:
    using ValuedOption<takes, Value, false>::ValuedOption;
    Value operator()() const { return this->value_.value_or(Value{}); }
};

/// One without a value.
class Flag final : public AnyOption {
  public:
    constexpr Flag(Options& of, const Declared<Takes::nothing>& declared)
        : AnyOption(
              of,
              {declared.name, Takes::nothing, declared.value, declared.help, false, declared.right},
              false) {}
    constexpr Flag(Options& of, const Declared<Takes::nothing>& declared, gate::Right right)
        : AnyOption(of,
                    {declared.name, Takes::nothing, declared.value, declared.help, false, right},
                    false) {}
    bool operator()() const { return is_given(); }

  private:
    void read(const std::string&, const Moment*) override {}
};

/// Of a verb that takes none of its own.
struct NoOptions final : Options {};

/// What the option is called that a member is.
template <typename Member, typename Owner>
consteval std::string_view option_name(Member Owner::*member) {
    const Owner declared;
    return (declared.*member).row().name;
}
bool is_given(const Arguments& arguments, std::string_view name);

/// What was typed, before it is known to be whole: required options may be missing still, values be
/// unreadable. For what is wrong with options together, each being right by itself.
template <typename Struct>
class Unchecked {
  public:
    explicit Unchecked(const Arguments& arguments) : arguments_(&arguments) {
        typed_.read_unchecked(arguments);
    }

    template <typename Member, typename Owner>
    bool has(Member Owner::*member) const {
        return (typed_.*member).is_given();
    }
    /// Of a member that is several options (`FieldOptions`).
    template <typename Member, typename Owner>
    const Member& fields(Member Owner::*member) const {
        return typed_.*member;
    }
    /// The same of an option that every recording command has.
    template <auto member>
    bool has_provenance() const {
        return is_given(*arguments_, option_name(member));
    }
    /// Nothing where it is absent or cannot be read.
    template <typename Member, typename Owner>
    const auto& operator[](Member Owner::*member) const {
        return (typed_.*member).if_readable();
    }

  private:
    const Arguments* arguments_;
    Struct typed_;
};

/// A row that names an option its verb does not have does not compile; nor two of one name.
template <std::size_t count>
constexpr void require_sound(const std::array<Option, count>& rows) {
    const auto times = [&](std::string_view name) {
        return std::ranges::count(rows, name, &Option::name);
    };
    for (const auto& row : rows) {
        if (times(row.name) != 1) throw "two options of one name";
        if (!row.wanted) continue;
        for (const auto name : {row.wanted->option, row.wanted->unless})
            if (!name.empty() && times(name) != 1) throw "wanted by an option that there is not";
    }
}

template <typename Struct>
constexpr std::size_t count_of(bool operands) {
    const Struct declared;
    return static_cast<std::size_t>(
        std::ranges::count(declared.members(), operands, &AnyOption::is_operand));
}

/// The rows that the members of a verb's struct are to help, parsing, prompts and all else. Made by
/// the compiler: nothing is built when the program starts.
template <typename Struct>
constexpr auto options_of = [] {
    const Struct declared;
    std::array<Option, count_of<Struct>(false)> rows{};
    std::size_t next = 0;
    for (const auto* member : declared.members())
        if (!member->is_operand()) rows.at(next++) = member->row();
    require_sound(rows);
    return rows;
}();
template <typename Struct>
constexpr auto operands_of = [] {
    const Struct declared;
    std::array<Operand, count_of<Struct>(true)> rows{};
    std::size_t next = 0;
    for (const auto* member : declared.members())
        if (member->is_operand()) {
            const auto& row = member->row();
            rows.at(next++) = {row.name, row.takes, row.help, row.required};
        }
    return rows;
}();

}  // namespace huiyin::cli
