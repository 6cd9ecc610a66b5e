#include "worded_document.hpp"

#include <algorithm>
#include <variant>

#include "chinese_wording.hpp"

namespace huiyin::cli {

namespace {

constexpr std::string_view remedy_name = "改正";

void reword(base::Text& text, bool is_remedy = false) {
    constexpr std::string_view arrow = "→ ";
    const auto at = is_remedy ? 0 : text.zh.find(arrow);
    if (at == text.zh.npos || text.zh.find("huiyin ", at) == text.zh.npos) return;
    text.zh.replace(at, text.zh.npos,
                    in_chinese_words(std::string_view(text.zh).substr(at), nullptr));
}

struct Rewording {
    void operator()(reports::Paragraph& paragraph) const { reword(paragraph.text); }
    void operator()(reports::Figures& figures) const {
        for (auto& figure : figures) {
            reword(figure.value, figure.name.zh == remedy_name);
            reword(figure.remark);
        }
    }
    void operator()(reports::Table& table) const {
        reword(table.empty, true);
        for (auto& row : table.rows)
            for (std::size_t index = 0; index < row.size(); ++index)
                reword(row[index], index < table.columns.size() &&
                                       table.columns[index].header.zh == remedy_name);
    }
    template <typename Other>
    void operator()(Other&) const {}
};

}  // namespace

reports::Document in_chinese_words(reports::Document document) {
    // What stands over sections, and where a table has no rows, is nobody's words but ours.
    reword(document.title, true);
    for (auto& section : document.sections) {
        reword(section.heading, true);
        for (auto& block : section.blocks)
            std::visit(Rewording{}, block);
    }
    return document;
}

}  // namespace huiyin::cli
