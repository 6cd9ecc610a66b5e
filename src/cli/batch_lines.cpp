#include "batch_lines.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "draft.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/base/limits.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/chinese_names.hpp"
#include "huiyin/cli/common_options.hpp"
#include "huiyin/records/numbers.hpp"
#include "huiyin/records/refounding.hpp"
#include "nouns.hpp"
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

void require_length(std::string_view line) {
    if (line.size() > base::limits::line)
        throw Failure(Exit::usage,
                      compose({"太长:一行至多 {} 字节", "too long: at most {} bytes a line"},
                              base::limits::line),
                      Label{"分成几条登记", "split it into several records"});
}

/// A line of an export: the words of a command as an array, whatever is in them.
std::vector<std::string> words_of_json(std::string_view line) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    const bool fits = json.is_array() &&
                      std::ranges::all_of(json, [](const auto& word) { return word.is_string(); });
    if (!fits)
        throw Failure(Exit::usage,
                      Label{"不是 JSON 数组形式的一列词", "this is not a list of words"},
                      Label{R"(写作 ["note", "ts-1", "--text", "…"];表格用 --csv)",
                            R"(write ["note", "ts-1", "--text", "…"]; a table takes --csv)"});
    return json.get<std::vector<std::string>>();
}

/// What would say something else of this line than of the rest, and can't be heard for one line.
gate::Command recording_of_a_line(const Arguments& arguments) {
    std::vector<base::Problem> problems;
    for (const auto name :
         {option_name(&CommonOptions::db), option_name(&ProvenanceOptions::dry_run),
          option_name(&ProvenanceOptions::edit), option_name(&CommonOptions::help),
          option_name(&CommonOptions::out)})
        if (arguments.has(name))
            problems.push_back(
                {compose({"--{} 不能只用于一行", "--{} cannot be given on a single line"}, name),
                 compose({"它属于整批:写在 huiyin batch 之后",
                          "it is for the whole batch: write it after huiyin batch"})});
    if (!problems.empty()) throw Failure(Exit::usage, std::move(problems));
    return recording(arguments);
}

class TypedLines : public BatchLines {
  public:
    explicit TypedLines(TableInput input)
        : text_(std::move(input.text)),
          json_lines_(input.json_lines),
          rest_(without_byte_order_mark(text_)),
          count_(static_cast<std::size_t>(std::ranges::count(rest_, '\n')) +
                 (rest_.empty() || rest_.ends_with('\n') ? 0 : 1)) {}

    bool advance() override {
        while (!rest_.empty()) {
            const auto end = std::min(rest_.find('\n'), rest_.size());
            line_ = rest_.substr(0, end);
            rest_.remove_prefix(std::min(end + 1, rest_.size()));
            if (line_.ends_with('\r')) line_.remove_suffix(1);
            ++number_;
            const auto first = line_.find_first_not_of(" \t");
            if (first != std::string_view::npos && line_[first] != '#') return true;
        }
        return false;
    }

    std::size_t number() const override { return number_; }
    std::size_t count() const override { return count_; }
    std::string_view line() const { return line_; }

    gate::Command command() const override {
        require_length(line_);
        const auto arguments =
            parse(in_english(json_lines_ ? words_of_json(line_) : base::shell_words(line_)), false);
        const auto& verb = arguments.verb();
        if (!records_something(verb))
            throw Failure(Exit::usage,
                          compose({"{} 不是登记命令,不能批量运行",
                                   "{} records nothing, so it cannot be used in a batch"},
                                  command_name(verb)),
                          Label{"删去这一行,或单独运行", "remove this line, or run it on its own"});
        return recording_of_a_line(arguments);
    }

  private:
    std::string text_;
    bool json_lines_;
    std::string_view rest_;
    std::string_view line_;
    std::size_t number_ = 0;
    std::size_t count_;
};

/// Puts the new office where the old one was: its name, and since when weeks are reported.
gate::Command refounding(const Arguments& arguments) {
    const auto given = [&](std::string_view name) {
        const auto* value = arguments.find(name);
        return value == nullptr ? std::nullopt : std::optional(*value);
    };
    gate::Command command;
    command.line = masked_line(arguments);
    command.rights = {gate::Right::administer};
    command.record = [name = given("office").value_or(""), language = given("language"),
                      timezone = given("timezone")](const records::Writing& writing) {
        return records::refound_office(writing, name, language, timezone);
    };
    return command;
}

class ReplayedLines : public BatchLines {
  public:
    explicit ReplayedLines(TableInput input) : lines_(std::move(input)) {}

