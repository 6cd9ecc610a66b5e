#include "office_rule_check.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "functions.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/records/step_kind.hpp"
#include "huiyin/rulebook/blame.hpp"
#include "huiyin/rulebook/clauses.hpp"
#include "huiyin/rulebook/examples.hpp"
#include "huiyin/rulebook/office_rules.hpp"
#include "huiyin/rulebook/touched.hpp"
#include "huiyin/store/functions.hpp"
#include "huiyin/store/guard.hpp"
#include "huiyin/store/surroundings.hpp"
#include "row.hpp"
#include "scope.hpp"
#include "signs.hpp"

namespace huiyin::rulebook {

using base::compose;
using base::Label;
using base::Problem;
using base::Text;

namespace {

/// Of SQLite's own functions those that only reckon: no clock, no chance, nothing outside.
constexpr std::array reckoning{
    "->",           "->>",          "abs",        "avg",         "char",       "coalesce",
    "count",        "cume_dist",    "dense_rank", "first_value", "format",     "glob",
    "group_concat", "hex",          "ifnull",     "iif",         "instr",      "lag",
    "last_value",   "lead",         "length",     "like",        "likelihood", "likely",
    "lower",        "ltrim",        "max",        "min",         "nth_value",  "ntile",
    "nullif",       "percent_rank", "printf",     "quote",       "rank",       "replace",
    "round",        "row_number",   "rtrim",      "sign",        "substr",     "substring",
    "sum",          "total",        "trim",       "typeof",      "unicode",    "unlikely",
    "upper"};

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

bool is_one_of(const std::vector<std::string>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

bool is_own_id(std::string_view id) {
    if (!id.starts_with(own_prefix)) return false;
    const auto slug = id.substr(own_prefix.size());
    return !slug.empty() && std::ranges::all_of(slug, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
               letter == '-';
    });
}

/// What SQLite made of a query without running it.
struct Prepared {
    std::vector<std::string> columns;
    std::string error;  ///< SQLite's, in English
    int error_at = -1;  ///< bytes into the query; negative where SQLite cannot say
    bool one_statement = true;
    bool reads_only = true;
    std::set<std::string> tables_denied;
    std::set<std::string> functions_denied;
};

Prepared prepare(const std::string& sql) {
    auto connection = example_store("");
    const base::Zone zone("UTC");
    const Functions functions(connection, zone, base::instant(0));
    Scope scope(connection);
    scope.use(Scope::Over::everything);
    scope.provide(sql);

    const store::ReadingOnly guard(connection, may_be_read, may_be_called,
                                   store::ReadingOnly::Otherwise::note);
    sqlite3_stmt* raw = nullptr;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v2(connection.handle(), sql.c_str(), -1, &raw, &rest);
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement(raw,
                                                                               &sqlite3_finalize);
    guard.require_judged();
    if (store::gave_out(code)) throw SQLite::Exception(connection.handle(), code);
    Prepared result;
    result.reads_only = !guard.would_act();
    result.tables_denied = guard.tables_denied();
    result.functions_denied = guard.functions_denied();
    if (code != SQLITE_OK) {
        result.error = sqlite3_errmsg(connection.handle());
        result.error_at = sqlite3_error_offset(connection.handle());
        return result;
    }
    result.reads_only = result.reads_only && statement && sqlite3_stmt_readonly(raw) != 0;
    result.one_statement =
        std::string_view(rest).find_first_not_of(" \t\r\n") == std::string_view::npos;
    for (int column = 0; column < sqlite3_column_count(raw); ++column)
        result.columns.emplace_back(sqlite3_column_name(raw, column));
    return result;
}

/// The `{names}` in a sentence.
std::vector<std::string> places_in(std::string_view sentence) {
    std::vector<std::string> names;
    for (auto open = sentence.find('{'); open != sentence.npos; open = sentence.find('{')) {
        const auto close = sentence.find('}', open);
        if (close == sentence.npos) break;
        names.emplace_back(sentence.substr(open + 1, close - open - 1));
        sentence.remove_prefix(close + 1);
    }
    return names;
}

class Examiner {
  public:
    Examiner(std::string_view path, const RuleFile& file)
        : path_(path), file_(file), rule_(file.rule), problems_(file.problems) {}

    std::vector<Problem> problems() {
        look_at_gate_form();
        look_at_id();
        look_at_clauses();
        look_at_judges();
        look_at_after();
        look_at_when();
        look_at_tables();
        look_at_limit();
        look_at_severity();
        if (!rule_.sql.empty()) look_at_query();
        look_at_outcomes();
        // An example says nothing about a rule that cannot be run.
        if (problems_.empty()) run_all_examples();
        if (!problems_.empty())
            problems_.back().remedy =
                Label{"写法见 docs/rule-format.md", "see docs/rule-format.md"};
        return std::move(problems_);
    }

