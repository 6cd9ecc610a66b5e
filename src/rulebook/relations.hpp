#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "huiyin/store/changes.hpp"
#include "huiyin/store/connection.hpp"
#include "scope_definition.hpp"
#include "signs.hpp"

namespace huiyin::rulebook {

/// What rules read at the gate: scope.sql and owed.sql as tables of SQLite that lie in memory. A
/// command is about one matter or a few, so what a view says of them is asked once and kept, until
/// the next judgement; no view is made for it, and no rule works it out again. The rows are those
/// the views have: what is `@kept` those of the matters touched, what is `@asked` those with a
/// value of one of its columns, as a rule wants them.
///
/// For as long as this object lives, where no view of the same name hides them.
class Relations {
  public:
    using Cells = std::vector<store::Value>;
    /// What is no view but filled by the engine: the rows of a table of scope.sql.
    using Fill = std::function<std::vector<Cells>(std::string_view table)>;

    explicit Relations(store::Connection& connection);
    ~Relations();
    Relations(const Relations&) = delete;
    Relations& operator=(const Relations&) = delete;

    /// Forgets all rows; from here on these are what is touched, by kind and id, what is seen of
    /// it, and what the engine fills.
    void judge(const std::set<std::pair<std::string, std::int64_t>>& touched, Signs signs,
               Fill fill);

    /// A rule's query as it is run: what follows `UNION ALL -- when: SIGN …` left out where none of
    /// these is seen, and the views it reads that are neither kept nor asked written out in front.
    std::string runnable(std::string_view sql) const;

    /// Makes SQLite know the tables that this SQL reads, so that whoever prepares it is asked about
    /// nothing but what it says.
    void make_known(std::string_view sql);

    class Relation;

  private:
    void withdraw() noexcept;
    std::string written_out(std::string_view sql) const;
    bool sees(std::string_view words) const;

    store::Connection& connection_;
    Fill fill_;
    Signs signs_;
    std::vector<std::unique_ptr<Relation>> relations_;
    std::vector<const ScopeDefinition*> written_out_;
};

}  // namespace huiyin::rulebook
