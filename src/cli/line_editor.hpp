#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "candidates.hpp"

namespace huiyin::cli {

/// What somebody did at a prompt.
struct Answer {
    enum class Kind {
        line,         ///< Enter
        editor,       ///< Ctrl-X Ctrl-E: they would rather write it in an editor
        interrupted,  ///< Ctrl-C, or Ctrl-D on an empty line
    };
    Kind kind;
    std::string text;
};

/// Reads lines from the terminal on standard input, in any script, with the usual keys; asks on
/// standard error, so that standard output stays data. TAB completes from what `offers` gives for
/// what was typed.
class LineEditor {
  public:
    using Offers = std::function<std::vector<Candidate>(const std::string& typed)>;

    LineEditor();
    ~LineEditor();
    LineEditor(const LineEditor&) = delete;
    LineEditor& operator=(const LineEditor&) = delete;

    /// `begun` stands there already, to be changed.
    Answer read(std::string_view prompt, Offers offers, const std::string& begun = {});

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace huiyin::cli
