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

/// One column after the other of a record, as far as it is there.
class Columns {
  public:
    explicit Columns(std::string_view record) : record_(record) {
        header_ = read_varint(record_, at_);
        body_ = header_;
        if (header_ < at_) throw DamagedPage{};
    }

    enum class Rank : std::uint8_t { null, number, text, blob };
    struct Column {
        Rank rank = Rank::null;
        bool is_whole = true;  ///< and can be compared
        std::int64_t number = 0;
        std::string_view bytes;
    };

    std::uint64_t header() const { return header_; }
    bool is_cut() const { return header_ > record_.size(); }
    bool ended() const { return at_ == header_; }
    std::uint64_t length() const { return body_; }

    /// Steps over the next.
    void pass() { body_ += size_of(next_type()); }
    Column next() {
        const auto type = next_type();
        const auto size = size_of(type);
        Column column{.rank = rank_of(type), .number = type == 9 ? 1 : 0, .bytes = {}};
        if (size > record_.size() || body_ > record_.size() - size || type == real)
            column.is_whole = false;
        else
            column.bytes = record_.substr(body_, size);
        body_ += size;
        if (column.rank == Rank::number && !column.bytes.empty())
            column.number = integer(column.bytes);
        return column;
    }

  private:
    static constexpr std::uint64_t real = 7;
    static constexpr std::uint64_t first_bytes = 12;

    std::uint64_t next_type() {
        const auto type = read_varint(record_, at_);
        if (at_ > header_ || type == 10 || type == 11) throw DamagedPage{};
        return type;
    }
    static std::uint64_t size_of(std::uint64_t type) {
        constexpr std::array<std::uint8_t, first_bytes> sizes{0, 1, 2, 3, 4, 6, 8, 8};
        return type < first_bytes ? sizes[type] : (type - first_bytes) / 2;
    }
    static Rank rank_of(std::uint64_t type) {
        if (type == 0) return Rank::null;
        if (type < first_bytes) return Rank::number;
        return type % 2 == 1 ? Rank::text : Rank::blob;
    }
    static std::int64_t integer(std::string_view bytes) {
        auto value = static_cast<std::uint64_t>(
            static_cast<std::int64_t>(static_cast<signed char>(bytes.front())));
        for (const char byte : bytes.substr(1))
            value = value << 8U | static_cast<unsigned char>(byte);
        return static_cast<std::int64_t>(value);
    }

    std::string_view record_;
    std::size_t at_ = 0;
    std::uint64_t header_ = 0;
    std::uint64_t body_ = 0;
};

/// Below 0, 0 or above it.
int compare(const Columns::Column& left, const Columns::Column& right) {
    if (left.rank != right.rank) return left.rank < right.rank ? -1 : 1;
    if (left.rank == Columns::Rank::number)
        return left.number < right.number ? -1 : left.number > right.number ? 1 : 0;
    return left.bytes.compare(right.bytes);
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
    if (content_ > usable_ || pointers_ + 2 * cells_ > content_) throw DamagedPage{};
}

std::size_t BTreePage::offset(std::size_t number) const {
    const auto at = two_bytes(bytes_, pointers_ + 2 * number);
    if (at < content_ || at + shortest_cell > usable_) throw DamagedPage{};
    return at;
}

std::uint64_t BTreePage::varint(std::size_t& at) const {
    return read_varint(bytes_, at);
}

PageCell BTreePage::cell(std::size_t number) const {
    const auto begin = offset(number);
    auto at = begin;
    PageCell cell;
    if (!is_leaf_) {
        cell.child = four_bytes(bytes_, at);
        at += 4;
    }
    if (is_leaf_ || !is_table_) cell.payload = varint(at);
    if (is_table_) cell.rowid = static_cast<std::int64_t>(varint(at));
    // SQLite's own limit is a little less.
    if (cell.payload > 0x7fffffffU) throw DamagedPage{};
    std::size_t here = 0;
    if (is_leaf_ || !is_table_) {
        const auto most = is_table_ ? usable_ - 35 : (usable_ - 12) * 64 / 255 - 23;
        const auto least = (usable_ - 12) * 32 / 255 - 23;
        here = cell.payload;
        if (here > most) {
            here = least + (cell.payload - least) % (usable_ - 4);
            if (here > most) here = least;
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

RecordOrder order_of(std::string_view record, std::string_view next) {
    Columns left(record);
    Columns right(next);
    RecordOrder order;
    if (left.is_cut() || right.is_cut()) return order;
    for (; !left.ended() && !right.ended(); ++order.same) {
        const auto before = left.next();
        const auto after = right.next();
        if (!before.is_whole || !after.is_whole) return order;
        const int told = compare(before, after);
        if (told != 0) {
            order.is_before = told < 0;
            for (order.columns = order.same + 1; !right.ended(); ++order.columns)
                right.pass();
            return order;
        }
        order.has_null = order.has_null || before.rank == Columns::Rank::null;
    }
    order.is_before = false;
    return order;
}

void require_well_formed_record(const PageCell& cell) {
    Columns columns(cell.record);
    if (columns.header() > cell.payload) throw DamagedPage{};
    if (columns.is_cut()) return;
    while (!columns.ended())
        columns.pass();
    if (columns.length() != cell.payload) throw DamagedPage{};
}

}  // namespace huiyin::store
