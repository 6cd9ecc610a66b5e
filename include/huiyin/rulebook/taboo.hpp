#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace huiyin::rulebook {

/// A taboo phrase found in something said to a resident (clause 2.2.1).
struct TabooHit {
    std::string phrase;     ///< the phrase as the list has it: `不归我管`
    std::string quoted;     ///< the words that matched, byte for byte as they were written
    std::size_t character;  ///< where they start: 1 for the first code point of the text
};

/// Finds the taboo phrases of clause 2.2.1 in text. Compares what people read, not bytes:
///
/// - Width forms, letter case, traditional characters, accents and invisible characters make no
///   difference; 您 and 妳 are 你; 我们, 咱们 and 咱 are 我. This holds for the office's own
///   phrases as for the regulation's: nobody who forbids 我不管 means to allow 我们不管.
/// - Blanks, ornaments and punctuation inside a phrase are passed over: `不 知 道`, `不、知道`,
///   `不…知道`. Punctuation that ends a clause (`，。！？；：`, an empty line) is not, or the end
///   of one clause and the start of the next would make a phrase: `您说好不，知道了请回电`. It is
///   passed over only where three or more characters are each set apart: `不，知，道`.
/// - What stands inside 「」 or “” is a quotation and is not scanned. A mark without its partner
///   hides nothing. Straight quotation marks quote nothing, since the opening one can't be told
///   from the closing one; nor do 『』, which the clause does not name.
///
/// Any bytes will do: one that is not UTF-8 counts as a character and is passed over. Nothing here
/// throws.
class TabooMatcher {
  public:
    /// A phrase with `…` (also `……` or `...`) in it is a pattern: its parts in this order within
    /// one clause, at most 12 characters between one and the next and no punctuation. 你 at its
    /// head is a part by itself. `或` between two patterns offers another ending, under the same
    /// 你: `你打…电话或找…问` is 你…打…电话 and 你…找…问. A part that ends in 问 does not mean the
    /// 问 of 问题. A phrase without any letter is never found.
    explicit TabooMatcher(const std::vector<std::string>& phrases);

    ~TabooMatcher();
    TabooMatcher(TabooMatcher&&) noexcept;
    TabooMatcher& operator=(TabooMatcher&&) noexcept;

    /// Every hit, in the order of the text. Hits of one phrase do not overlap, and words that are
    /// hits of two phrases count for the one that is listed first.
    std::vector<TabooHit> find(std::string_view text) const;

    /// The five phrases of the regulation, as `policy show speech.taboo` prints them.
    static const std::vector<std::string>& of_the_regulation();

  private:
    struct Entry;
    std::vector<Entry> entries_;
};

}  // namespace huiyin::rulebook