  private:
    int line_of(std::string_view key) const {
        const auto found = file_.lines.find(key);
        return found == file_.lines.end() ? 1 : found->second;
    }
    void complain(int line, const Text& what) {
        problems_.push_back(problem_at(path_, line, what));
    }
    void complain(std::string_view key, const Text& what) { complain(line_of(key), what); }

    /// Nothing proves that a second wording says the same.
    void look_at_gate_form() {
        if (file_.lines.contains("gate"))
            complain("gate", Label{"gate 只用于本程序自带的规则",
                                   "a gate form is for the rules of this program alone"});
    }

    void look_at_id() {
        if (rule_.id.empty() || is_own_id(rule_.id)) return;
        complain("id", compose({"编号「{0}」不行:自己的规则以 {1} 开头,后接小写字母、数字和连字符",
                                "the id '{0}' cannot be used: an office rule's id begins with {1}, "
                                "then small letters, digits and dashes"},
                               rule_.id, own_prefix));
    }

    void look_at_clauses() {
        for (const auto& clause : rule_.clauses)
            if (!is_clause(clause))
                complain("clause", compose({"没有条款「{}」(清单见 huiyin rules clauses)",
                                            "there is no clause '{}' (see huiyin rules clauses)"},
                                           clause));
    }

    void look_at_judges() {
        if (rule_.judges.empty()) return;
        const auto kinds = Scope::judged();
        if (!is_one_of(kinds, rule_.judges))
            complain("judges",
                     compose({"对象不能是「{}」;可用:{}", "judges cannot be '{}'; one of: {}"},
                             rule_.judges, joined(kinds)));
        else if (!rule_.sql.empty() && !Scope::reads(rule_.sql, "scope_" + rule_.judges))
            complain(rule_.sql_line, compose({"查询没有 FROM scope_{0}:登记时只看涉及的{0}",
                                              "the query needs FROM scope_{0}: when something is "
                                              "recorded, only what was touched is judged"},
                                             rule_.judges));
    }

    void look_at_after() {
        std::vector<std::string> kinds;
        for (const auto& kind : records::step_kinds())
            kinds.emplace_back(kind.word);
        for (const auto& step : rule_.after)
            if (!is_one_of(kinds, step))
                complain("after",
                         compose({"没有步骤「{}」;可用:{}", "there is no step '{}'; one of: {}"},
                                 step, joined(kinds)));
    }

    void look_at_when() {
        auto known = Scope::judged();
        for (const auto& kind : records::step_kinds())
            known.emplace_back(kind.word);
        for (const auto& sign : signs())
            known.emplace_back(sign.word);
        for (const auto& word : rule_.when)
            if (!is_one_of(known, word))
                complain("when", compose({"没有「{}」这一情形;可用:{}",
                                          "nothing is seen as '{}'; one of: {}"},
                                         word, joined(known)));
    }

    void look_at_tables() {
        const auto tables = tables_that_belong();
        const auto require_table = [&](std::string_view key, const std::string& name) {
            if (is_one_of(tables, name)) return;
            const auto near = base::nearest(name, tables);
            complain(key, near ? compose({"没有表「{}」;是不是 {}?",
                                          "there is no table '{}'; did you mean {}?"},
                                         name, *near)
                               : compose({"没有表「{}」", "there is no table '{}'"}, name));
        };
        for (const auto& table : rule_.reads)
            require_table("reads", table);
        if (!rule_.blames.empty()) require_table("blames", rule_.blames);
    }

    void look_at_limit() {
        if (rule_.limit.empty()) return;
        const auto policies = records::policy_definitions();
        const auto found =
            std::ranges::find(policies, rule_.limit, &records::PolicyDefinition::key);
        if (found == policies.end() || found->kind != records::PolicyKind::duration)
            complain(
                "limit",
                compose({"「{}」不是时限参数(清单见 huiyin policy list)",
                         "'{}' is not a policy that sets a time limit (see huiyin policy list)"},
                        rule_.limit));
    }

    bool refuses() const {
        return rule_.severity == Severity::refuse || rule_.severity == Severity::refuse_or_witness;
    }

    void look_at_severity() {
        if (rule_.form == Form::clock && refuses())
            complain("severity", Label{"时限不能拒绝登记:用 breach 或 notice",
                                       "a deadline cannot refuse: use breach or notice"});
        if (!refuses() && !rule_.blames.empty())
            complain("blames", Label{"只有 refuse 和 refuse* 才写 blames",
                                     "blames is only for refuse and refuse*"});
    }

