#include "huiyin/gate/history.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "huiyin/base/contact.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/gate/journal.hpp"
#include "huiyin/records/correction.hpp"
#include "huiyin/records/matter.hpp"
#include "huiyin/records/people.hpp"
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

    store::Connection& connection_;
    std::string subject_;
    std::map<std::string, Columns> columns_;
    std::vector<Revision> revisions_;
};

/// A correction as the records have it.
struct CorrectionStep {
    std::int64_t id = 0;
    std::int64_t entry = 0;
    base::Instant at;
    std::string recorder;
    std::string option;
    std::optional<std::int64_t> text, reason, old_said;
    std::optional<std::string> old_value, new_value;
    std::string kind;
    std::string corrected;  ///< what the step is that was corrected; empty: the matter itself
    bool is_callback = false;
    bool took_phone_off = false;

    /// Whether it was one command with another, of the same reason.
    bool goes_with(const CorrectionStep& before) const {
        return id == before.id + 1 && entry == before.entry && at == before.at &&
               recorder == before.recorder;
    }
};

constexpr std::string_view amended =
    "SELECT w.step, f.field AS option, f.text, w.old_said, w.old_value, NULL AS new_value"
    " FROM amended w JOIN step f ON f.id = w.step AND f.what = 'amend' AND f.text IS NOT NULL";
constexpr std::string_view recategorised =
    "SELECT g.step, 'category', NULL, NULL, g.old_category, g.new_category FROM recategorised g"
    " JOIN step f ON f.id = g.step AND f.what = 'recategorise'";
constexpr std::string_view rearranged =
    "SELECT n.step, 'appointment', NULL, NULL,"
    " coalesce((SELECT p.appointment_at FROM rearranged p WHERE p.callback = n.callback"
    "  AND p.step < n.step ORDER BY p.step DESC LIMIT 1), b.appointment_at),"
    " CAST(n.appointment_at AS TEXT)"
    " FROM rearranged n JOIN callback b ON b.id = n.callback";

std::vector<CorrectionStep> corrections_of(store::Connection& connection,
                                           const std::string& subject) {
    std::vector<CorrectionStep> corrections;
    for (Query row(
             connection,
             base::format(
                 "SELECT s.id, s.entry, s.recorded_at, r.login, a.option, a.text, s.reason,"
                 " a.old_said, a.old_value, a.new_value, m.kind, iif(t.seq > 1, t.what, ''),"
                 " EXISTS (SELECT 1 FROM callback b WHERE b.id = t.id), a.option = 'phone' AND"
                 " coalesce((SELECT x.old_said IS NULL FROM step n JOIN amended x ON x.step = n.id"
                 " WHERE n.matter = s.matter AND n.field = 'phone' AND n.id > s.id"
                 " ORDER BY n.id LIMIT 1), m.phone IS NULL)"
                 " FROM ({} UNION ALL {} UNION ALL {}) a JOIN step s ON s.id = a.step"
                 " JOIN matter m ON m.id = s.matter JOIN staff r ON r.id = s.recorder"
                 " LEFT JOIN correction c ON c.step = s.id"
                 " LEFT JOIN step t ON t.id = c.target"
                 " WHERE m.no = ? ORDER BY s.id",
                 amended, recategorised, rearranged),
             subject);
         row.next();)
        corrections.push_back({.id = row.integer(0),
                               .entry = row.integer(1),
                               .at = row.time(2),
                               .recorder = row.text(3),
                               .option = row.text(4),
                               .text = row.maybe_integer(5),
                               .reason = row.maybe_integer(6),
                               .old_said = row.maybe_integer(7),
                               .old_value = row.maybe_text(8),
                               .new_value = row.maybe_text(9),
                               .kind = row.text(10),
                               .corrected = row.maybe_text(11).value_or(""),
                               .is_callback = row.flag(12),
                               .took_phone_off = row.flag(13)});
    return corrections;
}

