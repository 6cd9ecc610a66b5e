#include "huiyin/store/ordered_scan.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <bit>
#include <cstring>

#include "huiyin/base/formatting.hpp"

namespace huiyin::store {

namespace {

using Type = RawValue::Type;

/// What is in memory the other way round than numbers are on this machine.
std::uint64_t reversed(std::uint64_t value) {
    if constexpr (std::endian::native == std::endian::big) return value;
    return __builtin_bswap64(value);
}

std::uint64_t from_big_endian(std::string_view bytes) {
    std::uint64_t value = 0;
    std::memcpy(&value, bytes.data(), sizeof value);
    return reversed(value);
}

std::array<char, 8> big_endian(std::uint64_t value) {
    return std::bit_cast<std::array<char, 8>>(reversed(value));
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

std::int64_t integer_of(const RawValue& value) {
    return value.type == Type::integer ? static_cast<std::int64_t>(from_big_endian(value.bytes))
                                       : 0;
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
    read_in_.resize(count);
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
            ++rows_;
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
    if (read_in_[column] == rows_) return value;
    read_in_[column] = rows_;
    // Asked of the column itself, each question would be a call with its locks. One thread has it.
    auto* read = sqlite3_column_value(open_, static_cast<int>(column));
    switch (const auto type = sqlite3_value_type(read)) {
        case SQLITE_INTEGER:
            numbers_[column] = big_endian(static_cast<std::uint64_t>(sqlite3_value_int64(read)));
            value = {Type::integer, {numbers_[column].data(), 8}};
            break;
        case SQLITE_FLOAT:
            numbers_[column] = big_endian(std::bit_cast<std::uint64_t>(sqlite3_value_double(read)));
            value = {Type::real, {numbers_[column].data(), 8}};
            break;
        case SQLITE_NULL:
            value = {Type::null, {}};
            break;
        default: {
            const void* bytes = sqlite3_value_blob(read);
            const auto size = static_cast<std::size_t>(sqlite3_value_bytes(read));
            value = {type == SQLITE_TEXT ? Type::text : Type::blob,
                     size == 0 ? std::string_view()
                               : std::string_view(static_cast<const char*>(bytes), size)};
        }
    }
    return value;
}

std::int64_t OrderedScan::integer(std::size_t column) {
    return integer_of(value(column));
}

}  // namespace huiyin::store
