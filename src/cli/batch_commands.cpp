#include <unistd.h>

#include <algorithm>
#include <array>
#include <deque>
#include <limits>
#include <map>
#include <set>

#include "batch_recording.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/fold.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/base/json_text.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/common_options.hpp"
#include "huiyin/cli/output.hpp"
#include "nouns.hpp"
#include "progress_bar.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace batch_commands {
namespace {

using base::compose;
using base::Exit;
using base::Failure;
using gate::Right;

struct Batch final : Options {
    Maybe<Takes::file> file{
        *this, operand("FILE", {"文件(默认标准输入)", "the file (default: standard input)"})};
    Maybe<Takes::word> csv{*this,
                           {"csv",
                            {"表格:每列一个选项,每行一条",
                             "a table: a column for each option, a row for each command"},
                            "'NOUN VERB'"}};
    Maybe<Takes::choice> on_error{
        *this,
        {"on-error",
         {"出错时全部撤回,或跳过该行", "on an error: undo everything, or skip that line"},
         "stop|skip"}};
    Maybe<Takes::words> columns{
        *this,
        {"columns",
         {"别处来的表:各列是哪一项,空的不要,没写到的按列名认(与 --csv 同用)",
          "for another program's table: which option each column is, none where it is empty; the "
          "others go by their headings (with --csv)"},
         "HEADING=OPTION,…"}};
    Maybe<Takes::choice> dates{*this,
                               {"dates",
                                {"别处来的表:日期里年、月、日的次序(与 --csv 同用)",
                                 "of a table from elsewhere: the order of year, month and day in "
                                 "its dates (with --csv)"},
                                "ymd|mdy|dmy"}};
    Maybe<Takes::words> late_reason{
        *this,
        {"late-reason",
         {"补录原因,各行相同(与 --csv 同用)", "why every row is recorded late (with --csv)"}}};
    Flag replay{*this,
                {"replay",
                 {"把导出的 commands.jsonl 按当时的时间重新登记到空的数据文件(系统管理员)",
                  "replay an export's commands.jsonl into an empty store, each line at its "
                  "original time (administrator)"}}};
    Flag dry_run{*this, shared::dry_run};
};

/// A line of which there is more to tell than its number: that it failed, or what was remarked on.
struct LineReport {
    std::size_t line;
    const Verb* verb;
    bool in_chinese;
    std::size_t place;  ///< in what is shown of all lines: where its own begins
    std::exception_ptr failure = {};
    std::vector<base::Text> remarks = {};
    std::vector<rulebook::Finding> findings = {};
};

std::string json_line(const nlohmann::ordered_json& json) {
    return base::one_line(json) + "\n";
}

/// Keeps what there is to tell until the store is free: whoever reads it may be slow.
class ReportQueue {
  public:
    ReportQueue(Output& output, Sum sum, bool skips) : output_(output), sum_(sum), skips_(skips) {}

    void take(const BatchLines& lines, const gate::LineResult& result) {
        if (table_of_.empty()) table_of_ = lines.table_of();
        ++lines_;
        LineReport told{.line = lines.number(),
                        .verb = lines.verb(),
                        .in_chinese = lines.in_chinese(),
                        .place = shown_.size(),
                        .failure = result.failure};
        if (result.outcome) {
            const auto& outcome = *result.outcome;
            shown_ += shown(told.line, outcome);
            if (output_.format == Format::json) done_.push_back(told.line);
            told.remarks = outcome.remarks;
            told.findings = outcome.findings;
            // Two rows may be of one home, in two spellings.
            const bool is_known =
                sum_ == Sum::homes && (outcome.seq == 0 || !homes_.insert(outcome.no).second);
            ++(outcome.replayed || is_known ? replayed_ : recorded_);
        }
        if (told.failure || !told.remarks.empty() || !told.findings.empty())
            reports_.push_back(std::move(told));
    }

    /// Returns the first failure's exit code.
    Exit tell(bool kept, bool recorded) {
        Exit exit = Exit::done;
        const auto* const command = output_.command;
        const bool in_chinese = output_.typed_in_chinese;
        for (const auto& told : reports_) {
            tell_lines_before(told.line, told.place, kept);
            // The options of its own command, in the words it was typed in.
            output_.command = told.verb != nullptr ? told.verb : command;
            output_.typed_in_chinese = in_chinese || told.in_chinese;
            if (told.failure) {
                const auto code = tell_failure(told);
                if (exit == Exit::done) exit = code;
            } else if (kept) {
                tell_notes(told);
            }
        }
        tell_lines_before(std::numeric_limits<std::size_t>::max(), shown_.size(), kept);
        output_.command = command;
        output_.typed_in_chinese = in_chinese;
        tell_where_options_go();
        if (!recorded && exit == Exit::done)
            tell_trial();
        else
            tell_sum(kept && recorded);
        return exit;
    }

  private:
    std::string shown(std::size_t line, const gate::Outcome& outcome) {
        if (output_.format != Format::json) return outcome.dry_run ? "" : outcome.no + "\n";
        if (!zone_) zone_.emplace(outcome.timezone);
        auto json = outcome_json(outcome, *zone_, output_.language);
        json["line"] = line;
        return json_line(json);
    }

