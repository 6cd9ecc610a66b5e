#include "huiyin/reports/rule_proof_view.hpp"

#include <numeric>

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "values.hpp"

namespace huiyin::reports {

using base::compose;
using rulebook::Branch;
using rulebook::MutantResult;
using rulebook::Mutation;
using rulebook::RuleCoverage;
using Fate = rulebook::MutantResult::Fate;

namespace {

template <typename Proofs, typename Count>
std::size_t total(const Proofs& proofs, Count count) {
    return std::accumulate(proofs.begin(), proofs.end(), std::size_t{0},
                           [&](std::size_t sum, const auto& one) { return sum + count(one); });
}

Table wrong_table() {
    return {.columns = {{Label{"规则", "rule"}}, {Label{"不对的", "what is wrong"}}},
            .rows = {},
            .empty = {}};
}

void tell_wrong(const rulebook::Rule& rule, const std::vector<Text>& wrong, Table& table,
                Json& list) {
    for (const auto& one : wrong) {
        table.rows.push_back({plain(rule.id), one});
        list.push_back({{"rule", rule.id}, {"what", both(one)}});
    }
}

std::size_t mutants(const Mutation& one) {
    return one.results.size();
}

std::string_view word_of(Branch::Is is) {
    using enum Branch::Is;
    switch (is) {
        case alternative:
            return "or";
        case existence:
            return "exists";
        case choice:
            return "case";
    }
    return "";
}

Text never(const Branch& branch) {
    if (branch.made_true + branch.made_false == 0) return Label{"从未走到", "never reached"};
    return branch.made_true == 0 ? Label{"从未为真", "never true"}
                                 : Label{"从未为假", "never false"};
}

/// Rows of a table, and the same as JSON.
struct Told {
    Table table = {};
    Json json = Json::array();
};

Told told_by_rule(const std::vector<Mutation>& mutations) {
    Told told;
    told.table.columns = {{Label{"规则", "rule"}},
                          {Label{"改动", "mutants"}, Align::right, Holds::number},
                          {Label{"看出", "killed"}, Align::right, Holds::number},
                          {Label{"说明", "explained"}, Align::right, Holds::number},
                          {Label{"没看出", "survived"}, Align::right, Holds::number}};
    for (const auto& one : mutations) {
        told.table.rows.push_back(
            {plain(one.rule->id), plain(mutants(one)), plain(one.count(Fate::killed)),
             plain(one.count(Fate::explained)), plain(one.count(Fate::survived))});
        told.json.push_back({{"rule", one.rule->id},
                             {"mutants", mutants(one)},
                             {"killed", one.count(Fate::killed)},
                             {"explained", one.count(Fate::explained)},
                             {"survived", one.count(Fate::survived)}});
    }
    return told;
}

/// Of every mutant with this fate: where it is, what it changed and, where one is given, why it
/// means the same.
Told told_of(Fate fate, const std::vector<Mutation>& mutations) {
    Told told;
    told.table.columns = {{Label{"规则", "rule"}},
                          {Label{"行", "line"}, Align::right, Holds::number},
                          {Label{"改动", "change"}}};
    told.table.empty = Label{"没有。", "None."};
    for (const auto& one : mutations)
        for (const auto& result : one.results) {
            if (result.fate != fate) continue;
            const auto& mutant = result.mutant;
            told.table.rows.push_back(
                {plain(one.rule->id), plain(mutant.line), plain(mutant.change)});
            Json row{{"rule", one.rule->id}, {"line", mutant.line}, {"change", mutant.change}};
            if (fate == Fate::explained) row["because"] = result.because;
            told.json.push_back(std::move(row));
        }
    return told;
}

}  // namespace

Presentation mutation_results(const std::vector<Mutation>& mutations) {
    const auto of = [&](Fate fate) {
        return total(mutations, [fate](const Mutation& one) { return one.count(fate); });
    };
    auto survivors = told_of(Fate::survived, mutations);
    auto rules = told_by_rule(mutations);
    Told wrong{.table = wrong_table()};
    for (const auto& one : mutations)
        tell_wrong(*one.rule, one.wrong, wrong.table, wrong.json);
    Document document;
    document.title = compose({"规则 {} 条,改动 {} 处,示例看出 {} 处,说明 {} 处,没看出 {} 处",
                              "{} rules, {} mutants, {} killed, {} explained, {} survived"},
                             mutations.size(), total(mutations, mutants), of(Fate::killed),
                             of(Fate::explained), of(Fate::survived));
    document.sections.push_back({Label{"没看出的", "Survivors"}, {std::move(survivors.table)}});
    if (!wrong.table.rows.empty())
        document.sections.push_back({Label{"不对的", "What is wrong"}, {std::move(wrong.table)}});
    document.sections.push_back({Label{"各条规则", "By rule"}, {std::move(rules.table)}});
    return {std::move(document),
            {{"rules", mutations.size()},
             {"mutants", total(mutations, mutants)},
             {"killed", of(Fate::killed)},
             {"explained", of(Fate::explained)},
             {"survived", of(Fate::survived)},
             {"survivors", std::move(survivors.json)},
             {"reasons", told_of(Fate::explained, mutations).json},
             {"wrong", std::move(wrong.json)},
             {"by_rule", std::move(rules.json)}}};
}

Presentation coverage_results(const std::vector<RuleCoverage>& coverages) {
    Table table{.columns = {{Label{"规则", "rule"}},
                            {Label{"行", "line"}, Align::right, Holds::number},
                            {Label{"分支", "branch"}},
                            {Label{"缺", "missing"}}},
                .rows = {},
                .empty = Label{"没有。", "None."}};
    auto wrong = wrong_table();
    Json list = Json::array(), wrong_list = Json::array();
    for (const auto& one : coverages) {
        tell_wrong(*one.rule, one.wrong, wrong, wrong_list);
        for (const auto& branch : one.branches) {
            list.push_back({{"rule", one.rule->id},
                            {"line", branch.line},
                            {"kind", word_of(branch.is)},
                            {"branch", branch.text},
                            {"made_true", branch.made_true},
                            {"made_false", branch.made_false}});
            if (!branch.touched())
                table.rows.push_back(
                    {plain(one.rule->id), plain(branch.line), plain(branch.text), never(branch)});
        }
    }
    const auto branches =
        total(coverages, [](const RuleCoverage& one) { return one.branches.size(); });
    const auto untouched =
        total(coverages, [](const RuleCoverage& one) { return one.untouched(); });
    Document document;
    document.title = compose({"规则 {} 条,分支 {} 处,示例两面都走到的 {} 处",
                              "{} rules, {} branches, {} made both true and false"},
                             coverages.size(), branches, branches - untouched);
    document.sections.push_back({Label{"没走全的", "Not both ways"}, {std::move(table)}});
    if (!wrong.rows.empty())
        document.sections.push_back({Label{"不对的", "What is wrong"}, {std::move(wrong)}});
    return {std::move(document),
            {{"rules", coverages.size()},
             {"branches", branches},
             {"covered", branches - untouched},
             {"by_branch", std::move(list)},
             {"wrong", std::move(wrong_list)}}};
}

}  // namespace huiyin::reports
