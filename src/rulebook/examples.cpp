#include "huiyin/rulebook/examples.hpp"

#include <SQLiteCpp/Exception.h>

#include <algorithm>
#include <array>
#include <utility>

#include "huiyin/base/embedded.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/rulebook/checker.hpp"
#include "huiyin/store/guard.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"
#include "huiyin/store/surroundings.hpp"
#include "office_rule_check.hpp"

namespace huiyin::rulebook {

std::span<const base::EmbeddedFile> context_files();  // made by the build

namespace {

bool says(const Finding& finding, std::string_view words) {
    return std::ranges::any_of(
        std::array{&finding.message.zh, &finding.message.en, &finding.remedy.zh,
                   &finding.remedy.en},
        [&](const std::string* text) { return text->find(words) != std::string::npos; });
}

store::Connection migrated_store() {
    auto connection = store::scratch();
    connection.execute("PRAGMA foreign_keys = OFF");
    for (const auto& migration : store::migrations())
        connection.execute(migration.sql);
    return connection;
}

ExampleResult run_example(const Rule& rule, const Example& example) {
    ExampleResult result{.rule = &rule, .example = example, .wrong = {}};
    auto connection = example_store("");
    const store::BoundedWork bounds(connection, most_steps_at_the_gate);
    try {
        {
            const store::RowsOnly guard(connection);
            connection.execute(example.sql);
        }
        const auto now = store::find_integer(connection, "SELECT unixepoch(?)", example.now);
        if (!now) {
            result.wrong = base::compose({"「{}」不是时刻", "'{}' is not a time"}, example.now);
            return result;
        }
        const base::Zone zone("UTC");
        Checker checker(connection, zone, base::instant(*now));
        const auto findings = checker.run(rule);
        result.found = static_cast<int>(findings.size());
        result.wrong = disagreement(example, findings);
    } catch (const base::Failure& failure) {
        result.wrong = failure.problems().front().what;
    } catch (const SQLite::Exception& error) {
        if (store::gave_out(error.getErrorCode())) throw;  // no fault of the example's
        result.wrong = bounds.spent() ? base::Text(base::Label{"太费时,已中止", "it took too long"})
                                      : base::Text(error.what(), error.what());
    }
    return result;
}

}  // namespace

base::Text disagreement(const Example& example, const std::vector<Finding>& findings) {
    for (const auto& finding : findings)
        if (!example.severity.empty() && finding.severity != example.severity)
            return base::compose({"应为 {1},却是 {0}", "found a {}, expected a {}"},
                                 finding.severity, example.severity);
    if (std::cmp_not_equal(findings.size(), example.findings))
        return base::compose({"应有 {1} 项,却有 {0} 项", "found {}, expected {}"}, findings.size(),
                             example.findings);
    for (const auto& words : example.says)
        if (std::ranges::none_of(findings, [&](const auto& one) { return says(one, words); }))
            return base::compose(
                {"应说「{}」,却没有一项这么说", "expected to hear '{}', and none says so"}, words);
    for (const auto& words : example.unsaid)
        if (std::ranges::any_of(findings, [&](const auto& one) { return says(one, words); }))
            return base::compose(
                {"不应说「{}」,却有一项这么说", "expected not to hear '{}', and one says so"},
                words);
    if (!example.blamed.empty() && std::ranges::none_of(findings, [&](const auto& one) {
            return one.blamed == example.blamed;
        }))
        return base::compose({"应由 {} 负责,却没有一项是", "expected to be {}'s, and none is"},
                             example.blamed);
    const base::Zone utc("UTC");
    if (!example.since.empty() && std::ranges::none_of(findings, [&](const auto& one) {
            return base::readable(one.since, utc) == example.since;
        }))
        return base::compose({"应自 {} 起,却没有一项是", "expected since {}, and none is"},
                             example.since);
    return {};
}

store::Connection example_store(const std::string& sql) {
    // Pages are copied far sooner than twenty migrations are done again.
    thread_local auto empty_store = migrated_store();
    auto connection = store::scratch_copy(empty_store);
    connection.execute("PRAGMA foreign_keys = OFF");  // examples tell no more than they need
    for (const auto& file : context_files())
        if (file.path.starts_with("given")) connection.execute(file.text);
    connection.execute(sql);
    return connection;
}

std::vector<ExampleResult> run_examples(const Rule& rule) {
    std::vector<ExampleResult> results;
    for (const auto& example : examples_of(rule))
        results.push_back(run_example(rule, example));
    return results;
}

}  // namespace huiyin::rulebook
