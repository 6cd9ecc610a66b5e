#include "recent_words.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "huiyin/store/query.hpp"

namespace huiyin::rulebook {

using store::Query;

namespace {

/// As record.twice has them.
constexpr std::int64_t numbers_back = 50;
constexpr std::int64_t seconds_apart = 600;
/// More than most offices have; then they are looked up anew.
constexpr std::size_t most_homes = 4'096;

std::string word(const Facts& matter, const char* name) {
    const auto found = matter.values.find(name);
    return found == matter.values.end() ? std::string{} : std::get<std::string>(found->second);
}

std::int64_t number(const Facts& matter, const char* name) {
    const auto found = matter.values.find(name);
    return found == matter.values.end() ? 0 : std::get<std::int64_t>(found->second);
}

std::uint32_t hash_of(const std::string& words) {
    return static_cast<std::uint32_t>(std::hash<std::string>{}(words));
}

}  // namespace

bool RecentWords::echo(const Facts& matter) {
    const auto channel = word(matter, "channel");
    const auto at = number(matter, "at");
    auto& heard = heard_before(matter, channel, at);
    const auto own =
        hash_of(store::find_text(connection_, "SELECT value FROM main.content WHERE id = ?",
                                 number(matter, "text"))
                    .value_or(""));
    std::erase_if(heard.words,
                  [&](const Words& one) { return one.matter < matter.id - numbers_back; });
    const bool is_recent =
        std::ranges::any_of(heard.words, [&](const Words& one) { return one.hash == own; });
    heard.words.push_back({matter.id, own});
    heard.last = matter.id;
    auto* at_home = said_at_home(matter, heard, channel, is_recent);
    const bool is_echo =
        is_recent || (at_home != nullptr && std::ranges::find(*at_home, own) != at_home->end());
    if (at_home != nullptr) at_home->push_back(own);
    // Of one that is not the newest more came since than is heard of here.
    if (matter.id < std::exchange(newest_, std::max(newest_, matter.id))) forget();
    return is_echo;
}

/// Matters that came since it was asked last were asked about themselves.
RecentWords::Heard& RecentWords::heard_before(const Facts& matter, const std::string& channel,
                                              std::int64_t at) {
    auto& heard = heard_[matter.kind + " " + channel];
    if (heard.at == at && heard.last != 0 && heard.last < matter.id) return heard;
    heard = {.at = at};
    for (Query row(connection_,
                   "SELECT m.id, c.value FROM main.matter m"
                   " CROSS JOIN main.content c ON c.id = m.text"
                   " WHERE m.id BETWEEN ?1 AND ?2 AND +m.kind = ?3 AND +m.channel = ?4"
                   " AND +m.at BETWEEN ?5 AND ?6",
                   matter.id - numbers_back, matter.id - 1, matter.kind, channel,
                   at - seconds_apart, at + seconds_apart);
         row.next();)
        heard.words.push_back({row.integer(0), hash_of(row.text(1))});
    return heard;
}

/// However many matters lie between. Where the answer is known without it, of a home that was
/// looked up before; otherwise none.
std::vector<RecentWords::Hash>* RecentWords::said_at_home(const Facts& matter, Heard& heard,
                                                          const std::string& channel,
                                                          bool is_answered) {
    auto& homes = heard.at_homes;
    const auto unit = word(matter, "unit");
    if (unit.empty() || (is_answered && homes.empty())) return nullptr;
    auto home =
        store::find_text(connection_, "SELECT home FROM main.home_spelling WHERE unit = ?", unit);
    if (!home) return nullptr;
    if (const auto known = homes.find(*home); known != homes.end()) return &known->second;
    if (is_answered) return nullptr;
    if (homes.size() >= most_homes) homes.clear();
    auto& [key, words] = *homes.try_emplace(std::move(*home)).first;
    // Of what lies elsewhere in time no row is read: the index of homes has the time.
    for (Query row(connection_,
                   "SELECT c.value FROM main.home_spelling other"
                   " CROSS JOIN main.matter x ON x.unit = other.unit"
                   " CROSS JOIN main.content c ON c.id = x.text"
                   " WHERE other.home = ?1 AND +x.at BETWEEN ?2 AND ?3 AND x.id < ?4"
                   " AND +x.kind = ?5 AND +x.channel = ?6",
                   key, heard.at - seconds_apart, heard.at + seconds_apart, matter.id, matter.kind,
                   channel);
         row.next();)
        words.push_back(hash_of(row.text(0)));
    return &words;
}

}  // namespace huiyin::rulebook