/// What was corrected, by the option that took it.
const records::Field* corrected_field(const CorrectionStep& one) {
    using Place = std::pair<std::string_view, std::string_view>;
    static constexpr std::array of_steps{Place{"appointment", "callback.appointment_at"},
                                         Place{"step-at", "step.at"}, Place{"step-by", "step.doer"},
                                         Place{"step-reason", "step.reason"},
                                         Place{"to", "step.to_staff"}};
    const bool is_repairs = one.option == "appointment" && !one.new_value;
    if (const auto found = std::ranges::find(of_steps, one.option, &Place::first);
        found != of_steps.end() && !is_repairs)
        return records::field_at(found->second);
    if (one.corrected.empty()) return records::amendable_field(one.kind, one.option);
    if (records::is_wording(one.corrected, one.option)) return records::field_at("step.text");
    const auto* part = records::amendable_part(one.is_callback ? "callback" : "step", one.option);
    return part != nullptr ? part : records::said_field("step.text", one.option);
}

/// A value that is kept as it reads, by what kind of value it is.
Recorded kept_as(store::Connection& connection, const records::Field* field,
                 const std::string& value) {
    using records::FieldType;
    const auto number = base::parse_whole(value);
    const auto type = field == nullptr ? FieldType::word : field->type;
    if (type == FieldType::time || type == FieldType::later) {
        if (number) return {.kind = Recorded::Kind::time, .number = *number};
        const auto typed = base::parse_time(value);
        if (const auto* at = std::get_if<base::Instant>(&typed.form))
            return {.kind = Recorded::Kind::time, .number = base::seconds(*at)};
    }
    if (type == FieldType::staff && number)
        return {.kind = Recorded::Kind::text, .text = records::login_of(connection, *number)};
    if (type == FieldType::matter && number)
        return {.kind = Recorded::Kind::text, .text = records::number_of(connection, *number)};
    return {.kind = Recorded::Kind::text, .text = value};
}

Revision told_by_records(RevisionReader& reader, store::Connection& connection,
                         const CorrectionStep& one, std::int64_t correction) {
    Revision line{.seq = one.entry, .at = one.at, .staff = one.recorder};
    line.correction = correction;
    line.field = corrected_field(one);
    line.table = line.field == nullptr ? "step" : std::string(line.field->table());
    line.column = line.field == nullptr ? one.option : std::string(line.field->column());
    if (one.old_said)
        line.before = reader.words(*one.old_said);
    else if (one.old_value)
        line.before = kept_as(connection, line.field, *one.old_value);
    if (one.text) line.after = reader.words(*one.text);
    if (one.new_value) line.after = kept_as(connection, line.field, *one.new_value);
    const bool is_said = line.field == nullptr || line.field->is_said();
    const bool takes_off =
        one.took_phone_off || (one.option == "unit" && base::says_none(line.after.text));
    if (takes_off)
        line.after = {};
    else if (!is_said && line.after.kind == Recorded::Kind::words)
        line.after = kept_as(connection, line.field, line.after.text);
    return line;
}

}  // namespace

std::vector<Revision> read_corrections(store::Connection& connection, const std::string& subject) {
    RevisionReader reader(connection, subject);
    std::vector<Revision> told;
    std::set<std::int64_t> entries;
    const CorrectionStep* before = nullptr;
    const auto corrections = corrections_of(connection, subject);
    for (const auto& one : corrections) {
        const auto why_of = [&](const CorrectionStep& step) {
            return step.reason ? reader.words(*step.reason).text : std::string();
        };
        const bool goes_on =
            before != nullptr && one.goes_with(*before) && why_of(one) == why_of(*before);
        const auto correction = goes_on ? told.back().correction : one.id;
        told.push_back(told_by_records(reader, connection, one, correction));
        entries.insert(one.entry);
        before = &one;
        if (goes_on || !one.reason) continue;
        Revision why{.seq = one.entry, .at = one.at, .staff = one.recorder};
        why.table = "step";
        why.column = "reason";
        why.after = reader.words(*one.reason);
        why.correction = correction;
        told.insert(told.end() - 1, std::move(why));
    }
    for (auto& line : read_history(connection, subject))
        if (!entries.contains(line.seq)) told.push_back(std::move(line));
    std::ranges::stable_sort(told, {}, &Revision::seq);
    return told;
}

std::vector<Revision> read_history(store::Connection& connection, const std::string& subject) {
    RevisionReader reader(connection, subject);
    LogFilter filter;
    filter.subject = subject;
    for (const auto& entry : read_log(connection, filter))
        reader.read(entry);
    return reader.take();
}

}  // namespace huiyin::gate
