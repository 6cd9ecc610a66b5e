#include "scope.hpp"

#include <algorithm>
#include <utility>

#include "huiyin/base/formatting.hpp"
#include "huiyin/store/query.hpp"
#include "row.hpp"
#include "scope_definition.hpp"

namespace huiyin::rulebook {

namespace {

/// Whether there may be views at all: most commands never make one, and looking is not for nothing.
thread_local constinit bool were_made = false;

}  // namespace

Scope::Scope(store::Connection& connection) : connection_(connection) {
    if (!were_made || !store::find_integer(connection, "SELECT 1 FROM temp.sqlite_schema LIMIT 1"))
        return;
    for (const auto& definition : scope_definitions())
        made_.push_back({definition.name, definition.kept_by.empty()
                                              ? std::string{}
                                              : std::string(definition.body)});
    drop_all();
    drop_touched();
}

void Scope::make_touched() {
    for (const auto kind : touched_kinds)
        connection_.execute(base::format(
            "CREATE TEMP TABLE IF NOT EXISTS touched_{} (id INTEGER PRIMARY KEY NOT NULL)", kind));
}

void Scope::drop_touched() {
    for (const auto kind : touched_kinds)
        connection_.execute(base::format("DROP TABLE IF EXISTS temp.touched_{}", kind));
}

void Scope::drop_all() {
    for (const auto& view : made_) {
        connection_.execute(
            base::format("DROP {} IF EXISTS temp.{}",
                         find_scope_definition(view.name)->is_table ? "TABLE" : "VIEW", view.name));
        if (view.is_kept())
            connection_.execute(base::format("DROP TABLE IF EXISTS temp.kept_{}", view.name));
    }
    made_.clear();
    provided_.clear();
}

void Scope::use_portion_for(std::span<const std::string_view> sql) {
    Asked asked;
    std::vector<std::string_view> to_read;
    const auto note = [&](std::string_view name) {
        const auto* definition = find_scope_definition(name);
        if (definition == nullptr || std::ranges::find(asked.read, definition) != asked.read.end())
            return;
        asked.read.push_back(definition);
        to_read.push_back(definition->body);
    };
    for (const auto one : sql)
        for_each_name(one, [&](std::string_view name) {
            if (asked.by_sql.emplace(name).second) note(name);
        });
    while (!to_read.empty()) {
        const auto body = to_read.back();
        to_read.pop_back();
        for_each_name(body, note);
    }
    drop_all();
    use(Over::portion, asked.by_sql.contains("holder"));
    asked_ = std::move(asked);
}

void Scope::use(Over over, bool asks_holder) {
    // Of weeks and months some may have been left out.
    const bool is_as_made = over != Over::everything;
    if (over == over_ && is_as_made && asks_holder <= asks_holder_ && !asked_) return;
    asked_.reset();
    drop_all();
    if (over == Over::nothing)
        drop_touched();
    else if (over_ == Over::nothing)
        make_touched();
    were_made = true;
    over_ = over;
    asks_holder_ = asks_holder;
}

bool Scope::is_asked(const ScopeDefinition& definition, std::string_view column) const {
    return column == definition.kept_by || asked_->by_sql.contains(column) ||
           std::ranges::any_of(asked_->read, [&](const ScopeDefinition* other) {
               return other != &definition && reads(other->body, column);
           });
}

/// What SQLite need not work out it does not.
std::string Scope::columns_kept_of(const ScopeDefinition& definition, const std::string& body) {
    if (!asked_) return "*";
    std::string kept;
    const store::Query rows(connection_, body);
    for (const auto& column : columns_of(rows))
        if (is_asked(definition, column))
            kept += base::format("{}{}", kept.empty() ? "" : ", ", column);
    return kept;
}

void Scope::make_kept(const ScopeDefinition& definition, const std::string& body) {
    ProvidedView view{
        .name = definition.name,
        .rows = base::format("SELECT {} FROM ({}) WHERE {}{}", columns_kept_of(definition, body),
                             body, definition.kept_by, of_touched)};
    connection_.execute(base::format(
        "CREATE TEMP TABLE kept_{0} AS {1};"
        "CREATE {3}INDEX temp.kept_{0}_by_key ON kept_{0} ({2});"
        "CREATE TEMP VIEW {0} AS SELECT * FROM temp.kept_{0}",
        view.name, view.rows, definition.kept_by, definition.kept_by == "id" ? "UNIQUE " : ""));
    // The planner, which has no statistics, would take a portion for larger than the years on file,
    // and go through those. ANALYZE makes the table that they are in.
    if (!std::exchange(has_statistics_, true))
        connection_.execute(base::format(
            "ANALYZE temp.kept_{0}; DELETE FROM temp.sqlite_stat1 WHERE tbl = 'kept_{0}'",
            view.name));
    connection_.execute(base::format(
        "INSERT INTO temp.sqlite_stat1 VALUES ('kept_{0}', 'kept_{0}_by_key', '4000 {1}');"
        "ANALYZE temp.sqlite_schema",
        view.name, definition.kept_by == "id" ? 1 : 4));
    made_.push_back(std::move(view));
}

bool Scope::has(std::string_view name) const {
    return std::ranges::find(made_, name, &ProvidedView::name) != made_.end();
}

bool Scope::defines(std::string_view name) {
    constexpr std::string_view made = "kept_";
    if (name.starts_with(made)) name.remove_prefix(made.size());
    return find_scope_definition(name) != nullptr;
}

std::vector<std::string> Scope::judged() {
    constexpr std::string_view prefix = "scope_";
    std::vector<std::string> kinds;
    for (const auto& definition : scope_definitions())
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
        if (find_scope_definition(name) != nullptr && !has(name)) make(name);
    });
    provided_.emplace(sql);
}

void Scope::make(std::string_view name) {
    const auto& definition = *find_scope_definition(name);
    const bool is_portion = over_ == Over::portion;
    const bool is_kept = !definition.kept_by.empty() && over_ != Over::everything;
    // What is kept is asked of the portion alone, inside where there is a place for it: SQLite does
    // not put the condition into a GROUP BY.
    const auto body =
        select_of(definition, is_portion, is_kept ? KeyIs{definition.kept_by, of_touched} : KeyIs{},
                  asks_holder_);
    provide(body);
    if (definition.is_table) {
        connection_.execute(base::format("CREATE TEMP TABLE {}{}", name, body));
    } else if (is_kept) {
        make_kept(definition, body);
        return;
    } else {
        const auto columns =
            definition.columns.empty() ? std::string{} : base::format(" ({})", definition.columns);
        connection_.execute(base::format("CREATE TEMP VIEW {}{} AS {}", name, columns, body));
    }
    made_.push_back({.name = definition.name, .rows = {}});
}

void Scope::refill(const std::function<void()>& between) {
    for (const auto& view : made_) {
        if (!view.is_kept()) continue;
        between();
        store::run(connection_, base::format("DELETE FROM temp.kept_{} WHERE 1", view.name));
        store::run(connection_, base::format("INSERT INTO temp.kept_{} {}", view.name, view.rows));
    }
}

}  // namespace huiyin::rulebook
