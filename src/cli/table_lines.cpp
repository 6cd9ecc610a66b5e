#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "batch_lines.hpp"
#include "chinese_wording.hpp"
#include "draft.hpp"
#include "foreign_table.hpp"
#include "huiyin/base/contact.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/fold.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/chinese_names.hpp"
#include "huiyin/cli/common_options.hpp"
#include "huiyin/records/numbers.hpp"
#include "sheet_cell.hpp"
#include "table_file.hpp"
#include "table_headings.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

namespace {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;

/// A cell: for which operand or option it is, under which heading, and what stands in it.
struct Cell {
    std::string slot;
    std::string heading;  ///< as it is written: what is wrong is told by it
    std::string value;
    std::string written = {};  ///< as it is in the table, where it was read as something else
};
/// A row whose cells are told apart.
struct ReadRow {
    std::size_t line;
    std::vector<Cell> cells;
    std::vector<base::Problem> problems;
};

/// Whether a text speaks of a value: `chenn` of chenn, not of chen.
bool speaks_of(std::string_view text, std::string_view value) {
    const auto is_word = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    for (auto at = text.find(value); at != text.npos; at = text.find(value, at + 1)) {
        const auto end = at + value.size();
        const bool goes_before = at > 0 && is_word(text[at - 1]) && is_word(value.front());
        const bool goes_on = end < text.size() && is_word(text[end]) && is_word(value.back());
        if (!goes_before && !goes_on) return true;
    }
    return false;
}

/// `unit: 10-Mar …` of unit, not `units …`.
bool begins_with_name(std::string_view text, std::string_view name) {
    return !name.empty() && text.starts_with(name) &&
           speaks_of(text.substr(0, name.size() + 1), name);
}

/// The same of a record's number in whatever spelling: TS-2026-0099 of ts-99.
bool speaks_of_record(std::string_view text, const std::string& typed) {
    try {
        constexpr int any_year = 2000;
        constexpr std::string_view before_year = "TS-";
        constexpr std::string_view with_year = "TS-2000";
        const auto full = records::full_number(typed, any_year);
        return speaks_of(text, typed) ||
               (text.find(full.substr(0, before_year.size())) != text.npos &&
                speaks_of(text, full.substr(with_year.size())));
    } catch (const Failure&) {
        return speaks_of(text, typed);
    }
}

class TableLines : public BatchLines {
  public:
    TableLines(std::string typed, const Verb& verb, std::vector<ReadRow> rows,
               std::vector<base::Text> remarks)
        : typed_(std::move(typed)),
          verb_(verb),
          rows_(std::move(rows)),
          remarks_(std::move(remarks)) {}

    bool advance() override { return ++next_ <= rows_.size(); }
    std::size_t number() const override { return row().line; }
    std::size_t count() const override { return rows_.empty() ? 0 : rows_.back().line; }
    std::vector<base::Text> remarks() const override { return remarks_; }
    const Verb* verb() const override { return &verb_; }
    bool in_chinese() const override { return is_typed_in_chinese(base::shell_words(typed_)); }
    std::string table_of() const override { return typed_; }

    gate::Command command() const override {
        auto problems = row().problems;
        // What else is wrong is told with it, unless nothing of the row can be read.
        try {
            if (problems.empty() || !row().cells.empty()) {
                const auto arguments = from_cells(verb_, values());
                if (problems.empty()) return recording_of_a_line(arguments);
            }
        } catch (const Failure& failure) {
            std::ranges::transform(failure.problems(), std::back_inserter(problems),
                                   [&](base::Problem problem) {
                                       place(problem.what);
                                       return problem;
                                   });
        }
        throw Failure(Exit::usage, std::move(problems));
    }

    /// What the records did not know, such as a login, is told by the cell that it stands in.
    std::exception_ptr placed(const std::exception_ptr& failure) const override {
        try {
            std::rethrow_exception(failure);
        } catch (const gate::Refusal&) {
            return failure;
        } catch (const Failure& told) {
            if (told.code() != Exit::usage && told.code() != Exit::not_found) return failure;
            auto problems = told.problems();
            std::ranges::for_each(problems, [&](auto& problem) { place(problem.what); });
            return std::make_exception_ptr(Failure(told.code(), std::move(problems)));
        } catch (...) {
            return failure;
        }
    }

  private:
    const ReadRow& row() const { return rows_[next_ - 1]; }

    std::vector<std::pair<std::string, std::string>> values() const {
        std::vector<std::pair<std::string, std::string>> values;
        for (const auto& cell : row().cells)
            values.emplace_back(cell.slot, cell.value);
        return values;
    }

