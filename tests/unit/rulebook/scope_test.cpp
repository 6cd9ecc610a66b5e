// A few rules are asked over what is kept of the columns that they name. What they find must be
// what they find over all columns.

#include <doctest/doctest.h>

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "../../../src/rulebook/row.hpp"
#include "../../../src/rulebook/rule_engine.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/rulebook/examples.hpp"
#include "huiyin/store/query.hpp"
#include "staged_example.hpp"

namespace huiyin::rulebook {

namespace {

using Rows = std::multiset<std::string>;

/// What a rule's query gives of every matter, over what the scope has.
Rows rows_of(RuleEngine& engine, const Rule& rule) {
    auto& connection = engine.connection();
    store::run(connection, "DELETE FROM temp.touched_matter WHERE true");
    store::run(connection, "INSERT INTO temp.touched_matter SELECT id FROM main.matter");
    engine.scope().provide(rule.sql);
    store::Query query(connection, rule.sql);
    const auto columns = columns_of(query);
    Rows rows;
    while (query.next()) {
        const auto row = read_row(query, columns);
        std::string text;
        for (const auto& column : columns)
            text += base::format("{}={} ", column, row.text(column));
        rows.insert(std::move(text));
    }
    return rows;
}

TEST_CASE("a rule finds the same where only the columns that it names are kept") {
    const auto every = testing::one_of_or_all(3, 32);
    std::size_t turn = 0;
    std::size_t compared = 0;
    const base::Zone zone("UTC");
    for (const auto& rule : regulation_rules()) {
        // What is no matter is in no portion.
        static const std::set<std::string_view> others{"staff", "policy", "week", "month", "post"};
        if (others.contains(rule.judges)) continue;
        CAPTURE(rule.id);
        bool was_asked = false;
        for (const auto& example : examples_of(rule)) {
            // Each rule at least once, as its query is prepared anew for it.
            if (turn++ % every > 0 && was_asked) continue;
            was_asked = true;
            CAPTURE(example.title);
            testing::StagedExample staged(example);
            RuleEngine engine(staged.connection, zone, staged.now);
            engine.scope().use(Scope::Over::portion);
            const auto over_all = rows_of(engine, rule);
            engine.scope().use_portion_for(std::array<std::string_view, 1>{rule.sql});
            CHECK(rows_of(engine, rule) == over_all);
            compared += over_all.size();
        }
    }
    MESSAGE(compared << " rows compared");
    CHECK(compared * every > 600);
}

}  // namespace
}  // namespace huiyin::rulebook
