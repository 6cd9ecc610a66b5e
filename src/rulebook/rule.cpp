#include "huiyin/rulebook/rule.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include "huiyin/base/embedded.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/records/field.hpp"
#include "huiyin/rulebook/blame.hpp"
#include "huiyin/rulebook/clauses.hpp"
#include "rule_key.hpp"

namespace huiyin::rulebook {

using base::compose;
using base::Exit;
using base::Failure;
using base::Problem;

namespace {

struct SeverityName {
    Severity severity;
    std::string_view word;
};
constexpr std::array severities{
    SeverityName{Severity::refuse, "refuse"},
    SeverityName{Severity::refuse_or_witness, "refuse*"},
    SeverityName{Severity::breach, "breach"},
    SeverityName{Severity::notice, "notice"},
};

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<std::string> words(std::string_view text, std::string_view separators) {
    std::vector<std::string> parts;
    while (!(text = trimmed(text)).empty()) {
        const auto end = std::min(text.find_first_of(separators), text.size());
        if (end > 0) parts.emplace_back(trimmed(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

/// Reads `-- key: value` lines; everything else is SQL of the section it stands in.
class RuleParser {
  public:
    explicit RuleParser(std::string_view path) : path_(path) {}

    RuleFile read(std::string_view text) {
        for (std::size_t start = 0; start < text.size(); ++line_) {
            const auto end = std::min(text.find('\n', start), text.size());
            take_line(text.substr(start, end - start));
            start = end + 1;
        }
        finish();
        return {std::move(rule_), std::move(lines_), std::move(problems_)};
    }

  private:
    /// A key of the header, and how its value is taken.
    struct Key {
        std::string_view name;
        void (*take)(RuleParser& reader, std::string_view value);
    };
    static const std::array<Key, 19> keys;

    void take_line(std::string_view line) {
        if (line.starts_with("-- ")) {
            const auto colon = line.find(": ");
            const bool is_key = colon != std::string_view::npos &&
                                line.substr(3, colon - 3).find(' ') == std::string_view::npos;
            if (is_key && take_key(line.substr(3, colon - 3), trimmed(line.substr(colon + 2))))
                return;
        }
        // A gate form is read by the compiler (rule_key.hpp).
        if (in_gate_form_ && rule_.examples.empty()) return;
        auto& sql = rule_.examples.empty() ? rule_.sql : rule_.examples.back().sql;
        if (sql.empty() && trimmed(line).empty()) return;
        if (rule_.examples.empty() && sql.empty()) rule_.sql_line = line_;
        sql.append(line).push_back('\n');
    }

    bool take_key(std::string_view key, std::string_view value) {
        if (key == "example") {
            rule_.examples.push_back({.title = std::string(value),
                                      .now = {},
                                      .severity = {},
                                      .since = {},
                                      .blamed = {},
                                      .says = {},
                                      .unsaid = {},
                                      .sql = {},
                                      .line = line_});
            return true;
        }
        if (!rule_.examples.empty()) return take_example_key(rule_.examples.back(), key, value);
        if (key == "gate" && !trimmed(rule_.sql).empty())
            in_gate_form_ = lines_.emplace(key, line_).second;
        if (!trimmed(rule_.sql).empty()) return in_gate_form_;  // a comment inside the query
        const auto found = std::ranges::find(keys, key, &Key::name);
        if (found == keys.end())
            complain("未知的文件头「{}」", "unknown header '{}'", key);
        else if (!lines_.emplace(key, line_).second)
            complain("文件头「{}」写了两次", "the header '{}' is there twice", key);
        else
            found->take(*this, value);
        return true;
    }

    bool take_example_key(Example& example, std::string_view key, std::string_view value) {
        if (key == "now") {
            example.now = value;
            return true;
        }
        if (key == "since") example.since = value;
        if (key == "blamed") example.blamed = value;
        if (key == "says") example.says.emplace_back(value);
        if (key == "unsaid") example.unsaid.emplace_back(value);
        if (key == "equivalent") {
            auto& all = rule_.equivalences;
            if (all.empty() || !all.back().because.empty())
                all.push_back({.changes = {}, .because = {}, .line = line_});
            all.back().changes.emplace_back(value);
        }
        if (key == "because") {
            if (rule_.equivalences.empty() || !rule_.equivalences.back().because.empty())
                complain("「{}」前面没有 equivalent", "no 'equivalent' stands before '{}'", key);
            else
                rule_.equivalences.back().because = value;
        }
        constexpr std::array<std::string_view, 6> taken{"since",  "blamed",     "says",
                                                        "unsaid", "equivalent", "because"};
        if (std::ranges::find(taken, key) != taken.end()) return true;
        if (key != "findings") return false;
        const auto parts = words(value, " ");
        const auto count = base::parse_whole(parts.empty() ? std::string_view{} : parts.front());
        if (!count) complain("「{}」不是次数", "'{}' is not a count", value);
        example.findings = static_cast<int>(count.value_or(0));
        if (parts.size() > 1) example.severity = parts[1];
        return true;
    }

    void set_severity(std::string_view word) {
        const auto found = std::ranges::find(severities, word, &SeverityName::word);
        if (found == severities.end())
            complain("未知的级别「{}」", "unknown severity '{}'", word);
        else
            rule_.severity = found->severity;
    }

    void set_form(std::string_view word) {
        if (word != "clock" && word != "finding")
            complain("未知的形式「{}」", "unknown form '{}'", word);
        rule_.form = word == "clock" ? Form::clock : Form::finding;
    }

    void set_heals(std::string_view word) {
        if (word != "yes" && word != "no")
            complain("「{}」不是 yes 或 no", "'{}' is neither yes nor no", word);
        rule_.heals = word == "yes";
    }

    void set_blamed(std::string_view word) {
        const auto known = blamed_names();
        const auto found = std::ranges::find(known, word, &BlamedName::word);
        if (found == known.end() || word.empty())
            complain("「{}」不是责任人的写法", "'{}' is not one of the words for blamed", word);
        else
            rule_.blamed = found->blamed;
    }

    void finish() {
        const auto require = [&](const auto& value, std::string_view key) {
            if (value.empty()) complain("缺少「{}」", "'{}' is missing", key);
        };
        require(rule_.id, "id");
        require(rule_.clause, "clause");
        if (!lines_.contains("severity")) complain("缺少「{}」", "'{}' is missing", "severity");
        require(rule_.judges, "judges");
        require(rule_.title.zh, "title.zh");
        require(rule_.title.en, "title.en");
        require(rule_.message.zh, "message.zh");
        require(rule_.message.en, "message.en");
        require(rule_.remedy.zh, "remedy.zh");
        require(rule_.remedy.en, "remedy.en");
        require(rule_.reads, "reads");
        require(trimmed(rule_.sql), "SELECT");
        if (rule_.form == Form::clock) require(rule_.due, "due");
        const bool refuses =
            rule_.severity == Severity::refuse || rule_.severity == Severity::refuse_or_witness;
        if (refuses) require(rule_.blames, "blames");
        for (const auto& example : rule_.examples)
            require(example.now, "now");
        for (const auto& one : rule_.equivalences)
            require(one.because, "because");
        // One statement without its semicolon, so that it can be wrapped.
        auto sql = trimmed(rule_.sql);
        if (sql.ends_with(';')) sql.remove_suffix(1);
        rule_.written = sql;
        rule_.sql = records::with_fields(records::with_step_kinds(sql));
    }

    void complain(fmt::format_string<std::string_view&> zh,
                  fmt::format_string<std::string_view&> en, std::string_view word) {
        problems_.push_back(
            problem_at(path_, line_, {base::format(zh, word), base::format(en, word)}));
    }

    std::string_view path_;
    int line_ = 1;
    bool in_gate_form_ = false;
    Rule rule_;
    std::map<std::string, int, std::less<>> lines_;
    std::vector<Problem> problems_;
};

constexpr std::array<RuleParser::Key, 19> RuleParser::keys{{
    {"id", [](RuleParser& reader, std::string_view value) { reader.rule_.id = value; }},
    {"clause",
     [](RuleParser& reader, std::string_view value) {
         reader.rule_.clause = value;
         reader.rule_.clauses = clauses_of(value);
     }},
    {"severity", [](RuleParser& reader, std::string_view value) { reader.set_severity(value); }},
    {"judges", [](RuleParser& reader, std::string_view value) { reader.rule_.judges = value; }},
    {"after",
     [](RuleParser& reader, std::string_view value) { reader.rule_.after = words(value, " ,"); }},
    {"when",
     [](RuleParser& reader, std::string_view value) { reader.rule_.when = words(value, " ,"); }},
    {"form", [](RuleParser& reader, std::string_view value) { reader.set_form(value); }},
    {"blames", [](RuleParser& reader, std::string_view value) { reader.rule_.blames = value; }},
    {"blamed", [](RuleParser& reader, std::string_view value) { reader.set_blamed(value); }},
    {"limit", [](RuleParser& reader, std::string_view value) { reader.rule_.limit = value; }},
    {"due", [](RuleParser& reader, std::string_view value) { reader.rule_.due = value; }},
    {"heals", [](RuleParser& reader, std::string_view value) { reader.set_heals(value); }},
    {"title.zh", [](RuleParser& reader, std::string_view value) { reader.rule_.title.zh = value; }},
    {"title.en", [](RuleParser& reader, std::string_view value) { reader.rule_.title.en = value; }},
    {"message.zh",
     [](RuleParser& reader, std::string_view value) { reader.rule_.message.zh = value; }},
    {"message.en",
     [](RuleParser& reader, std::string_view value) { reader.rule_.message.en = value; }},
    {"remedy.zh",
     [](RuleParser& reader, std::string_view value) { reader.rule_.remedy.zh = value; }},
    {"remedy.en",
     [](RuleParser& reader, std::string_view value) { reader.rule_.remedy.en = value; }},
    {"reads",
     [](RuleParser& reader, std::string_view value) { reader.rule_.reads = words(value, " ,"); }},
}};

}  // namespace

std::string_view severity_word(Severity severity) {
    return std::ranges::find(severities, severity, &SeverityName::severity)->word;
}

RuleFile read_rule(std::string_view path, std::string_view text) {
    return RuleParser(path).read(text);
}

Rule parse_rule(std::string_view path, std::string_view text) {
    auto file = read_rule(path, text);
    if (!file.problems.empty()) throw Failure(Exit::usage, std::move(file.problems));
    return std::move(file.rule);
}

Problem problem_at(std::string_view path, int line, const base::Text& what) {
    return {{base::format("{}:{}:{}", path, line, what.zh),
             base::format("{}:{}: {}", path, line, what.en)},
            {}};
}

namespace {

/// The rules that were read so far, at their places by id. Most commands ask for a few, and for no
/// example: reading those is most of reading a rule.
std::span<Rule> places() {
    static std::vector<Rule> rules(rule_keys().size());
    return rules;
}

void read_once(std::size_t place) {
    auto& rule = places()[place];
    if (!rule.id.empty()) return;
    const auto& file = *rule_keys()[place].file;
    const auto without_examples = file.text.substr(0, file.text.find("\n-- example: "));
    rule = parse_rule(file.path, without_examples.substr(0, without_examples.find("\n-- gate: ")));
}

}  // namespace

std::span<const Rule> regulation_rules() {
    static const bool all_read = [] {
        for (std::size_t place = 0; place < places().size(); ++place)
            read_once(place);
        return true;
    }();
    (void)all_read;
    return places();
}

const RuleKey* key_of_rule(const Rule& rule) {
    const auto all = places();
    const std::less<const Rule*> before;
    if (before(&rule, all.data()) || !before(&rule, all.data() + all.size())) return nullptr;
    return &rule_keys()[static_cast<std::size_t>(&rule - all.data())];
}

const Rule& regulation_rule(std::size_t place) {
    read_once(place);
    return places()[place];
}

Rule whole_rule(const Rule& rule) {
    const auto keys = rule_keys();
    const auto key = std::ranges::find(keys, rule.id, &RuleKey::id);
    if (!rule.examples.empty() || key == keys.end()) return rule;
    return parse_rule(key->file->path, key->file->text);
}

std::vector<Example> examples_of(const Rule& rule) {
    return whole_rule(rule).examples;
}

Failure no_such_rule(std::string_view id, const std::vector<std::string>& ids) {
    const auto near = base::nearest(id, ids);
    return {Exit::not_found, compose({"没有规则「{}」", "there is no rule '{}'"}, id),
            near ? compose({"是不是 {}?", "did you mean {}?"}, *near)
                 : base::Text(base::Label{"清单见 huiyin rules list", "see huiyin rules list"})};
}

const Rule* rule_titled(std::string_view title) {
    const auto rules = regulation_rules();
    const auto found = std::ranges::find_if(
        rules, [&](const Rule& rule) { return rule.title.zh == title || rule.title.en == title; });
    return found == rules.end() ? nullptr : &*found;
}

const Rule& require_rule(std::string_view id) {
    const auto keys = rule_keys();
    if (const auto found = std::ranges::find(keys, id, &RuleKey::id); found != keys.end())
        return regulation_rule(static_cast<std::size_t>(found - keys.begin()));
    if (const auto* titled = rule_titled(id)) return *titled;
    std::vector<std::string> ids;
    for (const auto& key : keys)
        ids.emplace_back(key.id);
    throw no_such_rule(id, ids);
}

}  // namespace huiyin::rulebook
