#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/language.hpp"
#include "huiyin/base/time.hpp"
#include "huiyin/records/people.hpp"
#include "huiyin/store/change_recorder.hpp"
#include "huiyin/store/query.hpp"

/// How this room writes. A function that takes a Writing puts something on file, as done at the
/// command's time by its doer unless it says otherwise, and answers what the command answers. It
/// throws for what cannot be put on file at all: a number or login nobody has (Failure{not_found}),
/// a value that is none (Failure{usage}). What breaks the regulation it lets pass: rules refuse
/// that afterwards, at the gate.
namespace huiyin::records {

/// The id of a `said` row.
using KeptTextId = std::int64_t;

/// Who did a thing and when, and what had to be said about its recording.
struct Provenance {
    StaffId doer = 0;
    base::Instant at;
    std::optional<std::string> as_happened;  ///< why it is recorded though it breaks a rule
    std::optional<std::string> witness;
    std::optional<std::string> late_reason;
};

/// What a handler may do inside a transaction: read, write records, and nothing else. It cannot
/// commit; only the gate can.
class Writing {
  public:
    Writing(store::Connection& connection, const base::Zone& zone, base::Instant now,
            std::int64_t entry, StaffEdition recorder, Provenance provenance,
            store::ChangeRecorder* changes = nullptr)
        : connection_(connection),
          zone_(zone),
          now_(now),
          entry_(entry),
          recorder_(std::move(recorder)),
          provenance_(std::move(provenance)),
          changes_(changes) {}

    store::Connection& connection() const { return connection_; }
    const base::Zone& zone() const { return zone_; }
    base::Instant now() const { return now_; }               ///< when it is recorded
    int year() const { return base::year_of(now_, zone_); }  ///< the one in the numbers it gives
    std::int64_t entry() const { return entry_; }  ///< the journal entry it will be part of
    const StaffEdition& recorder() const { return recorder_; }  ///< who acts
    const Provenance& provenance() const { return provenance_; }

    /// The same command about something done at another time or by another.
    Writing with(Provenance provenance) const {
        return {connection_, zone_, now_, entry_, recorder_, std::move(provenance), changes_};
    }

    /// Throws as `base::resolve`.
    base::Instant time(const base::TypedTime& typed) const {
        return base::resolve(typed, now_, zone_);
    }
    /// Somebody, gone or not. Throws as `require_staff`.
    StaffId staff(std::string_view login) const { return require_staff(connection_, login); }
    /// Somebody who is to do something from the command's time on. Throws as `staff`, and
    /// Failure{usage} with the day they left where they had left by then.
    StaffId staff_with_us(std::string_view login) const;

    /// Words that the program itself puts on file: they are stored, so in one language.
    std::string in_office_language(const base::Label& words) const;

    /// The id the next row of a table gets.
    std::int64_t next_id(std::string_view table) const;

    /// Puts what someone said on file: the value aside, its salted digest in the journal.
    KeptTextId keep(std::string_view place, std::int64_t row, std::string_view value) const;
    std::optional<KeptTextId> keep(std::string_view place, std::int64_t row,
                                   const std::optional<std::string>& value) const;
    /// The same for the bytes of a file.
    KeptTextId keep_file(std::string_view place, std::int64_t row, std::string_view bytes) const;

  private:
    KeptTextId put_on_file(std::string_view place, std::int64_t row, std::string_view salt,
                           std::string_view value) const;

    store::Connection& connection_;
    const base::Zone& zone_;
    base::Instant now_;
    std::int64_t entry_;
    StaffEdition recorder_;
    Provenance provenance_;
    store::ChangeRecorder* changes_;  ///< which knows ids, where changes are recorded
};

/// The value behind a `said` id; nothing where it was erased.
std::optional<std::string> kept_text(store::Connection& connection, std::optional<KeptTextId> id);

/// Random bytes that nobody can guess, so that a digest alone says nothing.
inline constexpr std::size_t salt_size = 16;
/// The digest a `said` row carries: over place, row, salt and value (docs/journal-format.md).
std::string kept_text_digest(std::string_view place, std::int64_t row, std::string_view salt,
                             std::string_view value);

/// What a writing command answers with.
struct WriteResult {
    std::string no;  ///< the number created or acted on; a name for staff, policy and the like
    std::vector<std::string> opened;       ///< the numbers of what else came to be
    std::vector<base::Text> remarks = {};  ///< on what was made of it
};

/// What is said where a decision is typed with an earlier time. Throws nothing of its own.
base::Text binds_from_now(const Writing& writing);

}  // namespace huiyin::records
