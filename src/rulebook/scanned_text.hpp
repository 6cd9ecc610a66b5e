#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

/// Text as it is searched for phrases. Private to this directory.
namespace huiyin::rulebook {

/// What stands between two letters, by how much it keeps them apart.
enum class Between {
    nothing,
    ornament,   ///< a blank, a symbol, something invisible: as good as nothing
    pause,      ///< punctuation within a clause
    stop,       ///< the end of a clause
    quotation,  ///< words that are not scanned
};

/// A letter, digit or Chinese character. Width, case, accents and traditional forms are gone from
/// `code_point`, 您 and 妳 are 你, and 咱 is 我.
struct ScannedCharacter {
    char32_t code_point;
    Between before;         ///< what stands between the letter before and this one
    std::size_t clause;     ///< grows with every pause, stop and quotation
    std::size_t character;  ///< where it was written, counted in code points
    std::size_t begin;      ///< the same in bytes
    std::size_t end;
};

using ScannedText = std::vector<ScannedCharacter>;

/// What a text says, without its quotations. Linear in the length of the text, whatever its bytes.
ScannedText scanned_outside_quotations(std::string_view text);

/// The same, with what stands in quotation marks.
ScannedText scanned(std::string_view text);

}  // namespace huiyin::rulebook
