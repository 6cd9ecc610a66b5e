// Each changed query is run on the examples of its rule; those are set up once for all of them.

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "example_stage.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/rulebook/mutants.hpp"

namespace huiyin::rulebook {

namespace {

using Fate = MutantResult::Fate;

std::map<std::string, std::string, std::less<>> reasons_of(const Rule& rule) {
    std::map<std::string, std::string, std::less<>> reasons;
    for (const auto& one : rule.equivalences)
        for (const auto& change : one.changes)
            reasons.emplace(change, one.because);
    return reasons;
}

}  // namespace

std::size_t Mutation::count(Fate fate) const {
    return static_cast<std::size_t>(
        std::ranges::count(results, fate, [](const MutantResult& result) { return result.fate; }));
}

Mutation mutate(const Rule& rule) {
    Mutation mutation{.rule = &rule, .results = {}, .wrong = {}};
    const auto whole = whole_rule(rule);
    std::vector<std::unique_ptr<ExampleStage>> stages;
    for (const auto& example : whole.examples) {
        stages.push_back(std::make_unique<ExampleStage>(example));
        if (stages.back()->notices(whole))
            mutation.wrong.push_back(
                base::compose({"示例不成立:{}", "this example does not hold: {}"}, example.title));
    }
    if (!mutation.wrong.empty()) return mutation;
    auto reasons = reasons_of(whole);
    auto changed = whole;
    for (auto& mutant : mutants_of(whole)) {
        changed.sql = mutant.sql;
        MutantResult result{.mutant = std::move(mutant), .by = {}, .because = {}};
        // The one that noticed the last change is likely to notice the next.
        for (auto stage = stages.begin(); stage != stages.end(); ++stage) {
            if (!(*stage)->notices(changed)) continue;
            result.fate = Fate::killed;
            result.by = (*stage)->example().title;
            std::rotate(stages.begin(), stage, stage + 1);
            break;
        }
        if (const auto reason = reasons.find(result.mutant.change); reason != reasons.end()) {
            if (result.fate == Fate::killed)
                mutation.wrong.push_back(
                    base::compose({"说了理由,可示例「{1}」看得出:{0}",
                                   "a reason is given, and the example '{1}' notices: {0}"},
                                  result.mutant.change, result.by));
            else
                result.fate = Fate::explained;
            result.because = std::move(reason->second);
            reasons.erase(reason);
        }
        mutation.results.push_back(std::move(result));
    }
    for (const auto& [change, because] : reasons)
        mutation.wrong.push_back(
            base::compose({"没有这样的改动:{}", "there is no such change: {}"}, change));
    return mutation;
}

}  // namespace huiyin::rulebook
