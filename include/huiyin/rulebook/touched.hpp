#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "huiyin/store/change_recorder.hpp"
#include "huiyin/store/changes.hpp"
#include "huiyin/store/connection.hpp"

/// Which rows a command wrote and whom they belong to. Throws Failure{integrity} for bytes that are
/// no changeset, and nothing else of its own: what belongs to nobody is left out.
namespace huiyin::rulebook {

/// What a command changed, as rules see it.
struct ChangeSummary {
    std::set<std::string, std::less<>> tables;
    /// The rows it wrote: table and id.
    std::set<std::pair<std::string, std::int64_t>> written;
    /// What its rows belong to: kind (matter, staff, policy, …) and id.
    std::set<std::pair<std::string, std::int64_t>> subjects;
    /// Of a corrected time: what refusal rules found before it, by rule and row. What they find
    /// beside that is the correction's doing, whatever row it blames.
    std::optional<std::set<std::pair<std::string, std::int64_t>>> broken_before = {};
};

/// The tables whose rows belong to something that rules judge.
std::vector<std::string> tables_that_belong();

/// Of rows that changed, as they are now.
ChangeSummary summary_of_changes(store::Connection& connection,
                                 std::span<const store::ChangedRow> rows);
/// Reads them off a changeset.
ChangeSummary summary_of_changes(store::Connection& connection, std::string_view changeset);

/// The number (login, policy key) people know a changed row's subject by.
std::optional<std::string> name_of_row(store::Connection& connection, const store::Change& change);
/// The same of a row by its table and the id that its key is or begins with.
std::optional<std::string> name_of_row(store::Connection& connection, std::string_view table,
                                       std::int64_t id);

/// The id that a changed row's key is or begins with: every table of ours has one.
std::optional<std::int64_t> key_of(const store::Change& change);

/// The numbers (logins, policy keys) people know the subjects by, for the journal.
std::set<std::string> subject_names(store::Connection& connection,
                                    const std::set<std::pair<std::string, std::int64_t>>& subjects);

}  // namespace huiyin::rulebook
