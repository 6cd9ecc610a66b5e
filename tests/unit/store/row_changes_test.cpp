// A changeset read as bytes says the very same as SQLite's own reader does; cut anywhere it is
// refused.
#include "huiyin/store/row_changes.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "huiyin/base/failure.hpp"
#include "huiyin/store/change_recorder.hpp"
#include "huiyin/store/changes.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"

using namespace huiyin;

namespace {

std::string number_of(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes)
        value = value << 8U | static_cast<unsigned char>(byte);
    return std::to_string(static_cast<std::int64_t>(value));
}

class Written final : public store::RowVisitor {
  public:
    std::vector<std::string> lines;

  private:
    void table(std::string_view name, std::string_view) override { name_ = name; }
    void row(const store::RowChange& change) override {
        auto line = name_;
        for (const auto& values : {change.old_values, change.new_values}) {
            line += " |";
            for (const auto& value : values)
                switch (value.type) {
                    case store::RawValue::Type::absent:
                        line += " -";
                        break;
                    case store::RawValue::Type::null:
                        line += " null";
                        break;
                    case store::RawValue::Type::integer:
                        line += " " + number_of(value.bytes);
                        break;
                    default:
                        line += " '" + std::string(value.bytes) + "'";
                }
        }
        lines.push_back(line);
    }

    std::string name_;
};

std::string as_sqlite_reads(const std::optional<store::Value>& value) {
    if (!value) return " -";
    if (std::holds_alternative<std::nullptr_t>(*value)) return " null";
    if (const auto* number = std::get_if<std::int64_t>(&*value))
        return " " + std::to_string(*number);
    return " '" + std::get<std::string>(*value) + "'";
}

}  // namespace

TEST_CASE("rows read as bytes are those that SQLite reads") {
    auto connection = store::scratch();
    connection.execute(
        "CREATE TABLE one (id INTEGER PRIMARY KEY NOT NULL, a TEXT, b BLOB, c INTEGER) STRICT;"
        "CREATE TABLE two (x TEXT NOT NULL, y INTEGER NOT NULL, z TEXT, PRIMARY KEY (x, y)) STRICT,"
        " WITHOUT ROWID;"
        "INSERT INTO one VALUES (1, '原来', x'00ff', 7), (2, 'b', NULL, -1), (3, NULL, NULL, "
        "NULL);");
    const store::ChangeRecorder recorder(connection);
    connection.execute(
        "INSERT INTO one VALUES (4, '', x'', -9223372036854775808), (5, NULL, NULL, 127);"
        "INSERT INTO two VALUES ('k', 1, NULL), ('k', 2, 'v');"
        "UPDATE one SET a = '后来', c = NULL WHERE id = 1;"
        "DELETE FROM one WHERE id = 2;");
    store::run(connection, "UPDATE one SET a = ? WHERE id = 3", std::string(300, 'x'));
    const auto changeset = recorder.changeset();

    Written written;
    store::visit_rows(changeset, written);
    std::vector<std::string> expected;
    store::for_each_change(changeset, [&](const store::Change& change) {
        auto line = change.table;
        for (const auto* values : {&change.old_values, &change.new_values}) {
            line += " |";
            for (const auto& value : *values)
                line += as_sqlite_reads(value);
        }
        expected.push_back(line);
    });
    CHECK_EQ(written.lines, expected);
    CHECK_EQ(written.lines.size(), 7);

    for (std::size_t size = 1; size < changeset.size(); ++size) {
        Written cut;
        try {
            store::visit_rows(changeset.substr(0, size), cut);
            CHECK_LT(cut.lines.size(), expected.size());
        } catch (const base::Failure& failure) {
            CHECK_EQ(failure.code(), base::Exit::integrity);
        }
    }
}
