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
struct Saying {
    SaidId id = 0;
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
void for_each_saying(store::Connection& connection, const std::function<void(Saying&&)>& visit);
/// The fields that hold names and numbers, earlier values of corrected ones too.
void for_each_personal(store::Connection& connection, const std::function<void(Saying&&)>& visit);
std::optional<Saying> find_saying(store::Connection& connection, SaidId id);

/// Takes values out one by one and records each. The record of the erasure itself is made with the
/// first of them: where there is none, nothing is written.
class Eraser {
  public:
    Eraser(const Writing& writing, std::string_view sort, std::string reason,
           const SpeechFound& speech)
        : writing_(writing), sort_(sort), reason_(std::move(reason)), speech_(speech) {}

    /// Leaves nothing of it.
    void take_out(const Saying& saying);
    /// Leaves other words in its place. `found_before` is what the taboo rule is to go on telling,
    /// where that itself named somebody.
    void put_instead(const Saying& saying, std::string_view how, const std::string& words,
                     const std::function<std::string(const std::string&)>& shown = {});
    /// The bytes of an attached file.
    void take_out_file(SaidId id, MatterId matter);
    /// What idempotency keys were compared by, for all that was recorded about these.
    void take_out_keys(const std::set<MatterId>& matters);

    bool has_begun() const { return id_ != 0; }
    std::string no() const;

  private:
    void note(SaidId id, std::optional<MatterId> matter, std::string_view how,
              const std::optional<std::string>& phrase);
    std::optional<std::string> phrase_kept(
        const Saying& saying, const std::optional<std::string>& words,
        const std::function<std::string(const std::string&)>& shown) const;

    const Writing& writing_;
    std::string_view sort_;
    std::string reason_;
    const SpeechFound& speech_;
    std::int64_t id_ = 0;
};

}  // namespace huiyin::records
