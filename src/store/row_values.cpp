#include "row_values.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <new>

namespace huiyin::store {

namespace {

constexpr std::size_t size_of_number = 8;

void append_number(std::string& written, std::uint64_t bits) {
    std::array<char, size_of_number> bytes{};
    for (auto& byte : bytes) {
        byte = static_cast<char>(bits >> 56U);
        bits <<= 8U;
    }
    written.append(bytes.data(), bytes.size());
}

std::uint64_t number_of(std::string_view bytes) {
    std::uint64_t bits = 0;
    for (const char byte : bytes)
        bits = bits << 8U | static_cast<unsigned char>(byte);
    return bits;
}

std::size_t take_length(std::string_view& bytes) {
    std::size_t length = 0;
    for (bool more = true; more; bytes.remove_prefix(1)) {
        const auto next = static_cast<unsigned char>(bytes.front());
        length = length << 7U | (next & 0x7fU);
        more = (next & 0x80U) != 0;
    }
    return length;
}

}  // namespace

void append_length(std::string& written, std::size_t length) {
    if (length <= 0x7fU) {
        written += static_cast<char>(length);
        return;
    }
    std::string digits(1, static_cast<char>(length & 0x7fU));
    while ((length >>= 7U) != 0)
        digits.insert(digits.begin(), static_cast<char>((length & 0x7fU) | 0x80U));
    written += digits;
}

void append_integer(std::string& written, std::int64_t value) {
    written += static_cast<char>(SQLITE_INTEGER);
    append_number(written, static_cast<std::uint64_t>(value));
}

void append_value(std::string& written, sqlite3_value* value) {
    const int type = sqlite3_value_type(value);
    written += static_cast<char>(type);
    if (type == SQLITE_INTEGER) {
        append_number(written, static_cast<std::uint64_t>(sqlite3_value_int64(value)));
    } else if (type == SQLITE_FLOAT) {
        append_number(written, std::bit_cast<std::uint64_t>(sqlite3_value_double(value)));
    } else if (type != SQLITE_NULL) {
        // In this order: asking for the bytes may change how many there are.
        const void* bytes = sqlite3_value_blob(value);
        const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
        if (bytes == nullptr && size > 0) throw std::bad_alloc();
        append_length(written, size);
        if (size > 0) written.append(static_cast<const char*>(bytes), size);
    }
}

std::string_view next_value(std::string_view& values) {
    const auto whole = values;
    const auto type = values.front();
    values.remove_prefix(1);
    if (type == SQLITE_INTEGER || type == SQLITE_FLOAT)
        values.remove_prefix(size_of_number);
    else if (type != SQLITE_NULL)
        values.remove_prefix(take_length(values));
    return whole.substr(0, whole.size() - values.size());
}

std::optional<std::int64_t> integer_of(std::string_view value) {
    if (value.empty() || value.front() != SQLITE_INTEGER) return {};
    return std::bit_cast<std::int64_t>(number_of(value.substr(1)));
}

int bind_value(sqlite3_stmt* statement, int parameter, std::string_view value) {
    const auto type = value.front();
    value.remove_prefix(1);
    switch (type) {
        case SQLITE_INTEGER:
            return sqlite3_bind_int64(statement, parameter,
                                      static_cast<sqlite3_int64>(number_of(value)));
        case SQLITE_FLOAT:
            return sqlite3_bind_double(statement, parameter,
                                       std::bit_cast<double>(number_of(value)));
        case SQLITE_NULL:
            return sqlite3_bind_null(statement, parameter);
        default: {
            const auto size = static_cast<int>(take_length(value));
            return type == SQLITE_TEXT
                       ? sqlite3_bind_text(statement, parameter, value.data(), size, SQLITE_STATIC)
                       : sqlite3_bind_blob(statement, parameter, value.data(), size, SQLITE_STATIC);
        }
    }
}

std::string update_of(std::string_view key_places, std::string_view before, std::string_view now) {
    constexpr char absent = 0;
    std::string old_values, new_values;
    for (const char place : key_places) {
        const auto was = next_value(before), is = next_value(now);
        const bool changed = was != is;
        if (changed || place != 0)
            old_values += was;
        else
            old_values += absent;
        if (changed)
            new_values += is;
        else
            new_values += absent;
    }
    return old_values += new_values;
}

}  // namespace huiyin::store
