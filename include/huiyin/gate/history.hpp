#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "huiyin/base/time.hpp"
#include "huiyin/records/field.hpp"
#include "huiyin/store/connection.hpp"

/// What a record was before, value by value, as the journal has it.
namespace huiyin::gate {

/// A value as people read it: a reference by the name of what it refers to.
struct Recorded {
    enum class Kind {
        nothing,
        text,    ///< a word of a column, a login, a number such as TS-2026-0001
        number,  ///< in `number`
        time,    ///< UTC seconds in `number`
        words,   ///< what somebody said, as it is on file now; `field` says what
        erased,  ///< what somebody said, gone for good
    };
    Kind kind = Kind::nothing;
    std::string text;
    std::int64_t number = 0;
    const records::Field* field =
        nullptr;  ///< of words: what they are, also quoted by a correction
};

/// One value, and the entry that set or changed it.
struct Revision {
    std::int64_t seq = 0;
    base::Instant at;  ///< when it was recorded
    std::string os_user;
    std::string staff;
    std::string command;
    std::string table;
    std::int64_t row = 0;
    std::string column;
    Recorded before;
    Recorded after;
    /// Told of a correction by the records: the first of its steps, and what was corrected; null
    /// beside why it was.
    std::int64_t correction = 0;
    const records::Field* field = nullptr;
};

/// Every value of a record and of what belongs to it, oldest first. `subject` is a number, login,
/// policy key or week as the journal names it; there is none of any other. Throws
/// Failure{integrity} for an entry whose changeset cannot be read.
std::vector<Revision> read_history(store::Connection& connection, const std::string& subject);

/// The same of its corrections alone, as the records have them, one command's together: the journal
/// has those of a batch, and of an office recorded anew, in one entry with all the rest. An entry
/// of which the records know no old value, an older store's, is told as the journal has it. Throws
/// as `read_history`.
std::vector<Revision> read_corrections(store::Connection& connection, const std::string& subject);

}  // namespace huiyin::gate
