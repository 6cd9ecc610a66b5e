#include "btree_page.hpp"

#include <algorithm>
#include <bit>

namespace huiyin::store {

namespace {

constexpr std::size_t shortest_cell = 4;
constexpr std::size_t shortest_free = 4;
constexpr std::size_t longest_varint = 9;

unsigned byte_at(std::string_view bytes, std::size_t at) {
    if (at >= bytes.size()) throw DamagedPage{};
    return static_cast<unsigned char>(bytes[at]);
}

std::uint64_t read_long_varint(std::string_view bytes, std::size_t& at) {
    std::uint64_t value = byte_at(bytes, at++) & 0x7fU;
    for (std::size_t count = 2; count < longest_varint; ++count) {
        const auto byte = byte_at(bytes, at++);
        value = value << 7U | (byte & 0x7fU);
        if (byte < 0x80) return value;
    }
    return value << 8U | byte_at(bytes, at++);
}

/// Moves `at` behind it. Most are of one byte.
inline std::uint64_t read_varint(std::string_view bytes, std::size_t& at) {
    if (at < bytes.size() && static_cast<signed char>(bytes[at]) >= 0)
        return static_cast<std::uint64_t>(bytes[at++]);
    return read_long_varint(bytes, at);
}

constexpr std::uint64_t real = 7;
constexpr std::uint64_t first_bytes = 12;

std::uint64_t size_of(std::uint64_t type) {
    constexpr std::array<std::uint8_t, first_bytes> sizes{0, 1, 2, 3, 4, 6, 8, 8};
    return type < first_bytes ? sizes[type] : (type - first_bytes) / 2;
}

/// NULL comes first, then numbers, texts and bytes.
int rank_of(std::uint64_t type) {
    if (type < first_bytes) return type == 0 ? 0 : 1;
    return type % 2 == 1 ? 2 : 3;
}

std::int64_t integer(std::uint64_t type, std::string_view bytes) {
    if (bytes.empty()) return type == 9 ? 1 : 0;
    auto value = static_cast<std::uint64_t>(std::int64_t{static_cast<signed char>(bytes.front())});
    for (const char byte : bytes.substr(1))
        value = value << 8U | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(value);
}

}  // namespace

std::uint32_t two_bytes(std::string_view bytes, std::size_t at) {
    return byte_at(bytes, at) << 8U | byte_at(bytes, at + 1);
}

std::uint32_t four_bytes(std::string_view bytes, std::size_t at) {
    return two_bytes(bytes, at) << 16U | two_bytes(bytes, at + 2);
}

BTreePage::BTreePage(std::string_view bytes, std::size_t header, std::size_t usable)
    : bytes_(bytes.substr(0, usable)), header_(header), usable_(usable) {
    const auto kind = byte_at(bytes_, header_);
    is_leaf_ = kind == 13 || kind == 10;
    is_table_ = kind == 13 || kind == 5;
    if (!is_leaf_ && kind != 5 && kind != 2) throw DamagedPage{};
    cells_ = two_bytes(bytes_, header_ + 3);
    content_ = two_bytes(bytes_, header_ + 5);
    if (content_ == 0) content_ = 65'536;
    pointers_ = header_ + (is_leaf_ ? 8 : 12);
    most_ = is_table_ ? usable_ - 35 : (usable_ - 12) * 64 / 255 - 23;
    least_ = (usable_ - 12) * 32 / 255 - 23;
    if (content_ > usable_ || pointers_ + 2 * cells_ > content_) throw DamagedPage{};
}

std::size_t BTreePage::offset(std::size_t number) const {
    const auto at = two_bytes(bytes_, pointers_ + 2 * number);
    if (at < content_ || at + shortest_cell > usable_) throw DamagedPage{};
    return at;
}

PageCell BTreePage::cell(std::size_t number) const {
    const auto begin = offset(number);
    auto at = begin;
    PageCell cell;
    if (!is_leaf_) {
        cell.child = four_bytes(bytes_, at);
        at += 4;
    }
    if (is_leaf_ || !is_table_) cell.payload = read_varint(bytes_, at);
    if (is_table_) cell.rowid = static_cast<std::int64_t>(read_varint(bytes_, at));
    // SQLite's own limit is a little less.
    if (cell.payload > 0x7fffffffU) throw DamagedPage{};
    std::size_t here = 0;
    if (is_leaf_ || !is_table_) {
        here = cell.payload;
        if (here > most_) {
            here = least_ + (cell.payload - least_) % (usable_ - 4);
            if (here > most_) here = least_;
        }
    }
    if (at + here > usable_) throw DamagedPage{};
    cell.record = bytes_.substr(at, here);
    at += here;
    if (here < cell.payload) {
        cell.overflow = four_bytes(bytes_, at);
        at += 4;
    }
    cell.size = std::max(at - begin, shortest_cell);
    if (begin + cell.size > usable_) throw DamagedPage{};
    return cell;
}

std::uint32_t BTreePage::child(std::size_t number) const {
    return number == cells_ ? four_bytes(bytes_, header_ + 8) : four_bytes(bytes_, offset(number));
}

void BTreePage::Covered::add(std::size_t from, std::size_t size) {
    bytes_ += size;
    for (const auto end = from + size; from < end;) {
        const auto shift = from % 64;
        const auto count = std::min(end - from, 64 - shift);
        const auto mask = (count == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1)
                          << shift;
        if ((bits_[from / 64] & mask) != 0) throw DamagedPage{};
        bits_[from / 64] |= mask;
        from += count;
    }
}

void BTreePage::require_all_accounted(Covered& covered) const {
    for (std::size_t at = two_bytes(bytes_, header_ + 1); at != 0;) {
        if (at < content_ || at + shortest_free > usable_) throw DamagedPage{};
        const auto next = two_bytes(bytes_, at);
        const auto size = two_bytes(bytes_, at + 2);
        if (size < shortest_free || at + size > usable_ || (next != 0 && next <= at + size))
            throw DamagedPage{};
        covered.add(at, size);
        at = next;
    }
    const auto loose = byte_at(bytes_, header_ + 7);
    if (content_ + covered.bytes() + loose != usable_) throw DamagedPage{};
}

void Record::read(const PageCell& cell) {
    bytes_ = cell.record;
    columns_ = 0;
    std::size_t at = 0;
    const auto header = read_varint(bytes_, at);
    if (header > bytes_.size() || header < at) throw DamagedPage{};
    auto body = header;
    while (at < header) {
        const auto type = read_varint(bytes_, at);
        if (columns_ == most_columns || type == 10 || type == 11) throw DamagedPage{};
        places_[columns_++] = {type, body};
        body += size_of(type);
    }
    if (at != header || body != cell.payload) throw DamagedPage{};
}

RawValue Record::value(std::size_t column, std::array<char, 8>& number) const {
    const auto& [type, at] = places_[column];
    const auto bytes = bytes_.substr(at, size_of(type));
    if (type == 0) return {RawValue::Type::null, {}};
    if (type == real) return {RawValue::Type::real, bytes};
    if (type >= first_bytes)
        return {type % 2 == 1 ? RawValue::Type::text : RawValue::Type::blob, bytes};
    auto value = static_cast<std::uint64_t>(integer(type, bytes));
    if constexpr (std::endian::native == std::endian::little) value = __builtin_bswap64(value);
    number = std::bit_cast<std::array<char, 8>>(value);
    return {RawValue::Type::integer, {number.data(), number.size()}};
}

std::optional<int> order_of(const Record& left, const Record& right, std::size_t column) {
    const auto& [type, at] = left.places_[column];
    const auto& [other_type, other_at] = right.places_[column];
    const int rank = rank_of(type);
    const int other_rank = rank_of(other_type);
    if (rank != other_rank) return rank - other_rank;
    const auto size = size_of(type);
    const auto other_size = size_of(other_type);
    if (type == real || other_type == real || at + size > left.bytes_.size() ||
        other_at + other_size > right.bytes_.size())
        return {};
    const auto bytes = left.bytes_.substr(at, size);
    const auto other = right.bytes_.substr(other_at, other_size);
    if (rank != 1) return bytes.compare(other);
    const auto number = integer(type, bytes);
    const auto other_number = integer(other_type, other);
    return number < other_number ? -1 : number > other_number ? 1 : 0;
}

}  // namespace huiyin::store
