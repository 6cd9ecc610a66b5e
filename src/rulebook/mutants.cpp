#include "huiyin/rulebook/mutants.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/records/field.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/records/step_kind.hpp"
#include "sql_tokens.hpp"

namespace huiyin::rulebook {

namespace {

using Of = SqlText::Of;

/// The step that is put in the place of one: the next that such a query may speak of.
std::string_view another_step(std::string_view word) {
    const auto kinds = records::step_kinds();
    const auto found = std::ranges::find(kinds, word, &records::StepKind::word);
    if (found == kinds.end()) return {};
    const auto next = found + 1 == kinds.end() ? kinds.begin() : found + 1;
    return next->word;
}

bool is_counted(std::string_view policy) {
    using enum records::PolicyKind;
    const auto all = records::policy_definitions();
    const auto found = std::ranges::find(all, policy, &records::PolicyDefinition::key);
    if (found == all.end()) return false;
    return found->kind == duration || found->kind == term || found->kind == count ||
           found->kind == money || found->kind == percent;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> at_the_limit{
    {{"<", "<="}, {"<=", "<"}, {">", ">="}, {">=", ">"}}};

/// Makes the changes of one query.
class Changes {
  public:
    explicit Changes(const Rule& rule) : rule_(rule), sql_(rule.written) {}

    std::vector<Mutant> all() {
        for (std::size_t place = 0; place < sql_.size(); ++place) {
            if (const auto end = end_of_catalogue(place); end != SqlText::none) place = end;
            change_comparison(place);
            change_number(place);
            change_policy(place);
            change_negation(place);
            change_joining(place);
            change_step(place);
        }
        for (const auto& span : conditions_)
            add(span, "true", sql_.shown(span), "true");
        for (const auto& span : alternatives_)
            add(span, "false", sql_.shown(span), "false");
        std::ranges::stable_sort(mutants_, {}, &Mutant::line);
        return std::move(mutants_);
    }

  private:
    /// Where what the catalogue is asked ends, if it begins here: `(SELECT what FROM step_kind …)`
    /// is a fact of the catalogue, not this rule's.
    std::size_t end_of_catalogue(std::size_t place) const {
        const bool is_asked = sql_.is(place, "(") && sql_.is(place + 1, "SELECT") &&
                              sql_.is(place + 3, "FROM") &&
                              (sql_.is(place + 4, "step_kind") || sql_.is(place + 4, "field"));
        return is_asked ? sql_.partner(place) : SqlText::none;
    }

    void change_comparison(std::size_t place) {
        for (const auto& [sign, other] : at_the_limit)
            if (sql_.is(place, sign))
                add_within(sql_.around(place, Of::comparison), {place, place}, std::string(other));
        if (!sql_.is(place, "BETWEEN")) return;
        const auto low = sql_.right_of(place, Of::comparison);
        for (auto joint = place + 1; joint < low.last; ++joint)
            if (sql_.is_of_between(joint) && sql_.partner(joint) == SqlText::none) {
                const SqlSpan first{low.first, joint - 1}, second{joint + 1, low.last};
                add_within(sql_.around(place, Of::comparison), first,
                           base::format("1 + {}", sql_.text(first)));
                add_within(sql_.around(place, Of::comparison), second,
                           base::format("{} - 1", sql_.text(second)));
            }
    }

    /// A number that something is counted, compared or reckoned with.
    void change_number(std::size_t place) {
        if (!sql_.is_number(place)) return;
        constexpr std::array<std::string_view, 7> signs{"<", "<=", ">", ">=", "=", "+", "-"};
        const auto is_beside = [&](std::size_t other) {
            return other < sql_.size() &&
                   std::ranges::any_of(signs, [&](auto sign) { return sql_.is(other, sign); });
        };
        if (!is_beside(place - 1) && !is_beside(place + 1)) return;
        const auto value = base::parse_whole(sql_.text(place));
        if (!value) return;
        const auto around = sql_.around(place, Of::comparison);
        add_within(around, {place, place}, std::to_string(*value + 1));
        if (*value > 0) add_within(around, {place, place}, std::to_string(*value - 1));
    }

    /// A limit a second, or one, longer and shorter; and as of now.
    void change_policy(std::size_t place) {
        if (!sql_.is(place, "policy") || !sql_.is(place + 1, "(") || !sql_.is_text(place + 2) ||
            sql_.partner(place + 1) == SqlText::none)
            return;
        const SqlSpan call{place, sql_.partner(place + 1)};
        auto key = sql_.text(place + 2);
        key = key.substr(1, key.size() - 2);
        if (is_counted(key))
            for (const auto* more : {" + 1", " - 1"})
                add(call, base::format("({}{})", sql_.text(call), more), sql_.shown(call),
                    sql_.shown(call) + more);
        if (!sql_.is(place + 3, ",")) return;
        const SqlSpan moment{place + 4, call.last - 1};
        if (sql_.shown(moment) != "now()") add_within(call, moment, "now()");
    }

    void change_negation(std::size_t place) {
        if (!sql_.is(place, "NOT")) return;
        const bool of_is = place > 0 && sql_.is(place - 1, "IS");
        const bool of_in = sql_.is(place + 1, "IN") || sql_.is(place + 1, "BETWEEN");
        if (sql_.is(place + 1, "MATERIALIZED")) return;
        auto around = sql_.right_of(place, Of::comparison);
        around.first = of_is || of_in ? sql_.left_of(place, Of::comparison).first : place;
        add_within(around, {place, place}, "");
    }

    void note(std::vector<SqlSpan>& spans, const SqlSpan& span) {
        if (span.first <= span.last && span.last < sql_.size() &&
            std::ranges::find(spans, span) == spans.end())
            spans.push_back(span);
    }

    /// AND for OR and the other way round; and the conditions there are, to be left out one by one.
    void change_joining(std::size_t place) {
        for (const auto* begin : {"WHERE", "ON", "HAVING"})
            if (sql_.is(place, begin)) note_alone(place);
        if (sql_.is(place, "WHEN") && is_searched(place)) note_alone(place);
        if (sql_.is(place, "iif") && sql_.is(place + 1, "(")) note_alone(place + 1);
        const bool is_and = sql_.is(place, "AND") && !sql_.is_of_between(place);
        if (!is_and && !sql_.is(place, "OR")) return;
        auto& spans = is_and ? conditions_ : alternatives_;
        const auto left = sql_.left_of(place, Of::conjunction);
        const auto right = sql_.right_of(place, Of::conjunction);
        // Of `a AND b OR c` that is b: a condition of the AND, not left out twice.
        if (is_and || std::ranges::find(conditions_, left) == conditions_.end()) note(spans, left);
        if (is_and || !sql_.is(right.last + 1, "AND")) note(spans, right);
        if (left.first > left.last || right.last >= sql_.size() || right.last < right.first) return;
        constexpr std::size_t half = SqlText::usual_width / 2;
        const auto told = [&](std::string_view joint) {
            return base::format("{} {} {}", sql_.shown(left, half), joint, sql_.shown(right, half));
        };
        add({place, place}, is_and ? "OR" : "AND", told(is_and ? "AND" : "OR"),
            told(is_and ? "OR" : "AND"));
    }

    /// A condition that nothing is joined to.
    void note_alone(std::size_t place) {
        const auto span = sql_.right_of(place, Of::conjunction);
        if (!sql_.is(span.last + 1, "AND") && !sql_.is(span.last + 1, "OR"))
            note(conditions_, span);
    }

    /// Whether a WHEN is followed by a condition, not by a value: its CASE is.
    bool is_searched(std::size_t place) const {
        for (auto before = place; before > 0;) {
            --before;
            const auto partner = sql_.partner(before);
            if (partner != SqlText::none && partner < before)
                before = partner;
            else if (sql_.is(before, "CASE"))
                return sql_.is(before + 1, "WHEN");
        }
        return false;
    }

    void change_step(std::size_t place) {
        if (!sql_.is_text(place)) return;
        auto word = sql_.text(place);
        word = word.substr(1, word.size() - 2);
        const auto other = another_step(word);
        // The same words say how something was done (a visit) or where a text stands.
        if (other.empty() || !speaks_of_steps(place)) return;
        add_within(sql_.around(place, Of::conjunction), {place, place},
                   base::format("'{}'", other));
    }

    /// Whether a word of that condition is `what`.
    bool speaks_of_steps(std::size_t place) const {
        auto span = sql_.around(place, Of::comparison);
        // In a list of words the condition is around the bracket; a CASE may choose the word.
        for (int depth = 0; depth < 3 && span.first > 0; ++depth) {
            for (auto one = span.first; one <= span.last && one < sql_.size(); ++one)
                if (sql_.is(one, "what")) return true;
            auto open = span.first;
            while (open > 0 && (sql_.partner(open) == SqlText::none || sql_.partner(open) < open))
                --open;
            span = sql_.around(open, Of::comparison);
        }
        return false;
    }

    /// The span's text with the part of it that `edited` is replaced.
    std::string shown_with(const SqlSpan& span, const SqlSpan& edited,
                           const std::string& instead) const {
        const auto begin = sql_[span.first].at;
        auto text = std::string(sql_.text(span));
        text.replace(sql_[edited.first].at - begin, sql_.text(edited).size(), instead);
        const SqlText changed(text);
        return changed.shown({0, changed.size() - 1});
    }

    void add_within(const SqlSpan& around, const SqlSpan& edited, const std::string& instead) {
        if (around.first > edited.first || around.last < edited.last || around.last >= sql_.size())
            return;
        add(edited, instead, sql_.shown(around), shown_with(around, edited, instead));
    }

    void add(const SqlSpan& edited, const std::string& instead, const std::string& old_text,
             const std::string& new_text) {
        auto text = rule_.written;
        const auto at = sql_[edited.first].at;
        text.replace(at, sql_.text(edited).size(), instead);
        auto change = base::format("{} => {}", old_text, new_text);
        if (const auto times = ++called_[change]; times > 1) change += base::format(" ({})", times);
        const auto line = std::count(rule_.written.begin(),
                                     rule_.written.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        mutants_.push_back({std::move(change), rule_.sql_line + static_cast<int>(line),
                            records::with_fields(records::with_step_kinds(text))});
    }

    const Rule& rule_;
    SqlText sql_;
    std::vector<SqlSpan> conditions_;
    std::vector<SqlSpan> alternatives_;
    std::vector<Mutant> mutants_;
    std::map<std::string, int> called_;
};

}  // namespace

std::vector<Mutant> mutants_of(const Rule& rule) {
    return Changes(rule).all();
}

}  // namespace huiyin::rulebook
