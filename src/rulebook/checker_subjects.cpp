// What is judged: which subjects, what is seen of them, and the rules that may speak of it.

#include <algorithm>
#include <iterator>

#include "checker_context.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/time.hpp"
#include "huiyin/records/office.hpp"
#include "huiyin/store/query.hpp"
#include "office_rule_check.hpp"
#include "rule_key.hpp"

namespace huiyin::rulebook {

using store::Query;

namespace {

/// Small enough to stay in memory, large enough that preparing is nothing beside it.
constexpr int portion_size = 4'000;

}  // namespace

void Checker::Context::choose_all() {
    unable_.clear();
    provenance_.reset();
    scope_.use(Scope::Over::portion);
    most_steps_ = most_steps_in_an_audit;
    source_ = "main.matter";
}

void Checker::Context::choose_active(const std::optional<base::Instant>& since,
                                     const std::optional<std::string_view>& kind) {
    choose_all();
    source_ = "temp.chosen";
    connection_.execute(
        "CREATE TEMP TABLE IF NOT EXISTS chosen (id INTEGER PRIMARY KEY NOT NULL);"
        "DELETE FROM temp.chosen WHERE true");
    store::run(connection_,
               "INSERT INTO temp.chosen"
               // A roster stays open for ever, and has no deadline.
               " SELECT id FROM main.matter WHERE closed_at IS NULL AND voided_at IS NULL"
               " AND kind <> 'roster'"
               " UNION SELECT matter FROM main.owing"
               " UNION SELECT matter FROM main.step WHERE recorded_at >= ?1"
               // What was agreed for a time may be due long after it was recorded.
               " UNION SELECT id FROM main.repair WHERE appointment_at >= ?1",
               since);
    if (kind)
        store::run(connection_,
                   "DELETE FROM temp.chosen WHERE NOT EXISTS"
                   " (SELECT 1 FROM main.matter m WHERE m.id = chosen.id AND m.kind = ?)",
                   *kind);
}

base::Seconds Checker::Context::longest_limit() const {
    base::Seconds longest{0};
    for (const auto& definition : records::policy_definitions()) {
        if (definition.kind != records::PolicyKind::duration) continue;
        for (const auto& edition : functions_.policies().editions(definition.key)) {
            const auto value = records::policy_value(definition, edition.value);
            if (const auto* seconds = std::get_if<std::int64_t>(&value))
                longest = std::max(longest, base::Seconds{*seconds});
        }
    }
    return longest;
}

bool Checker::Context::judge_portion(std::int64_t& last) {
    forget_touched();
    store::run(connection_,
               base::format("INSERT INTO temp.touched_matter SELECT id FROM {} WHERE id > ?"
                            " ORDER BY id LIMIT ?",
                            source_),
               last, portion_size);
    const auto end = store::find_integer(connection_, "SELECT max(id) FROM temp.touched_matter");
    if (!end) return false;
    last = *end;
    scope_.refill();
    note_kinds_of_portion();
    return true;
}

void Checker::Context::judge_rest() {
    scope_.use(Scope::Over::everything);
}

void Checker::Context::leave_out_periods_before(base::Instant since) {
    provide("scope_week scope_month");
    for (const std::string_view table : {"scope_week", "scope_month"})
        store::run(connection_, base::format("DELETE FROM temp.{} WHERE until_at < ?", table),
                   since);
}

void Checker::Context::judge(const std::set<std::pair<std::string, std::int64_t>>& subjects,
                             const std::optional<records::Provenance>& provenance) {
    unable_.clear();
    provenance_ = provenance;
    provenance_subjects_.clear();
    if (provenance) provenance_subjects_ = subject_names(connection_, subjects);
    scope_.use(Scope::Over::nothing);
    most_steps_ = most_steps_at_the_gate;
    note_kinds_of(subjects);
    relations_.judge(subjects, signs_);
}

void Checker::Context::read_again() {
    functions_.read_policies_again();
    office_rules_ = office_rules_until(connection_, now());
    rules_.clear();
}

const std::vector<RuleInForce>& Checker::Context::rules() {
    if (rules_.empty()) rules_ = rules_until(connection_, now());
    return rules_;
}

void Checker::Context::forget_touched() {
    for (const auto kind : touched_kinds)
        store::run(connection_, base::format("DELETE FROM temp.touched_{} WHERE 1", kind));
}

/// The words by which rules say what they judge, and after which steps. Weeks and posts to be taken
/// are judged in an audit only.
void Checker::Context::note_kinds_of(
    const std::set<std::pair<std::string, std::int64_t>>& subjects) {
    kinds_.clear();
    signs_.clear();
    for (const auto& [kind, id] : subjects) {
        if (std::ranges::find(touched_kinds, kind) == touched_kinds.end()) continue;
        kinds_.insert(kind);
        if (kind == "matter") add_signs_of(connection_, id, now(), signs_);
    }
    if (kinds_.contains("matter") || provenance_) kinds_.insert("record");
    kinds_.insert(signs_.begin(), signs_.end());
}

/// Of thousands of matters whatever can be so is so of one.
void Checker::Context::note_kinds_of_portion() {
    kinds_ = {"matter", "record"};
    signs_.clear();
    for (const auto& sign : signs())
        signs_.emplace(sign.word);
    for (const auto* query :
         {"SELECT DISTINCT m.kind FROM temp.touched_matter t CROSS JOIN main.matter m"
          " ON m.id = t.id",
          "SELECT DISTINCT s.what FROM temp.touched_matter t CROSS JOIN main.step s"
          " ON s.matter = t.id"})
        for (Query row(connection_, query); row.next();)
            signs_.insert(row.text(0));
    kinds_.insert(signs_.begin(), signs_.end());
}

bool Checker::Context::concerns(const Rule& rule) const {
    const auto seen = [&](const std::vector<std::string>& words) {
        return words.empty() ||
               std::ranges::any_of(words, [&](const auto& word) { return signs_.contains(word); });
    };
    // What a command says of itself has no signs.
    return kinds_.contains(rule.judges) && seen(rule.after) && (provenance_ || seen(rule.when));
}

std::vector<RuleInForce> Checker::Context::concerned(
    const std::set<std::string, std::less<>>* tables) {
    const auto seen = [&](std::string_view words) {
        return words.empty() ||
               any_word(words, [&](std::string_view word) { return signs_.contains(word); });
    };
    const auto changed = [&](std::string_view word) { return tables->contains(word); };
    std::vector<RuleInForce> rules;
    const auto keys = rule_keys();
    for (std::size_t place = 0; place < keys.size(); ++place) {
        const auto& key = keys[place];
        if (kinds_.contains(key.judges) && seen(key.after) && (provenance_ || seen(key.when)) &&
            (tables == nullptr || any_word(key.reads, changed)))
            rules.push_back({.rule = &regulation_rule(place)});
    }
    std::ranges::copy_if(office_rules_, std::back_inserter(rules), [&](const RuleInForce& own) {
        return concerns(*own.rule) &&
               (tables == nullptr || std::ranges::any_of(own.rule->reads, changed));
    });
    return rules;
}

void Checker::Context::provide(std::string_view sql) {
    const bool weeks = scope_.has("scope_week");
    const bool months = scope_.has("scope_month");
    scope_.provide(sql);
    if (!weeks && scope_.has("scope_week")) insert_periods("scope_week");
    if (!months && scope_.has("scope_month")) insert_periods("scope_month");
}

/// Its query as it is run: an audit has views for what it reads, the gate has not.
std::string Checker::Context::query_of(const Rule& rule) {
    if (!scope_.is_nothing()) {
        provide(rule.sql);
        return rule.sql;
    }
    return relations_.runnable(rule.sql);
}

std::vector<Relations::Cells> Checker::Context::rows_of(std::string_view table) {
    if (table == "scope_week") return periods<base::Week>();
    if (table == "scope_month") return periods<base::Month>();
    std::vector<Relations::Cells> rows;
    if (!provenance_) return rows;
    for (const auto& subject : provenance_subjects_)
        rows.push_back(
            {row_of_provenance, subject, base::seconds(provenance_->at), base::seconds(now()),
             provenance_->late_reason ? store::Value(*provenance_->late_reason) : nullptr});
    return rows;
}

/// Those that have ended by now.
template <typename Period>
std::vector<Relations::Cells> Checker::Context::periods() {
    std::vector<Relations::Cells> rows;
    const auto opened_at = records::load_office(connection_).opened_at;
    for (auto period = Period::containing(opened_at, zone_); period.end(zone_) <= now();
         period = period.next())
        rows.push_back(
            {period.name(), base::seconds(period.begin(zone_)), base::seconds(period.end(zone_))});
    return rows;
}

void Checker::Context::insert_periods(std::string_view table) {
    const auto insert = base::format("INSERT INTO temp.{} VALUES (?, ?, ?)", table);
    for (const auto& row : rows_of(table))
        store::run(connection_, insert, std::get<std::string>(row[0]),
                   std::get<std::int64_t>(row[1]), std::get<std::int64_t>(row[2]));
}

}  // namespace huiyin::rulebook