    /// What there is to show of the lines that went well before one, as far as it was not yet.
    void tell_lines_before(std::size_t line, std::size_t place, bool kept) {
        if (kept) {
            output_.write(std::string_view(shown_).substr(told_, place - told_));
            told_ = place;
            return;
        }
        for (; !done_.empty() && done_.front() < line; done_.pop_front())
            output_.write(json_line({{"ok", false},
                                     {"error", "failed"},
                                     {"taken_back", true},
                                     {"line", done_.front()}}));
    }

    Exit tell_failure(const LineReport& told) {
        try {
            std::rethrow_exception(told.failure);
        } catch (const Failure& failure) {
            if (output_.format == Format::json) {
                auto json = failure_json(failure, output_.language);
                json["line"] = told.line;
                output_.write(json_line(json));
            } else {
                output_.complain(compose({"第 {} 行:", "line {}:"}, told.line));
                if (dynamic_cast<const gate::Refusal*>(&failure) != nullptr)
                    output_.report(failure);
                else
                    output_.report(told_once(failure, told.line));
            }
            names_options_ =
                names_options_ || std::ranges::any_of(failure.problems(), [](const auto& problem) {
                    return problem.remedy.en.find("--") != std::string::npos;
                });
            return failure.code();
        }
    }

    /// A long remedy that an earlier line was given, such as all the categories there are, is told
    /// by that line's number.
    Failure told_once(const Failure& failure, std::size_t line) {
        constexpr std::size_t is_long = 160;
        auto problems = failure.problems();
        for (auto& problem : problems) {
            if (problem.remedy.en.size() < is_long) continue;
            const auto [before, is_new] = remedies_.emplace(problem.remedy.en, line);
            if (!is_new)
                problem.remedy =
                    compose({"改法同第 {} 行", "to be put right as line {}"}, before->second);
        }
        return {failure.code(), std::move(problems)};
    }

    /// What is to be put right names options: in a table they stand elsewhere.
    void tell_where_options_go() {
        if (table_of_.empty() || !names_options_) return;
        output_.say(compose({"上面的 --选项 在表格里是一列,标题写选项名(如 "
                             "late-reason、补录原因);各行相同的写成 --csv \"{} --选项 内容\"",
                             "an --option named above is a column of the table, headed by its name "
                             "(late-reason); what "
                             "is the same in every row goes into --csv \"{} --option VALUE\""},
                            table_of_));
    }

    /// What the rules and the reading of a line that stands have to say.
    void tell_notes(const LineReport& told) {
        for (const auto& remark : told.remarks)
            output_.say({base::format("第 {} 行:{}", told.line, remark.zh),
                         base::format("line {}: {}", told.line, remark.en)});
        for (const auto& finding : told.findings)
            output_.say({base::format("第 {} 行 {}:{}〔{}〕{}", told.line, finding.subject,
                                      finding.severity == "notice" ? "提示" : "违规",
                                      finding.rule->clause, finding.message.zh),
                         base::format("line {}, {}: {} [{}] {}", told.line, finding.subject,
                                      finding.severity, finding.rule->clause, finding.message.en)});
    }

    /// Of a dry run in which every line passed.
    void tell_trial() {
        output_.say(compose(
            {"试运行:{} 条都可以登记,此前已登记 {} 条;什么也没有记下",
             "dry run: {} would be recorded, {} were recorded before; nothing was recorded"},
            recorded_, replayed_));
    }

    void tell_sum(bool recorded) {
        if (recorded && sum_ == Sum::homes)
            output_.say(compose({"登记 {} 户;已在住户册上的 {} 行,未登记 {} 行",
                                 "{} recorded, {} recorded before, {} not recorded"},
                                recorded_, replayed_, lines_ - recorded_ - replayed_));
        else if (recorded)
            output_.say(compose({"登记 {} 条,此前已登记 {} 条,未登记 {} 条",
                                 "{} recorded, {} recorded before, {} not recorded"},
                                recorded_, replayed_, lines_ - recorded_ - replayed_));
        else if (skips_ && recorded_ + replayed_ > 0)
            output_.say(compose({"试运行:{} 条可以登记,此前已登记 {} 条,{} 条不行;什么也没有记下",
                                 "dry run: {} would be recorded, {} were recorded before, {} would "
                                 "not; nothing was recorded"},
                                recorded_, replayed_, lines_ - recorded_ - replayed_));
        else
            output_.say(base::Label{"全部撤回,什么也没有登记",
                                    "everything was undone; nothing was recorded"});
    }

