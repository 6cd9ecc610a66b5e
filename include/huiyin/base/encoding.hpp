#pragma once

#include <string>
#include <string_view>

namespace huiyin::base {

/// How the letters of a file are written down.
enum class Encoding { utf8, utf16_little_endian, utf16_big_endian, gb18030 };

/// As `iconv -f` calls it.
std::string_view iconv_name(Encoding encoding);

/// Whether all of it is UTF-8.
bool is_utf8(std::string_view bytes);

/// A file's words in UTF-8, without a byte order mark, and what they were in.
struct Decoded {
    std::string text;
    Encoding from = Encoding::utf8;
};

/// Recognises UTF-8, UTF-16 and GB18030, with GB2312 and GBK in it, and converts what is not UTF-8.
/// Single bytes that are no UTF-8 among many that are stay as they are, for whoever reads the cell.
/// Throws Failure{usage} for what is none of these, and for what could be two of them;
/// Failure{failed} where the C library here has no such encoding.
Decoded decode(std::string bytes);

}  // namespace huiyin::base
