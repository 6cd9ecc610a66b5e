#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "huiyin/base/language.hpp"

/// What reading and showing text have in common. Private to this directory.
namespace huiyin::base {

/// One code point, or one byte that belongs to no valid code point.
struct Character {
    std::string_view bytes;
    char32_t code_point;  ///< U+FFFD where not valid
    bool valid;
};

/// Every byte of `text` is in exactly one character.
std::vector<Character> characters(std::string_view text);

/// What a reader takes for one character: a letter with its accents, an emoji with its modifiers.
struct Cluster {
    std::string_view bytes;
    char32_t first;  ///< its first code point
    int width;       ///< columns on a terminal
};

/// Reads a text cluster by cluster, for whoever needs no more than one at a time.
class ClusterReader {
  public:
    explicit ClusterReader(std::string_view text);

    /// The next one; nothing at the end.
    std::optional<Cluster> next();

  private:
    void read_ahead();
    bool breaks_between(char32_t left, char32_t right);

    std::string_view rest_;           ///< what follows `ahead_`
    std::optional<Character> ahead_;  ///< the first character of the next cluster
    std::int32_t break_state_ = 0;
};

std::vector<Cluster> clusters(std::string_view text);

int width_of(std::span<const Cluster> parts);

/// Whether this is a Chinese character, or its place is kept for one. Each Unicode has some more,
/// which names are written with before a release's library knows of them.
bool is_ideograph(char32_t code_point);

/// Whether this is an emoji or the like, as far as what joins it goes.
bool is_pictograph(char32_t code_point);

/// What kind of character this is, where it shows nothing but changes what is shown around it.
std::optional<Label> hidden_kind(char32_t code_point);

}  // namespace huiyin::base
