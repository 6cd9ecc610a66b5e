#pragma once

#include <map>
#include <memory>
#include <string>

#include "huiyin/store/changes.hpp"
#include "huiyin/store/connection.hpp"
#include "kept_entries.hpp"

/// An office's store, made again of the entries that headquarters keeps. Private to this directory.
namespace huiyin::headquarters {

class Replica {
  public:
    enum class Journal { left_out, included };
    /// Throws Failure{integrity} at the first entry that is altered, missing, or does not fit.
    Replica(Server& server, const Office& office, Journal journal);

    store::Connection& connection() { return connection_; }
    std::size_t migrations() const { return migrations_; }

    /// What no entry has: texts as far as they are shared, how homes are spelt, indexes. Answers
    /// with how many texts.
    std::int64_t complete(Server& server, const Office& office);
    /// Writes it whole to a file that is not there yet, for its owner alone.
    void write_to(const std::filesystem::path& file);

  private:
    void take(const KeptEntry& kept, const gate::EntryHead& head);
    void migrate(const gate::EntryHead& head);
    void apply_group(std::int64_t last);

    store::Connection connection_;
    Journal journal_;
    std::unique_ptr<store::ChangeGroup> group_ = std::make_unique<store::ChangeGroup>();
    std::int64_t in_group_ = 0;
    std::size_t migrations_ = 0;
    std::map<std::string, std::string> unique_indexes_;  ///< put aside: name, SQL
};

}  // namespace huiyin::headquarters
