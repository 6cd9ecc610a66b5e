#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "huiyin/records/erasure.hpp"
#include "huiyin/records/writing.hpp"

/// What was said, wherever it was, one by one; and taking it out. Private to this directory.
namespace huiyin::records {

/// One value of `content` with where it belongs.
struct KeptText {
    KeptTextId id = 0;
    std::string place;  ///< `step.text`
    std::int64_t row = 0;
    std::string value;
    std::optional<MatterId> matter;
    base::Instant at;       ///< when it was said, where it belongs to a matter
    bool is_name = false;   ///< a field that holds a name and nothing else
    bool is_phone = false;  ///< one that holds a number

    bool is_personal() const { return is_name || is_phone; }
};

/// All that people said, names and numbers included; the names of staff left out.
void for_each_saying(store::Connection& connection, const std::function<void(KeptText&&)>& visit);
/// The fields that hold names and numbers, earlier values of corrected ones too.
void for_each_personal(store::Connection& connection, const std::function<void(KeptText&&)>& visit);
std::optional<KeptText> find_saying(store::Connection& connection, KeptTextId id);

/// Takes values out one by one and records each. The record of the erasure itself is made with the
/// first of them: where there is none, nothing is written.
class Eraser {
  public:
    Eraser(const Writing& writing, std::string_view kind, std::string reason,
           const SpeechFound& speech)
        : writing_(writing), kind_(kind), reason_(std::move(reason)), speech_(speech) {}

    /// Leaves nothing of it.
    void take_out(const KeptText& saying);
    /// Leaves other words in its place. `found_before` is what the taboo rule is to go on telling,
    /// where that itself named somebody.
    void put_instead(const KeptText& saying, std::string_view how, const std::string& words,
                     const std::function<std::string(const std::string&)>& shown = {});
    /// The bytes of an attached file.
    void take_out_file(KeptTextId id, std::optional<MatterId> matter);
    /// What another store's erasure did to the same: its words are those that are left, and what
    /// was found in the old ones is known.
    void do_again(KeptTextId id, std::optional<MatterId> matter, const ErasedValue& value);
    /// What idempotency keys were compared by, for all that was recorded about these.
    void take_out_keys(const std::set<MatterId>& matters);

    bool has_begun() const { return id_ != 0; }
    std::string no() const;

  private:
    void note(KeptTextId id, std::optional<MatterId> matter, std::string_view how,
              const std::optional<std::string>& phrase);
    void forget(KeptTextId id);
    void put(KeptTextId id, std::string_view place, std::int64_t row, const std::string& words);
    std::optional<std::string> phrase_kept(
        const KeptText& saying, const std::optional<std::string>& words,
        const std::function<std::string(const std::string&)>& shown) const;

    const Writing& writing_;
    std::string_view kind_;
    std::string reason_;
    const SpeechFound& speech_;
    std::int64_t id_ = 0;
};

}  // namespace huiyin::records
