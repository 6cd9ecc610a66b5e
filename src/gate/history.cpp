#include "huiyin/gate/history.hpp"

#include <map>
#include <optional>

#include "huiyin/base/formatting.hpp"
#include "huiyin/gate/journal.hpp"
#include "huiyin/rulebook/touched.hpp"
#include "huiyin/store/changes.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::gate {

using store::Query;

namespace {

/// A table's columns, and which table each of them refers to.
struct Columns {
    std::vector<std::string> names;
    std::map<std::string, std::string> refers_to;
};

/// Keys and where a row hangs say nothing that its table and row do not.
bool is_structure(std::string_view column) {
    return column == "id" || column == "entry" || column == "matter" || column == "seq";
}

class RevisionReader {
  public:
    RevisionReader(store::Connection& connection, std::string subject)
        : connection_(connection), subject_(std::move(subject)) {}

    void read(const LoggedEntry& entry) {
        if (entry.changeset.empty()) return;
        store::for_each_change(entry.changeset, [&](const store::Change& change) {
            if (change.table == "said")
                note_erasure(entry, change);
            else if (rulebook::name_of_row(connection_, change) == subject_)
                note(entry, change);
        });
    }

    std::vector<Revision> take() { return std::move(revisions_); }

  private:
    const Columns& columns_of(const std::string& table) {
        const auto [found, is_new] = columns_.try_emplace(table);
        if (is_new) {
            found->second.names = store::column_names(connection_, table);
            for (Query row(connection_, R"(SELECT "from", "table" FROM pragma_foreign_key_list(?))",
                           table);
                 row.next();)
                found->second.refers_to.emplace(row.text(0), row.text(1));
        }
        return found->second;
    }

    static Revision revision(const LoggedEntry& entry, std::string table, std::int64_t row,
                             std::string column) {
        return {.seq = entry.seq,
                .at = entry.at,
                .os_user = entry.os_user,
                .staff = entry.staff,
                .command = entry.command,
                .table = std::move(table),
                .row = row,
                .column = std::move(column),
                .before = {},
                .after = {}};
    }

    void note(const LoggedEntry& entry, const store::Change& change) {
        const auto& columns = columns_of(change.table);
        const auto row = rulebook::key_of(change).value_or(0);
        const auto value = [&](const std::vector<std::optional<store::Value>>& values,
                               std::size_t at) {
            return at < values.size() && values[at] ? told(columns, columns.names[at], *values[at])
                                                    : Recorded{};
        };
        // An entry older than a column says nothing of it.
        const auto known = std::min(columns.names.size(), change.in_key.size());
        for (std::size_t at = 0; at < known; ++at) {
            const auto& name = columns.names[at];
            if (is_structure(name) || (change.kind == store::Change::Kind::updated &&
                                       (change.in_key[at] || !change.new_values[at])))
                continue;
            auto line = revision(entry, change.table, row, name);
            line.before = value(change.old_values, at);
            line.after = value(change.new_values, at);
            if (line.before.kind != Recorded::Kind::nothing ||
                line.after.kind != Recorded::Kind::nothing)
                revisions_.push_back(std::move(line));
        }
    }

    /// An erasure changes the row that has the digest, not the one that refers to it.
    void note_erasure(const LoggedEntry& entry, const store::Change& change) {
        if (change.kind != store::Change::Kind::updated) return;
        const auto id = rulebook::key_of(change).value_or(0);
        Query said(connection_, "SELECT place, row FROM said WHERE id = ?", id);
        if (!said.next()) return;
        const auto place = said.text(0);
        const auto dot = place.find('.');
        const auto row = said.integer(1);
        if (rulebook::name_of_row(connection_, place.substr(0, dot), row) != subject_) return;
        auto line = revision(entry, place.substr(0, dot), row,
                             dot == place.npos ? "" : place.substr(dot + 1));
        line.before.kind = Recorded::Kind::erased;
        // Where a part was cut out or other words were put in, these are on file.
        if (auto left = words(id); left.kind == Recorded::Kind::words) line.after = std::move(left);
        revisions_.push_back(std::move(line));
    }

    Recorded told(const Columns& columns, const std::string& column, const store::Value& value) {
        if (std::holds_alternative<std::nullptr_t>(value)) return {};
        if (const auto* bytes = std::get_if<std::string>(&value))
            return {.kind = Recorded::Kind::text, .text = *bytes, .number = 0, .field = nullptr};
        if (const auto* real = std::get_if<double>(&value))
            return {.kind = Recorded::Kind::text,
                    .text = base::format("{}", *real),
                    .number = 0,
                    .field = nullptr};
        const auto number = std::get<std::int64_t>(value);
        if (const auto target = columns.refers_to.find(column); target != columns.refers_to.end())
            return reference(target->second, number);
        const bool is_time = column == "at" || column.ends_with("_at");
        return {.kind = is_time ? Recorded::Kind::time : Recorded::Kind::number,
                .text = {},
                .number = number,
                .field = nullptr};
    }

    Recorded reference(const std::string& table, std::int64_t id) {
        if (table == "said") return words(id);
        if (auto name = rulebook::name_of_row(connection_, table, id))
            return {.kind = Recorded::Kind::text,
                    .text = std::move(*name),
                    .number = 0,
                    .field = nullptr};
        return {.kind = Recorded::Kind::number, .text = {}, .number = id, .field = nullptr};
    }

    Recorded words(std::int64_t id) {
        // What a correction says of a name or a phone is one.
        Query row(connection_,
                  "SELECT s.place, coalesce(t.field, ''), c.value FROM said s"
                  " LEFT JOIN content c ON c.id = s.id"
                  " LEFT JOIN step t ON t.id = s.row AND s.place = 'step.text'"
                  " WHERE s.id = ?",
                  id);
        if (!row.next()) return {};
        const auto place = row.text(0);
        return {.kind = row.is_null(2) ? Recorded::Kind::erased : Recorded::Kind::words,
                .text = row.maybe_text(2).value_or(""),
                .number = 0,
                .field = records::said_field(place, row.text(1))};
    }

    store::Connection& connection_;
    std::string subject_;
    std::map<std::string, Columns> columns_;
    std::vector<Revision> revisions_;
};

}  // namespace

std::vector<Revision> read_history(store::Connection& connection, const std::string& subject) {
    RevisionReader reader(connection, subject);
    LogFilter filter;
    filter.subject = subject;
    for (const auto& entry : read_log(connection, filter))
        reader.read(entry);
    return reader.take();
}

}  // namespace huiyin::gate
