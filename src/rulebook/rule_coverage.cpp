// Every branch of a rule's query is handed through a function that notes what it came to.

#include "huiyin/rulebook/rule_coverage.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <memory>

#include "example_stage.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/field.hpp"
#include "huiyin/records/step_kind.hpp"
#include "sql_tokens.hpp"

namespace huiyin::rulebook {

namespace {

using Of = SqlText::Of;

struct Noted {
    bool was_true = false;
    bool was_false = false;
};
using Notes = std::vector<Noted>;

/// `noted(N, x)` is x, and remembers of the Nth branch whether it was true.
void note(sqlite3_context* context, int, sqlite3_value** values) noexcept {
    auto& notes = *static_cast<Notes*>(sqlite3_user_data(context));
    auto& noted = notes[static_cast<std::size_t>(sqlite3_value_int64(values[0]))];
    const bool is_true =
        sqlite3_value_type(values[1]) != SQLITE_NULL && sqlite3_value_double(values[1]) != 0;
    (is_true ? noted.was_true : noted.was_false) = true;
    sqlite3_result_value(context, values[1]);
}

void define_note(store::Connection& connection, Notes& notes) {
    const int code = sqlite3_create_function_v2(connection.handle(), "noted", 2, SQLITE_UTF8,
                                                &notes, note, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) throw SQLite::Exception(connection.handle(), code);
}

struct Found {
    Branch branch;
    SqlSpan span;
    std::string chosen_by = {};  ///< of `CASE x WHEN …` the x
};

/// The branches of one query, in the order in which they begin; of two that begin together the one
/// around the other first.
class Branches {
  public:
    explicit Branches(const Rule& rule) : rule_(rule), sql_(rule.written) {}

    std::vector<Found> all() {
        for (std::size_t place = 0; place < sql_.size(); ++place) {
            if (sql_.is(place, "FROM") &&
                (sql_.is(place + 1, "step_kind") || sql_.is(place + 1, "field")))
                while (place + 1 < sql_.size() && !sql_.is(place + 1, ")"))
                    ++place;
            if (sql_.is(place, "OR")) {
                add(Branch::Is::alternative, sql_.left_of(place, Of::disjunction));
                add(Branch::Is::alternative, sql_.right_of(place, Of::disjunction));
            }
            if (sql_.is(place, "EXISTS") && sql_.is(place + 1, "(") &&
                sql_.partner(place + 1) != SqlText::none)
                add(Branch::Is::existence, {place, sql_.partner(place + 1)});
            if (sql_.is(place, "iif") && sql_.is(place + 1, "("))
                add(Branch::Is::choice, sql_.right_of(place + 1, Of::disjunction));
            if (sql_.is(place, "CASE")) add_cases(place);
        }
        std::ranges::stable_sort(found_, [](const Found& left, const Found& right) {
            return left.span.first != right.span.first ? left.span.first < right.span.first
                                                       : left.span.last > right.span.last;
        });
        return std::move(found_);
    }

  private:
    void add_cases(std::size_t place) {
        const auto end = sql_.partner(place);
        if (end == SqlText::none) return;
        std::string chosen_by;
        if (!sql_.is(place + 1, "WHEN"))
            chosen_by = sql_.text(sql_.right_of(place, Of::disjunction));
        for (auto at = place + 1; at < end; ++at) {
            const auto partner = sql_.partner(at);
            if (partner != SqlText::none && partner > at)
                at = partner;
            else if (sql_.is(at, "WHEN"))
                add(Branch::Is::choice, sql_.right_of(at, Of::disjunction), chosen_by);
        }
    }

    void add(Branch::Is is, const SqlSpan& span, const std::string& chosen_by = {}) {
        if (span.first > span.last || span.last >= sql_.size()) return;
        if (std::ranges::any_of(found_, [&](const Found& one) { return one.span == span; })) return;
        const auto line = std::count(
            rule_.written.begin(),
            rule_.written.begin() + static_cast<std::ptrdiff_t>(sql_[span.first].at), '\n');
        found_.push_back(
            {{.is = is,
              .text = (chosen_by.empty() ? "" : chosen_by + " WHEN ") + sql_.shown(span),
              .line = rule_.sql_line + static_cast<int>(line)},
             span,
             chosen_by});
    }

    const Rule& rule_;
    SqlText sql_;
    std::vector<Found> found_;
};

/// The query with each branch handed through the function.
std::string watched(const Rule& rule, const std::vector<Found>& found) {
    const SqlText sql(rule.written);
    struct Insertion {
        std::size_t at;
        std::string text;
    };
    std::vector<Insertion> begins, ends;
    for (std::size_t number = 0; number < found.size(); ++number) {
        const auto& [branch, span, chosen_by] = found[number];
        const auto begin = sql[span.first].at;
        const auto end = sql[span.last].at + sql[span.last].size;
        // Where it is chosen by a value, that value goes on if it is the one.
        if (chosen_by.empty()) {
            begins.push_back({begin, base::format("noted({}, (", number)});
            ends.push_back({end, "))"});
        } else {
            begins.push_back({begin, base::format("iif(noted({}, ({}) IS (", number, chosen_by)});
            ends.push_back({end, base::format(")), ({}), NULL)", chosen_by)});
        }
    }
    // Of those that end together the one inside ends first: it began last.
    std::ranges::reverse(ends);
    std::ranges::stable_sort(ends, {}, &Insertion::at);
    std::string text;
    auto begin = begins.begin();
    auto end = ends.begin();
    for (std::size_t at = 0; at <= rule.written.size(); ++at) {
        for (; end != ends.end() && end->at == at; ++end)
            text += end->text;
        for (; begin != begins.end() && begin->at == at; ++begin)
            text += begin->text;
        if (at < rule.written.size()) text += rule.written[at];
    }
    return records::with_fields(records::with_step_kinds(text));
}

}  // namespace

std::size_t RuleCoverage::untouched() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(branches, [](const Branch& one) { return !one.touched(); }));
}

RuleCoverage cover(const Rule& rule) {
    RuleCoverage coverage{.rule = &rule, .branches = {}, .wrong = {}};
    auto whole = whole_rule(rule);
    const auto found = Branches(whole).all();
    for (const auto& one : found)
        coverage.branches.push_back(one.branch);
    whole.sql = watched(whole, found);
    auto office = example_store("");
    Notes notes;
    define_note(office, notes);
    for (const auto& example : whole.examples) {
        notes.assign(found.size(), {});
        ExampleStage stage(office, example);
        if (stage.notices(whole))
            coverage.wrong.push_back(
                base::compose({"示例不成立:{}", "this example does not hold: {}"}, example.title));
        for (std::size_t number = 0; number < found.size(); ++number) {
            coverage.branches[number].made_true += notes[number].was_true ? 1 : 0;
            coverage.branches[number].made_false += notes[number].was_false ? 1 : 0;
        }
    }
    return coverage;
}

}  // namespace huiyin::rulebook
