#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/gate/chain.hpp"
#include "huiyin/gate/verify.hpp"
#include "huiyin/store/changes.hpp"
#include "huiyin/store/connection.hpp"

namespace huiyin::gate {

/// Makes the tables anew from a journal's entries, in the `main` of a private connection.
class Replay {
  public:
    using Tell = std::function<void(Fault)>;
    Replay(store::Connection& rebuilt, Tell tell);

    /// Takes the next entry; false where its changes do not fit, which is told.
    bool take(std::int64_t seq, const EntryHead& head, std::string_view changeset);
    /// Applies what was taken and not yet applied.
    bool finish();
    std::size_t migrations() const { return migrations_; }
    /// What the migration that was taken last did to rows.
    const store::Changeset& migrated_rows() const { return migrated_rows_; }

  private:
    void fault(base::Text what, std::int64_t seq);
    bool migrate(std::int64_t seq, const EntryHead& head);
    std::vector<std::string> unique_indexes();

    store::Connection& rebuilt_;
    Tell tell_;
    std::unique_ptr<store::ChangeGroup> group_ = std::make_unique<store::ChangeGroup>();
    std::int64_t group_size_ = 0;
    std::int64_t last_in_group_ = 0;
    std::size_t migrations_ = 0;
    store::Changeset migrated_rows_;
};

}  // namespace huiyin::gate
