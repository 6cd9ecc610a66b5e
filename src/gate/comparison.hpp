#pragma once

#include <functional>
#include <string>

#include "huiyin/gate/verify.hpp"
#include "huiyin/store/changes.hpp"
#include "huiyin/store/connection.hpp"

namespace huiyin::gate {

/// Compares a store, attached as `live`, with what its journal replayed to in `main`.
class Comparison {
  public:
    using Tell = std::function<void(Fault)>;
    Comparison(store::Connection& rebuilt, Tell tell) : rebuilt_(rebuilt), tell_(std::move(tell)) {}

    /// Tables, indexes, views and triggers of the store are those that so many migrations make, no
    /// more and no fewer. Anything else must not even be read.
    bool schema(std::size_t migrations);
    /// Every row of every journaled table.
    void rows();
    /// Every text against its digest.
    void texts();
    /// What the store keeps beside its rows and the journal does not have, where that can mislead.
    /// The store is as so many migrations left it.
    void derived(std::size_t version);
    void spellings(std::size_t version);
    bool has(std::string_view table);

  private:
    void table(const std::string& name);
    void difference(const store::Change& change, const std::vector<std::string>& columns);

    store::Connection& rebuilt_;
    Tell tell_;
};

}  // namespace huiyin::gate
