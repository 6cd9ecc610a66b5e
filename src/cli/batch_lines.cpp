#include "batch_lines.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/fold.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/base/limits.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/chinese_names.hpp"
#include "huiyin/cli/common_options.hpp"
#include "huiyin/records/refounding.hpp"
#include "nouns.hpp"
#include "sheet_cell.hpp"
#include "table_file.hpp"
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
                      Label{"分成几条登记", "divide it into several records"});
}

/// A line of an export: the words of a command as an array, whatever is in them.
std::vector<std::string> words_of_json(std::string_view line) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    const bool fits = json.is_array() &&
                      std::ranges::all_of(json, [](const auto& word) { return word.is_string(); });
    if (!fits)
        throw Failure(Exit::usage, Label{"不是一列词", "this is no list of words"},
                      Label{R"(写作 ["note", "ts-1", "--text", "…"];表格用 --csv)",
                            R"(write ["note", "ts-1", "--text", "…"]; a table takes --csv)"});
    return json.get<std::vector<std::string>>();
}

/// What would say something else of this line than of the rest, and can't be heard for one line.
gate::Command recording_of_a_line(const Arguments& arguments) {
    std::vector<base::Problem> problems;
    for (const auto name : {option_name(&CommonOptions::db), option_name(&DeedOptions::dry_run),
                            option_name(&DeedOptions::edit), option_name(&CommonOptions::help),
                            option_name(&CommonOptions::out)})
        if (arguments.has(name))
            problems.push_back(
                {compose({"--{} 不能只用于一行", "--{} cannot be for one line alone"}, name),
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
            throw Failure(
                Exit::usage,
                compose({"{} 不是登记命令,不能批量运行",
                         "{} records nothing and has no place in a batch"},
                        command_name(verb)),
                Label{"删去这一行,或单独运行", "take this line out, or run it by itself"});
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
                Exit::usage, Label{"不是导出的一行", "this is no line of an export"},
                Label{"--replay 读 huiyin export --with-personal-data 写的 commands.jsonl",
                      "--replay reads the commands.jsonl that huiyin export "
                      "--with-personal-data writes"});
        const auto arguments = parse(words_of_json(json["command"].dump()), false);
        const auto name = command_name(arguments.verb());
        auto command = name == "init"            ? refounding(arguments)
                       : name == "report weekly" ? filing(arguments)
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

class TableLines : public BatchLines {
  public:
    TableLines(const Verb& verb, TableFile table) : verb_(verb), table_(std::move(table)) {}

    bool advance() override { return ++next_ <= table_.rows.size(); }
    std::size_t number() const override { return row().line; }
    std::size_t count() const override { return table_.rows.empty() ? 0 : table_.rows.back().line; }
    std::vector<base::Text> remarks() const override { return table_.remarks; }

    gate::Command command() const override {
        auto problems = row().problems;
        if (problems.empty()) return recording_of_a_line(from_cells(verb_, row().cells));
        // What else is wrong is told with it, unless nothing of the row can be read.
        try {
            if (!row().cells.empty()) from_cells(verb_, row().cells);
        } catch (const Failure& failure) {
            std::ranges::copy(failure.problems(), std::back_inserter(problems));
        }
        throw Failure(Exit::usage, std::move(problems));
    }

  private:
    const TableRow& row() const { return table_.rows[next_ - 1]; }

    const Verb& verb_;
    TableFile table_;
    std::size_t next_ = 0;
};

const Verb& verb_of_table(const std::string& typed) {
    const auto words = in_english(base::shell_words(typed));
    const auto named = find_command(words);
    if (named.words != words.size() || !records_something(*named.verb))
        throw Failure(
            Exit::usage,
            compose({"--csv 「{}」不是登记命令", "--csv '{}' is no recording command"}, typed),
            Label{"写作 --csv \"complaint add\"", "write --csv \"complaint add\""});
    return *named.verb;
}

/// The operand or option that a column is called by: in either case, with dashes as underscores, as
/// they are in JSON.
std::optional<std::string> meant_by(const Verb& verb, std::string_view column) {
    auto name = base::fold(base::trimmed(column));
    std::ranges::replace(name, '_', '-');
    name.erase(0, std::min(name.find_first_not_of('-'), name.size()));
    const auto operand = std::ranges::find_if(
        verb.operands, [&](const Operand& one) { return base::fold(one.name) == name; });
    if (operand != verb.operands.end()) return std::string(operand->name);
    if (find_slot(verb, name)) return name;
    return {};
}

/// Whether several names stand in one, divided by what divides no cells.
bool is_divided_otherwise(std::string_view column) {
    static constexpr std::array<std::string_view, 5> dividers{"，", "；", "、", "|", " "};
    return std::ranges::any_of(
        dividers, [&](std::string_view divider) { return column.find(divider) != column.npos; });
}

/// What each column means. Throws Failure{usage} with every one that the command does not have, by
/// its place, and every one that stands there twice: in a table, that is; each line of JSON has
/// keys of its own.
std::map<std::string, std::string> meanings(const Verb& verb,
                                            const std::vector<std::string>& columns, bool once) {
    std::vector<base::Problem> problems;
    std::map<std::string, std::string> meant;
    std::map<std::string, std::size_t> first;
    for (std::size_t index = 0; index < columns.size(); ++index) {
        const auto& column = columns[index];
        const auto name = meant_by(verb, column);
        if (!name && columns.size() == 1 && is_divided_otherwise(column))
            throw Failure(
                Exit::usage,
                compose({"列名「{}」之间不是逗号", "the names in '{}' are not divided by commas"},
                        column),
                Label{"各格之间用半角逗号、分号或制表符",
                      "divide cells by commas, semicolons or tabs"});
        if (!name) {
            auto problem = unknown_option(verb, "--" + column);
            problem.what =
                compose({"第 {} 列「{}」不是 {} 的选项", "column {}, '{}', is no option of {}"},
                        index + 1, column, command_name(verb));
            problems.push_back(std::move(problem));
        }
        const auto [before, is_new] = first.emplace(name.value_or(column), index);
        if (once && !is_new)
            problems.push_back({compose({"第 {} 列与第 {} 列同名:「{}」",
                                         "column {} has the name of column {}: '{}'"},
                                        index + 1, before->second + 1, column),
                                Label{"每个选项只留一列", "keep one column for each option"}});
        if (name) meant.emplace(column, *name);
    }
    if (!problems.empty()) throw Failure(Exit::usage, problems);
    return meant;
}

void require_lines(const TableInput& input) {
    if (input.json_lines || !(input.text.starts_with('[') || input.text.starts_with('{'))) return;
    throw Failure(Exit::usage, Label{"文件是 JSON,不是 CSV", "the file is JSON, no CSV"},
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

std::unique_ptr<BatchLines> table_lines(const std::string& typed_command, const TableInput& input) {
    const auto& verb = verb_of_table(typed_command);
    require_lines(input);
    const auto is_column = [&](std::string_view word) { return meant_by(verb, word).has_value(); };
    auto table = input.json_lines ? read_json_lines(input.text) : read_csv(input.text, is_column);
    const auto meant = meanings(verb, table.columns, !input.json_lines);
    for (auto& row : table.rows) {
        std::set<std::string> seen;
        for (auto& [name, value] : row.cells) {
            name = meant.at(name);
            if (!seen.insert(name).second) row.problems.push_back(said_twice(name));
            if (input.from_workbook) value = as_in_workbook(value);
        }
    }
    return std::make_unique<TableLines>(verb, std::move(table));
}

}  // namespace huiyin::cli
