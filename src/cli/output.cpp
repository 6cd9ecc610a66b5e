#include "huiyin/cli/output.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "chinese_wording.hpp"
#include "huiyin/base/atomic_file.hpp"
#include "huiyin/base/display.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/base/json_text.hpp"
#include "huiyin/reports/findings.hpp"
#include "worded_document.hpp"

namespace huiyin::cli {

using base::compose;
using base::Exit;
using base::Failure;
using base::Json;
using base::Label;
using base::Text;

namespace {

bool coloured(const std::optional<bool>& wish, int descriptor) {
    if (wish) return *wish;
    return std::getenv("NO_COLOR") == nullptr && is_terminal(descriptor);
}

}  // namespace

bool is_terminal(int descriptor) {
    return isatty(descriptor) == 1;
}

int terminal_width() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col;
    return 80;
}

void Output::write(std::string_view data) {
    pending_.append(data);
}

void Output::forget() {
    pending_.clear();
    is_in_list_ = false;
}

void Output::set_format(std::string_view word) {
    const auto* found = std::ranges::find(reports::formats, word, &reports::Format::word);
    document = found == reports::formats.end() ? nullptr : found;
    format = document != nullptr ? Format::document : word == "json" ? Format::json : Format::text;
}

void Output::show(const reports::Document& document_shown, const Json& json) {
    if (format == Format::json) return write(as_json(json) + "\n");
    const bool in_words = typed_in_chinese && language == base::Language::chinese;
    const auto worded = in_words ? std::optional(in_chinese_words(document_shown)) : std::nullopt;
    const auto& shown = worded ? *worded : document_shown;
    if (format == Format::text) return write(as_text(shown));
    const bool on_screen = is_on_screen();
    using Is = reports::Format::Is;
    if (document->is == Is::binary && on_screen)
        throw Failure(Exit::usage,
                      Label{"表格文件不能显示在终端上", "a sheet cannot be shown on a terminal"},
                      compose({"加上 --out 文件.{}", "add --out FILE.{}"}, document->word));
    auto data = document->render(shown, language);
    if (document->is != Is::cells) return write(data);
    // Without the mark a spreadsheet takes a file for something older than UTF-8.
    if (!on_screen) return write((file ? "\xef\xbb\xbf" : "") + data);
    std::erase(data, '\r');
    write(base::escape_terminal(data));
}

bool Output::is_on_screen() const {
    return !file && is_terminal(STDOUT_FILENO);
}

std::string Output::as_text(const reports::Document& shown) const {
    return reports::render_text(shown, {.language = language,
                                        .width = terminal_width(),
                                        .colour = !file && coloured(colour, STDOUT_FILENO)});
}

/// A program gets data as it is; a person's terminal must not be steered by it.
std::string Output::as_json(const Json& json) const {
    return is_on_screen() ? base::escape_json(base::one_line(json)) : base::one_line(json);
}

bool Output::takes_rows_in_parts() const {
    return format == Format::text ||
           (format == Format::document && document->is == reports::Format::Is::cells);
}

void Output::show_more(reports::Table rows) {
    for (auto& column : rows.columns)
        column.header = {};
    reports::Document part;
    part.sections.push_back({{}, {std::move(rows)}});
    if (format == Format::text) return write(as_text(part));
    auto data = document->render(part, language);
    if (!is_on_screen()) return write(data);
    std::erase(data, '\r');
    write(base::escape_terminal(data));
}

void Output::show_item(const Json& item) {
    write(std::exchange(is_in_list_, true) ? "," : "[");
    write(as_json(item));
}

void Output::end_list() {
    write(std::exchange(is_in_list_, false) ? "]\n" : "[]\n");
}

void Output::say(const Text& sentence) {
    if (!quiet && format != Format::json) complain(sentence);
}

void Output::tell(const reports::Document& shown) {
    if (quiet || format != Format::text) return;
    const auto text = reports::render_text(shown, {.language = language,
                                                   .width = terminal_width(),
                                                   .colour = coloured(colour, STDERR_FILENO)});
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
}

