#pragma once

#include <array>
#include <string>
#include <string_view>

#include "huiyin/reports/document.hpp"

/// The formats in which a document is handed over, beside text for a terminal and JSON: one row
/// each. Parsing, help and completion of `--format` and the output read them here.
namespace huiyin::reports {

struct Format {
    enum class Is {
        words,   ///< that people may read as they are
        cells,   ///< for a spreadsheet, which needs a mark to see that it is UTF-8
        binary,  ///< nothing for a terminal
    };
    std::string_view word;  ///< as typed
    std::string (*render)(const Document&, Language);
    Is is = Is::words;
    base::Label title = {};  ///< what people call it; empty: as it is typed
};

inline constexpr std::array formats{
    Format{"csv", render_csv, Format::Is::cells},
    Format{"md", render_markdown},
    Format{"html", render_html, Format::Is::words, {"网页", "page"}},
    Format{"xlsx", render_xlsx, Format::Is::binary, {"工作簿", "workbook"}},
};

namespace format_detail {
constexpr std::string_view beside = "text|json";
constexpr std::size_t length = [] {
    auto sum = beside.size();
    for (const auto& format : formats)
        sum += 1 + format.word.size();
    return sum;
}();
inline constexpr auto letters = [] {
    std::array<char, length> all{};
    auto* end = all.begin();
    for (const char letter : beside)
        *end++ = letter;
    for (const auto& format : formats) {
        *end++ = '|';
        for (const char letter : format.word)
            *end++ = letter;
    }
    return all;
}();
}  // namespace format_detail

/// `text|json|csv|…`: what `--format` takes.
inline constexpr std::string_view format_words{format_detail::letters.data(),
                                               format_detail::letters.size()};

}  // namespace huiyin::reports