    /// A date is told as it stands in the table, and as what it was read.
    static void tell_as_written(std::string& what, const Cell& cell, std::string_view read_as) {
        if (cell.written.empty()) return;
        static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> quotes{
            {{"“", "”"}, {"\"", "\""}, {"「", "」"}, {"'", "'"}}};
        for (const auto& [open, close] : quotes) {
            const auto typed = base::format("{}{}{}", open, cell.value, close);
            const auto at = what.find(typed);
            if (at == what.npos) continue;
            what.replace(
                at, typed.size(),
                base::format("{}{}{}{}{}", open, cell.written, read_as, cell.value, close));
            return;
        }
    }

    /// Says in which cell it is that something is wrong.
    void place(base::Text& what) const {
        for (const auto& cell : row().cells)
            if (begins_with_name(what.zh, cell.slot) || begins_with_name(what.zh, cell.heading)) {
                tell_as_written(what.zh, cell, ",读作 ");
                tell_as_written(what.en, cell, ", read as ");
            }
        for (const auto& cell : row().cells) {
            // It begins with the option: now with the heading over it.
            if (begins_with_name(what.zh, cell.heading)) return;
            if (!begins_with_name(what.zh, cell.slot)) continue;
            what.zh.replace(0, cell.slot.size(), cell.heading);
            what.en.replace(0, cell.slot.size(), cell.heading);
            return;
        }
        if (const auto* cell = cell_told_of(what.zh))
            what = {base::format("{}「{}」:{}", cell->heading, cell->value, what.zh),
                    base::format("{} '{}': {}", cell->heading, cell->value, what.en)};
    }

    /// The one whose option or whose value, or one of its values, a sentence names.
    const Cell* cell_told_of(std::string_view sentence) const {
        const Cell* found = nullptr;
        for (const auto& cell : row().cells)
            if (sentence.find(base::format("--{}:", cell.slot)) != sentence.npos) return &cell;
        for (const auto& cell : row().cells) {
            const auto slot = find_slot(verb_, cell.slot);
            if (!slot || slot->takes == Takes::words || cell.value.empty()) continue;
            const auto parts =
                is_list(slot->takes) ? base::split_list(cell.value) : std::vector{cell.value};
            const bool is_meant = std::ranges::any_of(parts, [&](const auto& one) {
                const bool is_record =
                    slot->takes == Takes::number || slot->takes == Takes::numbers;
                return is_record ? speaks_of_record(sentence, one) : speaks_of(sentence, one);
            });
            if (is_meant && (found == nullptr || cell.value.size() > found->value.size()))
                found = &cell;
        }
        return found;
    }

