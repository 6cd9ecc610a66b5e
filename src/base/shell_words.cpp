#include <optional>
#include <utility>

#include "huiyin/base/input.hpp"

namespace huiyin::base {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/// Takes a line apart word by word. A word is there as soon as a quote opens, so `''` is a word.
class WordReader {
  public:
    explicit WordReader(std::string_view line) : rest_(line) {}

    std::vector<std::string> read() {
        while (!rest_.empty()) {
            const char c = take();
            if (is_blank(c))
                end_word();
            else if (c == '#' && !word_)
                break;
            else
                add(c);
        }
        end_word();
        return std::move(words_);
    }

  private:
    char take() {
        const char c = rest_.front();
        rest_.remove_prefix(1);
        return c;
    }

    void add(char c) {
        if (!word_) word_.emplace();
        if (c == '\'')
            add_literal();
        else if (c == '"')
            add_quoted();
        else
            *word_ += c == '\\' ? take_escaped() : c;
    }

    /// '…': everything stands for itself.
    void add_literal() {
        const std::size_t end = rest_.find('\'');
        if (end == std::string_view::npos) throw unclosed('\'');
        word_->append(rest_.substr(0, end));
        rest_.remove_prefix(end + 1);
    }

    /// "…": a backslash is one, except before a quote and another backslash.
    void add_quoted() {
        while (!rest_.empty()) {
            const char c = take();
            if (c == '"') return;
            const bool escapes = c == '\\' && (rest_.starts_with('"') || rest_.starts_with('\\'));
            *word_ += escapes ? take() : c;
        }
        throw unclosed('"');
    }

    char take_escaped() {
        if (rest_.empty())
            throw Failure(
                Exit::usage,
                Label{"行末的反斜杠后面没有字符", "nothing follows the backslash at the end"},
                Label{"一条命令写在一行里;要反斜杠本身,请写 \\\\",
                      "write a command on one line; for a backslash itself write \\\\"});
        return take();
    }

    static Failure unclosed(char quote) {
        return {Exit::usage, compose({"引号 {} 没有配对", "the quote {} is not closed"}, quote),
                compose({"补上另一个 {};要引号本身,请写 \\{}",
                         "close it with another {}; for the quote itself write \\{}"},
                        quote, quote)};
    }

    void end_word() {
        if (word_) words_.push_back(*std::exchange(word_, std::nullopt));
    }

    std::string_view rest_;
    std::optional<std::string> word_;
    std::vector<std::string> words_;
};

}  // namespace

std::vector<std::string> shell_words(std::string_view line) {
    return WordReader(line).read();
}

std::string shell_quoted(const std::string& word) {
    if (!word.empty() && word.find_first_of(" \t\n'\"\\#$&|;<>()*?`![]{}~") == word.npos)
        return word;
    std::string text = "'";
    for (const char letter : word)
        text += letter == '\'' ? "'\\''" : std::string(1, letter);
    return text + "'";
}

}  // namespace huiyin::base
