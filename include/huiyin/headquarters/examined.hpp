#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "huiyin/gate/verify.hpp"
#include "huiyin/headquarters/company.hpp"

/// What headquarters finds where it proves again what an office handed in. Throws nothing of its
/// own.
namespace huiyin::headquarters {

struct Verified {
    Office office;
    std::int64_t entries = 0;         ///< of the chain that holds
    std::int64_t rows = 0;            ///< compared with what the entries come to
    std::int64_t texts = 0;           ///< compared with their digests
    std::vector<gate::Fault> faults;  ///< the first of each kind; none where all holds
};

/// A finding that one of the two has and the other has not.
struct Disagreement {
    bool is_the_offices = false;  ///< the office has it; else headquarters
    std::string rule;
    std::string clause;
    std::string subject;
    std::string since;    ///< ISO 8601, in the office's zone
    std::string message;  ///< in the office's language; may be empty
};

struct Replayed {
    Office office;
    std::filesystem::path file;
    std::string timezone;
    base::Instant judged_at;        ///< the moment that both judge
    std::int64_t texts = 0;         ///< that are in the store
    std::int64_t same = 0;          ///< findings that both have
    std::int64_t offices_word = 0;  ///< findings over texts that are not shared
    std::vector<Disagreement> disagreements;
};

}  // namespace huiyin::headquarters
