#include "field_presenter.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <stdexcept>

#include "huiyin/base/formatting.hpp"
#include "huiyin/records/repair.hpp"
#include "matter_parts.hpp"

namespace huiyin::reports {

using records::Field;
using records::FieldType;
using records::FieldValue;
using records::Value;

namespace {

/// A number of yuan: 35, 35.5.
Json amount(const base::Money& money) {
    if (money.fen() == 0) return money.yuan();
    return static_cast<double>(100 * money.yuan() + money.fen()) / 100;
}

/// A value as scripts read it.
struct InJson {
    const Field& field;
    const View& view;

    Json operator()(std::monostate) const { return {}; }
    Json operator()(bool value) const { return value; }
    Json operator()(std::int64_t value) const { return value; }
    Json operator()(base::Instant at) const { return base::iso(at, view.zone); }
    Json operator()(const base::Money& money) const { return amount(money); }
    Json operator()(const std::string& value) const {
        return records::is_said(field.type) ? shown_said(field, value, view) : value;
    }
    Json operator()(const std::vector<std::string>& values) const {
        Json list = Json::array();
        for (const auto& value : values)
            list.push_back(value);
        return list;
    }
};

/// A value as people read it.
struct InWords {
    const Field& field;
    const View& view;

    Text operator()(std::monostate) const { return {}; }
    Text operator()(bool value) const { return value ? Label{"是", "yes"} : Label{"否", "no"}; }
    Text operator()(std::int64_t value) const { return plain(value); }
    Text operator()(base::Instant at) const { return plain(base::readable(at, view.zone)); }
    Text operator()(const base::Money& money) const { return plain(money.text()); }
    Text operator()(const std::string& value) const {
        if (records::is_said(field.type)) return plain(shown_said(field, value, view));
        switch (field.type) {
            case FieldType::choice:
                return records::word_title(field.words, value);
            case FieldType::category:
                return records::category_title(value);
            case FieldType::step:
                return records::step_title(value);
            case FieldType::field:
                return corrected_title(value);
            case FieldType::staff:
                return plain(person(view, value));
            default:
                return plain(value);
        }
    }
    Text operator()(const std::vector<std::string>& values) const {
        if (field.type != FieldType::people)
            return plain(base::format("{}", fmt::join(values, " ")));
        std::vector<std::string> people;
        for (const auto& value : values)
            people.push_back(person(view, value));
        return plain(base::format("{}", fmt::join(people, " ")));
    }
};

}  // namespace

const Field& FieldPresenter::field(std::string_view key) const {
    const auto* found = records::find_field(of_, key);
    if (found == nullptr) found = records::find_field(shared_, key);
    if (found == nullptr)
        throw std::logic_error(base::format("no row in the catalogue of fields: {}.{}", of_, key));
    return *found;
}

void FieldPresenter::put(std::string_view key, Value value) {
    const auto& of = field(key);
    json_[std::string(key)] = std::visit(InJson{of, view_}, value);
    const auto before = std::ranges::find(values_, &of, &FieldValue::field);
    if (before != values_.end())
        before->value = std::move(value);
    else
        values_.push_back({&of, std::move(value)});
}

void FieldPresenter::put_as(const Field& as, std::string_view key, const std::string& value) {
    put(key, value);
    if (&as == &field(key)) return;
    json_[std::string(key)] = InJson{as, view_}(value);
    say(key, InWords{as, view_}(value));
}

void FieldPresenter::put_json(std::string_view key, Json value) {
    json_[std::string(field(key).key)] = std::move(value);
}

void FieldPresenter::say(std::string_view key, Text words, Text remark) {
    const auto& of = field(key);
    if (std::ranges::find(values_, &of, &FieldValue::field) == values_.end())
        values_.push_back({&of, {}});
    words_[&of] = {std::move(words), std::move(remark)};
}

std::vector<FieldValue> FieldPresenter::in_turn() const {
    std::vector<FieldValue> shown;
    std::ranges::copy_if(values_, std::back_inserter(shown), [&](const FieldValue& one) {
        return one.field->turn != 0 && !this->shown(one).empty();
    });
    std::ranges::stable_sort(shown, {}, [](const FieldValue& one) { return one.field->turn; });
    return shown;
}

Text FieldPresenter::shown(const FieldValue& value) const {
    const auto said = words_.find(value.field);
    return said != words_.end() ? said->second.words
                                : std::visit(InWords{*value.field, view_}, value.value);
}

Figures FieldPresenter::figures() const {
    Figures figures;
    for (const auto& one : in_turn()) {
        const auto said = words_.find(one.field);
        figures.push_back(
            {one.field->title, shown(one), said != words_.end() ? said->second.remark : Text{}});
    }
    return figures;
}

Text FieldPresenter::line() const {
    Text line;
    for (const auto& one : in_turn()) {
        auto words = shown(one);
        if (one.field->type == FieldType::money)
            words = base::compose({"{0} {2} 元", "{1} {2} yuan"}, one.field->typed.zh,
                                  one.field->typed.option, words.zh);
        line.zh += (line.zh.empty() ? "" : " · ") + words.zh;
        line.en += (line.en.empty() ? "" : " · ") + words.en;
    }
    return line;
}

}  // namespace huiyin::reports
