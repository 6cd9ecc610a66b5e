// A gate form is a second wording of a rule's query, so it is held against the query itself: over
// every example of every rule and over offices by chance, at several moments, row by row. What the
// signs promise is held against it too. A form that is off by a second, or has lost a condition, is
// found.

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../../../src/rulebook/gate_form.hpp"
#include "../../../src/rulebook/row.hpp"
#include "../../../src/rulebook/rule_engine.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/rulebook/examples.hpp"
#include "huiyin/store/query.hpp"
#include "staged_example.hpp"
#include "trials.hpp"

namespace huiyin::rulebook {

namespace {

/// A rule and the form that is asked about it, which may be a wrong one.
struct Asked {
    const RuleKey* key = nullptr;
    const Rule* rule = nullptr;
    GateForm form;
};

std::vector<Asked> every_form() {
    std::vector<Asked> all;
    for (std::size_t place = 0; const auto& key : rule_keys()) {
        const auto& rule = regulation_rule(place++);
        if (!key.gate.empty()) all.push_back({&key, &rule, GateForm(key)});
    }
    return all;
}

std::string told(const Row& row, const Columns& columns) {
    std::string text;
    for (const auto& column : columns)
        text += base::format("{}={} ", column, row.text(column));
    return text;
}

using RowsByMatter = std::map<std::string, std::multiset<std::string>>;  ///< by the matter's number

RowsByMatter rows_of(store::Query& query) {
    RowsByMatter rows;
    const auto columns = columns_of(query);
    while (query.next()) {
        const auto row = read_row(query, columns);
        rows[row.text("subject")].insert(told(row, columns));
    }
    return rows;
}

bool shows(std::string_view words, const Signs& signs) {
    return words.empty() || any_word(words, [&](auto word) { return signs.contains(word); });
}

struct FormTally {
    std::size_t asked = 0;       ///< of how many matters a form was asked
    std::size_t rows = 0;        ///< that both gave
    std::size_t difference = 0;  ///< matters of which they do not give the same
    std::string first;
};

/// What the form and the query say of every matter at that moment. Where the gate leaves the rule
/// out, or asks the query itself, the form is not asked.
void compare(store::Connection& connection, base::Instant now, const std::vector<Asked>& all,
             std::map<std::string_view, FormTally>& tallies) {
    const base::Zone zone("UTC");
    RuleEngine engine(connection, zone, now);
    engine.scope().use(Scope::Over::everything);
    std::vector<std::pair<Facts, Signs>> matters;
    for (const auto id : testing::every_matter(connection)) {
        Signs signs;
        auto facts = facts_of(connection, id, now, signs);
        if (store::find_integer(connection, "SELECT 1 FROM home LIMIT 1")) signs.insert("listing");
        if (signs.contains("amend") || engine.recent_words().echo(facts)) signs.insert("echo");
        // As where many matters are asked about, and it is not looked for.
        if (id % 2 == 1) signs.insert("neighbour");
        matters.emplace_back(std::move(facts), std::move(signs));
    }
    for (const auto& one : all) {
        auto& tally = tallies[one.key->id];
        engine.scope().provide(one.rule->sql);
        store::Query query(connection, one.rule->sql);
        const auto expected = rows_of(query);
        for (const auto& [facts, signs] : matters) {
            RowsByMatter said;
            if (!one.form.speaks(signs)) continue;
            if (is_about(*one.rule, facts) && shows(one.key->after, signs) &&
                shows(one.key->when, signs)) {
                store::Query form(connection, one.form.sql());
                one.form.bind(form, facts);
                said = rows_of(form);
                ++tally.asked;
            }
            const auto no =
                store::find_text(connection, "SELECT no FROM matter WHERE id = ?", facts.id)
                    .value_or("");
            const auto should = expected.find(no);
            const auto does = said.find(no);
            const std::multiset<std::string> nothing;
            const auto& left = should == expected.end() ? nothing : should->second;
            const auto& right = does == said.end() ? nothing : does->second;
            tally.rows += right.size();
            if (left == right && said.size() <= 1) continue;
            if (tally.difference++ == 0)
                tally.first = base::format("{} at {}: query {}, form {}", no, base::seconds(now),
                                           left.empty() ? "nothing" : *left.begin(),
                                           right.empty() ? "nothing" : *right.begin());
        }
    }
}

void compare_examples(const std::vector<Asked>& all,
                      std::map<std::string_view, FormTally>& tallies) {
    const auto every = testing::one_of_or_all(3, 32);
    std::size_t turn = 0;
    std::int64_t elsewhere = 1;
    for (const auto& rule : regulation_rules()) {
        const auto own = std::ranges::find(all, &rule, &Asked::rule);
        for (const auto& example : examples_of(rule)) {
            // A form's own examples are all asked.
            const bool has_its_turn = turn++ % every == 0;
            if (!has_its_turn && own == all.end()) continue;
            const bool of_all = has_its_turn || !huiyin::testing::makes_fewer_trials();
            const auto asked = of_all ? all : std::vector<Asked>{*own};
            testing::StagedExample staged(example);
            elsewhere = -3 * elsewhere % 604'801;
            for (const std::int64_t later : {std::int64_t{0}, elsewhere})
                compare(staged.connection, staged.now + base::Seconds(later), asked, tallies);
        }
    }
}

/// An office by chance: complaints, repairs and suggestions with whatever steps in whatever order,
/// within a few days, so that limits are kept and missed.
class ChanceOffice {
  public:
    explicit ChanceOffice(unsigned seed) : chance_(seed), connection_(example_store("")) {
        for (int id = 1; id <= 8; ++id)
            record(id);
    }
    store::Connection& connection() { return connection_; }
    base::Instant moment() { return base::instant(start + below(6 * day)); }

