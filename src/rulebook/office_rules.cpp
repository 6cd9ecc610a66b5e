#include "huiyin/rulebook/office_rules.hpp"

#include <algorithm>
#include <map>
#include <memory>

#include "huiyin/base/atomic_file.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/limits.hpp"
#include "huiyin/store/query.hpp"
#include "office_rule_check.hpp"
#include "office_rule_file.hpp"

namespace huiyin::rulebook {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;
using records::WriteResult;
using records::Writing;
using store::Query;

namespace {

/// A rule that was read, or why it could not be.
struct Read {
    Rule rule;
    base::Text unreadable;
};

Read read(const std::string& id, const std::optional<std::string>& text) {
    try {
        if (text) {
            auto rule = parse_rule(id, *text);
            if (rule.id == id && is_own(rule)) return {std::move(rule), {}};
            return {{.id = id}, Label{"其内容是另一条规则", "its text belongs to another rule"}};
        }
        return {{.id = id}, Label{"其内容已抹除", "its text was erased"}};
    } catch (const Failure& failure) {
        return {{.id = id}, failure.problems().front().what};
    }
}

/// Each text is read once, and stays: findings refer to the rule behind them.
const Read* read_once(const std::string& id, const std::optional<std::string>& text) {
    static std::map<std::pair<std::string, std::optional<std::string>>, Read> known;
    const auto key = std::pair(id, text);
    const auto found = known.find(key);
    return found != known.end() ? &found->second
                                : &known.emplace(key, read(id, text)).first->second;
}

std::vector<std::string> every_id(store::Connection& connection) {
    std::vector<std::string> ids;
    std::ranges::transform(regulation_rules(), std::back_inserter(ids), &Rule::id);
    for (Query row(connection, "SELECT DISTINCT rule FROM own_rule ORDER BY rule"); row.next();)
        ids.push_back(row.text(0));
    return ids;
}

/// As saved by whatever editor: without a byte order mark, lines ended the one way.
std::string read_rule_file(const std::filesystem::path& path) {
    std::error_code none;
    if (!std::filesystem::is_regular_file(path, none))
        throw Failure(Exit::usage,
                      compose({"读不到文件 {}", "cannot read the file {}"}, path.string()),
                      Label{"写一个规则文件的路径", "name a rule file"});
    auto text = base::read_whole(path, base::limits::rule_file);
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.starts_with(mark)) text.erase(0, mark.size());
    text = base::with_plain_line_ends(text);
    if (auto problem = base::text_problem(text)) {
        problem->what = {base::format("{}:{}", path.string(), problem->what.zh),
                         base::format("{}: {}", path.string(), problem->what.en)};
        throw Failure(Exit::usage, {std::move(*problem)});
    }
    return text;
}

void put_on_file(const Writing& writing, std::string_view rule, int edition,
                 const std::optional<std::string>& text, const std::optional<std::string>& reason) {
    const auto id = writing.next_id("own_rule");
    store::run(writing.connection(),
               "INSERT INTO own_rule (id, rule, edition, at, text, reason, recorder)"
               " VALUES (?, ?, ?, ?, ?, ?, ?)",
               id, rule, edition, writing.now(), writing.keep("own_rule.text", id, text),
               writing.keep("own_rule.reason", id, reason), writing.recorder().staff);
}

/// Otherwise what was done before would be judged by what nobody could know.
void require_from_now_on(const Writing& writing) {
    if (writing.provenance().at != writing.now())
        throw Failure(Exit::usage,
                      Label{"规则自登记之时起生效,不能倒填或预填",
                            "a rule is in force from when it is recorded, not from another time"},
                      Label{"去掉 --at", "leave --at out"});
}

}  // namespace

std::vector<RuleInForce> rules_until(store::Connection& connection, base::Instant now) {
    std::vector<RuleInForce> rules;
    for (const auto& rule : regulation_rules())
        rules.push_back({.rule = &rule});
    std::ranges::move(office_rules_until(connection, now), std::back_inserter(rules));
    return rules;
}

