#include "huiyin/records/search.hpp"

#include <algorithm>
#include <cmath>
#include <compare>
#include <limits>
#include <map>
#include <optional>

#include "huiyin/base/display.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/phone.hpp"
#include "huiyin/records/field.hpp"
#include "huiyin/records/matter_list.hpp"
#include "search_index.hpp"
#include "sought.hpp"

namespace huiyin::records {

using store::Query;

namespace {

/// What the id of a text would be that is no text, but a matter's own home: behind all of them.
constexpr KeptTextId its_home = std::numeric_limits<KeptTextId>::max();

/// One search: which texts may have the words, and whether they do.
class Search {
  public:
    Search(store::Connection& connection, std::string_view words, Sees sees)
        : connection_(connection),
          words_(words),
          sees_(sees),
          sought_(words),
          query_(sought_.query()),
          // Marks alone are in no index: then everything is read.
          by_index_(!query_.empty() && is_indexed(connection)) {}

    /// Those texts as FROM and WHERE take them, `s` being the row of each. One parameter.
    std::string candidates() const {
        return by_index_ ? "search_index CROSS JOIN said s ON s.id = search_index.rowid"
                           " WHERE search_index MATCH ?1"
                         : "said s WHERE ?1 IS NOT NULL";
    }
    const std::string& query() const { return query_; }

    /// How many there are at most.
    std::int64_t most() {
        const auto* sql = by_index_
                              ? "SELECT count(*) FROM search_index WHERE search_index MATCH ?1"
                              : "SELECT max(id) FROM said WHERE ?1 IS NOT NULL";
        return store::find_integer(connection_, sql, query_).value_or(0);
    }
    /// Whether that is how many have the words.
    bool counts_exactly() const {
        return by_index_ && sees_ == Sees::everything && sought_.is_told_by_index();
    }

    /// The matters of a home that is looked for; of words that are none, none.
    std::vector<MatterId> at_home() {
        if (!sought_.is_home()) return {};
        return matters_of_unit(connection_, words_);
    }
    Hit home_of(MatterId matter) {
        const auto loaded = load_matter(connection_, matter);
        return {.matter = matter,
                .place = "matter.unit",
                .text = loaded.unit.value_or(""),
                .field = field_at("matter.unit"),
                .said_at = loaded.at};
    }

    /// Nothing where the words are not in it, or not for whom looks.
    std::optional<Hit> hit(KeptTextId text);

  private:
    /// What a text belongs to.
    BelongsTo belongs(const std::string& place) {
        const auto known = belongs_.find(place);
        if (known != belongs_.end()) return known->second;
        const auto* field = field_at(place);
        const auto to =
            field != nullptr && field->searched ? belongs_to(*field) : BelongsTo::office;
        return belongs_.emplace(place, to).first->second;
    }
    bool name_its_step(std::int64_t row, Hit& hit, std::string& corrected);
    bool name_its_matter(std::int64_t row, Hit& hit);

    store::Connection& connection_;
    std::string words_;
    Sees sees_;
    Sought sought_;
    std::string query_;
    bool by_index_;
    std::map<std::string, BelongsTo> belongs_;
};

bool Search::name_its_step(std::int64_t row, Hit& hit, std::string& corrected) {
    Query step(connection_,
               "SELECT matter, seq, what, coalesce(field, ''), at FROM step WHERE id = ?", row);
    if (!step.next() || step.is_null(0)) return false;
    hit.matter = step.integer(0);
    hit.step = static_cast<int>(step.integer(1));
    hit.what = step.text(2);
    corrected = step.text(3);
    hit.said_at = step.time(4);
    return true;
}

bool Search::name_its_matter(std::int64_t row, Hit& hit) {
    Query matter(connection_, "SELECT id, at FROM matter WHERE id = ?", row);
    if (!matter.next()) return false;
    hit.matter = matter.integer(0);
    hit.said_at = matter.time(1);
    return true;
}

std::optional<Hit> Search::hit(KeptTextId text) {
    Hit hit;
    std::int64_t row = 0;
    {
        Query said(connection_,
                   "SELECT s.place, s.row, c.value FROM said s JOIN content c ON c.id = s.id"
                   " WHERE s.id = ? AND c.value IS NOT NULL",
                   text);
        if (!said.next()) return {};
        hit.place = said.text(0);
        row = said.integer(1);
        hit.text = said.text(2);
    }
    std::string corrected;
    const auto belongs_to = belongs(hit.place);
    if (belongs_to == BelongsTo::office) return {};
    if (belongs_to == BelongsTo::step ? !name_its_step(row, hit, corrected)
                                      : !name_its_matter(row, hit))
        return {};
    hit.field = said_field(hit.place, corrected);
    if (sees_ == Sees::what_is_masked) {
        if (hit.field->is_personal()) return {};
        // Whoever sees stars could else try digit after digit until something is found.
        hit.text = base::mask_phones_in(hit.text);
    }
    const auto at = sought_.find(hit.text, hit.field->type == FieldType::phone);
    if (!at) return {};
    hit.at = *at;
    return hit;
}

/// Where a text stands in the order of everywhere: oldest matter first, then as it was said, last
/// the matter's own home.
struct Place {
    std::int64_t at = 0;
    MatterId matter = 0;
    KeptTextId text = 0;

    auto operator<=>(const Place&) const = default;
};

/// The first places of a search behind one, no more than so many.
class FirstPlaces {
  public:
    FirstPlaces(std::optional<Place> behind, std::size_t most) : behind_(behind), most_(most) {}

    void add(const Place& place) {
        if (behind_ && place <= *behind_) return;
        places_.push_back(place);
        if (places_.size() >= 2 * most_) drop_last();
    }

