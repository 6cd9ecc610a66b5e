#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "huiyin/cli/options.hpp"
#include "huiyin/records/fields/all.hpp"

/// Options that are fields of a record: their names and help come from the catalogue.
namespace huiyin::cli {

constexpr Option option_of(const records::Field& field) {
    using records::FieldType;
    Option option{field.typed.option, Takes::words, field.hint,
                  field.help.empty() ? field.title : field.help};
    const auto set = [&](Takes takes, std::string_view usual) {
        option.takes = takes;
        if (option.value.empty()) option.value = usual;
    };
    switch (field.type) {
        case FieldType::name:
            set(Takes::words, "NAME");
            break;
        case FieldType::phone:
            set(Takes::phone, "NUMBER");
            break;
        case FieldType::word:
            set(field.place == "matter.unit" ? Takes::home : Takes::word, "TEXT");
            break;
        case FieldType::category:
            set(Takes::word, "TEXT");
            break;
        case FieldType::whole:
            // A few numbers with a meaning each are a choice.
            set(field.hint.empty() ? Takes::whole : Takes::choice, "N");
            break;
        case FieldType::staff:
            set(Takes::login, "LOGIN");
            break;
        case FieldType::matter:
            set(Takes::number, "NUMBER");
            break;
        case FieldType::time:
            set(Takes::time, "TIME");
            break;
        default:
            set(Takes::words, "TEXT");
    }
    return option;
}

/// Whether a correction may need more than the command does.
enum class ByRight { as_typed, as_corrected };

/// An option that is a field of a record. What was typed is read as the field's row says, once
/// there is a store (`records::value_of`).
class FieldOption final : public AnyOption {
  public:
    constexpr FieldOption(Options& of, const records::Field& field, ByRight by)
        : AnyOption(of, row_of(field, by), false), field_(&field) {}

    constexpr const records::Field& field() const { return *field_; }
    const std::optional<std::string>& operator()() const { return typed_; }

  private:
    static constexpr Option row_of(const records::Field& field, ByRight by) {
        auto row = option_of(field);
        if (by == ByRight::as_corrected && field.amend == records::Amend::supervisor)
            row.right = gate::Right::supervise;
        return row;
    }
    void read(const std::string& typed, const Moment*) override { typed_ = typed; }

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
        std::array<const records::Field*, records::all_fields.size()> fields{};
        std::size_t size = 0;
        for (const auto& field : records::all_fields) {
            const auto end = fields.begin() + static_cast<std::ptrdiff_t>(size);
            const bool known = std::any_of(fields.begin(), end, [&](const auto* one) {
                return one->typed.option == field.typed.option;
            });
            if (Wanted{}(field) && !known) fields[size++] = &field;
        }
        return std::pair(fields, size);
    }();

    template <std::size_t... indices>
    constexpr FieldOptions(Options& of, std::index_sequence<indices...>)
        : options_{{FieldOption(of, *found.first[indices], by)...}} {}

    std::array<FieldOption, found.second> options_;
};

}  // namespace huiyin::cli
