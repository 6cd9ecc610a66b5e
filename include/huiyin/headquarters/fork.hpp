#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "huiyin/base/time.hpp"
#include "huiyin/headquarters/company.hpp"

/// Offices whose journal has parted: both branches, and what was decided between them. Throws
/// nothing of its own.
namespace huiyin::headquarters {

/// An entry of a branch, as far as its head tells.
struct BranchEntry {
    std::int64_t seq = 0;
    base::Instant at;
    std::string by;       ///< the login acted for, else the OS user
    std::string command;  ///< personal values masked, as at the office
    std::string hash;     ///< in hex
};

/// Who decided what for, between branches.
struct Decision {
    base::Instant at;
    std::string by;  ///< the OS user
    std::string reason;
};

struct Branch {
    enum class Standing {
        here,      ///< its rows are those of headquarters
        other,     ///< handed in, not taken: to be decided on
        rejected,  ///< somebody decided against it
    };
    Standing standing = Standing::here;
    gate::Head head;
    std::vector<BranchEntry> entries;  ///< behind the common one; none of an office without journal
    std::optional<Decision> decision;  ///< of a rejected one
};

struct Forked {
    Office office;
    std::optional<std::int64_t> common;  ///< the last entry that all have; none: not known
    std::vector<Branch> branches;        ///< what is here first, then as they were found
    bool is_open = false;                ///< somebody has to decide
};

}  // namespace huiyin::headquarters
