#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "transaction.hpp"

namespace huiyin::gate {

/// Commands one after another, as the lines of a batch are. Several stand behind one mark: to make
/// a savepoint for each, and copy the pages that it writes, takes a twentieth of a line. Where one
/// fails that wrote something, all behind the mark are taken back, and those before it are recorded
/// again, from the same state and so to the same end. No more stand behind a mark than went well
/// since the last that failed, so that however many fail each is recorded twice at most.
class CommandRun {
  public:
    explicit CommandRun(Transaction& transaction) : transaction_(transaction) {}

    /// Performs the next one, which is taken over where it goes well. Throws as
    /// `Transaction::perform`.
    Outcome perform(Command& command);

    /// What was performed stands. Before an entry is closed, and before the commit.
    void end();

  private:
    Outcome alone(const Command& command);
    Outcome behind_mark(Command& command);
    void take_back();

    Transaction& transaction_;
    bool is_marked_ = false;
    std::vector<std::pair<Command, std::string>> behind_;  ///< the mark, with their numbers
    std::size_t went_well_ = 0;                            ///< since one failed
    std::size_t most_behind_ = 0;                          ///< this mark
};

}  // namespace huiyin::gate
