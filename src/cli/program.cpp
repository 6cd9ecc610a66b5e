#include "huiyin/cli/program.hpp"
#include "chinese_wording.hpp"

#include <fcntl.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <new>

#include "completion.hpp"
#include "draft.hpp"
#include "help.hpp"
#include "home_screen.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/fold.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/chinese_names.hpp"
#include "huiyin/cli/choice_words.hpp"
#include "huiyin/cli/common_options.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/callback.hpp"
#include "huiyin/records/numbers.hpp"
#include "huiyin/records/office.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/reports/format.hpp"
#include "huiyin/store/lock.hpp"
#include "huiyin/store/store.hpp"
#include "manual.hpp"
#include "prompt.hpp"
#include "shared_options.hpp"
#include "table_lookup.hpp"
#include "watching.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using base::Failure;
using Words = std::vector<std::string>;

/// A closed descriptor would be given to the store's file, and a message then written into it.
void occupy_standard_descriptors() {
    for (int descriptor = open("/dev/null", O_RDWR); descriptor >= 0 && descriptor <= STDERR_FILENO;
         descriptor = open("/dev/null", O_RDWR))
        if (descriptor == STDERR_FILENO) return;
}

std::optional<std::string> environment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0' ? std::optional<std::string>(value) : std::nullopt;
}

std::filesystem::path home() {
    if (const auto set = environment("HOME")) return *set;
    const passwd* entry = getpwuid(getuid());
    return entry != nullptr ? entry->pw_dir : "/";
}

std::filesystem::path store_path(const std::optional<std::string>& typed) {
    if (typed) return *typed;
    if (const auto set = environment("HUIYIN_DB")) return *set;
    const auto data = environment("XDG_DATA_HOME");
    return (data ? std::filesystem::path(*data) : home() / ".local/share") / "huiyin/office.db";
}

/// What the environment says of the language; the office's own comes later and outranks a locale.
void choose_language(Output& output, const std::optional<std::string>& typed) {
    for (const auto& tag : {typed, environment("HUIYIN_LANG")})
        if (const auto language = tag ? base::parse_language(*tag) : std::nullopt) {
            output.language = *language;
            output.language_chosen = true;
            return;
        }
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const auto tag = environment(name)) {
            output.language = base::parse_language(*tag).value_or(base::Language::chinese);
            return;
        }
}

/// Looked for before anything is parsed, so that even a bad command line is answered as wished.
std::optional<std::string> early_option(const Words& words, const std::string& name) {
    for (std::size_t index = 0; index < words.size() && words[index] != "--"; ++index) {
        if (words[index] == name && index + 1 < words.size()) return words[index + 1];
        if (words[index].starts_with(name + "=")) return words[index].substr(name.size() + 1);
    }
    return {};
}

/// Of whoever asks before the store was opened for them, or types what cannot be run.
void speak_as_the_office_does(const Words& words, Output& output) {
    if (output.language_chosen) return;
    try {
        auto connection = store::open_to_read(store_path(early_option(words, "--db")));
        output.language = records::load_office(connection).language;
    } catch (const std::exception&) {
        // There is no office yet, or none that can be read: the locale's will do.
    }
}

/// What the ending of a file asks for, where --format says nothing: 登记.xlsx is a workbook.
std::optional<std::string> format_of_file(const std::optional<std::string>& file) {
    if (!file) return {};
    auto ending = base::fold(file->substr(file->rfind('.') + 1));
    const bool is_one = std::ranges::count(reports::formats, ending, &reports::Format::word) > 0;
    return is_one ? std::optional(std::move(ending)) : std::nullopt;
}

void prepare(Output& output, const Words& words) {
    choose_language(output, early_option(words, "--lang"));
    const auto end = std::ranges::find(words, "--");  // what follows is no option
    const bool json = std::find(words.begin(), end, "--json") != end;
    auto format = early_option(words, "--format");
    if (format)
        if (const auto called = choice_called("format", reports::format_words, *format))
            format = called;
    if (!json && !format) format = format_of_file(early_option(words, "--out"));
    output.set_format(json ? "json" : format.value_or("text"));
    output.quiet = std::find(words.begin(), end, "--quiet") != end;
}

gate::Session desk_for(const Arguments& arguments, Output& output) {
    CommonOptions common;
    common.read(arguments, nullptr);
    return {.store = store_path(common.db()),
            .identity = gate::identify(common.as()),
            .dry_run = arguments.has(option_name(&ProvenanceOptions::dry_run)),
            .on_language =
                [&output](base::Language language) {
                    if (!output.language_chosen) output.language = language;
                },
            .on_commit = [&output](std::string numbers) { output.recorded = std::move(numbers); }};
}

