#include "kept_verdicts.hpp"

#include <algorithm>
#include <array>

#include "huiyin/base/digest.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/records/step_kind.hpp"
#include "huiyin/store/query.hpp"
#include "judgement.hpp"
#include "rule_key.hpp"
#include "scope.hpp"
#include "scope_definition.hpp"

namespace huiyin::rulebook {

using base::Json;
using store::Query;

namespace {

/// Raised where the program judges otherwise by the same rules.
constexpr std::string_view way_of_judging = HUIYIN_VERSION " 1";

/// What is reckoned as a finding is made of a deadline.
constexpr std::array<std::string_view, 2> of_deadline{"late_for", "limit"};

bool is_of_deadline(std::string_view column) {
    return std::ranges::find(of_deadline, column) != of_deadline.end();
}

/// Which nobody met.
bool is_open_deadline(const Found& found) {
    return found.open && found.rule->form == Form::clock;
}

Json as_json(const Found& found) {
    const auto said = found.said();
    Json row = Json::object();
    for (const auto& column : *found.columns) {
        const auto& value = said.value(column);
        if (const auto* number = std::get_if<std::int64_t>(&value)) row[column] = *number;
        if (const auto* words = std::get_if<std::string>(&value)) row[column] = *words;
    }
    return row;
}

std::string to_be_kept(const Found& found) {
    auto row = as_json(found);
    if (is_open_deadline(found))
        for (const auto column : of_deadline)
            row.erase(std::string(column));
    return row.dump();
}

/// All that a verdict says of a finding, rule and subject first.
std::string told(const Found& found) {
    return base::format("{} {} {} {} {} {} {} {} {}", found.rule->id, found.subject,
                        base::seconds(found.since), found.severity, found.row, found.avoidable,
                        found.open, found.to_be_explained, as_json(found).dump());
}

/// No command writes such a row.
base::Failure altered() {
    return base::Failure(
        base::Exit::integrity,
        base::Label{"库里记下的判断结果被改动过", "a verdict that the store keeps was altered"},
        base::Label{"用 huiyin audit verify 查是哪一条", "huiyin audit verify tells which"});
}

/// Puts the row back as the rule's query said it; what was NULL is not there.
void read_json(const std::string& json, FindingMaker& maker, Found& found) {
    const auto said = Json::parse(json, nullptr, false);
    if (!said.is_object()) throw altered();
    Row row;
    Columns columns;
    for (const auto& [column, value] : said.items()) {
        if (value.is_number_integer())
            row.set(column, value.get<std::int64_t>());
        else if (value.is_string())
            row.set(column, value.get<std::string>());
        else
            throw altered();
        columns.push_back(column);
    }
    if (is_open_deadline(found)) {
        std::erase_if(columns, is_of_deadline);
        found = maker.found_of(maker.deadline_of(*found.rule, row), row, columns);
    } else {
        found.columns = maker.kept(columns);
        found.cells = packed(row, columns);
    }
}

const Rule& rule_of(std::string_view id) {
    const auto rules = regulation_rules();
    const auto rule = std::ranges::find(rules, id, &Rule::id);
    if (rule == rules.end()) throw altered();
    return *rule;
}

/// As JSON, so that the index by kind and time can be used.
std::string every_kind_of_step() {
    Json words = Json::array();
    for (const auto& kind : records::step_kinds())
        words.push_back(kind.word);
    return words.dump();
}

constexpr std::string_view columns_of_kept =
    "k.matter, k.rule, k.severity, k.subject, k.since, k.row, k.avoidable, k.open,"
    " k.to_be_explained, k.said";
constexpr std::string_view of_judged_period =
    "(k.matter IS NULL"
    " AND EXISTS (SELECT 1 FROM main.judged_period p WHERE p.period = k.subject))";

Found found_of(const Query& row, FindingMaker& maker) {
    Found found{.rule = &rule_of(row.text(1)),
                .severity = lasting_severity(row.text(2)),
                .subject = row.text(3),
                .since = row.time(4),
                .row = row.integer(5),
                .avoidable = row.integer(6),
                .open = row.flag(7),
                .to_be_explained = row.flag(8),
                .cells = {}};
    if (found.severity.empty()) throw altered();
    read_json(row.text(9), maker, found);
    return found;
}

}  // namespace

std::string rulebook_digest() {
    std::string all(way_of_judging);
    for (const auto& definition : scope_definitions())
        all += '\n' + std::string(definition.name) + '\n' + select_of(definition, false);
    for (const auto& key : rule_keys()) {
        const auto file = key.file->text;
        all += file.substr(0, file.find("\n-- example: "));
    }
    return base::hex(base::blake2b({all}));
}

std::optional<std::int64_t> judged_through(store::Connection& connection, base::Instant now) {
    Query row(connection, "SELECT rulebook, matter FROM main.judged_through WHERE at <= ?", now);
    if (!row.next() || row.text(0) != rulebook_digest()) return {};
    return row.integer(1);
}

std::int64_t choose_unjudged(store::Connection& connection, std::int64_t through) {
    make_empty(connection, "temp.chosen");
    store::run(connection,
               "INSERT INTO temp.chosen SELECT id FROM main.matter WHERE id > ?"
               " UNION SELECT matter FROM main.unjudged",
               through);
    return store::find_integer(connection, "SELECT count(*) FROM temp.chosen").value_or(0);
}

void move_those_without_findings(store::Connection& connection, std::string_view from,
                                 std::string_view to, std::int64_t through, base::Instant end) {
    store::run(
        connection,
        base::format("INSERT INTO {} SELECT c.id FROM {} c CROSS JOIN main.matter m ON m.id = c.id"
                     " WHERE c.id <= ?1"
                     " AND NOT EXISTS (SELECT 1 FROM main.unjudged u WHERE u.matter = c.id)"
                     " AND NOT EXISTS (SELECT 1 FROM main.kept_finding k WHERE k.matter = c.id)"
                     " AND (m.at >= ?2 OR c.id NOT IN"
                     "      (SELECT s.matter FROM main.step s WHERE s.at > ?2"
                     "       AND s.what IN (SELECT value FROM json_each(?3))))",
                     to, from),
        through, end, every_kind_of_step());
    store::run(connection,
               base::format("DELETE FROM {} WHERE id IN (SELECT id FROM {})", from, to));
}

bool may_keep_findings_of(const Rule& rule) {
    constexpr std::array<std::string_view, 2> not_of_one_matter{"content", "nearest_home"};
    return std::ranges::none_of(not_of_one_matter,
                                [&](auto name) { return Scope::reads(rule.sql, name); });
}

bool runs_on(const Deadline& deadline, base::Instant now) {
    return deadline.pending() && !(is_of_posts(*deadline.rule) && deadline.due < now);
}

void keep_finding(store::Connection& connection, std::int64_t id,
                  std::optional<std::int64_t> matter, const Found& found) {
    store::run(connection,
               "INSERT INTO kept_finding (id, matter, rule, severity, subject, since, row,"
               " avoidable, open, to_be_explained, said) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
               id, matter, found.rule->id, found.severity, found.subject, found.since, found.row,
               found.avoidable, found.open, found.to_be_explained, to_be_kept(found));
}

void for_each_kept(
    RuleEngine& engine, std::int64_t through,
    const std::function<void(Found&& found, std::optional<std::int64_t> matter)>& take) {
    for (Query row(engine.connection(),
                   base::format("SELECT {0} FROM main.kept_finding k WHERE (k.matter <= ?1"
                                " AND NOT EXISTS (SELECT 1 FROM main.unjudged u"
                                " WHERE u.matter = k.matter)) OR {1} ORDER BY k.id",
                                columns_of_kept, of_judged_period),
                   through);
         row.next();)
        take(found_of(row, engine.maker()), row.maybe_integer(0));
}

void for_each_kept_of_posts(RuleEngine& engine, const Rule& rule, std::int64_t through,
                            const std::function<void(Found&& found, std::int64_t entry)>& take) {
    // Entries are fewer than findings. Whether a verdict counts is looked for where there is one.
    for (Query row(engine.connection(),
                   base::format("SELECT {} FROM main.roster r CROSS JOIN main.kept_finding k"
                                " ON k.matter = r.id WHERE k.matter <= ?1 AND k.rule = ?2"
                                " AND NOT EXISTS (SELECT 1 FROM main.unjudged u"
                                " WHERE u.matter = k.matter) ORDER BY r.id",
                                columns_of_kept),
                   through, rule.id);
         row.next();)
        take(found_of(row, engine.maker()), row.integer(0));
}

void for_each_kept_of_periods(RuleEngine& engine, const std::function<void(Found&&)>& take) {
    for (Query row(engine.connection(),
                   base::format("SELECT {} FROM main.kept_finding k WHERE {} ORDER BY k.id",
                                columns_of_kept, of_judged_period));
         row.next();)
        take(found_of(row, engine.maker()));
}

VerdictComparison::VerdictComparison(RuleEngine& engine)
    : engine_(engine), through_(judged_through(engine.connection(), engine.now())) {
    if (through_)
        for_each_kept(engine, *through_,
                      [&](const Found& found, auto) { kept_.insert(told(found)); });
}

bool VerdictComparison::has_verdict(const Rule& rule, std::string_view subject,
                                    std::int64_t matter) const {
    if (!through_ || key_of_rule(rule) == nullptr) return false;
    auto& connection = engine_.connection();
    if (matter == 0)
        return rule.form != Form::clock &&
               store::find_integer(connection, "SELECT 1 FROM main.judged_period WHERE period = ?",
                                   subject);
    return matter <= *through_ &&
           !store::find_integer(connection, "SELECT 1 FROM main.unjudged WHERE matter = ?", matter);
}

void VerdictComparison::take(const Found& found, std::int64_t matter) {
    if (!has_verdict(*found.rule, found.subject, matter)) return;
    auto one = told(found);
    const auto kept = kept_.find(one);
    if (kept != kept_.end())
        kept_.erase(kept);
    else
        surplus_.insert(std::move(one));
}

void VerdictComparison::take(const Deadline& deadline, std::int64_t matter) {
    if (runs_on(deadline, engine_.now()) && has_verdict(*deadline.rule, deadline.subject, matter))
        surplus_.insert(base::format("{} {} ", deadline.rule->id, deadline.subject));
}

std::vector<std::string> VerdictComparison::differences() const {
    std::set<std::string> differ;
    for (const auto* those : {&kept_, &surplus_})
        for (const auto& one : *those)
            differ.insert(one.substr(0, one.find(' ', one.find(' ') + 1)));
    return {differ.begin(), differ.end()};
}

}  // namespace huiyin::rulebook
