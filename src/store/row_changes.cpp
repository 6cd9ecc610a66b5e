#include "huiyin/store/row_changes.hpp"

#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <vector>

#include "huiyin/base/failure.hpp"

namespace huiyin::store {

namespace {

/// The form is described at `sqlite3session` in SQLite's source.
class RowReader {
  public:
    RowReader(std::string_view bytes, RowVisitor& visitor) : rest_(bytes), visitor_(visitor) {}

    void read() {
        while (!rest_.empty())
            if (rest_.front() == 'T')
                read_table();
            else
                read_row();
    }

  private:
    static constexpr std::size_t most_columns = 2'000;

    [[noreturn]] static void refuse() {
        throw base::Failure(
            base::Exit::integrity,
            base::Label{"日志中的变更集无法读出", "a changeset in the journal cannot be read"});
    }

    std::string_view take(std::size_t count) {
        if (count > rest_.size()) refuse();
        const auto taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }

    std::size_t length() {
        std::size_t value = 0;
        for (int count = 0; count < 5; ++count) {
            const auto next = static_cast<unsigned char>(take(1).front());
            value = value << 7U | (next & 0x7fU);
            if ((next & 0x80U) == 0) return value;
        }
        refuse();
    }

    void read_table() {
        rest_.remove_prefix(1);
        const auto columns = length();
        if (columns == 0 || columns > most_columns) refuse();
        const auto keys = take(columns);
        const auto end = rest_.find('\0');
        if (end == std::string_view::npos || end == 0) refuse();
        const auto name = take(end);
        rest_.remove_prefix(1);
        old_.resize(columns);
        new_.resize(columns);
        visitor_.table(name, keys);
    }

    void read_row() {
        if (old_.empty()) refuse();
        const auto operation = static_cast<unsigned char>(take(2).front());
        switch (operation) {
            case SQLITE_INSERT:
                read_values(new_);
                return visitor_.row({RowChange::Kind::inserted, {}, new_});
            case SQLITE_DELETE:
                read_values(old_);
                return visitor_.row({RowChange::Kind::deleted, old_, {}});
            case SQLITE_UPDATE:
                read_values(old_);
                read_values(new_);
                return visitor_.row({RowChange::Kind::updated, old_, new_});
            default:
                refuse();
        }
    }

    void read_values(std::vector<RawValue>& values) {
        for (auto& value : values) {
            const auto type = take(1).front();
            if (type < 0 || type > static_cast<char>(RawValue::Type::null)) refuse();
            value.type = static_cast<RawValue::Type>(type);
            switch (value.type) {
                case RawValue::Type::integer:
                case RawValue::Type::real:
                    value.bytes = take(8);
                    break;
                case RawValue::Type::text:
                case RawValue::Type::blob:
                    value.bytes = take(length());
                    break;
                case RawValue::Type::absent:
                case RawValue::Type::null:
                    value.bytes = {};
            }
        }
    }

    std::string_view rest_;
    RowVisitor& visitor_;
    std::vector<RawValue> old_;
    std::vector<RawValue> new_;
};

}  // namespace

void visit_rows(std::string_view changeset, RowVisitor& visitor) {
    RowReader(changeset, visitor).read();
}

}  // namespace huiyin::store
