#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Values as PostgreSQL's binary protocol has them: numbers with the highest byte first. Private to
/// this directory.
namespace huiyin::headquarters {

namespace oid {
inline constexpr unsigned bytea = 17;
inline constexpr unsigned int8 = 20;
inline constexpr unsigned text = 25;
inline constexpr unsigned float8 = 701;
inline constexpr unsigned bytea_list = 1001;
inline constexpr unsigned text_list = 1009;
inline constexpr unsigned int8_list = 1016;
inline constexpr unsigned float8_list = 1022;
}  // namespace oid

/// What a binary COPY begins and ends with.
inline constexpr std::string_view copy_header{"PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19};
inline constexpr std::string_view copy_trailer{"\377\377", 2};

template <typename Number>
void put_big_endian(std::string& to, Number value) {
    for (int shift = static_cast<int>(sizeof value) * 8 - 8; shift >= 0; shift -= 8)
        to.push_back(static_cast<char>(static_cast<std::make_unsigned_t<Number>>(value) >> shift));
}

inline std::string big_endian(std::int64_t value) {
    std::string bytes;
    put_big_endian(bytes, value);
    return bytes;
}

inline std::int64_t from_big_endian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes)
        value = value << 8U | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(value);
}

/// A field of a row of COPY.
inline void put_field(std::string& to, std::string_view bytes) {
    put_big_endian(to, static_cast<std::int32_t>(bytes.size()));
    to.append(bytes);
}
inline void put_null(std::string& to) {
    put_big_endian(to, std::int32_t{-1});
}
inline void put_column_count(std::string& to, std::size_t count) {
    put_big_endian(to, static_cast<std::int16_t>(count));
}

/// Walks over the rows of a binary COPY.
class CopiedRows {
  public:
    explicit CopiedRows(std::string_view bytes) : rest_(bytes.substr(copy_header.size())) {}

    /// Steps to the next row; false behind the last.
    bool next() {
        const auto count = static_cast<std::int16_t>(from_big_endian(take(2)));
        return count >= 0;
    }
    /// The next value of the row; nothing for NULL.
    std::optional<std::string_view> value() {
        const auto size = static_cast<std::int32_t>(from_big_endian(take(4)));
        if (size < 0) return {};
        return take(static_cast<std::size_t>(size));
    }

  private:
    std::string_view take(std::size_t count) {
        const auto taken = rest_.substr(0, count);
        rest_.remove_prefix(taken.size());
        return taken;
    }
    std::string_view rest_;
};

/// An array that grows by one value after the other, as a statement takes it.
class ValueList {
  public:
    explicit ValueList(unsigned element) : element_(element) {}
    void add(std::string_view bytes) {
        put_field(values_, bytes);
        ++count_;
    }
    void add_null() {
        put_null(values_);
        ++count_;
        has_null_ = true;
    }
    std::string bytes() const {
        std::string all;
        put_big_endian(all, std::int32_t{1});
        put_big_endian(all, std::int32_t{has_null_ ? 1 : 0});
        put_big_endian(all, static_cast<std::int32_t>(element_));
        put_big_endian(all, count_);
        put_big_endian(all, std::int32_t{1});
        all += values_;
        return all;
    }
    std::int32_t count() const { return count_; }

  private:
    unsigned element_;
    std::int32_t count_ = 0;
    bool has_null_ = false;
    std::string values_;
};

}  // namespace huiyin::headquarters
