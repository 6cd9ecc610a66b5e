#include "huiyin/records/own_fields.hpp"

#include <algorithm>
#include <stdexcept>

#include "amendment.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"

namespace huiyin::records {

using store::Query;

namespace {

/// What people know of a column: the words, the login or the number behind its id.
std::string told_sql(const Field& field) {
    auto column = base::format("t.\"{}\"", field.column());
    if (field.is_said()) return base::format("(SELECT value FROM content WHERE id = {})", column);
    if (field.type == FieldType::staff)
        return base::format("(SELECT login FROM staff WHERE id = {})", column);
    if (field.type == FieldType::matter)
        return base::format("(SELECT no FROM matter WHERE id = {})", column);
    return column;
}

Value read_value(const Query& row, int column, FieldType type) {
    if (row.is_null(column)) return {};
    switch (type) {
        case FieldType::whole:
        case FieldType::count:
            return row.integer(column);
        case FieldType::flag:
            return row.flag(column);
        case FieldType::time:
        case FieldType::later:
            return row.time(column);
        default:
            return row.text(column);
    }
}

/// Somebody on the staff. Paper registers name departments and firms there too: those go into the
/// text.
StaffId staff_in(const Writing& writing, const std::string& word) {
    try {
        return writing.staff(word);
    } catch (const base::Failure& failure) {
        if (failure.code() != base::Exit::not_found) throw;
        auto problem = failure.problems().front();
        problem.remedy.zh += ";不是本办公室职工的(部门、外单位),写进内容";
        problem.remedy.en +=
            "; what is none of this office (a department, a firm) goes into the text";
        throw base::Failure(failure.code(), {problem});
    }
}

}  // namespace

FieldValues::FieldValues(std::string_view of) : of_(of) {
    constexpr std::size_t of_most = 16;
    values_.reserve(of_most);
    for (const auto& field : fields())
        if (field.of == of && !field.key.empty() && field.table() == of)
            values_.push_back({&field, {}});
}

void FieldValues::set(std::string_view key, Value value) {
    const auto found =
        std::ranges::find_if(values_, [&](const FieldValue& one) { return one.field->key == key; });
    if (found == values_.end())
        throw std::logic_error(base::format("no row in the catalogue of fields: {}.{}", of_, key));
    found->value = std::move(value);
}

const Value& FieldValues::at(std::string_view key) const {
    const auto found =
        std::ranges::find_if(values_, [&](const FieldValue& one) { return one.field->key == key; });
    if (found == values_.end())
        throw std::logic_error(base::format("no row in the catalogue of fields: {}.{}", of_, key));
    return found->value;
}

std::optional<std::string> FieldValues::text(std::string_view key) const {
    const auto* value = std::get_if<std::string>(&at(key));
    return value != nullptr ? std::optional(*value) : std::nullopt;
}

std::optional<std::int64_t> FieldValues::whole(std::string_view key) const {
    const auto* value = std::get_if<std::int64_t>(&at(key));
    return value != nullptr ? std::optional(*value) : std::nullopt;
}

std::optional<base::Instant> FieldValues::time(std::string_view key) const {
    const auto* value = std::get_if<base::Instant>(&at(key));
    return value != nullptr ? std::optional(*value) : std::nullopt;
}

bool FieldValues::flag(std::string_view key) const {
    const auto* value = std::get_if<bool>(&at(key));
    return value != nullptr && *value;
}

Value value_of(const Writing& writing, const Field& field, const std::string& typed) {
    switch (field.type) {
        case FieldType::time:
        case FieldType::later: {
            auto time = base::parse_time(typed);
            time.may_lie_ahead = field.type == FieldType::later;
            return writing.time(time);
        }
        case FieldType::whole:
        case FieldType::count: {
            const auto number = base::parse_whole(typed);
            return number ? Value{*number} : Value{};
        }
        case FieldType::flag:
            return typed == "yes";
        case FieldType::money: {
            const auto money = base::Money::parse(typed);
            return money ? Value{*money} : Value{};
        }
        default:
            return typed;
    }
}

FieldValues load_own_fields(store::Connection& connection, std::string_view kind, MatterId id) {
    FieldValues values(kind);
    std::string columns;
    for (const auto& [field, _] : values)
        columns += (columns.empty() ? "" : ", ") + told_sql(*field);
    if (columns.empty()) return values;  // a kind that has no row of its own
    Query row(connection, base::format("SELECT {} FROM {} t WHERE t.id = ?", columns, kind), id);
    if (!row.next()) return values;
    int column = 0;
    for (const auto& [field, _] : FieldValues(kind))
        values.set(field->key, read_value(row, column++, field->type));
    return values;
}

Stored stored(const Writing& writing, const Field& field, MatterId id, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return {.number = *number};
    if (const auto* at = std::get_if<base::Instant>(&value)) return {.number = base::seconds(*at)};
    if (const auto* flag = std::get_if<bool>(&value)) return {.number = *flag ? 1 : 0};
    const auto* word = std::get_if<std::string>(&value);
    if (word == nullptr) return {};
    if (field.is_said()) return {.number = writing.keep(field.place, id, std::string_view(*word))};
    if (field.type == FieldType::staff) return {.number = staff_in(writing, *word)};
    if (field.type == FieldType::matter)
        return {.number = require_matter(writing.connection(), *word, writing.year(),
                                         kind_of_prefix(field.hint))
                              .id};
    return {.word = *word};
}

void insert_own_fields(const Writing& writing, MatterId id, const FieldValues& values,
                       const Beside& beside) {
    std::string columns = "id";
    std::string places = "?";
    std::vector<Stored> row;
    constexpr std::size_t of_most = 256;
    columns.reserve(of_most);
    places.reserve(of_most);
    row.reserve(of_most / 8);
    const auto add = [&](std::string_view column, Stored value) {
        columns.append(", \"").append(column).append("\"");
        places += ", ?";
        row.push_back(std::move(value));
    };
    for (const auto& [field, value] : values)
        add(field->column(), stored(writing, *field, id, value));
    for (const auto& [column, value] : beside)
        add(column, {.number = value});
    Query insert(writing.connection(),
                 base::format("INSERT INTO {} ({}) VALUES ({})", values.of(), columns, places), id);
    int index = 1;
    for (const auto& value : row) {
        ++index;
        if (value.word)
            insert.bind(index, *value.word);
        else
            insert.bind(index, value.number);
    }
    insert.next();
}

namespace {

/// Yuan and fen stand in columns of their own.
Stored replace_money(const Writing& writing, StepId amendment, const Column& column,
                     const base::Money& money) {
    auto& connection = writing.connection();
    store::run(connection,
               base::format("INSERT INTO amended (step, old_value)"
                            " SELECT ?, iif({0} IS NULL, NULL,"
                            " printf('%d.%02d', {0}, coalesce({0}_fen, 0)))"
                            " FROM {1} WHERE {2} = ?",
                            column.name, column.table, column.key),
               amendment, column.row);
    store::run(connection,
               base::format("UPDATE {1} SET {0} = ?, {0}_fen = ? WHERE {2} = ?", column.name,
                            column.table, column.key),
               money.yuan(), money.fen(), column.row);
    return {.number = money.yuan()};
}

}  // namespace

Stored replace_value(const Writing& writing, StepId amendment, const Field& field, std::int64_t row,
                     const std::string& typed) {
    const Column column{field.table(), field.column(), row, key_column(field)};
    const auto value = value_of(writing, field, typed);
    if (const auto* money = std::get_if<base::Money>(&value))
        return replace_money(writing, amendment, column, *money);
    if (field.is_said())
        keep_old_words(writing, amendment, column);
    else
        keep_old_value(writing, amendment, column);
    auto now = stored(writing, field, row, value);
    const auto sql = base::format("UPDATE {} SET \"{}\" = ? WHERE {} = ?", column.table,
                                  column.name, column.key);
    if (now.word)
        store::run(writing.connection(), sql, *now.word, row);
    else
        store::run(writing.connection(), sql, now.number, row);
    return now;
}

std::pair<StepId, Stored> amend_own_field(const Writing& writing, const Field& field, MatterId id,
                                          const std::string& value, const std::string& reason) {
    const auto judged =
        field.judged ? std::optional(reception_of(writing.connection(), id)) : std::nullopt;
    const auto step = add_amendment(writing, id, field.typed.option, value, reason, judged);
    return {step, replace_value(writing, step, field, id, value)};
}

}  // namespace huiyin::records
