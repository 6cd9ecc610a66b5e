#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace huiyin::rulebook {

/// A taboo phrase found in something said to a resident (clause 2.2.1).
struct TabooHit {
    std::string phrase;      ///< the phrase as the list has it: `不归我管`
    std::string quoted;      ///< the words that matched, as they were written
    std::size_t character;   ///< where they start: 1 for the first character of the text
};

/// Finds the taboo phrases of clause 2.2.1 in text. Compares what people read, not bytes: width
/// forms, letter case, blanks and punctuation inside a phrase and traditional characters make no
/// difference. What stands inside 「」 or “” is a quotation and is not scanned.
class TabooMatcher {
  public:
    /// A phrase with `…` (or `...`) in it is a pattern: its parts in this order within one clause,
    /// at most 12 characters between them and no punctuation. `或` between two patterns of one
    /// entry offers a second ending: `你打…电话或找…问`.
    explicit TabooMatcher(const std::vector<std::string>& phrases);

    /// Every hit, in the order of the text.
    std::vector<TabooHit> find(std::string_view text) const;

    /// The five phrases of the regulation, as `policy show speech.taboo` prints them.
    static const std::vector<std::string>& of_the_regulation();

  private:
    struct Form;
    std::vector<Form> forms_;

  public:
    ~TabooMatcher();
    TabooMatcher(TabooMatcher&&) noexcept;
    TabooMatcher& operator=(TabooMatcher&&) noexcept;
};

}  // namespace huiyin::rulebook
