#include "huiyin/records/readiness.hpp"

#include <algorithm>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/records/policy.hpp"

namespace huiyin::records {

using base::compose;
using base::Exit;
using base::Failure;
using store::Query;

namespace {

std::optional<std::int64_t> area_in_force(store::Connection& connection, std::string_view name) {
    return store::find_integer(connection,
                               "SELECT id FROM area WHERE name = ? AND retired_at IS NULL", name);
}

[[noreturn]] void no_such(const base::Text& what, std::string_view name,
                          const std::vector<std::string>& known, const base::Text& otherwise) {
    const auto near = base::nearest(name, known);
    throw Failure(Exit::not_found, what,
                  near ? compose({"是不是 {}?", "did you mean {}?"}, *near) : otherwise);
}

/// Since when what is decided here binds: from now, whatever earlier time is said.
WriteResult decided(const Writing& writing, const std::string& name) {
    WriteResult made{name, {}};
    if (writing.provenance().at < writing.now()) made.remarks.push_back(binds_from_now(writing));
    return made;
}

/// The edition of a plan that was in force then, or none.
std::optional<Plan> find_plan(const Writing& writing, const std::string& name, base::Instant at) {
    auto plans = plans_in_force(writing.connection(), at);
    const auto found = std::ranges::find(plans, name, &Plan::name);
    return found == plans.end() ? std::nullopt : std::optional(std::move(*found));
}

Plan require_plan(const Writing& writing, const std::string& name, base::Instant at) {
    if (auto plan = find_plan(writing, name, at)) return std::move(*plan);
    std::vector<std::string> names;
    std::ranges::transform(plans_in_force(writing.connection(), at), std::back_inserter(names),
                           &Plan::name);
    no_such(compose({"没有预案「{}」", "there is no plan '{}'"}, name), name, names,
            base::Label{"清单见 huiyin plan list", "see huiyin plan list"});
}

WriteResult write_plan(const Writing& writing, const std::string& name, int edition,
                       const std::string& text) {
    const auto id = writing.next_id("plan_edition");
    store::run(writing.connection(),
               "INSERT INTO plan_edition (id, name, edition, at, recorded_at, recorder, text)"
               " VALUES (?, ?, ?, ?, ?, ?, ?)",
               id, name, edition, writing.now(), writing.now(), writing.recorder().staff,
               writing.keep("plan_edition.text", id, std::string_view(text)));
    return decided(writing, name);
}

void write_acknowledgement(const Writing& writing, std::optional<std::int64_t> plan,
                           std::int64_t edition) {
    store::run(writing.connection(),
               "INSERT INTO acknowledgement (id, staff, plan, edition, at, recorded_at, recorder)"
               " VALUES (?, ?, ?, ?, ?, ?, ?)",
               writing.next_id("acknowledgement"), writing.provenance().doer, plan, edition,
               writing.provenance().at, writing.now(), writing.recorder().staff);
}

}  // namespace

WriteResult add_area(const Writing& writing, const std::string& name) {
    if (area_in_force(writing.connection(), name))
        throw Failure(Exit::usage,
                      compose({"已有重要部位「{}」", "the key area '{}' already exists"}, name),
                      base::Label{"清单见 huiyin area list", "see huiyin area list"});
    store::run(writing.connection(), "INSERT INTO area (id, name, added_at) VALUES (?, ?, ?)",
               writing.next_id("area"), name, writing.now());
    return decided(writing, name);
}

WriteResult retire_area(const Writing& writing, const std::string& name) {
    store::run(writing.connection(), "UPDATE area SET retired_at = ? WHERE id = ?", writing.now(),
               require_area(writing.connection(), name).id);
    return decided(writing, name);
}

Area require_area(store::Connection& connection, std::string_view name) {
    std::vector<std::string> names;
    for (auto& area : list_areas(connection)) {
        if (area.retired_at) continue;
        if (area.name == name) return std::move(area);
        names.push_back(area.name);
    }
    no_such(compose({"没有重要部位「{}」", "there is no key area '{}'"}, name), name, names,
            base::Label{"清单见 huiyin area list;新增用 huiyin area add",
                        "see huiyin area list; to add one: huiyin area add"});
}

std::vector<Area> list_areas(store::Connection& connection) {
    std::vector<Area> areas;
    for (Query row(connection, "SELECT id, name, added_at, retired_at FROM area ORDER BY id");
         row.next();)
        areas.push_back({.id = row.integer(0),
                         .name = row.text(1),
                         .added_at = row.time(2),
                         .retired_at = row.maybe_time(3)});
    return areas;
}

WriteResult add_plan(const Writing& writing, const std::string& name, const std::string& text) {
    if (find_plan(writing, name, writing.now()))
        throw Failure(Exit::usage,
                      compose({"已有预案「{}」", "the plan '{}' already exists"}, name),
                      base::Label{"修订用 huiyin plan revise", "to revise it: huiyin plan revise"});
    return write_plan(writing, name, 1, text);
}

WriteResult revise_plan(const Writing& writing, const std::string& name, const std::string& text) {
    return write_plan(writing, name, require_plan(writing, name, writing.now()).edition + 1, text);
}

std::vector<Plan> plans_in_force(store::Connection& connection, base::Instant at) {
    std::vector<Plan> plans;
    for (Query row(connection,
                   "SELECT p.id, p.name, p.edition, p.at, words.value FROM plan_edition p"
                   " LEFT JOIN content words ON words.id = p.text"
                   " WHERE p.id = (SELECT e.id FROM plan_edition e WHERE e.name = p.name"
                   "               AND e.at <= ? ORDER BY e.edition DESC LIMIT 1)"
                   " ORDER BY p.name",
                   at);
         row.next();)
        plans.push_back({.id = row.integer(0),
                         .name = row.text(1),
                         .edition = static_cast<int>(row.integer(2)),
                         .at = row.time(3),
                         .text = row.maybe_text(4).value_or(""),
                         .acknowledged_by = {}});
    for (auto& plan : plans)
        plan.acknowledged_by = store::all_texts(
            connection,
            "SELECT DISTINCT p.login FROM acknowledgement k JOIN staff p ON p.id = k.staff"
            " WHERE k.plan = ? AND k.at <= ? ORDER BY p.login",
            plan.id, at);
    return plans;
}

WriteResult acknowledge_plan(const Writing& writing, const std::string& name) {
    // Who read it before it was put on record has read it all the same.
    const auto then = find_plan(writing, name, writing.provenance().at);
    const auto plan = then ? *then : require_plan(writing, name, writing.now());
    write_acknowledgement(writing, plan.id, plan.edition);
    return {name, {}};
}

WriteResult acknowledge_rulebook(const Writing& writing) {
    const auto edition =
        Policies::load(writing.connection()).number("rulebook.edition", writing.provenance().at);
    write_acknowledgement(writing, {}, edition);
    return {base::format("{}", edition), {}};
}

bool has_acknowledged_rulebook(store::Connection& connection, StaffId staff, base::Instant at) {
    return store::find_integer(connection,
                               "SELECT 1 FROM acknowledgement WHERE staff = ? AND plan IS NULL"
                               " AND edition = ? AND at <= ?",
                               staff, Policies::load(connection).number("rulebook.edition", at), at)
        .has_value();
}

void acknowledge_all(const Writing& writing) {
    const auto& provenance = writing.provenance();
    if (!has_acknowledged_rulebook(writing.connection(), provenance.doer, provenance.at))
        acknowledge_rulebook(writing);
    const auto login = login_of(writing.connection(), provenance.doer);
    for (const auto& plan : plans_in_force(writing.connection(), provenance.at))
        if (std::ranges::find(plan.acknowledged_by, login) == plan.acknowledged_by.end())
            write_acknowledgement(writing, plan.id, plan.edition);
}

}  // namespace huiyin::records
