#include "command_run.hpp"

#include <algorithm>

namespace huiyin::gate {

namespace {

/// More would gain little, and all their pages are kept in memory.
constexpr std::size_t most_behind_one_mark = 32;

/// Whether it can be recorded again as it was, by whoever is at it now.
bool can_be_repeated(const Command& command) {
    return !command.audits && !command.erases && !command.reads_files && !command.recorded_at;
}

}  // namespace

Outcome CommandRun::perform(Command& command) {
    if (went_well_ == 0 || !can_be_repeated(command)) return alone(command);
    if (behind_.size() == most_behind_) end();
    if (!is_marked_) {
        most_behind_ = std::min(went_well_, most_behind_one_mark);
        transaction_.mark();
        is_marked_ = true;
    }
    const auto before = transaction_.rows_written();
    try {
        return behind_mark(command);
    } catch (const Transaction::NeedsSavepoint&) {
        take_back();
    } catch (const base::Failure& failure) {
        if (failure.code() == base::Exit::interrupted) throw;
        if (transaction_.rows_written() != before) take_back();
        throw;
    }
    return alone(command);
}

void CommandRun::end() {
    if (is_marked_) transaction_.let_stand();
    is_marked_ = false;
    behind_.clear();
    most_behind_ = 0;
}

Outcome CommandRun::alone(const Command& command) {
    end();
    const auto before = std::exchange(went_well_, 0);
    auto outcome = transaction_.perform(command);
    went_well_ = before + 1;
    return outcome;
}

Outcome CommandRun::behind_mark(Command& command) {
    auto outcome = transaction_.perform_behind_mark(command);
    behind_.emplace_back(std::move(command), outcome.no);
    ++went_well_;
    return outcome;
}

void CommandRun::take_back() {
    went_well_ = 0;
    transaction_.take_back_to_mark();
    try {
        for (const auto& [command, no] : behind_)
            if (transaction_.perform_behind_mark(command).no != no) transaction_.spoil();
    } catch (const Transaction::NeedsSavepoint&) {
        transaction_.spoil();
    } catch (const base::Failure& failure) {
        if (failure.code() == base::Exit::interrupted) throw;
        transaction_.spoil();
    }
    end();
}

}  // namespace huiyin::gate
