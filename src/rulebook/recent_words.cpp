#include "recent_words.hpp"

#include <algorithm>
#include <functional>

#include "huiyin/store/query.hpp"

namespace huiyin::rulebook {

using store::Query;

namespace {

/// As record.twice has them.
constexpr std::int64_t numbers_back = 50;
constexpr std::int64_t seconds_apart = 600;

std::string word(const Facts& matter, const char* name) {
    const auto found = matter.values.find(name);
    return found == matter.values.end() ? std::string{} : std::get<std::string>(found->second);
}

std::int64_t number(const Facts& matter, const char* name) {
    const auto found = matter.values.find(name);
    return found == matter.values.end() ? 0 : std::get<std::int64_t>(found->second);
}

std::size_t hash_of(const std::string& words) {
    return std::hash<std::string>{}(words);
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
    const bool is_known =
        std::ranges::any_of(heard.words, [&](const Words& one) { return one.hash == own; });
    heard.words.push_back({matter.id, own});
    heard.last = matter.id;
    return is_known || is_said_again_of_a_home(matter, channel, at);
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

/// However many matters lie between.
bool RecentWords::is_said_again_of_a_home(const Facts& matter, const std::string& channel,
                                          std::int64_t at) {
    const auto unit = word(matter, "unit");
    if (unit.empty()) return false;
    return store::find_integer(
               connection_,
               "SELECT 1 FROM main.home_spelling mine"
               " CROSS JOIN main.home_spelling other ON other.home = mine.home"
               " CROSS JOIN main.matter x ON x.unit = other.unit"
               " WHERE mine.unit = ?1 AND x.id < ?2 AND +x.kind = ?3 AND +x.channel = ?4"
               " AND +x.at BETWEEN ?5 AND ?6 AND (SELECT value FROM main.content WHERE id = x.text)"
               " = (SELECT value FROM main.content WHERE id = ?7) LIMIT 1",
               unit, matter.id, matter.kind, channel, at - seconds_apart, at + seconds_apart,
               number(matter, "text"))
        .has_value();
}

}  // namespace huiyin::rulebook
