#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "huiyin/base/language.hpp"
#include "huiyin/records/listed_words.hpp"

/// Every kind of step there is: what it is called, what it does, and which command records it. The
/// one table of them: titles, the holder of a matter, the rules' lists of steps and the export read
/// it. Only `with_step_kinds` throws.
namespace huiyin::records {

/// Under which option of its command people type a value, and what that is called in Chinese.
struct Typed {
    std::string_view option = {};
    std::string_view zh = {};

    constexpr bool empty() const { return option.empty(); }
};

/// What a kind of step is and does; a kind has several.
enum class StepTrait : std::uint16_t {
    assigns = 1U << 0U,        ///< whoever it was handed to holds the matter
    gives = 1U << 1U,          ///< the same, where nobody was assigned
    hands_over = 1U << 2U,     ///< a complaint goes from one holder to the next (clause 2.2.2)
    tells = 1U << 3U,          ///< says something about an event up the line (7.2)
    ends = 1U << 4U,           ///< the matter is over
    answers = 1U << 5U,        ///< the answer that is owed (3.3.1)
    spoken = 1U << 6U,         ///< its text was said or written to a resident (2.2.1)
    aloud = 1U << 7U,          ///< spoken by word of mouth, unless it says how
    once = 1U << 8U,           ///< done once in a round
    after_end = 1U << 9U,      ///< may still be recorded once the matter is over
    within_shift = 1U << 10U,  ///< the same, of what happened before the end
    remark = 1U << 11U,        ///< adds words and does nothing; recorded on void matters too
    decides = 1U << 12U,       ///< holds from when it was made: its time is never corrected
};
constexpr StepTrait operator|(StepTrait one, StepTrait other) {
    return static_cast<StepTrait>(static_cast<unsigned>(one) | static_cast<unsigned>(other));
}

struct StepKind {
    std::string_view word;  ///< as stored and in JSON
    base::Label title;
    /// The command that records it, its noun and verb; `{}` stands for the matter's kind. Of a
    /// reception (`add`) the kind of matter says it. Empty only where it is no step of a matter.
    std::string_view command = {};
    /// Where that command takes what every step can say.
    struct {
        Typed text = {};
        Typed words = {};  ///< of its text too, where one command records several kinds
        Typed reason = {};
        Typed to = {};
        Typed method = {};
    } typed = {};
    StepTrait traits = {};
    /// What its reason is one of, where that is no free text.
    std::span<const ListedWord> reasons = {};

    constexpr bool has(StepTrait trait) const {
        return (static_cast<unsigned>(traits) & static_cast<unsigned>(trait)) != 0;
    }
    /// Whether people type its text under this option.
    constexpr bool has_words(std::string_view option) const {
        return !option.empty() && (option == typed.text.option || option == typed.words.option);
    }
};

/// All of them, in the order in which people are shown them.
std::span<const StepKind> step_kinds();
/// The one of that word, or nothing.
const StepKind* find_step_kind(std::string_view word);

/// What a step is called; an unknown word is its own name.
base::Text step_title(std::string_view word);

/// SQL in which what a query wants to know of kinds of step is written out: `(SELECT what FROM
/// step_kind WHERE spoken)` becomes `('reply', 'answer', …)`. The names are those of `StepTrait`.
/// Throws Failure{integrity} for one there is not.
std::string with_step_kinds(std::string_view sql);

}  // namespace huiyin::records