Exit record(const gate::Session& session, const Arguments& arguments, Output& output) {
    const auto outcome = gate::write(session, recording(arguments));
    output.report(outcome, base::Zone(outcome.timezone),
                  arguments.has(option_name(&ProvenanceOptions::at)));
    if (const auto afterwards = arguments.verb().afterwards;
        afterwards != nullptr && !outcome.dry_run && !outcome.replayed) {
        auto reading = gate::open_to_read(session, masked_line(arguments));
        afterwards({reading, output}, outcome);
    }
    return Exit::done;
}

/// The record that an operand names, so that the journal can be asked who looked at it.
std::string record_named(const records::Writing& writing, const Arguments& arguments) {
    for (const auto& operand : arguments.verb().operands) {
        const auto* typed = arguments.find(operand.name);
        if (operand.takes != Takes::number || typed == nullptr) continue;
        const int year = writing.year();
        const auto no = records::full_number(*typed, year);
        auto& connection = writing.connection();
        if (no.starts_with("HF")) return records::require_callback(connection, no, year).no;
        if (no.starts_with("PG")) return records::require_order(connection, no, year).no;
        return records::require_matter(connection, no, year).no;
    }
    return {};
}

/// Names and numbers in full are shown only once it is on record who asked for them.
void record_reveal(const gate::Session& session, const Arguments& arguments) {
    gate::Command command;
    command.line = masked_line(arguments);
    command.rights = {arguments.verb().right, gate::Right::office_work};
    command.leaves_trace = true;
    command.record = [&](const records::Writing& writing) {
        const auto find = arguments.verb().reveals;
        return records::WriteResult{
            find != nullptr ? find(writing, arguments) : record_named(writing, arguments), {}};
    };
    gate::write(session, command);
}

/// Reading is nearly always everybody's; some of what it can be asked is not.
gate::Right right_to_read(const Arguments& arguments) {
    for (const auto& option : arguments.verb().options)
        if (option.right && arguments.has(option.name)) return *option.right;
    return arguments.verb().right;
}

/// What is shown is of one moment. Holding the store meanwhile would keep clerks waiting, so it is
/// read again where somebody committed in between.
Exit show(const gate::Session& session, Show action, const Arguments& arguments, Output& output) {
    if (arguments.has(shared::reveal.name) || arguments.verb().reveals != nullptr)
        record_reveal(session, arguments);
    const auto line = masked_line(arguments);
    const auto right = right_to_read(arguments);
    for (int readings = 0;; ++readings) {
        auto reading = gate::open_to_show(session, line, right, readings);
        reading.reveals = arguments.has(shared::reveal.name);
        const auto exit = store::explained(session.store.string(), [&] {
            return gate::read_unless_overtaken(reading, [&] {
                return action({reading, output}, arguments);
            });
        });
        if (exit) return *exit;
        output.forget();
    }
}

Exit dispatch(const Arguments& arguments, Output& output) {
    CommonOptions common;
    common.read(arguments, nullptr);
    output.file = common.out();
    if (const auto& wish = common.color(); wish && *wish != "auto")
        output.colour = *wish == "always";
    const auto session = desk_for(arguments, output);
    const auto& action = arguments.verb().action;
    if (std::holds_alternative<Record>(action)) return record(session, arguments, output);
    if (const auto* reads = std::get_if<Show>(&action)) {
        if (!arguments.has(shared::watch.name)) return show(session, *reads, arguments, output);
        return watch(session, output, [&] { show(session, *reads, arguments, output); });
    }
    return std::get<Run>(action)(session, arguments, output);
}

/// Whether no command was typed, only for whom and how it is to be told.
bool is_alone(const Words& words) {
    for (std::size_t index = 0; index < words.size(); ++index) {
        const auto& word = words[index];
        const auto name = std::string_view(word).substr(std::min<std::size_t>(2, word.size()));
        if (!word.starts_with("--") || !is_common_option(name.substr(0, name.find('='))))
            return false;
        if (common_option_takes_value(word)) ++index;
    }
    return true;
}

/// `huiyin` alone, typed by somebody on the staff. Anybody else is told of the commands.
bool greeted(const Words& words, Output& output) {
    if (output.format != Format::text) return false;
    auto reading = gate::peek({.store = store_path(early_option(words, "--db")),
                               .identity = gate::identify(early_option(words, "--as"))});
    if (!reading) return false;
    if (!output.language_chosen) output.language = reading->office.language;
    output.write(home_screen(*reading, output.language, terminal_width()));
    return true;
}

