#pragma once

#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/store/connection.hpp"
#include "scope_definition.hpp"

namespace huiyin::rulebook {

/// What of scope.sql and owed.sql an audit has, in the connection's temp schema. Each view is made
/// when a rule first reads it. At the gate there is none of it, but what relations.hpp has.
class Scope {
  public:
    enum class Over {
        nothing,    ///< at the gate
        portion,    ///< the matters in temp.touched_matter, which are thousands
        everything  ///< what is no matter: weeks, people
    };

    /// Drops whatever an earlier one left on the connection.
    explicit Scope(store::Connection& connection);
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

    /// Drops what there is where it was over something else, or over everything. Of a portion:
    /// whether who holds a matter is asked.
    void use(Over over, bool asks_holder = true);
    /// The same over portions that only this SQL is going to read: of what is kept for them,
    /// columns that none of it names are left out. Worth it where portions are full: which columns
    /// are asked is looked for first.
    void use_portion_for(std::span<const std::string_view> sql);
    bool is_nothing() const { return over_ == Over::nothing; }

    /// Whether a lower-case name is one of those that they define, or what is kept for one.
    static bool defines(std::string_view name);
    /// What rules can judge: `complaint` for `scope_complaint`.
    static std::vector<std::string> judged();
    /// Whether the SQL reads what is called so.
    static bool reads(std::string_view sql, std::string_view name);

    /// Makes what this SQL reads, and what that reads in turn.
    void provide(std::string_view sql);
    bool has(std::string_view name) const;

    /// Of a portion, what is marked `@kept(…)` is computed once for the subjects in
    /// temp.touched_matter, not again in every rule. To be called when those have changed. Calls
    /// `between` before each view, when no statement is open.
    void refill(const std::function<void()>& between);

  private:
    using Names = std::set<std::string, std::less<>>;
    struct Asked {
        Names by_sql;
        std::vector<const ScopeDefinition*> read;  ///< by that SQL, and by what it reads
    };
    struct ProvidedView {
        std::string_view name;
        std::string rows;  ///< the SELECT of those that are kept; empty of a view that is none

        bool is_kept() const { return !rows.empty(); }
    };

    void make(std::string_view name);
    void make_kept(const ScopeDefinition& definition, const std::string& body);
    std::string columns_kept_of(const ScopeDefinition& definition, const std::string& body);
    bool is_asked(const ScopeDefinition& definition, std::string_view column) const;
    void drop_all();
    void make_touched();
    void drop_touched();

    store::Connection& connection_;
    Over over_ = Over::nothing;
    bool asks_holder_ = true;
    std::optional<Asked> asked_;      ///< what is asked of a portion; nothing: whatever there is
    std::vector<ProvidedView> made_;  ///< in the order they were made: each after what it reads
    bool has_statistics_ = false;     ///< the planner, of what is kept
    std::set<std::string, std::less<>> provided_;  ///< the SQL for which all is made
};

}  // namespace huiyin::rulebook
