#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/limits.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "nouns.hpp"
#include "table_file.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

namespace {

using base::compose;
using base::Exit;
using base::Failure;
using gate::Right;

constexpr std::array maybe_file{
    Operand{"FILE", Takes::file, {"文件(默认标准输入)", "the file (standard input)"}, false}};
constexpr std::array batch_options{
    Option{"csv",
           Takes::word,
           "'NOUN VERB'",
           {"表格:每列一个选项,每行一条", "a table: each column an option, each row one run"}},
    Option{"on-error",
           Takes::choice,
           "stop|skip",
           {"出错时全部撤回,或跳过该行", "on an error take all back, or skip the line"}},
    Option{"dry-run", Takes::nothing, "", {"试运行,不登记", "try it; nothing is recorded"}},
};

std::string read_stream(std::istream& stream, const std::string& name) {
    std::string text;
    std::array<char, 1U << 16U> part{};
    while (stream.read(part.data(), part.size()), stream.gcount() > 0) {
        text.append(part.data(), static_cast<std::size_t>(stream.gcount()));
        if (text.size() > base::limits::batch)
            throw Failure(Exit::usage,
                          compose({"{} 太长:至多 {} MiB", "{} is too long: at most {} MiB"}, name,
                                  base::limits::batch >> 20U),
                          base::Label{"分成几个文件", "divide it into several files"});
    }
    return text;
}

std::string read_input(const std::optional<std::string>& name) {
    if (!name || *name == "-") return read_stream(std::cin, "-");
    std::ifstream file(*name, std::ios::binary);
    if (!file)
        throw Failure(Exit::failed, compose({"打不开文件 {}", "cannot open the file {}"}, *name));
    return read_stream(file, *name);
}

void require_length(std::string_view line) {
    if (line.size() > base::limits::line)
        throw Failure(Exit::usage,
                      compose({"太长:一行至多 {} 字节", "too long: at most {} bytes a line"},
                              base::limits::line),
                      base::Label{"分成几条登记", "divide it into several records"});
}

/// One line of the batch: the command it became, or why it became none.
struct Line {
    std::size_t number = 0;
    std::optional<gate::Command> command;
    std::exception_ptr failure;
};

template <typename Make>
Line make_line(std::size_t number, Make make) {
    try {
        return {number, make(), nullptr};
    } catch (const Failure&) {
        return {number, {}, std::current_exception()};
    }
}

gate::Command recording_from(const std::vector<std::string>& words) {
    const auto arguments = parse(words, false);
    if (!records_something(arguments.verb()))
        throw Failure(Exit::usage, compose({"{} {} 不是登记命令,不能批量运行",
                                            "{} {} records nothing and has no place in a batch"},
                                           arguments.verb().noun, arguments.verb().verb));
    return recording(arguments);
}

/// One line as a shell would split it; in a `.jsonl` file an array of the words.
std::vector<std::string> words_of(std::string_view line, bool json_lines) {
    if (!json_lines) return base::shell_words(line);
    if (line.find_first_not_of(" \t") == std::string_view::npos) return {};
    const auto json = nlohmann::json::parse(line, nullptr, false);
    const bool fits = json.is_array() &&
                      std::ranges::all_of(json, [](const auto& word) { return word.is_string(); });
    if (!fits)
        throw Failure(Exit::usage, base::Label{"不是一列词", "this is no list of words"},
                      base::Label{R"(写作 ["note", "ts-1", "--text", "…"];表格用 --csv)",
                                  R"(write ["note", "ts-1", "--text", "…"]; a table takes --csv)"});
    return json.get<std::vector<std::string>>();
}

std::vector<Line> command_lines(std::string_view text, bool json_lines) {
    std::vector<Line> lines;
    std::size_t number = 0;
    for (std::size_t start = 0; start < text.size();) {
        const auto end = std::min(text.find('\n', start), text.size());
        auto one = text.substr(start, end - start);
        if (one.ends_with('\r')) one.remove_suffix(1);
        start = end + 1;
        ++number;
        std::vector<std::string> words;
        auto line = make_line(number, [&]() -> std::optional<gate::Command> {
            require_length(one);
            words = words_of(one, json_lines);
            if (words.empty()) return {};
            return recording_from(words);
        });
        if (line.command || line.failure) lines.push_back(std::move(line));
    }
    return lines;
}

const Verb& verb_of_table(const std::string& typed) {
    const auto words = base::shell_words(typed);
    const auto named = find_command(words);
    if (named.words != words.size() || !records_something(*named.verb))
        throw Failure(
            Exit::usage,
            compose({"--csv 「{}」不是登记命令", "--csv '{}' is no recording command"}, typed),
            base::Label{"写作 --csv \"complaint add\"", "write --csv \"complaint add\""});
    return *named.verb;
}

void require_columns(const Verb& verb, const std::vector<std::string>& columns) {
    std::vector<base::Problem> problems;
    for (const auto& column : columns) {
        const bool is_operand =
            std::ranges::find(verb.operands, column, &Operand::name) != verb.operands.end();
        if (!is_operand && find_option(verb, column) == nullptr)
            problems.push_back(unknown_option(verb, "--" + column));
        if (std::ranges::count(columns, column) > 1)
            problems.push_back(
                {compose({"列「{}」出现不止一次", "the column '{}' stands there twice"}, column),
                 {}});
    }
    if (!problems.empty()) throw Failure(Exit::usage, problems);
}

std::vector<Line> table_lines(const std::string& typed, std::string_view text, bool json_lines) {
    const auto& verb = verb_of_table(typed);
    const auto table = json_lines ? read_json_lines(text) : read_csv(text);
    require_columns(verb, table.columns);
    std::vector<Line> lines;
    for (const auto& row : table.rows)
        lines.push_back(
            make_line(row.line, [&] { return recording(from_cells(verb, row.cells)); }));
    return lines;
}

/// Runs every line that could be read; the others keep their own failure.
std::vector<gate::LineResult> run_lines(gate::Desk desk, const std::vector<Line>& lines,
                                        const std::string& journal_line, bool skip) {
    const bool unreadable =
        std::ranges::any_of(lines, [](const Line& line) { return line.failure != nullptr; });
    // The rest is still tried, so that all that is wrong is told at once.
    desk.dry_run = desk.dry_run || (unreadable && !skip);
    std::vector<gate::Command> commands;
    for (const auto& line : lines)
        if (line.command) commands.push_back(*line.command);
    auto ran = gate::write_batch(desk, commands, journal_line, skip);
    std::vector<gate::LineResult> results;
    auto next = ran.begin();
    for (const auto& line : lines)
        results.push_back(line.command ? std::move(*next++) : gate::LineResult{{}, line.failure});
    return results;
}

/// Tells one line's failure; returns its exit code.
Exit tell_failure(const Line& line, const gate::LineResult& result, Output& output) {
    try {
        std::rethrow_exception(result.failure);
    } catch (const Failure& failure) {
        if (output.format == Format::json) {
            auto json = failure_json(failure, output.language);
            json["line"] = line.number;
            output.write(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) +
                         "\n");
        } else {
            output.complain(compose({"第 {} 行:", "line {}:"}, line.number));
            output.report(failure);
        }
        return failure.code();
    }
}