    Output& output_;
    Sum sum_;
    bool skips_;                                   ///< what cannot be recorded is left out
    std::string table_of_;                         ///< what stands behind --csv; empty for no table
    bool names_options_ = false;                   ///< the remedy of a failure does
    std::map<std::string, std::size_t> remedies_;  ///< the long ones, and the line told them first
    std::set<std::string> homes_;                  ///< recorded by this batch
    std::optional<base::Zone> zone_;               ///< the office's, known once the store is open
    std::string shown_;                            ///< of the lines that went well, in their order
    std::deque<std::size_t> done_;                 ///< their numbers, where JSON tells them
    std::deque<LineReport> reports_;               ///< which does not move them as it grows
    std::size_t told_ = 0;                         ///< of `shown_`
    std::size_t lines_ = 0;
    std::size_t replayed_ = 0;
    std::size_t recorded_ = 0;
};

/// What is recorded anew is whole or not at all, and no table.
std::vector<base::Problem> conflicts(const Unchecked<Batch>& typed) {
    const bool of_a_table =
        typed.has(&Batch::columns) || typed.has(&Batch::dates) || typed.has(&Batch::late_reason);
    if (of_a_table && !typed.has(&Batch::csv))
        return {{base::Label{
                     "--columns、--dates、--late-reason 说的是表格,要与 --csv 同用",
                     "--columns, --dates and --late-reason are about a table: they go with --csv"},
                 base::Label{"加上 --csv \"complaint add\"", "add --csv \"complaint add\""}}};
    if (!typed.has(&Batch::replay) || (!typed.has(&Batch::csv) && !typed.has(&Batch::on_error)))
        return {};
    return {{base::Label{"--replay 不与 --csv、--on-error 同用",
                         "--replay cannot be combined with --csv or --on-error"},
             base::Label{"导出的内容全部重新登记,或什么也不登记",
                         "an export is replayed as a whole or not at all"}}};
}

/// What is said for every row may be anybody's words: only the command itself is kept.
void mask_given(std::string& line, std::string_view table) {
    const auto options = table.find(" --");
    const auto at = line.find("--csv ");
    if (options == table.npos || at == line.npos) return;
    line = base::format("{}--csv '{} ***'", line.substr(0, at), table.substr(0, options));
}

/// A table is told by its name, before each of its rows is told of as no command.
void require_no_table(const std::optional<std::string>& file) {
    const auto name = base::fold(file.value_or(""));
    constexpr std::array<std::string_view, 4> endings{".csv", ".xlsx", ".xls", ".et"};
    if (std::ranges::none_of(endings, [&](auto ending) { return name.ends_with(ending); })) return;
    throw Failure(
        Exit::usage,
        compose({"{} 是表格,要写明每行登记什么", "{} is a table: say what a row records"}, *file),
        base::Label{"如 huiyin batch --csv 'complaint add' 文件",
                    "as in huiyin batch --csv 'complaint add' FILE"});
}

Exit batch(const gate::Session& session, const Batch& typed, Output& output) {
    const auto table = typed.csv();
    if (!table && !typed.replay()) require_no_table(typed.file());
    if (!typed.file() && isatty(STDIN_FILENO) == 1)
        output.say(base::Label{"从键盘读:一行一条命令,Ctrl-D 结束,Ctrl-C 放弃;表格或文件写文件名",
                               "reading from the keyboard: one command a line, Ctrl-D ends, Ctrl-C "
                               "gives up; or name a file"});
    auto input = read_table_input(typed.file(), output);
    input.json_lines = input.json_lines || typed.replay();
    const auto lines = typed.replay() ? replayed_lines(std::move(input))
                       : table        ? table_lines(*table, input,
                                                    {.columns = typed.columns().value_or(""),
                                                     .dates = typed.dates().value_or(""),
                                                     .late_reason = typed.late_reason().value_or("")})
                                      : typed_lines(std::move(input));
    auto line = typed.masked_line();
    if (table) mask_given(line, *table);
    return record_lines(session, *lines, line, typed.on_error() == "skip", output);
}

constexpr std::array verbs{
    command<batch, conflicts>(
        {.noun = "batch",
         .verb = "",
         .help = {"批量登记,要么全部登记,要么全部不登记", "many commands, all or nothing"},
         .clause = "",
         .right = Right::read,
         .example = "huiyin batch --csv \"complaint add\" letters.csv"}),
};

}  // namespace
}  // namespace batch_commands

base::Exit record_lines(const gate::Session& session, BatchLines& lines, const std::string& line,
                        bool skip, Output& output, Sum sum) {
    for (const auto& remark : lines.remarks())
        output.say(remark);
    batch_commands::ReportQueue telling(output, sum, skip);
    bool kept = false;
    {
        ProgressBar bar(output, {"批量登记", "batch"});
        const auto next = [&]() -> std::optional<gate::Command> {
            if (!lines.advance()) return {};
            return lines.command();
        };
        const auto take = [&](gate::LineResult result) {
            if (result.failure) result.failure = lines.placed(result.failure);
            telling.take(lines, result);
            bar(static_cast<std::int64_t>(lines.number()),
                static_cast<std::int64_t>(lines.count()));
        };
        kept = gate::write_batch(session, next, take, line, skip);
    }
    return telling.tell(kept, !session.dry_run);
}

std::span<const Verb> batch_verbs() {
    return batch_commands::verbs;
}

}  // namespace huiyin::cli
