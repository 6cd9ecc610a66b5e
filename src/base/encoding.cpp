#include "huiyin/base/encoding.hpp"

#include <iconv.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>

#include "huiyin/base/failure.hpp"

namespace huiyin::base {

namespace {

constexpr std::string_view utf8_mark = "\xef\xbb\xbf";
constexpr std::string_view little_mark = "\xff\xfe";
constexpr std::string_view big_mark = "\xfe\xff";

constexpr Label how_to_convert{
    "在 Excel 或 WPS 中另存为“CSV UTF-8(逗号分隔)”,或先 iconv -f 原编码 -t UTF-8",
    "save it as \"CSV UTF-8\", or convert it first: iconv -f ITS-ENCODING -t UTF-8"};

/// What a text's bytes come to when they are read as UTF-8.
struct Census {
    std::size_t bad = 0;         ///< bytes of no character
    std::size_t two_bytes = 0;   ///< characters that GB18030, too, writes with two bytes
    std::size_t more_bytes = 0;  ///< the rest beyond ASCII, every Chinese one among them
    std::size_t scripts = 0;     ///< of `two_bytes`, those that are no Latin letters or signs
};

Census census(std::string_view text) {
    constexpr utf8proc_int32_t last_latin = 0x24F;
    Census found;
    const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    for (auto left = static_cast<utf8proc_ssize_t>(text.size()); left > 0;) {
        utf8proc_int32_t letter = 0;
        const auto size = *at < 0x80 ? 1 : utf8proc_iterate(at, left, &letter);
        if (size < 1) ++found.bad;
        if (size == 2) ++found.two_bytes;
        if (size == 2 && letter > last_latin) ++found.scripts;
        if (size > 2) ++found.more_bytes;
        at += std::max<utf8proc_ssize_t>(size, 1);
        left -= std::max<utf8proc_ssize_t>(size, 1);
    }
    return found;
}

class Converter {
  public:
    explicit Converter(Encoding from) : handle_(iconv_open("UTF-8", iconv_name(from).data())) {
        // NOLINTNEXTLINE: how the C library says that there is none
        if (handle_ == reinterpret_cast<iconv_t>(-1))
            throw Failure(Exit::failed,
                          compose({"本机的 C 库不认识编码 {}", "the C library here lacks {}"},
                                  iconv_name(from)),
                          how_to_convert);
    }
    ~Converter() { iconv_close(handle_); }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    /// Nothing where the text is not in this encoding. `euro`: a lone byte 0x80 is the euro sign,
    /// as Windows writes GBK; of the C library's tables none takes both it and GB18030's own.
    std::optional<std::string> convert(std::string_view text, bool euro) {
        std::string converted;
        std::array<char, 1U << 15U> part{};
        auto* in = const_cast<char*>(text.data());  // NOLINT: iconv does not write there
        for (auto left = text.size(); left > 0;) {
            char* out = part.data();
            auto room = part.size();
            const auto result = iconv(handle_, &in, &left, &out, &room);
            const auto error = errno;
            converted.append(part.data(), part.size() - room);
            if (result != static_cast<std::size_t>(-1) || error == E2BIG) continue;
            if (!euro || error != EILSEQ || *in != '\x80') return {};
            converted += "€";
            ++in;
            --left;
        }
        return converted;
    }

