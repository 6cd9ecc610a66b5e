#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/store/connection.hpp"

namespace huiyin::rulebook {

/// What of scope.sql and owed.sql a connection has, in its temp schema. A command needs a third of
/// it, and making views costs more than running the rules; so each is made when a rule first reads
/// it.
class Scope {
  public:
    enum class Over {
        touched,    ///< at the gate: only what is in temp.touched_…, which is little
        portion,    ///< in an audit: the matters in temp.touched_matter, which are thousands
        everything  ///< in an audit of what is no matter: weeks, people
    };

    struct Definition;

    /// Drops whatever an earlier one left on the connection.
    explicit Scope(store::Connection& connection);
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

    /// Forgets what there is where it was over something else. Says whether it did.
    bool use(Over over);

    /// Whether a lower-case name is one of those that they define, or what is kept for one.
    static bool defines(std::string_view name);
    /// What rules can judge: `complaint` for `scope_complaint`.
    static std::vector<std::string> judged();
    /// Whether the SQL reads what is called so.
    static bool reads(std::string_view sql, std::string_view name);

    /// Makes what this SQL reads, and what that reads in turn.
    void provide(std::string_view sql);
    bool has(std::string_view name) const;

    /// At the gate, and of a portion, what is marked `@kept(…)` is computed once for the subjects
    /// in temp.touched_matter, not again in every rule. To be called when those have changed.
    void refill();

  private:
    struct ProvidedView {
        std::string_view name;
        bool kept;
    };

    void make(std::string_view name);
    void make_kept(const Definition& definition, const std::string& body);
    void drop_all();

    store::Connection& connection_;
    Over over_ = Over::touched;
    std::vector<ProvidedView> made_;  ///< in the order they were made: each after what it reads
    std::set<std::string, std::less<>> provided_;  ///< the SQL for which all is made
};

}  // namespace huiyin::rulebook
