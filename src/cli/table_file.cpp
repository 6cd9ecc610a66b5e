#include "table_file.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "huiyin/base/fold.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"

namespace huiyin::cli {

namespace {

/// `25`, `1,200.50`, `98 %`, `25件`, `共 25 件`: what stands beside the word for a sum.
bool is_figure(std::string_view folded) {
    static constexpr std::array<std::string_view, 10> units{"件", "条", "户", "人", "次",
                                                            "起", "项", "份", "元", "%"};
    constexpr std::string_view altogether = "共";
    if (folded.starts_with(altogether)) folded.remove_prefix(altogether.size());
    for (const auto unit : units)
        if (folded.ends_with(unit)) {
            folded.remove_suffix(unit.size());
            break;
        }
    const auto figure = base::trimmed(folded);
    return figure.find_first_not_of("0123456789.,-") == figure.npos;
}

/// Whether a cell is the word for a sum, with its figure or without.
bool says_sum(std::string folded) {
    static constexpr std::array<std::string_view, 9> words{
        "合计", "小计", "总计", "共计", "累计", "grandtotal", "subtotal", "total", "sum"};
    // 本页合计 is one, too.
    static constexpr std::array<std::string_view, 5> of_what{"本页", "本月", "本周", "以上",
                                                             "全部"};
    std::erase(folded, ' ');
    std::string_view rest = folded;
    for (const auto one : of_what)
        if (rest.starts_with(one)) rest.remove_prefix(one.size());
    const auto word =
        std::ranges::find_if(words, [&](std::string_view one) { return rest.starts_with(one); });
    if (word == words.end()) return false;
    rest.remove_prefix(word->size());
    if (rest.starts_with(':')) rest.remove_prefix(1);
    return is_figure(rest);
}

}  // namespace

std::string_view without_byte_order_mark(std::string_view text) {
    constexpr std::string_view mark = "\xef\xbb\xbf";
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
    return text;
}

base::Problem at_line(std::size_t line, base::Problem problem) {
    problem.what = {base::format("第 {} 行:{}", line, problem.what.zh),
                    base::format("line {}: {}", line, problem.what.en)};
    return problem;
}

bool is_sum(const std::vector<std::string_view>& cells) {
    constexpr std::size_t longest =
        40;  // bytes; no sum is longer, and few rows are looked at closer
    std::size_t words = 0;
    for (const auto cell : cells) {
        if (cell.empty()) continue;
        if (cell.size() > longest) return false;
        const auto folded = base::fold(cell);
        if (is_figure(folded)) continue;
        if (!says_sum(folded)) return false;
        ++words;
    }
    return words > 0;
}

bool is_signature(const std::vector<std::string_view>& cells) {
    // What people put their names behind; 注 and 说明 begin a note under the table.
    static constexpr std::array<std::string_view, 25> words{
        "制表",     "填表",       "填报",       "审核",     "复核",     "审批",     "审查",
        "批准",     "签字",       "签名",       "签章",     "盖章",     "单位盖章", "单位(盖章)",
        "部门负责", "主管签字",   "经办人",     "打印时间", "打印日期", "导出时间", "注",
        "说明",     "preparedby", "approvedby", "signature"};
    constexpr std::size_t longest = 120;  // bytes
    constexpr std::size_t most_behind = 12;
    const auto first = std::ranges::find_if_not(cells, &std::string_view::empty);
    if (first == cells.end() ||
        std::ranges::any_of(cells, [](std::string_view cell) { return cell.size() > longest; }))
        return false;
    auto label = base::fold(*first);
    std::erase(label, ' ');
    const auto word =
        std::ranges::find_if(words, [&](std::string_view one) { return label.starts_with(one); });
    if (word == words.end()) return false;
    const auto colon = label.find(':');
    const bool is_note = *word == "注" || *word == "说明";
    // 制表人:李雷; or 制表人 with 李雷 in the next cell.
    if (colon != label.npos) return colon <= word->size() + most_behind;
    return !is_note && label.size() <= word->size() + most_behind / 2;
}

void remark_sums(TableFile& table, const std::vector<std::size_t>& lines) {
    if (lines.empty()) return;
    table.remarks.push_back(base::compose({"第 {} 行是合计,不登记", "left out as a total: line {}"},
                                          base::format("{}", fmt::join(lines, ", "))));
}

}  // namespace huiyin::cli