    bool advance() override { return lines_.advance(); }
    std::size_t number() const override { return lines_.number(); }
    std::size_t count() const override { return lines_.count(); }

    gate::Command command() const override {
        const auto json = nlohmann::json::parse(lines_.line(), nullptr, false);
        if (!json.is_object() || !json.contains("recorded_at") || !json.contains("command") ||
            !json["recorded_at"].is_string())
            throw Failure(
                Exit::usage, Label{"不是导出的一行", "this is not a line of an export"},
                Label{"--replay 读 huiyin export --with-personal-data 写的 commands.jsonl",
                      "--replay reads the commands.jsonl that huiyin export "
                      "--with-personal-data writes"});
        const auto arguments = parse(words_of_json(json["command"].dump()), false);
        const auto name = command_name(arguments.verb());
        auto command = name == "init"            ? refounding(arguments)
                       : name == "report weekly" ? filing(arguments)
                       : name == "remind"        ? reminding(arguments)
                                                 : recording_of_a_line(arguments);
        if ((number() == 1) != (name == "init"))
            throw Failure(Exit::usage, Label{"导出的第一行,也只有它,是 init",
                                             "an export's first line, and no other, is init"});
        const auto typed = base::parse_time(json["recorded_at"].get<std::string>());
        if (const auto* at = std::get_if<base::Instant>(&typed.form)) command.recorded_at = *at;
        return command;
    }

  private:
    TypedLines lines_;
};

/// A cell: for which operand or option it is, under which heading, and what stands in it.
struct Cell {
    std::string slot;
    std::string heading;  ///< as it is written: what is wrong is told by it
    std::string value;
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
    TableLines(const Verb& verb, std::vector<ReadRow> rows, std::vector<base::Text> remarks)
        : verb_(verb), rows_(std::move(rows)), remarks_(std::move(remarks)) {}

    bool advance() override { return ++next_ <= rows_.size(); }
    std::size_t number() const override { return row().line; }
    std::size_t count() const override { return rows_.empty() ? 0 : rows_.back().line; }
    std::vector<base::Text> remarks() const override { return remarks_; }

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

    /// Says in which cell it is that something is wrong.
    void place(base::Text& what) const {
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

/// The cells of a row, with what is given for every row where it says nothing of its own.
ReadRow read_row(TableRow row, const std::vector<Column>& columns, const std::vector<Cell>& given) {
    ReadRow read{row.line, {}, std::move(row.problems)};
    std::set<std::string> seen;
    for (auto& [heading, value] : row.cells) {
        const auto& column = *std::ranges::find(columns, heading, &Column::heading);
        if (column.slot.empty()) continue;
        if (!seen.insert(column.slot).second) read.problems.push_back(said_twice(heading));
        read.cells.push_back({column.slot, heading, std::move(value)});
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

void require_lines(const TableInput& input) {
    if (input.json_lines || !(input.text.starts_with('[') || input.text.starts_with('{'))) return;
    throw Failure(Exit::usage, Label{"文件是 JSON,不是 CSV", "the file is JSON, not CSV"},
                  Label{"一行写一个对象,存为 .jsonl:jq -c '.[]' A.json > A.jsonl",
                        "write one object a line, as .jsonl: jq -c '.[]' A.json > A.jsonl"});
}

}  // namespace

std::unique_ptr<BatchLines> typed_lines(TableInput input) {
    return std::make_unique<TypedLines>(std::move(input));
}

std::unique_ptr<BatchLines> replayed_lines(TableInput input) {
    return std::make_unique<ReplayedLines>(std::move(input));
}

std::unique_ptr<BatchLines> table_lines(const std::string& typed_command, const TableInput& input,
                                        UnknownHeadings unknown) {
    const auto of = table_of(typed_command);
    const auto& verb = *of.verb;
    require_lines(input);
    const auto is_column = [&](std::string_view word) { return is_heading(verb, word); };
    auto table = input.json_lines ? read_json_lines(input.text) : read_csv(input.text, is_column);
    const auto columns =
        read_headings(verb, table.columns, !input.json_lines, unknown, table.remarks);
    std::vector<ReadRow> rows;
    for (auto& row : table.rows) {
        if (input.from_workbook)
            for (auto& [heading, value] : row.cells)
                value = as_in_workbook(value);
        rows.push_back(read_row(std::move(row), columns, of.given));
    }
    return std::make_unique<TableLines>(verb, std::move(rows), std::move(table.remarks));
}

}  // namespace huiyin::cli
