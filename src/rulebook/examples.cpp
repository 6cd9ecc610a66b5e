#include "huiyin/rulebook/examples.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "huiyin/base/embedded.hpp"
#include "huiyin/rulebook/checker.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"

namespace huiyin::rulebook {

std::span<const base::EmbeddedFile> context_files();  // made by the build

namespace {

ExampleResult run_example(const Rule& rule, const Example& example) {
    ExampleResult result{.rule = &rule, .example = &example, .wrong = {}};
    try {
        auto connection = example_store(example.sql);
        const auto now = store::find_integer(connection, "SELECT unixepoch(?)", example.now);
        if (!now) {
            result.wrong = fmt::format("'{}' is no time", example.now);
            return result;
        }
        const base::Zone zone("UTC");
        Checker checker(connection, zone, base::instant(*now));
        const auto findings = checker.run(rule);
        result.found = static_cast<int>(findings.size());
        if (result.found != example.findings)
            result.wrong = fmt::format("found {}, expected {}", result.found, example.findings);
        for (const auto& finding : findings)
            if (!example.severity.empty() && finding.severity != example.severity)
                result.wrong =
                    fmt::format("found a {}, expected a {}", finding.severity, example.severity);
    } catch (const std::exception& error) {
        result.wrong = error.what();
    }
    return result;
}

}  // namespace

store::Connection example_store(const std::string& sql) {
    auto connection = store::scratch();
    connection.execute("PRAGMA foreign_keys = OFF");  // examples tell no more than they need
    for (const auto& migration : store::migrations())
        connection.execute(migration.sql);
    for (const auto& file : context_files())
        if (file.path.starts_with("given")) connection.execute(file.text);
    connection.execute(sql);
    return connection;
}

std::vector<ExampleResult> run_examples(const Rule& rule) {
    std::vector<ExampleResult> results;
    std::ranges::transform(rule.examples, std::back_inserter(results),
                           [&](const Example& example) { return run_example(rule, example); });
    return results;
}

}  // namespace huiyin::rulebook
