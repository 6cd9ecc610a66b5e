#include "changeset_format.hpp"

#include <sqlite3.h>

#include <cstdint>
#include <optional>

namespace huiyin::store {

namespace {

constexpr std::uint64_t most_columns = 2'000;  // SQLite's own limit

/// The form is described at `sqlite3session` in SQLite's source: for each table a header, then its
/// changes, each with one record or two.
class ChangesetReader {
  public:
    explicit ChangesetReader(std::string_view bytes) : rest_(bytes) {}

    bool whole() {
        while (!rest_.empty())
            if (!(rest_.front() == 'T' ? table() : change())) return false;
        return true;
    }

  private:
    std::optional<unsigned char> byte() {
        if (rest_.empty()) return {};
        const auto value = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        return value;
    }

    bool skip(std::uint64_t count) {
        if (count > rest_.size()) return false;
        rest_.remove_prefix(count);
        return true;
    }

    /// SQLite's variable-length integer; lengths of more than 32 bits are none.
    std::optional<std::uint64_t> length() {
        std::uint64_t value = 0;
        for (int count = 0; count < 5; ++count) {
            const auto next = byte();
            if (!next) return {};
            value = value << 7 | (*next & 0x7fU);
            if ((*next & 0x80U) == 0)
                return value <= 0x7fff'ffff ? std::optional(value) : std::nullopt;
        }
        return {};
    }

    bool table() {
        rest_.remove_prefix(1);
        const auto columns = length();
        if (!columns || *columns == 0 || *columns > most_columns || *columns > rest_.size())
            return false;
        keys_ = rest_.substr(0, static_cast<std::size_t>(*columns));
        rest_.remove_prefix(keys_.size());
        const auto end = rest_.find('\0');
        if (end == std::string_view::npos || end == 0) return false;
        rest_.remove_prefix(end + 1);
        return keys_.find_first_not_of('\0') != std::string_view::npos;
    }

    bool change() {
        if (keys_.empty()) return false;
        const auto operation = byte();
        if (!operation || !byte()) return false;
        switch (*operation) {
            case SQLITE_INSERT:
            case SQLITE_DELETE:
                return record(Record::complete);
            case SQLITE_UPDATE:
                return record(Record::old_values) && record(Record::new_values);
            default:
                return false;
        }
    }

    enum class Record { complete, old_values, new_values };

    bool record(Record kind) {
        for (const char key : keys_) {
            const auto type = byte();
            if (!type || !value(*type)) return false;
            const bool is_there = *type != 0 && *type != SQLITE_NULL;
            if (key != 0 && !is_there && kind != Record::new_values) return false;
            if (*type == 0 && kind == Record::complete) return false;
        }
        return true;
    }

    bool value(unsigned char type) {
        switch (type) {
            case 0:
            case SQLITE_NULL:
                return true;
            case SQLITE_INTEGER:
            case SQLITE_FLOAT:
                return skip(8);
            case SQLITE_TEXT:
            case SQLITE_BLOB: {
                const auto size = length();
                return size && skip(*size);
            }
            default:
                return false;
        }
    }

    std::string_view rest_;
    std::string_view keys_;  ///< of the table at hand: one byte a column, zero where it is no key
};

}  // namespace

bool is_well_formed(std::string_view changeset) {
    return ChangesetReader(changeset).whole();
}

}  // namespace huiyin::store
