#include "replay.hpp"

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/store/change_recorder.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::gate {

using base::compose;
using store::Query;

namespace {

/// Changesets folded before they are applied: far cheaper than one by one.
constexpr std::int64_t entries_per_group = 1'000;

}  // namespace

Replay::Replay(store::Connection& rebuilt, Tell tell) : rebuilt_(rebuilt), tell_(std::move(tell)) {
    // What is replayed was checked when it was recorded; order within a group is not kept.
    rebuilt_.execute("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;");
}

void Replay::fault(base::Text what, std::int64_t seq) {
    tell_({.seq = seq, .table = {}, .row = {}, .what = std::move(what)});
}

bool Replay::take(std::int64_t seq, const EntryHead& head, std::string_view changeset) {
    if (head.kind == "migration") return finish() && migrate(seq, head);
    if (changeset.empty()) return true;
    try {
        group_->add(changeset);
    } catch (const std::exception&) {
        fault(compose({"日志第 {} 条的变更集无法读出",
                       "the changes of journal entry {} cannot be read"},
                      seq),
              seq);
        return false;
    }
    last_in_group_ = seq;
    return ++group_size_ < entries_per_group || finish();
}

bool Replay::finish() {
    if (group_size_ == 0) return true;
    try {
        store::apply(rebuilt_, group_->folded());
    } catch (const base::Failure&) {
        fault(compose({"日志第 {} 条或其前 {} 条之内的变更与此前不符",
                       "a change in entry {} or the {} before it does not fit what came before"},
                      last_in_group_, group_size_ - 1),
              last_in_group_);
        return false;
    }
    group_ = std::make_unique<store::ChangeGroup>();
    group_size_ = 0;
    return true;
}

bool Replay::migrate(std::int64_t seq, const EntryHead& head) {
    // Each once, in order: a second run of one would fail in SQLite's own words.
    if (!is_migration(head, migrations_)) {
        fault(compose({"日志第 {} 条的结构迁移 {} 不是本程序所知的",
                       "entry {}: this program does not know the migration {}"},
                      seq, head.command),
              seq);
        return false;
    }
    const store::ChangeRecorder recorder(rebuilt_);
    rebuilt_.execute(store::migrations()[migrations_].sql);
    migrated_rows_ = recorder.changeset();
    ++migrations_;
    for (const auto& index : unique_indexes())
        rebuilt_.execute(base::format("DROP INDEX main.{}", index));
    return true;
}

std::vector<std::string> Replay::unique_indexes() {
    return store::all_texts(rebuilt_,
                            "SELECT name FROM main.sqlite_schema"
                            " WHERE type = 'index' AND sql LIKE 'CREATE UNIQUE%'");
}

}  // namespace huiyin::gate