    std::vector<Place> take() && {
        drop_last();
        std::ranges::sort(places_);
        return std::move(places_);
    }

  private:
    void drop_last() {
        if (places_.size() <= most_) return;
        const auto end = places_.begin() + static_cast<std::ptrdiff_t>(most_);
        std::ranges::nth_element(places_, end);
        places_.erase(end, places_.end());
    }

    std::optional<Place> behind_;
    std::size_t most_;
    std::vector<Place> places_;
};

std::vector<Place> places_behind(store::Connection& connection, Search& search,
                                 std::optional<Place> behind, std::size_t most) {
    FirstPlaces places(behind, most);
    for (Query row(connection,
                   base::format("SELECT m.at, m.id, s.id"
                                " FROM (SELECT s.id, s.place, s.row FROM {2}) s"
                                " LEFT JOIN step t ON t.id = s.row AND s.place IN {0}"
                                " JOIN matter m"
                                " ON m.id = coalesce(t.matter, iif(s.place IN {1}, s.row, NULL))",
                                places_of_steps(), places_of_matters(), search.candidates()),
                   search.query());
         row.next();)
        places.add({row.integer(0), row.integer(1), row.integer(2)});
    for (const auto matter : search.at_home())
        places.add({base::seconds(load_matter(connection, matter).at), matter, its_home});
    return std::move(places).take();
}

/// The texts that may have the words, the one said last first; a matter's own home as its first
/// text.
class Newest {
  public:
    struct Candidate {
        KeptTextId text = 0;
        std::optional<MatterId> at_home;
    };

    Newest(store::Connection& connection, Search& search)
        : row_(
              connection,
              base::format("SELECT s.id FROM {} ORDER BY {} DESC", search.candidates(),
                           search.candidates().starts_with("said") ? "s.id" : "search_index.rowid"),
              search.query()) {
        for (const auto matter : search.at_home())
            homes_.push_back(
                {store::find_integer(connection, "SELECT text FROM matter WHERE id = ?", matter)
                     .value_or(0),
                 matter});
        std::ranges::sort(homes_, {}, &Candidate::text);
        step();
    }

    std::optional<Candidate> next() {
        if (!homes_.empty() && (!text_ || homes_.back().text > *text_)) {
            const auto home = homes_.back();
            homes_.pop_back();
            return home;
        }
        if (!text_) return {};
        const Candidate candidate{*text_, {}};
        step();
        return candidate;
    }

  private:
    void step() { text_ = row_.next() ? std::optional(row_.integer(0)) : std::nullopt; }

    Query row_;
    std::optional<KeptTextId> text_;
    std::vector<Candidate> homes_;  ///< the last is the newest
};

/// So many texts are read in a transaction: few enough that nobody who records waits for them.
constexpr std::size_t texts_in_a_reading = 100;

/// To two digits: more would say that it was counted.
std::int64_t rounded(double count) {
    const auto unit = std::pow(10, std::max(0.0, std::floor(std::log10(std::max(count, 1.0))) - 1));
    return static_cast<std::int64_t>(std::round(count / unit) * unit);
}

}  // namespace

void for_each_found(store::Connection& connection, std::string_view words, Sees sees,
                    const HitVisitor& visit, std::size_t at_once) {
    Search search(connection, words, sees);
    std::vector<Hit> of_one;
    const auto hand_over = [&] {
        if (!of_one.empty()) visit(of_one);
        of_one.clear();
    };
    std::optional<Place> last;
    for (bool are_more = true; are_more;) {
        const auto places = places_behind(connection, search, last, at_once);
        are_more = places.size() == at_once;
        if (!places.empty()) last = places.back();
        // It costs no lock for each of them.
        std::optional<store::ReadTransaction> reading;
        std::size_t read = 0;
        for (const auto& place : places) {
            if (read++ % texts_in_a_reading == 0) {
                reading.reset();
                reading.emplace(connection);
            }
            if (!of_one.empty() && of_one.front().matter != place.matter) hand_over();
            auto hit =
                place.text == its_home ? search.home_of(place.matter) : search.hit(place.text);
            if (hit) of_one.push_back(std::move(*hit));
        }
    }
    hand_over();
}

FoundPage found_page(store::Connection& connection, std::string_view words, Sees sees,
                     std::int64_t number, std::int64_t read_to_count) {
    Search search(connection, words, sees);
    FoundPage page{.number = number};
    const auto end = static_cast<std::size_t>(number) * matters_on_a_page;
    const auto begin = end - matters_on_a_page;
    std::map<MatterId, std::size_t> turns;  // of the matters seen
    std::int64_t read = 0;
    {
        Newest newest(connection, search);
        while (const auto candidate = newest.next()) {
            if (read >= read_to_count && turns.size() > end) {
                page.is_whole = false;
                break;
            }
            ++read;
            auto hit = candidate->at_home ? std::optional(search.home_of(*candidate->at_home))
                                          : search.hit(candidate->text);
            if (!hit) continue;
            ++page.texts;
            const auto turn = turns.try_emplace(hit->matter, turns.size()).first->second;
            if (turn < begin || turn >= end) continue;
            page.matters.resize(std::max(page.matters.size(), turn - begin + 1));
            page.matters[turn - begin].push_back(std::move(*hit));
        }
    }
    for (auto& hits : page.matters)
        std::ranges::reverse(hits);
    page.is_last = turns.size() <= end;
    page.all_matters = static_cast<std::int64_t>(turns.size());
    if (page.is_whole) return page;
    const auto most = search.most();
    page.is_estimate = !search.counts_exactly();
    page.texts = page.is_estimate
                     ? rounded(static_cast<double>(most) * static_cast<double>(page.texts) /
                               static_cast<double>(read))
                     : most;
    return page;
}

}  // namespace huiyin::records
