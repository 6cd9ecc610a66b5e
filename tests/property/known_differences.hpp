#pragma once

namespace huiyin::property::known_differences {

// Where the program is known to differ from the regulation as the model reads it. Each is a thing
// to mend in the program; set it to false then, and the model holds the program to it.

/// A callback made after the complaint was closed counts as late for a clock that the closing had
/// stopped in time.
constexpr bool late_callback_after_closing = true;

/// `callback answer --at` takes a time before the callback that it answers.
constexpr bool answer_before_its_callback = true;

/// Who lost a complaint while away, or by leaving, does not count as an earlier holder of it.
constexpr bool away_was_no_holder = true;

}  // namespace huiyin::property::known_differences
