#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/records/matter.hpp"

/// Taking what people gave out of the file for good. What remains is that it was there: the digest
/// without its salt, who erased it, when and why (docs/personal-data.md). The gate then writes the
/// file anew, lest a byte of it is left (`gate::Command::erases`).
namespace huiyin::records {

/// What the rule on taboo phrases finds in words of that time, quoted as it quotes them; nothing in
/// clean words. Handed in, because the matcher belongs to the rulebook. It is kept where words go,
/// so that findings and figures stay.
using SpeechFound =
    std::function<std::optional<std::string>(std::string_view words, base::Instant at)>;

/// Whom to erase: everyone who gave this number, or, without one, who bears this name in this home;
/// then both are there.
struct PersonWanted {
    std::optional<std::string> phone;
    std::optional<std::string> unit;
    std::optional<std::string> name;
};

/// What an erasure came to.
struct Erased {
    std::string no;  ///< `erasure-1`; empty where there was nothing to erase
    std::int64_t names = 0;
    std::int64_t numbers = 0;
    std::int64_t texts = 0;  ///< those a name or number was cut out of; the rest of them stays
    std::int64_t files = 0;
    std::set<std::string> matters;  ///< whose records lost something
    /// Texts that hold the same name but were left alone, because nothing but the name points to
    /// this person: a matter's number, or the place.
    std::set<std::string> left;
    /// Matters that merely named this person and have files; whoever erases has to look at them.
    std::set<std::string> with_files;
};

/// Erases a person (PIPL article 47). Throws Failure{not_found} where nothing is on file;
/// Failure{usage} for a number of fewer than three digits and a name of one letter.
Erased erase_person(const Writing& writing, const PersonWanted& wanted, const std::string& reason,
                    const SpeechFound& speech);
/// Erases names and numbers in every matter that ended at `limit` or before. Throws nothing of its
/// own: where there are none, nothing is erased.
Erased erase_expired(const Writing& writing, base::Instant limit, const std::string& reason,
                     const SpeechFound& speech);

/// Replaces a free text for good, wherever the same words stand in its matter. `field` is what
/// `show` calls it, or `5.reason` for a field of the fifth step. `number` may also be a week
/// (`summary`), a policy or an office rule (`2.reason` of its second edition), or the subject of an
/// explained breach (the id of the rule). Answers with what it belongs to. Throws
/// Failure{not_found} where there is no such text, Failure{usage} for a name or a phone number, and
/// as `require_matter` or `require_callback`.
WriteResult redact(const Writing& writing, std::string_view number, std::string_view field,
                   const std::string& text, const std::string& reason, const SpeechFound& speech);

/// That something of a matter was erased.
struct Erasure {
    std::string kind;  ///< person, expired, redacted
    base::Instant at;
    StaffId recorder = 0;
    std::optional<std::string> reason;
    std::vector<std::string> places;  ///< `matter.phone`, `step.text`
};
/// In the order they were made. Throws nothing of its own.
std::vector<Erasure> erasures_of(store::Connection& connection, MatterId matter);

/// A value that an erasure changed, told without ids: an export says so what there was, and that it
/// is gone.
struct ErasedValue {
    std::string matter;  ///< its number; empty: what the office said of itself
    int step = 0;        ///< 0: a field of the matter itself
    std::string place;   ///< `matter.phone`
    int turn = 1;        ///< of what was said in that place, corrections included: from 1
    std::string how;     ///< gone, cut, replaced
    /// What the rule on taboo phrases goes on telling; nothing: what it finds in the words.
    std::optional<std::string> phrase = {};
};

/// An erasure with all that it changed.
struct RecordedErasure {
    std::int64_t id = 0;
    base::Instant at;
    std::string recorder;  ///< a login; empty: whoever records anew
    std::string kind;      ///< person, expired, redacted
    std::string reason;
    std::vector<ErasedValue> values;
};
/// Every one, in the order they were made. Throws nothing of its own.
std::vector<RecordedErasure> recorded_erasures(store::Connection& connection);

/// Gives all that is gone a value that stands for it, for whoever must know that there was one: in
/// a copy that nobody keeps. No two are alike. Throws nothing of its own.
void put_stand_ins(store::Connection& connection);

/// Takes out again, or marks as cut or replaced, what an erasure changed, in a store into which
/// everything is recorded anew. What it does not have is passed over. Throws Failure{usage} for a
/// kind there is none of, or a way.
WriteResult erase_again(const Writing& writing, const RecordedErasure& erasure);

}  // namespace huiyin::records
