#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

/// A rule's query taken apart as far as changing it on purpose, and watching what its branches come
/// to, needs: its words and signs, and where each condition begins and ends. Private to this
/// directory. Throws nothing.
namespace huiyin::rulebook {

struct SqlToken {
    enum class Is { word, text, number, sign };
    Is is = Is::sign;
    std::size_t at = 0;  ///< of the query, in bytes
    std::size_t size = 0;
};

/// From one token to another, both included.
struct SqlSpan {
    std::size_t first = 0;
    std::size_t last = 0;

    bool operator==(const SqlSpan&) const = default;
};

/// A query's tokens, without its comments and blanks.
class SqlText {
  public:
    explicit SqlText(std::string_view sql);

    std::size_t size() const { return tokens_.size(); }
    const SqlToken& operator[](std::size_t place) const { return tokens_[place]; }
    std::string_view text(std::size_t place) const;
    std::string_view text(const SqlSpan& span) const;
    /// The same on one line, without comments; in the middle left out where it is long.
    static constexpr std::size_t usual_width = 72;
    std::string shown(const SqlSpan& span, std::size_t most = usual_width) const;
    /// Whether there is this keyword, in whatever case, or this sign.
    bool is(std::size_t place, std::string_view word) const;
    bool is_number(std::size_t place) const {
        return place < size() && tokens_[place].is == SqlToken::Is::number;
    }
    bool is_text(std::size_t place) const {
        return place < size() && tokens_[place].is == SqlToken::Is::text;
    }
    bool is_word(std::size_t place) const {
        return place < size() && tokens_[place].is == SqlToken::Is::word;
    }

    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
    /// Of `(` and CASE the `)` and END, and the other way round; of others `none`.
    std::size_t partner(std::size_t place) const { return partners_[place]; }
    /// Whether this AND is that of a BETWEEN.
    bool is_of_between(std::size_t place) const { return of_between_[place]; }

    /// How far an operand goes: the operand of AND ends at an OR, that of OR takes its ANDs along,
    /// that of a comparison ends at either and at NOT.
    enum class Of { comparison, conjunction, disjunction };
    /// What stands left, or right, of a token. Empty operands are those of broken SQL: `first` is
    /// then behind `last`.
    SqlSpan left_of(std::size_t place, Of of) const;
    SqlSpan right_of(std::size_t place, Of of) const;
    /// Both, with the token between them.
    SqlSpan around(std::size_t place, Of of) const {
        return {left_of(place, of).first, right_of(place, of).last};
    }

  private:
    void read();
    void pair();
    bool ends(std::size_t place, Of of) const;

    std::string_view sql_;
    std::vector<SqlToken> tokens_;
    std::vector<std::size_t> partners_;
    std::vector<bool> of_between_;
};

/// A part of the query and what stands there instead.
struct SqlEdit {
    std::size_t at = 0;
    std::size_t size = 0;
    std::string text;
};

}  // namespace huiyin::rulebook