    std::string typed_;
    const Verb& verb_;
    std::vector<ReadRow> rows_;
    std::vector<base::Text> remarks_;
    std::size_t next_ = 0;
};

/// What a table is of: a command, and options that are the same for every row.
struct TableOf {
    const Verb* verb;
    std::vector<Cell> given;
};

TableOf table_of(const std::string& typed) {
    const auto words = in_english(base::shell_words(typed));
    const auto named = find_command(words);
    const auto draft = read_words(words, false);
    if (!records_something(*named.verb))
        throw Failure(
            Exit::usage,
            compose({"--csv 「{}」不是登记命令", "--csv '{}' is not a recording command"}, typed),
            Label{"写作 --csv \"complaint add\"", "write --csv \"complaint add\""});
    if (!draft.problems.empty()) throw Failure(Exit::usage, draft.problems);
    TableOf table{named.verb, {}};
    const auto take = [&](std::string_view name) {
        if (const auto* value = draft.arguments.find(name))
            table.given.push_back({std::string(name), base::format("--{}", name), *value});
    };
    for (const auto& operand : named.verb->operands)
        take(operand.name);
    for_each_option(*named.verb, [&](const Option& option) { take(option.name); });
    return table;
}

/// √ in a column of its own stands for its choice: 上门 of 上门, 电话 and 信函.
std::optional<bool> is_ticked(std::string_view cell) {
    static constexpr auto ticks = std::to_array<std::string_view>(
        {"√", "✓", "✔", "☑", "■", "v", "x", "1", "是", "有", "yes", "y"});
    static constexpr auto blanks =
        std::to_array<std::string_view>({"", "□", "☐", "-", "/", "0", "否", "无", "no", "n"});
    const auto plain = base::fold(base::trimmed(cell));
    if (std::ranges::find(ticks, plain) != ticks.end()) return true;
    if (std::ranges::find(blanks, plain) != blanks.end()) return false;
    return {};
}

/// Puts the tick's choice, or the name and the home apart, where one cell holds them.
std::vector<Cell> told_by(const Column& column, std::string value,
                          std::vector<base::Problem>& problems) {
    if (!column.ticked.empty()) {
        const auto ticked = is_ticked(value);
        if (!ticked)
            problems.push_back(
                {compose({"{0}:不能是「{1}」", "{0}: cannot be '{1}'"}, column.heading, value),
                 Label{"打 √ 或留空", "tick it with √ or leave it empty"}});
        if (!ticked.value_or(false)) return {};
        return {{column.slot, column.heading, column.ticked}};
    }
    if (column.home.empty()) return {{column.slot, column.heading, std::move(value)}};
    auto [name, home] = base::name_and_home(value);
    std::vector<Cell> cells;
    if (!name.empty()) cells.push_back({column.slot, column.heading, std::move(name)});
    if (!home.empty()) cells.push_back({column.home, column.heading, std::move(home)});
    return cells;
}

/// The cells of a row, with what is given for every row where it says nothing of its own.
ReadRow read_row(TableRow row, const std::vector<Column>& columns, const std::vector<Cell>& given) {
    ReadRow read{row.line, {}, std::move(row.problems)};
    std::set<std::string> seen;
    for (auto& [heading, value] : row.cells) {
        const auto& column = *std::ranges::find(columns, heading, &Column::heading);
        if (column.slot.empty()) continue;
        for (auto& cell : told_by(column, std::move(value), read.problems)) {
            if (!seen.insert(cell.slot).second) read.problems.push_back(said_twice(heading));
            read.cells.push_back(std::move(cell));
        }
    }
    for (const auto& cell : given) {
        const auto own = std::ranges::find(read.cells, cell.slot, &Cell::slot);
        if (own == read.cells.end())
            read.cells.push_back(cell);
        else if (own->value.empty())
            own->value = cell.value;
    }
    return read;
}

bool is_moment(Takes takes) {
    return takes == Takes::time || takes == Takes::later || takes == Takes::bound;
}

/// A workbook's cell that holds a day alone is midnight to whoever reads it: said, since time
/// limits start to run then.
std::vector<base::Text> tell_midnights(const Verb& verb, const std::vector<ReadRow>& rows) {
    std::map<std::string, std::size_t> midnights;
    for (const auto& row : rows)
        for (const auto& cell : row.cells)
            if (cell.value.ends_with(" 00:00:00"))
                if (const auto slot = find_slot(verb, cell.slot); slot && is_moment(slot->takes))
                    ++midnights[cell.heading];
    std::vector<base::Text> told;
    for (const auto& [heading, count] : midnights)
        told.push_back(compose(
            {"「{}」有 {} 格只写了日期,按 00:00 算,时限从那时起;知道几点的,在表里写上再登记",
             "{}: a date without a time counts as 00:00, when time limits start (rows: {}); "
             "where the time is known, write it into the sheet first"},
            heading, count));
    return told;
}

void put_years_first(const Verb& verb, ReadRow& row, std::string_view order) {
    for (auto& cell : row.cells) {
        const auto slot = find_slot(verb, cell.slot);
        if (slot && (is_moment(slot->takes) || slot->takes == Takes::day))
            if (auto value = with_year_first(cell.value, order); value != cell.value)
                cell.written = std::exchange(cell.value, std::move(value));
    }
}

void require_lines(const TableInput& input) {
    if (input.json_lines || !(input.text.starts_with('[') || input.text.starts_with('{'))) return;
    throw Failure(Exit::usage, Label{"文件是 JSON,不是 CSV", "the file is JSON, not CSV"},
                  Label{"一行写一个对象,存为 .jsonl:jq -c '.[]' A.json > A.jsonl",
                        "write one object a line, as .jsonl: jq -c '.[]' A.json > A.jsonl"});
}

}  // namespace

std::unique_ptr<BatchLines> table_lines(const std::string& typed_command, const TableInput& input,
                                        const TableReading& reading) {
    auto of = table_of(typed_command);
    const auto& verb = *of.verb;
    require_lines(input);
    constexpr std::string_view late_reason = option_name(&ProvenanceOptions::late_reason);
    if (!reading.late_reason.empty() &&
        std::ranges::find(of.given, late_reason, &Cell::slot) == of.given.end())
        of.given.push_back(
            {std::string(late_reason), base::format("--{}", late_reason), reading.late_reason});
    const SaidColumns said(verb, reading.columns);
    const auto is_column = [&](std::string_view word) {
        return said.slot_of(word).has_value() || is_heading(verb, word);
    };
    auto table = input.json_lines ? read_json_lines(input.text) : read_csv(input.text, is_column);
    const auto columns =
        read_headings(verb, table.columns, !input.json_lines, reading.unknown, table.remarks, said);
    std::vector<ReadRow> rows;
    for (auto& row : table.rows) {
        if (input.from_workbook)
            for (auto& [heading, value] : row.cells)
                value = as_in_workbook(value);
        rows.push_back(read_row(std::move(row), columns, of.given));
        if (!reading.dates.empty()) put_years_first(verb, rows.back(), reading.dates);
    }
    if (input.from_workbook)
        std::ranges::move(tell_midnights(verb, rows), std::back_inserter(table.remarks));
    return std::make_unique<TableLines>(typed_command, verb, std::move(rows),
                                        std::move(table.remarks));
}

}  // namespace huiyin::cli
