#include "scope.hpp"

#include <algorithm>
#include <span>

#include "huiyin/base/embedded.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/matter_sql.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::rulebook {

std::span<const base::EmbeddedFile> context_files();  // made by the build

struct Scope::Definition {
    std::string_view name;
    bool is_table;
    std::string_view kept_by;  ///< the KEY of its `@kept(KEY)`, empty without one
    std::string_view body;     ///< a view's SELECT, a table's columns
};

namespace {

using Definition = Scope::Definition;

constexpr std::string_view opening = "\nCREATE TEMP ";

Definition read_definition(std::string_view text) {
    Definition definition{};
    definition.is_table = text.starts_with("TABLE ");
    text.remove_prefix(text.find(' ') + 1);
    definition.name = text.substr(0, text.find_first_of(" ("));
    text.remove_prefix(definition.name.size());
    constexpr std::string_view mark = " @kept(";
    if (text.starts_with(mark)) {
        definition.kept_by = text.substr(mark.size(), text.find(')') - mark.size());
        text.remove_prefix(text.find(')') + 1);
    }
    constexpr std::string_view as = " AS\n";
    if (text.starts_with(as)) text.remove_prefix(as.size());
    definition.body = text.substr(0, text.find(";\n"));
    return definition;
}

/// What scope.sql and owed.sql define, in their order.
const std::vector<Definition>& definitions() {
    static const std::vector<Definition> all = [] {
        std::vector<Definition> list;
        for (const std::string_view file : {"scope.sql", "owed.sql"}) {
            const auto text =
                std::ranges::find(context_files(), file, &base::EmbeddedFile::path)->text;
            for (auto at = text.find(opening); at != text.npos; at = text.find(opening, at + 1))
                list.push_back(read_definition(text.substr(at + opening.size())));
        }
        return list;
    }();
    return all;
}

const Definition* find_definition(std::string_view name) {
    const auto found = std::ranges::find(definitions(), name, &Definition::name);
    return found == definitions().end() ? nullptr : &*found;
}

constexpr bool is_name_letter(char letter) {
    return (letter >= 'a' && letter <= 'z') || letter == '_';
}

/// Calls `visit` for each lower-case word of the SQL: what is defined here is named in those.
template <typename Visit>
void for_each_name(std::string_view sql, Visit visit) {
    for (std::size_t at = 0; at < sql.size();) {
        const auto begin = at;
        while (at < sql.size() && is_name_letter(sql[at]))
            ++at;
        if (at > begin) visit(sql.substr(begin, at - begin));
        ++at;
    }
}

constexpr std::string_view of_touched = " IN (SELECT id FROM temp.touched_matter)";

std::string only_touched(std::string_view kind) {
    // The views call the row's key `m.id` or `p.id`: matters m, people and policies p.
    return base::format("AND {}.id IN (SELECT id FROM temp.touched_{})",
                        kind == "matter" ? "m" : "p", kind);
}

std::string body_over(const Definition& definition, Scope::Over over) {
    std::string body(definition.body);
    constexpr std::string_view mark = "@touched(";
    for (auto at = body.find(mark); at != std::string::npos; at = body.find(mark, at + 1)) {
        const auto end = body.find(')', at);
        const auto kind = body.substr(at + mark.size(), end - at - mark.size());
        body.replace(at, end - at + 1,
                     over == Scope::Over::everything ? std::string{} : only_touched(kind));
    }
    return records::with_matter_sql(body);
}

}  // namespace

Scope::Scope(store::Connection& connection) : connection_(connection) {
    if (!store::find_integer(connection, "SELECT 1 FROM temp.sqlite_schema LIMIT 1")) return;
    for (const auto& definition : definitions())
        made_.push_back({definition.name, !definition.kept_by.empty()});
    drop_all();
}

