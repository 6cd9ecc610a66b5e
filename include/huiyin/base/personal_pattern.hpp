#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace huiyin::base {

struct Folded;

/// A phone number or a name that is looked for in texts, however it is written there.
class PersonalPattern {
  public:
    /// A number is found with blanks, dashes, dots or brackets between its digits, in either width,
    /// with o for 0 and l or i for 1, with or without the country's code. One of fewer than ten
    /// digits is found only where no other digit touches it. Throws Failure{usage} for fewer than
    /// three digits.
    static PersonalPattern phone(std::string_view typed);
    /// A name is found with blanks between its letters, in either width and case. `others` are
    /// names that hold it without being it, such as 王丽娟 for 王丽; they are passed over. A name
    /// in Latin letters is found as a word only. Throws Failure{usage} for one letter.
    static PersonalPattern name(std::string_view typed,
                                const std::vector<std::string>& others = {});

    /// Where it stands in `text`: from the byte `begin` up to, not including, `end`.
    struct Place {
        std::size_t begin;
        std::size_t end;
    };
    std::vector<Place> find(std::string_view text) const;
    bool is_in(std::string_view text) const { return !find(text).empty(); }
    /// Whether the text is nothing else.
    bool is(std::string_view text) const;

    /// The text with something else in its place.
    std::string replaced(std::string_view text, std::string_view by) const;

    /// Its letters or digits alone, in one form: equal for two spellings of the same.
    const std::string& plain() const { return plain_; }

  private:
    PersonalPattern(std::string plain, bool is_phone)
        : plain_(std::move(plain)), is_phone_(is_phone) {}

    std::vector<Place> find_among(const std::vector<Folded>& letters) const;
    /// A quick look that spares most texts a slow one.
    bool may_be_in(std::string_view text) const;

    std::string plain_;
    bool is_phone_;
    std::vector<std::string> others_;  ///< in the same form
};

/// A name in one form, without blanks, its dots as one.
std::string plain_name(std::string_view typed);

}  // namespace huiyin::base