  private:
    static constexpr std::int64_t start = 1'772'409'600;  // 2026-03-02
    static constexpr std::int64_t day = 86'400;

    std::int64_t below(std::int64_t end) {
        return std::uniform_int_distribution<std::int64_t>(0, end - 1)(chance_);
    }
    bool once_in(int times) { return below(times) == 0; }
    template <std::size_t Count>
    std::string_view one_of(const std::array<std::string_view, Count>& words) {
        return words.at(static_cast<std::size_t>(below(Count)));
    }
    std::string at() {
        // Often right on a limit: limits are whole minutes.
        const auto moment = start + (once_in(2) ? below(200) * 300 : below(4 * day));
        return base::format("datetime({}, 'unixepoch')", moment);
    }
    void run(const std::string& sql) { connection_.execute(sql); }

    void record(int id) {
        const auto unit = once_in(4) ? std::string("NULL") : base::format("'3-{}'", below(3));
        const auto phone = once_in(2) ? "NULL" : "'13800008000'";
        const auto when = at();
        const auto kind = below(3);
        if (kind == 0)
            run(base::format(
                "INSERT INTO given_complaint (id, at, unit, phone, category, channel, people)"
                " VALUES ({}, {}, {}, {}, '噪声', '{}', {})",
                id, when, unit, phone, one_of(std::array<std::string_view, 2>{"phone", "visit"}),
                once_in(3) ? "9" : "NULL"));
        else if (kind == 1)
            run(base::format(
                "INSERT INTO given_repair (id, at, category, unit, appointment_at, not_rework)"
                " VALUES ({}, {}, '{}', {}, {}, {})",
                id, when,
                one_of(std::array<std::string_view, 3>{"plumbing", "service", "heating-main"}),
                unit, once_in(5) ? at() : "NULL", once_in(4) ? "'另一处'" : "NULL"));
        else
            run(base::format(
                "INSERT INTO given_suggestion (id, at, unit, sort, channel)"
                " VALUES ({}, {}, {}, '{}', '{}')",
                id, when, unit, one_of(std::array<std::string_view, 2>{"opinion", "suggestion"}),
                one_of(std::array<std::string_view, 2>{"phone", "round"})));
        const auto steps = below(9);
        for (int step = 0; step < steps; ++step)
            add_step(id, kind == 1);
        run(base::format(
            "UPDATE matter SET closed_at = (SELECT min(at) FROM step WHERE matter = {0}"
            " AND what = 'close') WHERE id = {0}",
            id));
    }

    void call_back(int id) {
        run(base::format(
            "INSERT INTO given_callback (matter, at, method, reached, satisfied, raised,"
            " appointment_at, as_happened) VALUES ({}, {}, '{}', {}, '{}', {}, {}, {})",
            id, at(), one_of(std::array<std::string_view, 3>{"phone", "visit", "letter"}), below(2),
            one_of(std::array<std::string_view, 3>{"yes", "partly", "no"}),
            once_in(4) ? "'灯又坏了'" : "NULL", once_in(3) ? at() : "NULL",
            once_in(4) ? "'由别人回访'" : "NULL"));
        if (once_in(3))
            run(base::format("INSERT INTO given_answer (matter, at) VALUES ({}, {})", id, at()));
        if (once_in(8))
            run(
                base::format("UPDATE step SET voided_at = unixepoch({}) WHERE id ="
                             " (SELECT max(id) FROM callback WHERE matter = {})",
                             at(), id));
    }