void tell_success(const Line& line, const gate::Outcome& outcome, bool kept, Output& output) {
    if (output.format != Format::json) {
        if (kept && !outcome.dry_run) output.write(outcome.no + "\n");
        return;
    }
    const base::Zone zone(output.timezone);
    auto json = outcome_json(outcome, zone, output.language);
    if (!kept) json = {{"ok", false}, {"error", "failed"}, {"taken_back", true}};
    json["line"] = line.number;
    output.write(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

Exit batch(const gate::Desk& desk, const Arguments& arguments, Output& output) {
    const auto file = arguments.maybe("FILE");
    const auto text = read_input(file);
    const bool skip = arguments.maybe("on-error") == "skip";
    const bool json_lines = file && (file->ends_with(".jsonl") || file->ends_with(".ndjson"));
    const auto table = arguments.maybe("csv");
    const auto lines =
        table ? table_lines(*table, text, json_lines) : command_lines(text, json_lines);
    const auto results = run_lines(desk, lines, masked_line(arguments), skip);

    const bool all_good =
        std::ranges::all_of(results, [](const auto& result) { return result.outcome.has_value(); });
    Exit exit = Exit::done;
    std::size_t replayed = 0;
    std::size_t recorded = 0;
    for (std::size_t index = 0; index < lines.size(); ++index) {
        if (!results[index].outcome) {
            const auto code = tell_failure(lines[index], results[index], output);
            if (exit == Exit::done) exit = code;
            continue;
        }
        tell_success(lines[index], *results[index].outcome, all_good || skip, output);
        ++(results[index].outcome->replayed ? replayed : recorded);
    }
    const bool kept = (all_good || skip) && !desk.dry_run;
    if (kept)
        output.say(compose({"登记 {} 条,此前已登记 {} 条,未登记 {} 条",
                            "{} recorded, {} recorded before, {} not recorded"},
                           recorded, replayed, lines.size() - recorded - replayed));
    else
        output.say(base::Label{"全部撤回,什么也没有登记", "all taken back; nothing was recorded"});
    return exit;
}

constexpr std::array verbs{
    Verb{.noun = "batch",
         .verb = "",
         .help = {"批量登记,全有或全无", "many commands, all or nothing"},
         .clause = "",
         .right = Right::read,
         .action = batch,
         .operands = maybe_file,
         .options = batch_options,
         .example = "huiyin batch --csv \"complaint add\" letters.csv"},
};

}  // namespace

std::span<const Verb> batch_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