  private:
    iconv_t handle_;
};

/// Whether only people's own characters are in it: none that is nobody's, for private use, or a
/// control character beyond ASCII.
bool is_writing(std::string_view utf8) {
    const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(utf8.data());
    for (auto left = static_cast<utf8proc_ssize_t>(utf8.size()); left > 0;) {
        utf8proc_int32_t letter = 0;
        const auto size = utf8proc_iterate(at, left, &letter);
        if (size < 1) return false;
        const auto category = utf8proc_category(letter);
        if (category == UTF8PROC_CATEGORY_CN || category == UTF8PROC_CATEGORY_CO ||
            category == UTF8PROC_CATEGORY_CS || (category == UTF8PROC_CATEGORY_CC && letter > 0x7e))
            return false;
        at += size;
        left -= size;
    }
    return true;
}

/// Whether most pairs of bytes are among GB2312's, as in all that Chinese offices write. Other
/// encodings of East Asia read as GB18030, too, but as its rarest characters.
bool is_common_chinese(std::string_view bytes) {
    std::size_t pairs = 0;
    std::size_t common = 0;
    const auto is_high = [](char byte) { return static_cast<unsigned char>(byte) > 0xa0; };
    for (std::size_t at = 0; at + 1 < bytes.size(); ++at) {
        if (static_cast<unsigned char>(bytes[at]) <= 0x80) continue;
        ++pairs;
        if (is_high(bytes[at]) && is_high(bytes[at + 1])) ++common;
        ++at;
    }
    constexpr std::size_t enough_to_tell = 10;
    return pairs < enough_to_tell || 2 * common >= pairs;
}

std::optional<std::string> from_gb18030(std::string_view bytes) {
    auto text = Converter(Encoding::gb18030).convert(bytes, true);
    if (!text || !is_writing(*text) || !is_common_chinese(bytes)) return {};
    return text;
}

/// Where every second byte of what is plain in a table (commas, line ends, digits) is zero.
std::optional<Encoding> unmarked_utf16(std::string_view bytes) {
    std::array<std::size_t, 2> zeros{};
    for (std::size_t at = 0; at < bytes.size(); ++at)
        if (bytes[at] == '\0') ++zeros.at(at % 2);
    constexpr std::size_t fewest = 20;  // of so many bytes one at least
    if (bytes.size() % 2 != 0 || (zeros[0] == 0) == (zeros[1] == 0) ||
        fewest * (zeros[0] + zeros[1]) < bytes.size())
        return {};
    return zeros[0] == 0 ? Encoding::utf16_little_endian : Encoding::utf16_big_endian;
}

/// UTF-32, by its mark or by the two bytes of four that are zero in nearly every character.
std::optional<std::string_view> utf32(std::string_view bytes) {
    using namespace std::string_view_literals;
    constexpr std::size_t of_each = 4;
    constexpr std::size_t fewest = 8;
    if (bytes.starts_with("\xff\xfe\0\0"sv)) return "UTF-32LE";
    if (bytes.starts_with("\0\0\xfe\xff"sv)) return "UTF-32BE";
    if (bytes.size() % of_each != 0 || bytes.size() < fewest) return {};
    std::array<bool, of_each> zero{true, true, true, true};
    for (std::size_t at = 0; at < bytes.size(); ++at)
        zero.at(at % of_each) = zero.at(at % of_each) && bytes[at] == '\0';
    if (zero[2] && zero[3] && !zero[0]) return "UTF-32LE";
    if (zero[0] && zero[1] && !zero[3]) return "UTF-32BE";
    return {};
}

[[noreturn]] void refuse_unknown() {
    throw Failure(Exit::usage,
                  Label{"文件的编码既不是 UTF-8,也不是 GB18030(GBK、GB2312)或 UTF-16",
                        "the file is neither in UTF-8 nor in GB18030 (GBK, GB2312) or UTF-16"},
                  how_to_convert);
}

Decoded from_utf16(std::string_view bytes, Encoding encoding) {
    auto text = Converter(encoding).convert(bytes, false);
    if (!text || !is_writing(*text)) refuse_unknown();
    return {std::move(*text), encoding};
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    return census(bytes).bad == 0;
}

std::string_view iconv_name(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8:
            return "UTF-8";
        case Encoding::utf16_little_endian:
            return "UTF-16LE";
        case Encoding::utf16_big_endian:
            return "UTF-16BE";
        case Encoding::gb18030:
            return "GB18030";
    }
    return "";
}

Decoded decode(std::string bytes) {
    const std::string_view all = bytes;
    if (all.starts_with(utf8_mark)) return {bytes.substr(utf8_mark.size())};
    if (const auto wide = utf32(all))
        throw Failure(
            Exit::usage,
            compose({"文件的编码是 {},表格软件不用它",
                     "the file is in {}, as no spreadsheet writes it"},
                    *wide),
            compose({"先转换:iconv -f {0} -t UTF-8 原文件 > 新文件;或另存为“CSV UTF-8(逗号分隔)”",
                     "convert it first: iconv -f {0} -t UTF-8 OLD > NEW; or save it as "
                     "\"CSV UTF-8\""},
                    *wide));
    if (all.starts_with(little_mark))
        return from_utf16(all.substr(little_mark.size()), Encoding::utf16_little_endian);
    if (all.starts_with(big_mark))
        return from_utf16(all.substr(big_mark.size()), Encoding::utf16_big_endian);
    if (const auto encoding = unmarked_utf16(all)) return from_utf16(all, *encoding);
    const auto found = census(all);
    if (found.bad == 0 && (found.more_bytes > 0 || found.scripts == 0)) return {std::move(bytes)};
    // A file of UTF-8 that was cut within a character also reads as GB18030, as other words.
    if (found.bad > 0 && found.more_bytes >= found.bad) return {std::move(bytes)};
    auto converted = from_gb18030(all);
    if (converted && found.bad == 0)
        throw Failure(Exit::usage,
                      Label{"文件既可能是 UTF-8,也可能是 GB18030,分不清",
                            "the file could be UTF-8 or GB18030; there is no telling which"},
                      Label{"另存为“CSV UTF-8”,或先 iconv -f GB18030 -t UTF-8",
                            "save it as \"CSV UTF-8\", or iconv -f GB18030 -t UTF-8 first"});
    if (converted) {
        // Its own byte order mark.
        if (converted->starts_with(utf8_mark)) converted->erase(0, utf8_mark.size());
        return {std::move(*converted), Encoding::gb18030};
    }
    if (found.bad == 0) return {std::move(bytes)};
    refuse_unknown();
}

}  // namespace huiyin::base