    void add_step(int id, bool is_repair) {
        const auto what = below(is_repair ? 8 : 6);
        if (what == 0)
            call_back(id);
        else if (what < 6)
            run(base::format(
                "INSERT INTO given_step (matter, what, at, to_staff, text, method) VALUES ({}, "
                "'{}',"
                " {}, {}, '{}', 'phone')",
                id,
                one_of(std::array<std::string_view, 9>{"assign", "investigate", "opinion", "reply",
                                                       "note", "escalate", "answer", "close",
                                                       "apology"}),
                at(), once_in(2) ? "2" : "NULL", once_in(3) ? "滚" : "已办"));
        else if (what == 6 || orders_[id].empty()) {
            const auto order = id * 100 + static_cast<int>(orders_[id].size()) + 1;
            orders_[id].push_back(order);
            run(base::format("INSERT INTO given_order (id, repair, at) VALUES ({}, {}, {})", order,
                             id, at()));
        } else {
            const auto& mine = orders_[id];
            run(
                base::format("INSERT INTO given_order_step (order_id, what, at, agreed_by, fault) "
                             "VALUES ({}, '{}',"
                             " {}, {}, 'parts')",
                             mine.at(static_cast<std::size_t>(below(std::ssize(mine)))),
                             one_of(std::array<std::string_view, 7>{
                                 "arrive", "start", "finish", "defer", "sign", "return", "cancel"}),
                             at(), once_in(2) ? "'李敏'" : "NULL"));
        }
    }

    std::mt19937 chance_;
    store::Connection connection_;
    std::map<int, std::vector<int>> orders_;
};

void compare_by_chance(const std::vector<Asked>& all, unsigned offices,
                       std::map<std::string_view, FormTally>& tallies) {
    for (unsigned seed = 1; seed <= offices; ++seed) {
        ChanceOffice office(seed);
        for (int turn = 0; turn < 2; ++turn)
            compare(office.connection(), office.moment(), all, tallies);
    }
}

const auto chance_offices = static_cast<unsigned>(huiyin::testing::trials(60, 16));

TEST_CASE("a gate form asks for facts that there are") {
    for (const auto& one : every_form())
        for (const auto& name : one.form.names()) {
            CAPTURE(one.key->id);
            CAPTURE(name);
            CHECK(is_fact(name));
        }
}

TEST_CASE("a gate form says of a matter what the rule's query says") {
    const auto all = every_form();
    REQUIRE(all.size() >= 12);
    std::map<std::string_view, FormTally> tallies;
    compare_examples(all, tallies);
    compare_by_chance(all, chance_offices, tallies);
    std::size_t asked = 0;
    std::size_t rows = 0;
    for (const auto& [id, tally] : tallies) {
        CAPTURE(id);
        CAPTURE(tally.first);
        CHECK(tally.difference == 0);
        // Of each there was something to compare.
        CHECK(tally.rows > 0);
        asked += tally.asked;
        rows += tally.rows;
    }
    MESSAGE(all.size(), " forms asked ", asked, " times gave ", rows, " rows, as their queries do");
}

/// The form with one error: a moment that is a second later, a condition turned round, another
/// step.
std::vector<GateForm> with_errors(const RuleKey& key) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 15> errors{{
        {" + policy(", " + 1 + policy("},
        {":closed_at AS stopped", ":closed_at + 1 AS stopped"},
        {" AS met", " + 1 AS met"},
        {"IS NOT 'service'", "IS 'service'"},
        {"o.technician", "o.technician + 1"},
        {"- 50", "- 0"},
        {"retired_at IS NULL)", "retired_at IS NOT NULL)"},
        {"'start>finish'", "'start>start'"},
        {"NOT has_role", "has_role"},
        {"= 'unsatisfied'", "<> 'unsatisfied'"},
        {" < 4", " < 3"},
        {" - policy(", " - 1 - policy("},
        {"m.not_rework IS NULL", "true"},
        {"= 'opinion'", "<> 'opinion'"},
        {"(s.voided_at IS NULL OR s.voided_at > now()) AND", ""},
    }};
    std::vector<GateForm> wrong;
    for (const auto& [right, error] : errors) {
        std::string sql(key.gate);
        if (right == " AS met" && sql.find("NULL AS met") != std::string::npos) continue;
        const auto at = sql.find(right);
        if (at == std::string::npos) continue;
        sql.replace(at, right.size(), error);
        wrong.emplace_back(sql, key.gate_unless);
    }
    return wrong;
}

TEST_CASE("an error in a gate form is found") {
    std::size_t planted = 0;
    for (const auto& one : every_form()) {
        auto wrong = with_errors(*one.key);
        CAPTURE(one.key->id);
        REQUIRE_FALSE(wrong.empty());
        // A sanitized program takes many times as long: one error of each.
        if (std::getenv("ASAN_OPTIONS") != nullptr) wrong.erase(wrong.begin() + 1, wrong.end());
        for (const auto& form : wrong) {
            CAPTURE(form.sql());
            std::map<std::string_view, FormTally> tallies;
            const std::vector<Asked> alone{{one.key, one.rule, form}};
            const auto& difference = tallies[one.key->id].difference;
            for (const auto& example : examples_of(*one.rule)) {
                if (difference > 0) break;
                testing::StagedExample staged(example);
                compare(staged.connection, staged.now, alone, tallies);
            }
            if (difference == 0) compare_by_chance(alone, chance_offices / 4, tallies);
            CHECK(difference > 0);
            ++planted;
        }
    }
    MESSAGE(planted, " errors planted");
}

}  // namespace
}  // namespace huiyin::rulebook
