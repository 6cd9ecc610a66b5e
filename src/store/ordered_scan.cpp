#include "huiyin/store/ordered_scan.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <bit>
#include <cstring>

#include "huiyin/base/formatting.hpp"

namespace huiyin::store {

namespace {

using Type = RawValue::Type;

std::uint64_t from_big_endian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes)
        value = value << 8U | static_cast<unsigned char>(byte);
    return value;
}

std::array<char, 8> big_endian(std::uint64_t value) {
    std::array<char, 8> bytes{};
    for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte, value >>= 8U)
        *byte = static_cast<char>(value & 0xffU);
    return bytes;
}

int rank(Type type) {
    return type == Type::null ? 0 : static_cast<int>(type);
}

void bind(sqlite3_stmt* statement, int index, const RawValue& value) {
    const auto size = static_cast<int>(value.bytes.size());
    switch (value.type) {
        case Type::integer:
            sqlite3_bind_int64(statement, index,
                               static_cast<sqlite3_int64>(from_big_endian(value.bytes)));
            break;
        case Type::real:
            sqlite3_bind_double(statement, index,
                                std::bit_cast<double>(from_big_endian(value.bytes)));
            break;
        case Type::text:
            sqlite3_bind_text(statement, index, value.bytes.data(), size, SQLITE_TRANSIENT);
            break;
        case Type::blob:
            // Of nothing SQLite would make NULL.
            sqlite3_bind_blob(statement, index, size == 0 ? "" : value.bytes.data(), size,
                              SQLITE_TRANSIENT);
            break;
        case Type::absent:
        case Type::null:
            sqlite3_bind_null(statement, index);
    }
}

}  // namespace

KeptValue kept(std::int64_t number) {
    const auto bytes = big_endian(static_cast<std::uint64_t>(number));
    return {Type::integer, {bytes.data(), bytes.size()}};
}

int compare(const RawValue& left, const RawValue& right) {
    if (left.type != right.type) return rank(left.type) < rank(right.type) ? -1 : 1;
    if (left.type == Type::integer) {
        const auto a = static_cast<std::int64_t>(from_big_endian(left.bytes));
        const auto b = static_cast<std::int64_t>(from_big_endian(right.bytes));
        return a < b ? -1 : a > b ? 1 : 0;
    }
    return left.bytes.compare(right.bytes);
}

void OrderedScan::Finish::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

OrderedScan::OrderedScan(Connection& connection, Source source)
    : connection_(connection),
      source_(std::move(source)),
      last_(source_.behind),
      level_(source_.keys.size()) {}

OrderedScan::~OrderedScan() = default;

/// Behind the last row come those that are like it in all columns of the order but the last, then
/// those that are like it in one less. NULL comes before everything and is greater than nothing.
bool OrderedScan::open() {
    std::string condition = source_.where;
    std::vector<RawValue> bound;
    if (!last_.empty()) {
        if (level_ == 0) return false;
        --level_;
        for (std::size_t at = 0; at <= level_; ++at) {
            const auto value = last_[at].raw();
            if (at == level_ && value.type == Type::null) {
                condition += base::format(" AND {} IS NOT NULL", source_.keys[at]);
                continue;
            }
            bound.push_back(value);
            condition += base::format(" AND {} {} ?{}", source_.keys[at], at < level_ ? "IS" : ">",
                                      bound.size());
        }
    }
    std::string order;
    for (const auto& key : source_.keys)
        order += (order.empty() ? "" : ", ") + key;
    const auto sql = base::format("SELECT {} FROM {} WHERE {} ORDER BY {}", source_.columns,
                                  source_.from, condition, order);
    open_ = prepared(sql);
    for (std::size_t at = 0; at < bound.size(); ++at)
        bind(open_, static_cast<int>(at) + 1, bound[at]);
    const auto count = static_cast<std::size_t>(sqlite3_column_count(open_));
    values_.resize(count);
    numbers_.resize(count);
    return true;
}

sqlite3_stmt* OrderedScan::prepared(const std::string& sql) {
    auto& statement = statements_[sql];
    if (statement) return statement.get();
    sqlite3_stmt* raw = nullptr;
    const int code = sqlite3_prepare_v2(connection_.handle(), sql.c_str(),
                                        static_cast<int>(sql.size()), &raw, nullptr);
    if (code != SQLITE_OK) throw SQLite::Exception(connection_.handle(), code);
    statement.reset(raw);
    return raw;
}

void OrderedScan::close() {
    sqlite3_reset(open_);
    open_ = nullptr;
}

bool OrderedScan::next() {
    for (;;) {
        if (open_ == nullptr && !open()) return false;
        const int code = sqlite3_step(open_);
        if (code == SQLITE_ROW) {
            is_on_row_ = true;
            is_read_.assign(values_.size(), false);
            return true;
        }
        if (code != SQLITE_DONE) throw SQLite::Exception(connection_.handle(), code);
        close();
        // Read from the very beginning, all there was has been read.
        if (last_.empty()) return false;
    }
}

void OrderedScan::keep_place() {
    last_.resize(source_.keys.size());
    for (std::size_t at = 0; at < last_.size(); ++at) {
        const auto& now = value(at);
        last_[at].type = now.type;
        last_[at].bytes = now.bytes;
    }
    level_ = source_.keys.size();
}

void OrderedScan::pause() {
    if (is_on_row_ && open_ != nullptr) keep_place();
    is_on_row_ = false;
    close();
}

const RawValue& OrderedScan::value(std::size_t column) {
    auto& value = values_[column];
    if (is_read_[column]) return value;
    is_read_[column] = true;
    auto* row = open_;
    const auto index = static_cast<int>(column);
    switch (sqlite3_column_type(row, index)) {
        case SQLITE_INTEGER:
        case SQLITE_FLOAT: {
            const bool whole = sqlite3_column_type(row, index) == SQLITE_INTEGER;
            numbers_[column] =
                big_endian(whole ? static_cast<std::uint64_t>(sqlite3_column_int64(row, index))
                                 : std::bit_cast<std::uint64_t>(sqlite3_column_double(row, index)));
            value = {whole ? Type::integer : Type::real, {numbers_[column].data(), 8}};
            break;
        }
        case SQLITE_NULL:
            value = {Type::null, {}};
            break;
        default: {
            const bool is_text = sqlite3_column_type(row, index) == SQLITE_TEXT;
            const void* bytes = sqlite3_column_blob(row, index);
            const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row, index));
            value = {is_text ? Type::text : Type::blob,
                     size == 0 ? std::string_view()
                               : std::string_view(static_cast<const char*>(bytes), size)};
        }
    }
    return value;
}

std::int64_t OrderedScan::integer(std::size_t column) {
    const auto& read = value(column);
    return read.type == Type::integer ? static_cast<std::int64_t>(from_big_endian(read.bytes)) : 0;
}

}  // namespace huiyin::store
