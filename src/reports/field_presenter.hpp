#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "huiyin/records/value.hpp"
#include "huiyin/reports/document.hpp"
#include "huiyin/reports/matter_view.hpp"
#include "values.hpp"

namespace huiyin::reports {

/// The values of one record, each put under its field of the catalogue (`records/field.hpp`), as
/// one viewer may see them. Both JSON and what people read are made of them, by what the field
/// holds: a choice is translated, a name masked, and what somebody wrote is left as it is.
class FieldPresenter {
  public:
    /// `of`: whose fields they are: a step's, a callback's.
    FieldPresenter(std::string_view of, const View& view) : of_(of), view_(view) {}
    /// A kind of matter has those of every matter too.
    FieldPresenter(records::MatterKind kind, const View& view)
        : of_(records::name_of(kind).word), shared_("matter"), view_(view) {}

    /// Throws std::logic_error for a key without a row in the catalogue: it would have no heading.
    void put(std::string_view key, records::Value value);
    template <typename Value>
    void put(std::string_view key, const std::optional<Value>& value) {
        if (!value)
            put(key, records::Value{});
        else if constexpr (std::is_integral_v<Value> && !std::is_same_v<Value, bool>)
            put(key, records::Value{static_cast<std::int64_t>(*value)});
        else
            put(key, records::Value{*value});
    }
    void put(std::string_view key, std::string_view value) {
        put(key, records::Value{std::string(value)});
    }
    void put(std::string_view key, const char* value) { put(key, std::string_view(value)); }
    void put(std::string_view key, const std::string& value) { put(key, std::string_view(value)); }
    void put(std::string_view key, std::integral auto value) {
        if constexpr (std::is_same_v<decltype(value), bool>)
            put(key, records::Value{value});
        else
            put(key, records::Value{static_cast<std::int64_t>(value)});
    }
    /// Leaves out what was not said.
    template <typename Value>
    void put_if_given(std::string_view key, const std::optional<Value>& value) {
        if (value) put(key, value);
    }
    /// What is to be read, and hidden, as another field's value is.
    void put_as(const records::Field& as, std::string_view key, const std::string& value);
    /// Of a form of its own, such as a rate.
    void put_json(std::string_view key, Json value);
    /// What people read instead, in place of what the value says by itself, with a remark.
    void say(std::string_view key, Text words, Text remark = {});

    Json take_json() { return std::move(json_); }
    /// What people are shown, in its turn, each with its title.
    Figures figures() const;
    /// The same on one line, without titles.
    Text line() const;

  private:
    struct Words {
        Text words;
        Text remark;
    };
    const records::Field& field(std::string_view key) const;
    std::vector<records::FieldValue> in_turn() const;
    Text shown(const records::FieldValue& value) const;

    std::string_view of_;
    std::string_view shared_ = {};
    const View& view_;
    Json json_ = Json::object();
    std::vector<records::FieldValue> values_;
    std::map<const records::Field*, Words> words_;
};

}  // namespace huiyin::reports
