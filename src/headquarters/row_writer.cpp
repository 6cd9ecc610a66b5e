#include "row_writer.hpp"

#include <cstring>

#include "huiyin/base/formatting.hpp"
#include "wire.hpp"

namespace huiyin::headquarters {

using base::Label;
using store::RawValue;
using store::RowChange;

namespace {

constexpr std::size_t enough_to_send = std::size_t{1} << 18U;

RawValue::Type stored_as(TableColumn::Type type) {
    switch (type) {
        case TableColumn::Type::integer:
            return RawValue::Type::integer;
        case TableColumn::Type::real:
            return RawValue::Type::real;
        case TableColumn::Type::blob:
            return RawValue::Type::blob;
        case TableColumn::Type::text:
            break;
    }
    return RawValue::Type::text;
}

void put_value(std::string& row, const RawValue& value) {
    if (value.type == RawValue::Type::null || value.type == RawValue::Type::absent)
        put_null(row);
    else
        put_field(row, value.bytes);
}

}  // namespace

void RowWriter::apply(std::string_view changeset) {
    table_ = nullptr;
    changed_.clear();
    removed_.clear();
    store::visit_rows(changeset, *this);
    finish_table();
}

void RowWriter::table(std::string_view name, std::string_view keys) {
    finish_table();
    table_ = find_office_table(name);
    columns_ = keys.size();
    if (table_ == nullptr || columns_ > table_->columns.size())
        throw Misfit{std::string(name),
                     Label{"总部没有这张表,或列数不符",
                           "headquarters has no such table, or not so many columns"}};
    for (std::size_t column = 0; column < columns_; ++column)
        if (table_->columns[column].in_key != (keys[column] != 0))
            throw Misfit{table_->name, Label{"主键不符", "its key is another"}};
}

void RowWriter::row(const RowChange& change) {
    switch (change.kind) {
        case RowChange::Kind::inserted:
            return insert(change.new_values);
        case RowChange::Kind::deleted:
            return keep(removed_, change.old_values);
        case RowChange::Kind::updated:
            keep(changed_, change.old_values);
            keep(changed_, change.new_values);
    }
}

void RowWriter::require_type(const TableColumn& column, const RawValue& value) const {
    if (value.type == RawValue::Type::absent || value.type == RawValue::Type::null) return;
    if (value.type != stored_as(column.type))
        throw Misfit{table_->name, Label{"值的类型不符", "a value is of another type"}};
    if (value.type == RawValue::Type::text && value.bytes.find('\0') != std::string_view::npos)
        throw Misfit{table_->name, Label{"文字里有 U+0000,PostgreSQL 存不了",
                                         "a text holds U+0000, which PostgreSQL cannot keep"}};
}

void RowWriter::insert(std::span<const RawValue> values) {
    put_column_count(rows_, columns_ + 1);
    std::string office;
    put_big_endian(office, static_cast<std::int32_t>(office_));
    put_field(rows_, office);
    for (std::size_t column = 0; column < columns_; ++column) {
        require_type(table_->columns[column], values[column]);
        put_value(rows_, values[column]);
    }
    if (rows_.size() < enough_to_send) return;
    send_rows();
}

void RowWriter::send_rows() {
    if (!copying_) {
        std::string names = "\"office\"";
        for (std::size_t column = 0; column < columns_; ++column)
            names += ", " + name_in_sql(table_->columns[column].name);
        server_.begin_copy_in(base::format("COPY {} ({}) FROM STDIN (FORMAT binary)",
                                           name_in_sql(table_->name), names));
        copying_ = true;
    }
    server_.copy_in(rows_);
    rows_.clear();
}

void RowWriter::keep(std::vector<RawValue>& cells, std::span<const RawValue> values) {
    for (std::size_t column = 0; column < columns_; ++column) {
        require_type(table_->columns[column], values[column]);
        cells.push_back(values[column]);
    }
}

void RowWriter::finish_table() {
    if (table_ == nullptr) return;
    if (!rows_.empty()) send_rows();
    if (copying_) server_.end_copy_in();
    rows_.clear();
    copying_ = false;
    send_deletes();
    send_updates();
    table_ = nullptr;
}

Parameter RowWriter::list_of(const std::vector<RawValue>& cells, std::size_t stride,
                             std::size_t column) const {
    const auto type = table_->columns[column % columns_].type;
    ValueList list(element_oid(type));
    for (std::size_t at = column; at < cells.size(); at += stride) {
        const auto& value = cells[at];
        if (value.type == RawValue::Type::null || value.type == RawValue::Type::absent)
            list.add_null();
        else
            list.add(value.bytes);
    }
    return {list_oid(type), list.bytes()};
}

void RowWriter::run_for_all(const std::string& sql, const std::vector<Parameter>& values,
                            std::size_t expected) {
    if (server_.run_with(sql, values).affected() != static_cast<std::int64_t>(expected))
        throw Misfit{table_->name, Label{"总部的旧值与变更所说的不同",
                                         "headquarters has other old values than the changes say"}};
}

void RowWriter::send_updates() {
    if (changed_.empty()) return;
    const std::size_t stride = 2 * columns_;
    const std::size_t count = changed_.size() / stride;
    std::vector<std::size_t> touched;
    for (std::size_t column = 0; column < columns_; ++column)
        for (std::size_t at = columns_ + column; at < changed_.size(); at += stride)
            if (changed_[at].type != RawValue::Type::absent) {
                touched.push_back(column);
                break;
            }
    constexpr std::size_t most_touched = 62;
    if (touched.size() > most_touched)
        throw Misfit{table_->name, Label{"一次改动的列太多", "too many columns change at once"}};

    // Which columns a row changes is a bit each: the others keep what they have.
    ValueList masks(oid::int8);
    for (std::size_t at = 0; at < changed_.size(); at += stride) {
        std::int64_t mask = 0;
        for (std::size_t bit = 0; bit < touched.size(); ++bit)
            if (changed_[at + columns_ + touched[bit]].type != RawValue::Type::absent)
                mask |= std::int64_t{1} << bit;
        masks.add(big_endian(mask));
    }
    std::vector<Parameter> values{parameter(office_), {oid::int8_list, masks.bytes()}};
    std::string lists = "$2::bigint[]";
    std::string names = "mask";
    std::string sets;
    std::string where;
    const auto take = [&](std::string name, std::size_t column) {
        values.push_back(list_of(changed_, stride, column));
        lists += base::format(", ${}::{}[]", values.size(),
                              sql_type(table_->columns[column % columns_].type));
        names += ", " + std::move(name);
    };
    for (std::size_t column = 0; column < columns_; ++column) {
        if (!table_->columns[column].in_key) continue;
        take(base::format("k{}", column), column);
        where +=
            base::format(" AND t.{} = u.k{}", name_in_sql(table_->columns[column].name), column);
    }
    for (std::size_t bit = 0; bit < touched.size(); ++bit) {
        take(base::format("o{}", bit), touched[bit]);
        take(base::format("n{}", bit), columns_ + touched[bit]);
        const auto name = name_in_sql(table_->columns[touched[bit]].name);
        const auto flag = std::int64_t{1} << bit;
        sets += base::format("{0}{1} = CASE WHEN u.mask & {2} <> 0 THEN u.n{3} ELSE t.{1} END",
                             sets.empty() ? "" : ", ", name, flag, bit);
        where += base::format(" AND (u.mask & {} = 0 OR t.{} IS NOT DISTINCT FROM u.o{})", flag,
                              name, bit);
    }
    run_for_all(base::format("UPDATE {} AS t SET {} FROM unnest({}) AS u ({}) WHERE t.\"office\" = "
                             "$1::int{}",
                             name_in_sql(table_->name), sets, lists, names, where),
                values, count);
    // Erased, or said anew: what it was goes at once, what it is now comes with the bundle.
    if (table_->name == "said") remove_texts(list_of(changed_, stride, 0));
    changed_.clear();
}

void RowWriter::remove_texts(const Parameter& ids) {
    texts_gone_ +=
        server_
            .run_with("DELETE FROM said_text WHERE \"office\" = $1::int AND id = ANY($2)",
                      {parameter(office_), ids})
            .affected();
}

void RowWriter::send_deletes() {
    if (removed_.empty()) return;
    std::vector<Parameter> values{parameter(office_)};
    std::string lists;
    std::string names;
    std::string where;
    for (std::size_t column = 0; column < columns_; ++column) {
        values.push_back(list_of(removed_, columns_, column));
        lists += base::format("{}${}::{}[]", lists.empty() ? "" : ", ", values.size(),
                              sql_type(table_->columns[column].type));
        names += base::format("{}c{}", names.empty() ? "" : ", ", column);
        where +=
            base::format(" AND t.{} {} u.c{}", name_in_sql(table_->columns[column].name),
                         table_->columns[column].in_key ? "=" : "IS NOT DISTINCT FROM", column);
    }
    run_for_all(base::format(
                    "DELETE FROM {} AS t USING unnest({}) AS u ({}) WHERE t.\"office\" = $1::int{}",
                    name_in_sql(table_->name), lists, names, where),
                values, removed_.size() / columns_);
    // Its id may be another's on another branch.
    if (table_->name == "said") remove_texts(list_of(removed_, columns_, 0));
    removed_.clear();
}

}  // namespace huiyin::headquarters
