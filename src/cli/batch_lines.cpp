#include "batch_lines.hpp"

#include <algorithm>
#include <optional>

#include "check_value.hpp"
#include "chinese_wording.hpp"
#include "draft.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/base/limits.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/chinese_names.hpp"
#include "huiyin/cli/common_options.hpp"
#include "huiyin/records/erasure.hpp"
#include "huiyin/records/refounding.hpp"
#include "nouns.hpp"
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

}  // namespace

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
    return recording_in_a_batch(arguments);
}

namespace {

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
    const Verb* verb() const override { return verb_; }
    bool in_chinese() const override { return in_chinese_; }

    gate::Command command() const override {
        verb_ = nullptr;
        require_length(line_);
        auto words = json_lines_ ? words_of_json(line_) : base::shell_words(line_);
        in_chinese_ = is_typed_in_chinese(words);
        words = in_english(std::move(words));
        verb_ = find_command(words).verb;
        const auto arguments = parse(words, false);
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
    mutable const Verb* verb_ = nullptr;  ///< of the line whose command was asked last
    mutable bool in_chinese_ = false;
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

/// Of a file that is no export.
constexpr Label what_replay_reads{
    "--replay 读 huiyin export --with-personal-data 写的 commands.jsonl",
    "--replay reads the commands.jsonl that huiyin export --with-personal-data writes"};

Failure not_exported() {
    return {Exit::usage, Label{"不是导出的一行", "this is not a line of an export"},
            what_replay_reads};
}

/// What was erased, as an export tells it. Throws nlohmann's exception for what is none.
records::RecordedErasure erasure_told(const nlohmann::json& told) {
    records::RecordedErasure erasure{.at = {},
                                     .recorder = told.value("by", ""),
                                     .kind = told.at("kind"),
                                     .reason = told.at("reason"),
                                     .values = {}};
    for (const auto& one : told.at("values")) {
        records::ErasedValue value{.matter = one.value("no", ""),
                                   .step = one.value("step", 0),
                                   .place = one.at("place"),
                                   .turn = one.at("turn"),
                                   .how = one.at("how")};
        if (one.contains("phrase")) value.phrase = one.at("phrase").get<std::string>();
        erasure.values.push_back(std::move(value));
    }
    return erasure;
}

/// The erasure is put on record again, by whoever it was, and what stands for the values goes.
gate::Command erasing(const nlohmann::json& told) try {
    gate::Command command;
    const auto erasure = erasure_told(told);
    command.line = "huiyin resident erase ***";
    if (!erasure.recorder.empty()) command.acting_as = erasure.recorder;
    command.rights = {erasure.kind == "redacted" ? gate::Right::supervise
                                                 : gate::Right::administer};
    command.record = [erasure](const records::Writing& writing) {
        return records::erase_again(writing, erasure);
    };
    return command;
} catch (const nlohmann::json::exception&) {
    throw not_exported();
}

class ReplayedLines : public BatchLines {
  public:
    explicit ReplayedLines(TableInput input) : lines_(std::move(input)) {}

    bool advance() override { return lines_.advance(); }
    std::size_t number() const override { return lines_.number(); }
    std::size_t count() const override { return lines_.count(); }

    gate::Command command() const override {
        const auto json = nlohmann::json::parse(lines_.line(), nullptr, false);
        if (!json.is_object() || !json.contains("recorded_at") ||
            !json["recorded_at"].is_string() || json.contains("command") == json.contains("erased"))
            throw not_exported();
        // The first line founds the office, so that nothing of an office there was is erased.
        if (json.contains("erased") && number() == 1) throw not_exported();
        auto command = json.contains("erased") ? erasing(json["erased"]) : typed(json);
        const auto typed_at = base::parse_time(json["recorded_at"].get<std::string>());
        if (const auto* at = std::get_if<base::Instant>(&typed_at.form)) command.recorded_at = *at;
        return command;
    }

  private:
    gate::Command typed(const nlohmann::json& json) const {
        const auto arguments = as_was_taken(words_of_json(json["command"].dump()));
        const auto name = command_name(arguments.verb());
        if ((number() == 1) != (name == "init"))
            throw Failure(Exit::usage, Label{"导出的第一行,也只有它,是 init",
                                             "an export's first line, and no other, is init"});
        return name == "init"            ? refounding(arguments)
               : name == "report weekly" ? filing(arguments)
               : name == "remind"        ? reminding(arguments)
                                         : recording_of_a_line(arguments);
    }

    /// A home, a phone or a name that an earlier version took is on file, whatever is asked of one
    /// now.
    static Arguments as_was_taken(const std::vector<std::string>& words) {
        auto draft = read_words(words, false);
        const bool only_contacts = std::ranges::all_of(draft.unreadable, [&](const auto& name) {
            const auto* option = find_option(draft.arguments.verb(), name);
            return option != nullptr &&
                   (option->takes == Takes::home || option->takes == Takes::phone ||
                    names_a_person(slot_of(*option)));
        });
        if (only_contacts && draft.problems.size() == draft.unreadable.size())
            draft.problems.clear();
        return finished(std::move(draft));
    }

    TypedLines lines_;
};

}  // namespace

std::unique_ptr<BatchLines> typed_lines(TableInput input) {
    return std::make_unique<TypedLines>(std::move(input));
}

std::unique_ptr<BatchLines> replayed_lines(TableInput input) {
    if (base::trimmed(input.text).empty())
        throw Failure(Exit::usage,
                      Label{"文件是空的,不是导出的内容", "the file is empty: it is no export"},
                      what_replay_reads);
    return std::make_unique<ReplayedLines>(std::move(input));
}

}  // namespace huiyin::cli