std::vector<RuleInForce> office_rules_until(store::Connection& connection, base::Instant now) {
    std::vector<RuleInForce> rules;
    // Most offices have none.
    if (!store::find_integer(connection, "SELECT 1 FROM own_rule LIMIT 1")) return rules;
    std::string id;
    for (Query row(connection,
                   "SELECT o.rule, o.at, o.text IS NULL, c.value, o.edition FROM own_rule o"
                   " LEFT JOIN content c ON c.id = o.text WHERE o.at <= ?"
                   " ORDER BY o.rule, o.edition",
                   now);
         row.next();) {
        const auto at = row.time(1);
        if (!rules.empty() && id == row.text(0) && rules.back().until == base::Instant::max())
            rules.back().until = at;
        id = row.text(0);
        if (row.flag(2)) continue;
        const auto* known = read_once(id, row.maybe_text(3));
        rules.push_back(
            {.rule = &known->rule, .from = at, .own = true, .unreadable = known->unreadable});
    }
    return rules;
}

std::vector<const Rule*> rules_in_force(store::Connection& connection, base::Instant now) {
    std::vector<const Rule*> rules;
    for (const auto& one : rules_until(connection, now))
        if (one.covers(now)) rules.push_back(one.rule);
    return rules;
}

std::vector<OfficeRuleEdition> office_rule_editions(store::Connection& connection,
                                                    std::string_view id) {
    std::vector<OfficeRuleEdition> editions;
    for (Query row(connection,
                   "SELECT o.edition, o.at, o.text IS NULL, t.value, r.value, p.login"
                   " FROM own_rule o LEFT JOIN content t ON t.id = o.text"
                   " LEFT JOIN content r ON r.id = o.reason JOIN staff p ON p.id = o.recorder"
                   " WHERE o.rule = ? ORDER BY o.edition",
                   id);
         row.next();)
        editions.push_back({.edition = static_cast<int>(row.integer(0)),
                            .at = row.time(1),
                            .retired = row.flag(2),
                            .text = row.maybe_text(3),
                            .reason = row.maybe_text(4),
                            .recorder = row.text(5)});
    return editions;
}

const Rule& require_rule(store::Connection& connection, std::string_view id) {
    const auto regulation = regulation_rules();
    if (const auto found = std::ranges::find(regulation, id, &Rule::id); found != regulation.end())
        return *found;
    const Rule* newest = nullptr;
    for (const auto& edition : office_rule_editions(connection, id))
        if (!edition.retired) newest = &read_once(std::string(id), edition.text)->rule;
    if (newest != nullptr) return *newest;
    if (const auto* titled = rule_titled(id)) return *titled;
    throw no_such_rule(id, every_id(connection));
}

std::pair<const Rule*, std::string> read_office_rule(const std::filesystem::path& path) {
    auto text = read_rule_file(path);
    const auto file = read_rule(path.string(), text);
    if (auto problems = problems_of(path.string(), file); !problems.empty())
        throw Failure(Exit::usage, std::move(problems));
    return {&read_once(file.rule.id, text)->rule, std::move(text)};
}

WriteResult add_office_rule(const Writing& writing, const std::filesystem::path& path) {
    require_from_now_on(writing);
    const auto [rule, text] = read_office_rule(path);
    const auto& id = rule->id;
    const auto editions = office_rule_editions(writing.connection(), id);
    if (!editions.empty() && editions.back().text == text)
        throw Failure(Exit::usage,
                      compose({"{} 的现行版(第 {} 版)就是这个文件",
                               "{} in force (edition {}) is exactly this file"},
                              id, editions.back().edition),
                      Label{"没有什么要登记的", "there is nothing to record"});
    put_on_file(writing, id, editions.empty() ? 1 : editions.back().edition + 1, text, {});
    return {id, {}};
}

WriteResult retire_office_rule(const Writing& writing, std::string_view id,
                               const std::string& reason) {
    require_from_now_on(writing);
    const auto regulation = regulation_rules();
    if (std::ranges::count(regulation, id, &Rule::id) > 0)
        throw Failure(Exit::usage,
                      compose({"{} 是规定的规则,不能停用",
                               "{} is the regulation's own rule and cannot be retired"},
                              id),
                      Label{"能停用的是本办公室自己的规则(own.…)",
                            "only the office's own rules (own.…) can be retired"});
    const auto editions = office_rule_editions(writing.connection(), id);
    if (editions.empty()) throw no_such_rule(id, every_id(writing.connection()));
    if (editions.back().retired)
        throw Failure(Exit::usage, compose({"{} 已经停用", "{} is already retired"}, id),
                      Label{"重新启用:再次 huiyin rules add 其文件",
                            "to use it again: huiyin rules add its file"});
    put_on_file(writing, id, editions.back().edition + 1, {}, reason);
    return {std::string(id), {}};
}

}  // namespace huiyin::rulebook