void Output::complain(const Text& sentence) const {
    const bool in_words = typed_in_chinese && language == base::Language::chinese;
    const auto line = base::escape_terminal(in_words ? in_chinese_words(sentence.zh, command)
                                                     : sentence.in(language)) +
                      "\n";
    // Nobody is left to tell when standard error itself fails.
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

void Output::report(const gate::Outcome& outcome, const base::Zone& zone, bool time_was_typed) {
    if (format == Format::json)
        return write(base::one_line(outcome_json(outcome, zone, language)) + "\n");
    if (outcome.dry_run)
        say(compose({"试运行:可以登记(将得到 {}),什么也没有记下",
                     "dry run: it would be recorded (as {}); nothing was recorded"},
                    outcome.no));
    else
        write(outcome.no + "\n");
    // On a terminal the number stands above what is told of it.
    if (!file && is_terminal(STDOUT_FILENO)) finish();
    if (outcome.replayed)
        say(base::Label{"此前已登记,未重复登记", "recorded before; not recorded again"});
    if (time_was_typed && !outcome.replayed)
        say(compose({"发生时间:{}", "happened: {}"}, base::iso(outcome.at, zone)));
    for (const auto& remark : outcome.remarks)
        say({"注意:" + remark.zh, "note: " + remark.en});
    for (const auto& no : outcome.opened)
        say(compose({"同时登记:{}", "also recorded: {}"}, no));
    for (const auto& finding : outcome.findings) {
        // Of what was explained nothing is left to be done.
        if (finding.explained()) continue;
        say({base::format("{}〔{}〕{}", finding.severity == "notice" ? "提示" : "违规",
                          finding.rule->clause, finding.message.zh),
             base::format("{} [{}] {}", finding.severity, finding.rule->clause,
                          finding.message.en)});
    }
    const auto lines = reports::due_lines(outcome.due, zone, outcome.recorded_at);
    for (std::size_t index = 0; index < lines.size(); ++index) {
        // Of another record, such as the repair of an order, with its number.
        const auto& subject = outcome.due[index].subject;
        const auto whose = subject == outcome.no ? std::string{} : subject + " ";
        say({"待办 " + whose + lines[index].zh, "due: " + whose + lines[index].en});
    }
}

void Output::report(const Failure& failure) {
    if (format == Format::json) {
        write(base::one_line(failure_json(failure, language)) + "\n");
        return;
    }
    const auto tell = [&](const Text& sentence) { complain(sentence); };
    if (const auto* refusal = dynamic_cast<const gate::Refusal*>(&failure)) {
        tell(base::Label{"拒绝登记,什么也没有记下:", "refused; nothing was recorded:"});
        for (const auto& finding : refusal->findings()) {
            tell({base::format("  〔{}〕{}({})", finding.rule->clause, finding.message.zh,
                               finding.rule->id),
                  base::format("  [{}] {} ({})", finding.rule->clause, finding.message.en,
                               finding.rule->id)});
            tell({"    改正:" + finding.remedy.zh, "    to fix it: " + finding.remedy.en});
        }
        return;
    }
    for (const auto& problem : failure.problems()) {
        tell({"huiyin:" + problem.what.zh, "huiyin: " + problem.what.en});
        if (!problem.remedy.empty()) tell({"  " + problem.remedy.zh, "  " + problem.remedy.en});
    }
}

void Output::finish() {
    if (std::exchange(delivered_, true) && pending_.empty()) return;
    if (!file)
        return pending_.hand_over(
            [](std::string_view data) { base::write_all(STDOUT_FILENO, data, "stdout"); });
    base::AtomicFile whole(*file);
    pending_.hand_over([&](std::string_view data) { whole.write(data); });
    whole.publish();
}

Json outcome_json(const gate::Outcome& outcome, const base::Zone& zone, base::Language language) {
    Json json{{"ok", true},
              {"no", outcome.no},
              {"seq", outcome.dry_run || outcome.seq == 0 ? Json() : Json(outcome.seq)},
              {"replayed", outcome.replayed}};
    if (outcome.dry_run) json["dry_run"] = true;
    json["at"] = base::iso(outcome.at, zone);
    json["opened"] = outcome.opened;
    json["findings"] = reports::findings_json(outcome.findings, zone, language);
    json["due"] = reports::due_json(outcome.due, zone);
    for (const auto& remark : outcome.remarks)
        json["remarks"].push_back(remark.in(language));
    return json;
}

Json failure_json(const Failure& failure, base::Language language) {
    Json json{{"ok", false}, {"error", base::exit_word(failure.code())}};
    if (const auto* refusal = dynamic_cast<const gate::Refusal*>(&failure)) {
        Json findings = Json::array();
        for (const auto& finding : refusal->findings())
            findings.push_back({{"rule", finding.rule->id},
                                {"clause", finding.rule->clause},
                                {"severity", finding.severity},
                                {"subject", finding.subject},
                                {"message", finding.message.in(language)},
                                {"remedy", finding.remedy.in(language)}});
        json["findings"] = std::move(findings);
        return json;
    }
    Json problems = Json::array();
    for (const auto& problem : failure.problems())
        problems.push_back(
            {{"message", problem.what.in(language)}, {"remedy", problem.remedy.in(language)}});
    json["problems"] = std::move(problems);
    return json;
}

}  // namespace huiyin::cli
