#include <csv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/fold.hpp"
#include "huiyin/base/input.hpp"
#include "table_file.hpp"

namespace huiyin::cli {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;

namespace {

using Record = std::vector<std::string>;

/// What libcsv's callbacks fill.
struct Records {
    std::vector<Record> done;
    Record current;
};

extern "C" void on_cell(void* bytes, std::size_t size, void* context) {
    const std::string_view cell(static_cast<const char*>(bytes), size);
    static_cast<Records*>(context)->current.emplace_back(base::trimmed(cell));
}

extern "C" void on_record(int, void* context) {
    auto& records = *static_cast<Records*>(context);
    records.done.push_back(std::exchange(records.current, {}));
}

std::vector<Record> split(std::string_view text, char divider) {
    csv_parser parser{};
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0)
        throw std::bad_alloc();
    const std::unique_ptr<csv_parser, decltype(&csv_free)> owned(&parser, &csv_free);
    csv_set_delim(&parser, static_cast<unsigned char>(divider));
    Records records;
    const auto read = csv_parse(&parser, text.data(), text.size(), &on_cell, &on_record, &records);
    if (read != text.size() || csv_fini(&parser, &on_cell, &on_record, &records) != 0)
        throw Failure(Exit::usage,
                      compose({"CSV 第 {} 行以下的引号不成对",
                               "CSV: quotation marks do not pair below row {}"},
                              records.done.size()),
                      Label{"单元格中的 \" 要写成 \"\" 并加引号",
                            "write \" inside a cell as \"\" and quote the cell"});
    return std::move(records.done);
}

/// The divider that Excel is told of by a first line `sep=;`. The line is no row to a spreadsheet.
std::optional<char> take_named_divider(std::string_view& text) {
    const auto line = text.substr(0, text.find('\n'));
    auto words = base::trimmed(line);
    if (words.starts_with('"') && words.ends_with('"') && words.size() > 1)
        words = words.substr(1, words.size() - 2);
    constexpr std::string_view name = "sep=";
    if (words.size() > name.size() + 1 || base::fold(words.substr(0, name.size())) != name)
        return {};
    // A tab is trimmed away.
    const char divider = words.size() == name.size() ? '\t' : words.back();
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    return divider;
}

/// What stands most often between the words of a line; commas unless something else does.
std::optional<char> likely_divider_of(std::string_view line) {
    std::array<std::pair<char, int>, 3> found{{{',', 0}, {';', 0}, {'\t', 0}}};
    bool quoted = false;
    for (const char letter : line) {
        quoted = quoted != (letter == '"');
        for (auto& [divider, count] : found)
            if (letter == divider && !quoted) ++count;
    }
    const auto most = std::ranges::max_element(found, {}, &std::pair<char, int>::second);
    return most->second > 0 ? std::optional(most->first) : std::nullopt;
}

/// That of the header, which may stand below a title.
char likely_divider(std::string_view text, const IsColumn& is_column) {
    constexpr int at_most = 5;
    for (int count = 0; count < at_most && !text.empty(); ++count) {
        const auto line = text.substr(0, text.find('\n'));
        if (is_column(base::trimmed(line))) break;
        if (const auto divider = likely_divider_of(line)) return *divider;
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return ',';
}

std::size_t filled(const Record& record) {
    return record.size() -
           static_cast<std::size_t>(std::ranges::count_if(record, &std::string::empty));
}

/// Its cells up to the last one that says something.
std::size_t used(const Record& record) {
    const auto last = std::ranges::find_if_not(record.rbegin(), record.rend(), &std::string::empty);
    return static_cast<std::size_t>(record.rend() - last);
}

std::vector<std::string_view> views(const Record& record) {
    return {record.begin(), record.end()};
}

class CsvTable {
  public:
    CsvTable(std::vector<Record> records, const IsColumn& is_column)
        : records_(std::move(records)), is_column_(is_column) {}

    TableFile read() {
        const auto header = find_header();
        width_ = records_[header].size();
        table_.columns = records_[header];
        table_.columns.resize(used(records_[header]));
        leave_out_signatures(header);
        for (auto index = header + 1; index < records_.size();)
            index = take_row(index, records_[header]);
        remark_sums(table_, sums_);
        drop_nameless_columns();
        return std::move(table_);
    }

  private:
    /// The first row that says something; below titles, the first one that names columns.
    std::size_t find_header() {
        const auto first = next_filled(0);
        if (first == records_.size())
            throw Failure(
                Exit::usage, Label{"CSV 是空的", "the CSV file is empty"},
                Label{"第一行写列名(选项名)", "the first line must name the columns (options)"});
        constexpr int most_titles = 5;
        auto row = first;
        for (int titles = 0; titles < most_titles && row < records_.size() && !is_header(row);
             ++titles)
            row = next_filled(row + 1);
        if (row < records_.size() && is_header(row)) {
            for (auto title = first; title < row; title = next_filled(title + 1))
                leave_out_title(title);
            return row;
        }
        const auto second = next_filled(first + 1);
        if (second == records_.size() || filled(records_[first]) != 1 ||
            filled(records_[second]) < 2)
            return first;
        const auto& title = first_words(first);
        if (is_column_(title) || title.find_first_of(",;\t") != title.npos) return first;
        leave_out_title(first);
        return second;
    }

    /// The rows below the last one that is a record.
    void leave_out_signatures(std::size_t header) {
        std::vector<std::size_t> lines;
        for (auto end = records_.size(); end > header + 1; --end) {
            const auto& row = records_[end - 1];
            const bool is_other = filled(row) == 0 || is_sum(views(row));
            if (!is_other && !is_signature(views(row))) break;
            if (!is_other) lines.insert(lines.begin(), end);
        }
        for (const auto line : lines) {
            table_.remarks.push_back(
                compose({"第 {} 行「{}」是表下的署名或附注,不登记",
                         "left out as what stands under the table: line {}, '{}'"},
                        line, first_words(line - 1)));
            records_[line - 1].assign(1, "");
        }
    }

    /// Whether most of what stands in a row are names of columns.
    bool is_header(std::size_t row) const {
        const auto known = static_cast<std::size_t>(std::ranges::count_if(
            records_[row],
            [&](const std::string& cell) { return !cell.empty() && is_column_(cell); }));
        return known > 0 && known * 2 > filled(records_[row]);
    }

    const std::string& first_words(std::size_t row) const {
        return *std::ranges::find_if_not(records_[row], &std::string::empty);
    }

    void leave_out_title(std::size_t row) {
        table_.remarks.push_back(
            compose({"第 {} 行「{}」是标题,不登记", "left out as a title: line {}, '{}'"}, row + 1,
                    first_words(row)));
    }

    std::size_t next_filled(std::size_t from) const {
        while (from < records_.size() && filled(records_[from]) == 0)
            ++from;
        return from;
    }

    /// Returns the place of the next one.
    std::size_t take_row(std::size_t index, const Record& header) {
        auto& record = records_[index];
        if (filled(record) == 0 || record == header) return index + 1;
        if (is_sum(views(record))) {
            sums_.push_back(index + 1);
            return index + 1;
        }
        TableRow row{index + 1, {}, {}};
        const auto end = end_of_broken_row(index);
        if (end > index + 1)
            row.problems.push_back(
                {compose({"第 {} 至 {} 行像是一行,被单元格里的换行断开了",
                          "lines {} to {} look like one row, broken by a line break in a cell"},
                         index + 1, end),
                 Label{"内容里有换行的格子要加引号", "quote a cell that has a line break in it"}});
        else if (record.size() > width_ || used(record) > table_.columns.size())
            // An unquoted comma moves what follows to other columns.
            row.problems.push_back(
                {compose({"有 {} 格,列名有 {} 个", "it has {} cells for {} columns"}, record.size(),
                         table_.columns.size()),
                 Label{"内容里有逗号的格子要加引号", "quote a cell that has a comma in it"}});
        else
            for (std::size_t column = 0; column < table_.columns.size(); ++column)
                row.cells.emplace_back(table_.columns[column],
                                       column < record.size() ? std::move(record[column]) : "");
        table_.rows.push_back(std::move(row));
        return end;
    }

    /// Excel leaves out empty cells at the end of rows, of sixteen in a row alike. But rows that
    /// together are as wide as one are one whose cell was not quoted. Returns the place behind
    /// them.
    std::size_t end_of_broken_row(std::size_t index) const {
        constexpr std::size_t longest = 20;
        std::size_t cells = 0;
        for (auto end = index; end < std::min(records_.size(), index + longest) && is_short(end);
             ++end) {
            cells += records_[end].size() - (end == index ? 0 : 1);
            if (cells == width_ && end > index && !is_excels(index, end)) return end + 1;
            if (cells >= width_) break;
        }
        return index + 1;
    }

    bool is_short(std::size_t index) const {
        return records_[index].size() < width_ && !records_[index].empty();
    }

    /// Whether rows are short as their neighbours are.
    bool is_excels(std::size_t index, std::size_t end) const {
        const auto size = records_[index].size();
        for (auto at = index; at <= end; ++at)
            if (records_[at].size() != size) return false;
        return (index > 0 && records_[index - 1].size() == size) ||
               (end + 1 < records_.size() && records_[end + 1].size() == size);
    }

    /// Columns without a name that say nothing; what says something there is told with its row.
    void drop_nameless_columns() {
        if (std::ranges::none_of(table_.columns, &std::string::empty)) return;
        for (auto& row : table_.rows) {
            for (std::size_t column = 0; column < row.cells.size(); ++column)
                if (row.cells[column].first.empty() && !row.cells[column].second.empty())
                    row.problems.push_back(
                        {compose({"第 {} 格「{}」所在的列没有列名",
                                  "cell {}, '{}', is in a column without a name"},
                                 column + 1, row.cells[column].second),
                         Label{"在第一行写上列名,或删去这一格",
                               "name the column in the header, or empty the cell"}});
            std::erase_if(row.cells, [](const auto& cell) { return cell.first.empty(); });
        }
        std::erase(table_.columns, "");
    }

    std::vector<Record> records_;
    const IsColumn& is_column_;
    std::size_t width_ = 0;  ///< of the header, nameless columns at its end included
    TableFile table_;
    std::vector<std::size_t> sums_;
};

}  // namespace

TableFile read_csv(std::string_view text, const IsColumn& is_column) {
    // libcsv takes CRLF for two line ends, and rows are counted.
    const auto plain = base::with_plain_line_ends(without_byte_order_mark(text));
    std::string_view rest = plain;
    const auto named = take_named_divider(rest);
    const auto divider = named ? *named : likely_divider(rest, is_column);
    return CsvTable(split(rest, divider), is_column).read();
}

}  // namespace huiyin::cli