    void look_at_query() {
        const auto query = prepare(rule_.sql);
        for (const auto& table : query.tables_denied)
            complain(rule_.sql_line,
                     compose({"规则不得读「{}」", "a rule may not read '{}'"}, table));
        for (const auto& function : query.functions_denied)
            complain(rule_.sql_line,
                     compose({"规则不得调用 {}()", "a rule may not call {}()"}, function));
        if (!query.reads_only)
            complain(rule_.sql_line, Label{"查询只能是一条只读的 SELECT",
                                           "the query must be one SELECT that only reads"});
        else if (!query.error.empty())
            complain(line_in_query(query.error_at),
                     compose({"查询有误:{}", "the query is wrong: {}"}, query.error));
        else if (!query.one_statement)
            complain(rule_.sql_line,
                     Label{"查询只能是一条语句", "the query must be one statement"});
        else
            look_at_columns(query.columns);
    }

    int line_in_query(int offset) const {
        const auto begin = rule_.sql.begin();
        return rule_.sql_line +
               static_cast<int>(offset < 0 ? 0 : std::count(begin, begin + offset, '\n'));
    }

    void look_at_columns(const std::vector<std::string>& columns) {
        std::vector<std::string> wanted{"subject"};
        if (rule_.form == Form::clock)
            wanted.insert(wanted.end(), {"started", "due", "met", "stopped"});
        else
            wanted.emplace_back("since");
        if (refuses() || rule_.blamed == Blamed::doer) wanted.emplace_back("row");
        if (name_of(rule_.blamed).by_column) wanted.emplace_back("blamed");
        for (const auto& column : wanted)
            if (!is_one_of(columns, column))
                complain(rule_.sql_line,
                         compose({"查询缺少列「{}」", "the query needs a column '{}'"}, column));
        look_at_places("message.zh", rule_.message.zh, columns);
        look_at_places("message.en", rule_.message.en, columns);
        look_at_places("remedy.zh", rule_.remedy.zh, columns);
        look_at_places("remedy.en", rule_.remedy.en, columns);
    }

    void look_at_places(std::string_view key, std::string_view sentence,
                        const std::vector<std::string>& columns) {
        for (const auto& name : places_in(sentence)) {
            const bool of_deadlines =
                rule_.form == Form::clock && (name == "late" || name == "limit");
            if (!of_deadlines && !is_one_of(columns, name))
                complain(key, compose({"「{{{}}}」不是查询的列",
                                       "'{{{}}}' is not a column of the query"},
                                      name));
        }
    }

    void look_at_outcomes() {
        const auto shows = [&](auto condition) {
            return std::ranges::any_of(rule_.examples, condition);
        };
        const int end = rule_.examples.empty() ? rule_.sql_line : rule_.examples.back().line;
        if (!shows([](const Example& one) { return one.findings == 0; }))
            complain(end, Label{"没有守规的示例(-- findings: 0)",
                                "there is no example that keeps the rule (-- findings: 0)"});
        if (!shows([](const Example& one) { return one.findings > 0; }))
            complain(end, Label{"没有违规的示例(-- findings: 1)",
                                "there is no example that breaks the rule (-- findings: 1)"});
        if (rule_.severity != Severity::refuse_or_witness) return;
        for (const auto* severity : {"refuse", "breach"})
            if (!shows([&](const Example& one) { return one.severity == severity; }))
                complain(
                    end,
                    compose({"refuse* 的规则还缺一个 {0} 的示例(-- findings: 1 {0})",
                             "a refuse* rule also needs an example of {0} (-- findings: 1 {0})"},
                            severity));
    }

    void run_all_examples() {
        for (const auto& result : run_examples(rule_)) {
            if (result.held()) continue;
            const auto& title = result.example.title;
            complain(result.example.line,
                     {base::format("示例「{}」不成立:{}", title, result.wrong.zh),
                      base::format("the example '{}' does not hold: {}", title, result.wrong.en)});
        }
    }

    std::string_view path_;
    const RuleFile& file_;
    const Rule& rule_;
    std::vector<Problem> problems_;
};

}  // namespace

bool may_be_read(std::string_view table) {
    static const auto tables = tables_that_belong();
    return Scope::defines(table) || table == "content" || table == "v_rated" ||
           table == "same_home" || table == "home_spelling" || table.starts_with("touched_") ||
           is_one_of(tables, table);
}

bool may_be_called(std::string_view function) {
    return Functions::defines(function) || store::defines_function(function) ||
           std::ranges::find(reckoning, function) != reckoning.end();
}

std::vector<Problem> problems_of(std::string_view path, const RuleFile& file) {
    return Examiner(path, file).problems();
}

}  // namespace huiyin::rulebook
