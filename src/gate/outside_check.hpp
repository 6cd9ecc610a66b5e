#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "huiyin/gate/verify.hpp"
#include "huiyin/store/connection.hpp"

namespace huiyin::gate {

/// Holds a journal against what was signed and noted of it: its seals and an anchor from outside.
class OutsideCheck {
  public:
    using Tell = std::function<void(Fault)>;
    /// Seals are read from `main`, where rows are proven; entries from the journal of `journal`.
    OutsideCheck(store::Connection& connection, std::string_view journal, const Outside& outside,
                 Tell tell)
        : connection_(connection), journal_(journal), outside_(outside), tell_(std::move(tell)) {}

    /// Fills in the store's id and its seals.
    void check(Verification& result);

  private:
    void fault(base::Text what, std::optional<std::int64_t> seq = {});
    std::optional<std::string> hash_of(std::int64_t seq);
    void check_seals(Verification& result);
    void check_anchor(const Verification& result);

    store::Connection& connection_;
    std::string journal_;
    const Outside& outside_;
    Tell tell_;
};

}  // namespace huiyin::gate