/// `--help` anywhere asks about the command, whatever else is wrong or missing.
bool answered_help(const Words& words, Output& output) {
    const auto end = std::ranges::find(words, "--");
    const auto asks = [](const std::string& word) {
        return word == "--help" || word == "-h" || word == "--帮助";
    };
    const bool asked = std::any_of(words.begin(), end, asks);
    if (!asked && is_alone(words) && greeted(words, output)) return true;
    if (!words.empty() && !asked) return false;
    Words rest;
    std::remove_copy_if(words.begin(), end, std::back_inserter(rest), asks);
    speak_as_the_office_does(words, output);
    output.write(help_about(command_words(rest), output.language, terminal_width()));
    return true;
}

/// Answers a shell that asks what may come next. Whatever goes wrong, it is told nothing.
void complete(const Words& words, Output& output) {
    try {
        choose_language(output, early_option(words, "--lang"));
        auto reading = gate::peek({.store = store_path(early_option(words, "--db")),
                                   .identity = gate::identify(early_option(words, "--as"))});
        if (reading && !output.language_chosen) output.language = reading->office.language;
        output.write(completions(words, reading ? &*reading : nullptr, output.language));
        output.finish();
    } catch (const std::exception&) {
    }
}

/// What only shells and the build ask.
bool asked_by_machine(const Words& words, Output& output) {
    if (words.empty()) return false;
    if (words.front() == completion_word)
        complete({words.begin() + 1, words.end()}, output);
    else if (words.front() == manual_word && words.size() > 1)
        write_manual(words[1]);
    else
        return false;
    return true;
}

/// A commit stands whatever becomes of its answer; the number then goes to standard error.
void tell_what_stands(const Output& output) {
    if (output.recorded.empty()) return;
    output.complain(base::compose(
        {"已登记 {},但随后出错:", "{} was recorded, but then something failed:"}, output.recorded));
}

/// Asks for what is missing and, after a refusal, again for what was wrong: what was typed stays.
Exit ask_and_dispatch(Draft& draft, Output& output) {
    const auto session = desk_for(draft.arguments, output);
    ask_for_missing(draft, session, output);
    while (true)
        try {
            return dispatch(finished(draft), output);
        } catch (const gate::Refusal& refusal) {
            if (!can_ask_again(draft, refusal)) throw;
            output.report(refusal);
            if (!ask_again(draft, refusal, session, output)) return Exit::refused;
        }
}

Exit guarded_run(const Words& words, Output& output) {
    try {
        if (answered_help(words, output)) return output.finish(), Exit::done;
        auto draft = read_words(words, true);
        output.command = &draft.arguments.verb();
        const auto exit = can_ask(draft, output) ? ask_and_dispatch(draft, output)
                                                 : dispatch(finished(std::move(draft)), output);
        output.finish();
        return exit;
    } catch (const Failure& failure) {
        tell_what_stands(output);
        output.forget();
        output.file.reset();  // a failure is no result: the old file stays
        if (failure.code() == Exit::usage) speak_as_the_office_does(words, output);
        output.report(failure);
        output.finish();
        return failure.code();
    }
}

/// Asks for no memory: there may be none left.
void say_last_words(const Output& output) noexcept {
    using namespace std::string_view_literals;
    const auto tell = [](std::string_view words) {
        [[maybe_unused]] const auto written = ::write(STDERR_FILENO, words.data(), words.size());
    };
    if (!output.recorded.empty()) {
        tell("已登记 / recorded: "sv);
        tell(output.recorded);
        tell("\n"sv);
    }
    tell("huiyin:出错,内存不足 / failed: out of memory\n"sv);
}

const Output* output_of_this_run = nullptr;

/// Where a library's noexcept function asks for memory and gets none, nothing can be caught. The
/// store is safe: SQLite's journal takes back what was not committed.
[[noreturn]] void give_up() noexcept {
    say_last_words(*output_of_this_run);
    _exit(static_cast<int>(Exit::failed));
}

Exit run_words(int argc, const char* const* argv, Output& output) {
    try {
        Words words(argv + std::min(argc, 1), argv + argc);
        if (!words.empty() && words.front() == "--version") words.front() = "version";
        if (asked_by_machine(words, output)) return Exit::done;
        output.typed_in_chinese = is_typed_in_chinese(words);
        words = in_english(std::move(words));
        prepare(output, words);
        return guarded_run(words, output);
    } catch (const Failure& failure) {
        return failure.code();
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& error) {
        tell_what_stands(output);
        output.complain({std::string("huiyin:出错:") + error.what(),
                         std::string("huiyin: failed: ") + error.what()});
        return Exit::failed;
    }
}

}  // namespace

int run(int argc, const char* const* argv) noexcept {
    occupy_standard_descriptors();
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error to report, not a death
    store::watch_for_interrupts();
    Output output;
    output_of_this_run = &output;
    std::set_terminate(give_up);
    try {
        return static_cast<int>(run_words(argc, argv, output));
    } catch (...) {
        say_last_words(output);
        return static_cast<int>(Exit::failed);
    }
}

}  // namespace huiyin::cli
