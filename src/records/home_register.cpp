#include "huiyin/records/home_register.hpp"

#include <algorithm>
#include <tuple>

#include "home_spelling.hpp"
#include "huiyin/base/edit_distance.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/fold.hpp"
#include "huiyin/base/formatting.hpp"

namespace huiyin::records {

using base::compose;
using base::Exit;
using base::Failure;
using store::Query;

namespace {

constexpr std::string_view columns =
    "SELECT h.id, h.unit, h.building, h.stair, h.residents, h.added_at, h.recorded_at, h.recorder,"
    " h.retired_at FROM home h";

RegisteredHome read_home(const Query& row) {
    return {.id = row.integer(0),
            .unit = row.text(1),
            .building = row.maybe_text(2),
            .stair = row.maybe_text(3),
            .residents = row.maybe_integer(4),
            .added_at = row.time(5),
            .recorded_at = row.time(6),
            .recorder = row.integer(7),
            .retired_at = row.maybe_time(8)};
}

/// Retired or not, in whatever spelling.
std::optional<RegisteredHome> find_home(store::Connection& connection, std::string_view unit) {
    Query row(connection,
              base::format("{} JOIN home_spelling s ON s.unit = h.unit WHERE s.home = ?", columns),
              base::home_key(unit));
    return row.next() ? std::optional(read_home(row)) : std::nullopt;
}

/// 3号楼2单元 and 501 are 3号楼2单元501; 3, 2 and 501 are 3-2-501.
std::string whole_home(const std::optional<std::string>& building,
                       const std::optional<std::string>& stair, std::string unit) {
    std::string whole;
    for (const auto& part : {building, stair})
        if (part) {
            whole += *part;
            if (base::home_part_key(*part) == base::fold(*part)) whole += '-';
        }
    return whole + unit;
}

void require_own_part(std::string_view option, const std::string& unit, const std::string& own,
                      const std::optional<std::string>& typed) {
    if (!typed || own.empty() || base::home_part_key(*typed) == own) return;
    throw Failure(Exit::usage,
                  compose({"--{0}:{1} 不在「{2}」", "--{0}: {1} does not lie in '{2}'"}, option,
                          unit, *typed),
                  compose({"写 {},或不写这一项", "write {}, or leave it out"}, own));
}

/// The home that is meant, with what is known of where it is.
NewHome completed(const NewHome& typed) {
    auto home = typed;
    auto parts = base::home_parts(home.unit);
    // The room alone, or stair and room, as in tables that have a column for each part.
    const bool begins_with_stair = parts && home.building && home.stair && parts->stair.empty() &&
                                   !parts->building.empty() &&
                                   parts->building == base::home_part_key(*home.stair) &&
                                   parts->building != base::home_part_key(*home.building);
    if (parts && (parts->building.empty() || begins_with_stair) && (home.building || home.stair)) {
        const bool has_stair = begins_with_stair || !parts->stair.empty();
        home.unit = whole_home(home.building, has_stair ? std::nullopt : home.stair, home.unit);
        parts = base::home_parts(home.unit);
    }
    if (!parts) return home;
    require_own_part("building", home.unit, parts->building, home.building);
    require_own_part("stair", home.unit, parts->stair, home.stair);
    for (auto [said, own] :
         {std::pair{&home.building, &parts->building}, std::pair{&home.stair, &parts->stair}})
        if (!*said && !own->empty()) *said = base::home_part_as_written(*own);
    return home;
}

/// What is said of it now, and where nothing is said what was said before.
NewHome merged(const RegisteredHome& before, const NewHome& now) {
    return {.unit = before.unit,
            .building =
                now.building && before.building &&
                        base::home_part_key(*now.building) == base::home_part_key(*before.building)
                    ? before.building
                : now.building ? now.building
                               : before.building,
            .stair = now.stair && before.stair &&
                             base::home_part_key(*now.stair) == base::home_part_key(*before.stair)
                         ? before.stair
                     : now.stair ? now.stair
                                 : before.stair,
            .residents = now.residents ? now.residents : before.residents};
}

WriteResult write_again(const Writing& writing, const RegisteredHome& before,
                        const NewHome& typed) {
    const auto now = merged(before, typed);
    const bool is_same = std::tie(now.building, now.stair, now.residents) ==
                         std::tie(before.building, before.stair, before.residents);
    if (!is_same || before.retired_at)
        store::run(writing.connection(),
                   "UPDATE home SET building = ?, stair = ?, residents = ?, retired_at = NULL"
                   " WHERE id = ?",
                   now.building, now.stair, now.residents, before.id);
    return {before.unit, {}};
}

}  // namespace

WriteResult add_home(const Writing& writing, const NewHome& typed) {
    auto& connection = writing.connection();
    const auto home = completed(typed);
    if (const auto before = find_home(connection, home.unit))
        return write_again(writing, *before, home);
    note_spelling(connection, home.unit);
    store::run(connection,
               "INSERT INTO home (id, unit, building, stair, residents, added_at, recorded_at,"
               " recorder) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
               writing.next_id("home"), home.unit, home.building, home.stair, home.residents,
               writing.provenance().at, writing.now(), writing.recorder().staff);
    return {home.unit, {}};
}

WriteResult retire_home(const Writing& writing, const std::string& unit) {
    auto& connection = writing.connection();
    const auto home = find_home(connection, unit);
    if (!home || home->retired_at) {
        const auto problem = not_on_register(connection, unit);
        throw Failure(Exit::not_found,
                      problem
                          ? *problem
                          : base::Text(base::Label{"没有住户册", "there is no register of homes"}),
                      base::Label{"清单见 huiyin unit list", "see huiyin unit list"});
    }
    store::run(connection, "UPDATE home SET retired_at = ? WHERE id = ?", writing.provenance().at,
               home->id);
    return {home->unit, {}};
}

std::vector<RegisteredHome> all_registered_homes(store::Connection& connection) {
    std::vector<RegisteredHome> homes;
    for (Query row(connection, base::format("{} ORDER BY h.id", columns)); row.next();)
        homes.push_back(read_home(row));
    return homes;
}

namespace {

/// 9 before 10, 3-2 before 3-10, and numbers before names: runs of digits by their length first.
std::vector<std::pair<std::size_t, std::string>> in_order_of_numbers(const std::string& key) {
    std::vector<std::pair<std::size_t, std::string>> runs;
    for (std::size_t at = 0; at < key.size();) {
        const bool digits = key[at] >= '0' && key[at] <= '9';
        auto end = at;
        while (end < key.size() && (key[end] >= '0' && key[end] <= '9') == digits)
            ++end;
        runs.emplace_back(digits ? end - at : key.size(), key.substr(at, end - at));
        at = end;
    }
    return runs;
}

}  // namespace

std::vector<RegisteredHome> homes_on_register(store::Connection& connection) {
    auto homes = all_registered_homes(connection);
    std::erase_if(homes, [](const RegisteredHome& home) { return home.retired_at.has_value(); });
    std::ranges::stable_sort(homes, {}, [](const RegisteredHome& home) {
        return in_order_of_numbers(base::home_key(home.unit));
    });
    return homes;
}

NearestHome::NearestHome(store::Connection& connection) {
    for (auto& home : homes_on_register(connection)) {
        auto parts = base::home_parts(home.unit);
        homes_.push_back({std::move(home.unit), parts.value_or(base::HomeParts{})});
        // What is no building, stair and room is looked for as a whole.
        if (!parts) homes_.back().parts.room = base::fold(homes_.back().unit);
    }
}

namespace {

/// What has to be typed anew, a part that was left out being missed sooner than one typed wrong.
std::size_t distance(const base::HomeParts& one, const base::HomeParts& other) {
    const auto between = [](const std::string& left, const std::string& right) {
        if (left == right) return std::size_t{0};
        return left.empty() || right.empty() ? 1 : 2 * base::edit_distance(left, right);
    };
    return between(one.building, other.building) + between(one.stair, other.stair) +
           between(one.room, other.room);
}

}  // namespace

const std::string& NearestHome::to(const std::string& unit) {
    const auto [answer, is_new] = answers_.emplace(unit, "");
    if (!is_new) return answer->second;
    auto wanted = base::home_parts(unit).value_or(base::HomeParts{});
    if (wanted.room.empty() && wanted.building.empty()) wanted.room = base::fold(unit);
    const bool building_is_there = std::ranges::any_of(
        homes_, [&](const Entry& home) { return home.parts.building == wanted.building; });
    std::size_t least = 0;
    for (const auto& home : homes_) {
        if (building_is_there && home.parts.building != wanted.building) continue;
        const auto far = distance(wanted, home.parts);
        if (!answer->second.empty() && far >= least) continue;
        answer->second = home.unit;
        least = far;
    }
    return answer->second;
}

std::optional<base::Text> not_on_register(store::Connection& connection, const std::string& unit) {
    const auto home = find_home(connection, unit);
    if (home && !home->retired_at) return {};
    const auto near = NearestHome(connection).to(unit);
    if (near.empty()) return {};
    return compose({"房号「{}」不在住户册上;最接近的是 {}",
                    "the home '{}' is not on the register; the nearest is {}"},
                   unit, near);
}

std::optional<std::string> home_known_at(store::Connection& connection, std::string_view number,
                                         base::Instant at) {
    // Most offices have corrected no home.
    if (!store::find_integer(connection, "SELECT 1 FROM main.rehomed LIMIT 1"))
        return store::find_text(connection, "SELECT unit FROM main.matter WHERE no = ?", number);
    return store::find_text(
        connection,
        "SELECT iif(r.step IS NULL, m.unit, r.old_unit) FROM main.matter m LEFT JOIN main.rehomed r"
        " ON r.step = (SELECT h.id FROM main.step h WHERE h.matter = m.id AND +h.what = 'amend'"
        "              AND h.field = 'unit' AND h.at > ?2 ORDER BY h.at, h.id LIMIT 1)"
        " WHERE m.no = ?1",
        number, at);
}

}  // namespace huiyin::records
