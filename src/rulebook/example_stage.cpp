#include "example_stage.hpp"

#include <SQLiteCpp/Exception.h>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/store/guard.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/surroundings.hpp"

namespace huiyin::rulebook {

namespace {

/// A query of an example's few rows takes some thousands; one that was changed may have no end.
constexpr std::int64_t most_steps_on_stage = 2'000'000;

}  // namespace

ExampleStage::ExampleStage(const Example& example)
    : example_(example), own_(example_store(example.sql)), connection_(*own_) {
    set_up();
}

ExampleStage::ExampleStage(store::Connection& bare, const Example& example)
    : example_(example), connection_(bare) {
    connection_.execute("SAVEPOINT example");
    try {
        connection_.execute(example.sql);
        set_up();
    } catch (...) {
        connection_.execute("ROLLBACK TO example; RELEASE example");
        throw;
    }
}

ExampleStage::~ExampleStage() {
    engine_.reset();
    if (own_) return;
    try {
        connection_.execute("ROLLBACK TO example; RELEASE example");
    } catch (const SQLite::Exception&) {
        // Whatever uses it next fails by itself.
    }
}

void ExampleStage::set_up() {
    const auto now = store::find_integer(connection_, "SELECT unixepoch(?)", example_.now);
    if (!now)
        throw base::Failure(base::Exit::usage,
                            base::compose({"「{}」不是时刻", "'{}' is not a time"}, example_.now));
    engine_ = std::make_unique<RuleEngine>(connection_, zone_, base::instant(*now));
}

std::vector<Finding> ExampleStage::find(const Rule& rule) {
    const store::BoundedWork bounds(connection_, most_steps_on_stage);
    const RuleInForce only{.rule = &rule};
    StoreJudgement judgement(*engine_, most_steps_at_the_gate);
    return engine_->maker().tell(judgement.evaluate(std::span(&only, 1)).findings);
}

bool ExampleStage::notices(const Rule& rule) {
    try {
        return !disagreement(example_, find(rule)).zh.empty();
    } catch (const base::Failure&) {
        return true;
    } catch (const SQLite::Exception& error) {
        if (store::gave_out(error.getErrorCode())) throw;
        return true;
    }
}

}  // namespace huiyin::rulebook
