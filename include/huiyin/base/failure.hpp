#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/language.hpp"

namespace huiyin::base {

/// How a command ends. The numbers are a promise to users' scripts.
enum class Exit : int {
    done = 0,
    failed = 1,         ///< input or output failed, or the store is damaged or missing
    usage = 2,          ///< unknown command, bad or missing option, unreadable value
    not_found = 3,      ///< no such record
    refused = 4,        ///< the regulation refused it, or `check` found a breach
    integrity = 5,      ///< the store was altered outside this program
    busy = 6,           ///< another command held the store longer than the timeout
    not_permitted = 7,  ///< this role may not do it
    key_conflict = 8,   ///< an idempotency key came again with other arguments
    interrupted = 130,  ///< stopped by a signal, nothing recorded
};

/// The word for an exit code in JSON output: `usage`, `not-found`, …
std::string_view exit_word(Exit code);

/// One thing that was wrong, and what to do about it.
struct Problem {
    Text what;
    Text remedy;  ///< may be empty
};

/// Thrown to end a command, before anything is recorded unless `gate::write` says otherwise.
/// Carries every problem found, not the first alone.
class Failure : public std::exception {
  public:
    Failure(Exit code, std::vector<Problem> problems);
    Failure(Exit code, Text what, Text remedy = {});

    Exit code() const noexcept { return code_; }
    const std::vector<Problem>& problems() const noexcept { return problems_; }
    /// The first problem in English; people are shown `problems()` in their own language.
    const char* what() const noexcept override;

  private:
    Exit code_;
    std::vector<Problem> problems_;
};

}  // namespace huiyin::base
