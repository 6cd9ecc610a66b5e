#include "huiyin/rulebook/rule_comparison.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "huiyin/base/atomic_file.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/rulebook/blame.hpp"
#include "huiyin/rulebook/clauses.hpp"
#include "huiyin/rulebook/rule.hpp"

namespace huiyin::rulebook {

using base::Exit;
using base::Failure;
using base::Json;

namespace {

/// A book holds every rule with its query and examples.
constexpr std::size_t most_of_a_book = 16U << 20U;

RuleEdition edition_of(const Rule& rule) {
    RuleEdition edition{
        .clauses = rule.clauses, .facts = {}, .title = rule.title, .sql = rule.written};
    auto& facts = edition.facts;
    facts["clause"] = rule.clause;
    facts["severity"] = severity_word(rule.severity);
    facts["judges"] = rule.judges;
    facts["blamed"] = name_of(rule.blamed).word;
    facts["heals"] = rule.heals ? "yes" : "no";
    facts["title.zh"] = rule.title.zh;
    facts["title.en"] = rule.title.en;
    facts["message.zh"] = rule.message.zh;
    facts["message.en"] = rule.message.en;
    facts["remedy.zh"] = rule.remedy.zh;
    facts["remedy.en"] = rule.remedy.en;
    if (!rule.limit.empty()) facts["limit"] = rule.limit;
    return edition;
}

RuleEdition edition_of(const Json& rule) {
    RuleEdition edition{
        .clauses = rule.at("clauses"), .facts = {}, .title = {}, .sql = rule.at("sql")};
    for (const auto* name : {"clause", "severity", "judges", "blamed"})
        edition.facts[name] = rule.at(name).get<std::string>();
    edition.facts["heals"] = rule.at("heals").get<bool>() ? "yes" : "no";
    for (const auto* name : {"title", "message", "remedy"})
        for (const auto* language : {"zh", "en"})
            edition.facts[base::format("{}.{}", name, language)] =
                rule.at(name).at(language).get<std::string>();
    edition.title = {rule.at("title").at("zh"), rule.at("title").at("en")};
    for (const auto& limit : rule.at("limits"))
        edition.facts["limit " + limit.at("key").get<std::string>()] =
            limit.at("value").get<std::string>();
    return edition;
}

RulebookEdition book_of(const Json& book) {
    RulebookEdition edition;
    for (const auto& rule : book.at("rules"))
        edition.rules.emplace(rule.at("id").get<std::string>(), edition_of(rule));
    for (const auto& clause : book.at("clauses")) {
        auto& facts = edition.clauses[clause.at("clause").get<std::string>()];
        facts["wording"] = clause.at("wording").get<std::string>();
        facts["reading.zh"] = clause.at("reading").at("zh").get<std::string>();
        facts["reading.en"] = clause.at("reading").at("en").get<std::string>();
    }
    return edition;
}

Failure neither(const std::filesystem::path& file) {
    return {
        Exit::usage,
        base::compose({"{} 既不是规则文件,也不是 rules book --json 的输出",
                       "{} is neither a rule file nor what rules book --json writes"},
                      file.string()),
        base::Label{"比较 own.… 的两版文件,或两次 huiyin rules book --json --out 文件",
                    "compare two files of a rule, or two of huiyin rules book --json --out FILE"}};
}

/// By the regulation's order; what is no clause comes last.
std::size_t place_of(std::string_view clause) {
    const auto all = clauses();
    return static_cast<std::size_t>(std::ranges::find(all, clause, &Clause::id) - all.begin());
}

using Facts = std::map<std::string, std::string, std::less<>>;

void compare(const Facts& before, const Facts& after, const RuleDifference& of,
             std::vector<RuleDifference>& all) {
    std::set<std::string_view> names;
    for (const auto* facts : {&before, &after})
        for (const auto& [name, value] : *facts)
            names.insert(name);
    const auto value = [](const Facts& facts, std::string_view name) {
        const auto found = facts.find(name);
        return found == facts.end() ? std::string{} : found->second;
    };
    for (const auto name : names) {
        auto one = of;
        one.fact = name;
        one.before = value(before, name);
        one.after = value(after, name);
        if (one.before != one.after) all.push_back(std::move(one));
    }
}

std::string first_clause(const RuleEdition& rule) {
    return rule.clauses.empty() ? std::string{} : rule.clauses.front();
}

}  // namespace

RulebookEdition read_rulebook_edition(const std::filesystem::path& file) {
    std::error_code none;
    if (!std::filesystem::is_regular_file(file, none))
        throw Failure(Exit::usage,
                      base::compose({"读不到文件 {}", "cannot read the file {}"}, file.string()),
                      base::Label{"写一个文件的路径", "name a file"});
    auto text = base::read_whole(file, most_of_a_book);
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.starts_with(mark)) text.erase(0, mark.size());
    text = base::with_plain_line_ends(text);
    if (!text.starts_with('{')) {
        if (!text.starts_with("--")) throw neither(file);
        const auto rule = parse_rule(file.string(), text);
        RulebookEdition edition;
        edition.rules.emplace(rule.id, edition_of(rule));
        return edition;
    }
    try {
        return book_of(Json::parse(text));
    } catch (const Json::exception&) {
        throw neither(file);
    }
}

std::vector<RuleDifference> differences(const RulebookEdition& before,
                                        const RulebookEdition& after) {
    using Is = RuleDifference::Is;
    std::vector<RuleDifference> all;
    // A file of one rule says nothing of clauses.
    if (!before.clauses.empty() && !after.clauses.empty())
        for (const auto* edition : {&before, &after})
            for (const auto& [clause, facts] : edition->clauses) {
                const bool was = before.clauses.contains(clause),
                           is = after.clauses.contains(clause);
                if (was && is && edition == &before)
                    compare(facts, after.clauses.at(clause), {.clause = clause}, all);
                if (was != is) all.push_back({.is = is ? Is::added : Is::gone, .clause = clause});
            }
    for (const auto& [id, rule] : before.rules) {
        const auto found = after.rules.find(id);
        if (found == after.rules.end()) {
            all.push_back({.is = Is::gone, .clause = first_clause(rule), .rule = id});
            continue;
        }
        const RuleDifference of{.clause = first_clause(found->second), .rule = id};
        compare(rule.facts, found->second.facts, of, all);
        compare({{"query", rule.sql}}, {{"query", found->second.sql}}, of, all);
    }
    for (const auto& [id, rule] : after.rules)
        if (!before.rules.contains(id))
            all.push_back({.is = Is::added, .clause = first_clause(rule), .rule = id});
    std::ranges::stable_sort(all, {}, [](const RuleDifference& one) {
        return std::tuple(place_of(one.clause), one.rule, one.fact);
    });
    return all;
}

}  // namespace huiyin::rulebook