void Scope::drop_all() {
    for (const auto& [name, kept] : made_) {
        connection_.execute(base::format("DROP {} IF EXISTS temp.{}",
                                         find_definition(name)->is_table ? "TABLE" : "VIEW", name));
        if (kept)
            connection_.execute(base::format(
                "DROP TABLE IF EXISTS temp.kept_{0}; DROP VIEW IF EXISTS temp.computed_{0}", name));
    }
    made_.clear();
    provided_.clear();
}

bool Scope::use(Over over) {
    if (over == over_) return false;
    drop_all();
    over_ = over;
    return true;
}

void Scope::make_kept(const Definition& definition, const std::string& body) {
    // True of every row that is kept: it tells the planner that they are few.
    const auto few = over_ == Over::touched
                         ? base::format(" WHERE {}{}", definition.kept_by, of_touched)
                         : std::string{};
    connection_.execute(
        base::format("CREATE TEMP VIEW computed_{0} AS {1};"
                     "CREATE TEMP TABLE kept_{0} AS SELECT * FROM computed_{0}"
                     " WHERE {2}{3};"
                     "CREATE {4}INDEX temp.kept_{0}_by_key ON kept_{0} ({2});"
                     "CREATE TEMP VIEW {0} AS SELECT * FROM temp.kept_{0}{5}",
                     definition.name, body, definition.kept_by, of_touched,
                     definition.kept_by == "id" ? "UNIQUE " : "", few));
    // A portion has too many rows for that; but the planner, which has no statistics, would take it
    // for larger than the years on file, and go through those.
    if (over_ == Over::portion)
        connection_.execute(base::format(
            "ANALYZE temp.kept_{0}; DELETE FROM temp.sqlite_stat1 WHERE tbl = 'kept_{0}';"
            "INSERT INTO temp.sqlite_stat1 VALUES ('kept_{0}', 'kept_{0}_by_key', '4000 {1}');"
            "ANALYZE temp.sqlite_schema",
            definition.name, definition.kept_by == "id" ? 1 : 4));
    made_.push_back({definition.name, true});
}

bool Scope::has(std::string_view name) const {
    return std::ranges::find(made_, name, &ProvidedView::name) != made_.end();
}

bool Scope::defines(std::string_view name) {
    for (const std::string_view made : {"kept_", "computed_"})
        if (name.starts_with(made)) name.remove_prefix(made.size());
    return find_definition(name) != nullptr;
}

std::vector<std::string> Scope::judged() {
    constexpr std::string_view prefix = "scope_";
    std::vector<std::string> kinds;
    for (const auto& definition : definitions())
        if (definition.name.starts_with(prefix))
            kinds.emplace_back(definition.name.substr(prefix.size()));
    return kinds;
}

bool Scope::reads(std::string_view sql, std::string_view name) {
    bool found = false;
    for_each_name(sql, [&](std::string_view one) { found = found || one == name; });
    return found;
}

void Scope::provide(std::string_view sql) {
    if (provided_.contains(sql)) return;
    for_each_name(sql, [this](std::string_view name) {
        if (find_definition(name) != nullptr && !has(name)) make(name);
    });
    provided_.emplace(sql);
}

void Scope::make(std::string_view name) {
    const auto& definition = *find_definition(name);
    const auto body = body_over(definition, over_);
    provide(body);
    if (definition.is_table) {
        connection_.execute(base::format("CREATE TEMP TABLE {}{}", name, body));
    } else if (!definition.kept_by.empty() && over_ != Over::everything) {
        make_kept(definition, body);
        return;
    } else {
        connection_.execute(base::format("CREATE TEMP VIEW {} AS {}", name, body));
    }
    made_.push_back({definition.name, false});
}

void Scope::refill() {
    for (const auto& [name, kept] : made_) {
        if (!kept) continue;
        store::run(connection_, base::format("DELETE FROM temp.kept_{} WHERE 1", name));
        store::run(connection_, base::format("INSERT INTO temp.kept_{0} SELECT * FROM computed_{0}"
                                             " WHERE {1}{2}",
                                             name, find_definition(name)->kept_by, of_touched));
    }
}

}  // namespace huiyin::rulebook
