// Running rules of the office's own, whose failure ends nothing else.

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/store/guard.hpp"
#include "huiyin/store/query.hpp"
#include "judgement.hpp"

namespace huiyin::rulebook {

using base::Failure;
using base::Label;
using store::Query;

namespace {

/// Errors that the SQL itself brought about, in contrast to a disk or memory that gave out.
bool is_of_the_query(const SQLite::Exception& error) {
    constexpr std::array codes{SQLITE_ERROR, SQLITE_AUTH, SQLITE_TOOBIG, SQLITE_MISMATCH,
                               SQLITE_RANGE};
    return std::ranges::find(codes, error.getErrorCode() & 0xff) != codes.end();
}

}  // namespace

/// Of the office's own nothing is prepared but what reads. What was prepared is kept for use.
void Judgement::prepare(const RuleInForce& rule, const std::string& sql) {
    if (!rule.own || engine_.is_prepared(sql)) return;
    make_known(sql);
    const store::ReadingOnly guard(engine_.connection(), may_be_read, may_be_called);
    try {
        const Query kept(engine_.connection(), sql);
    } catch (const SQLite::Exception&) {
        guard.require_judged();
        throw;
    }
    engine_.note_prepared(sql);
}

/// Runs a rule. One of the office's own works only so long, and its failure ends nothing else:
/// it is noted, and the rule counts as having found nothing. Says whether it ran.
bool Judgement::contained(const RuleInForce& rule, const std::function<void()>& work) {
    if (!rule.unreadable.empty()) {
        note_unable(rule, rule.unreadable);
        return false;
    }
    if (!rule.own) {
        work();
        return true;
    }
    const store::BoundedWork bounds(engine_.connection(), most_steps_);
    try {
        work();
        return true;
    } catch (const SQLite::Exception& error) {
        if (bounds.spent())
            note_unable(rule, Label{"查询太费时,已中止", "its query took too long"});
        else if (is_of_the_query(error))
            note_unable(rule, {error.what(), error.what()});
        else
            throw;
    } catch (const Failure& failure) {
        note_unable(rule, failure.problems().front().what);
    }
    return false;
}

void Judgement::note_unable(const RuleInForce& rule, const base::Text& why) {
    // An edition of the past has said what it had to say.
    if (!rule.covers(engine_.now())) return;
    const auto& id = rule.rule->id;
    unable_.push_back(
        {.rule = rule.rule,
         .severity = std::string(severity_word(Severity::notice)),
         .subject = id,
         .since = engine_.now(),
         .detail = {},
         .message = {base::format("自己的规则 {} 没有执行:{}", id, why.zh),
                     base::format("the office's own rule {} was not run: {}", id, why.en)},
         .remedy =
             base::compose({"改好其文件再 huiyin rules add,或 huiyin rules retire {} --reason …",
                            "correct its file and run huiyin rules add again, or huiyin rules "
                            "retire {} --reason …"},
                           id),
         .explanation = {},
         .open = true});
}

}  // namespace huiyin::rulebook
