#include "huiyin/records/erasure.hpp"

#include <algorithm>
#include <map>

#include "erased_person.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/records/matter.hpp"
#include "huiyin/records/search.hpp"

namespace huiyin::records {

using base::Exit;
using base::Failure;
using base::Label;
using base::PersonalPattern;
using store::Query;

namespace {

/// Takes out of everything said what the searches find: one for all, or one for each matter.
class Sweep {
  public:
    Sweep(const Writing& writing, std::string_view kind, const std::string& reason,
          const SpeechFound& speech)
        : writing_(writing), eraser_(writing, kind, reason, speech) {}

    /// `search_for` answers whom to look for in what was said about a matter, or nobody.
    using SearchFor = std::function<const Search*(std::optional<MatterId>)>;

    Erased run(const SearchFor& search_for, const Matters& theirs) {
        // First found, then changed: a query does not see its own rows move.
        std::vector<KeptText> fields;
        std::vector<std::pair<KeptText, std::string>> texts;
        for_each_saying(writing_.connection(), [&](KeptText&& saying) {
            const auto* search = search_for(saying.matter);
            if (search == nullptr) return;
            if (search->is_theirs(saying)) {
                fields.push_back(std::move(saying));
                return;
            }
            auto words = search->without(saying.value, saying.matter);
            if (search->names_them(words)) leave(saying);
            if (words != saying.value) texts.emplace_back(std::move(saying), std::move(words));
        });
        for (const auto& field : fields) {
            touch(field.matter);
            ++(field.is_phone ? erased_.numbers : erased_.names);
            eraser_.take_out(field);
        }
        for (const auto& [saying, words] : texts) {
            touch(saying.matter);
            ++erased_.texts;
            const auto* search = search_for(saying.matter);
            eraser_.put_instead(saying, "cut", words,
                                [&, matter = saying.matter](const auto& found) {
                                    return search->without(found, matter);
                                });
        }
        take_out_files(search_for, theirs);
        eraser_.take_out_keys(touched_);
        return finish();
    }

  private:
    void touch(std::optional<MatterId> matter) {
        if (matter) touched_.insert(*matter);
    }

    /// Told by what `redact` takes.
    void leave(const KeptText& saying) {
        auto& connection = writing_.connection();
        const auto of_week =
            saying.place == "weekly_report.summary"
                ? store::find_text(connection, "SELECT week FROM weekly_report WHERE id = ?",
                                   saying.row)
                : std::nullopt;
        erased_.left.insert(saying.matter ? number_of(connection, *saying.matter)
                                          : of_week.value_or(saying.place));
    }

    /// A scan cannot be read, so the files of their own matters go, and any other that shows them.
    void take_out_files(const SearchFor& search_for, const Matters& theirs) {
        std::vector<std::pair<KeptTextId, MatterId>> files;
        Matters others;
        for (Query row(writing_.connection(),
                       "SELECT a.file, t.matter, f.bytes FROM attachment a"
                       " JOIN step t ON t.id = a.step JOIN file f ON f.id = a.file"
                       " WHERE f.bytes IS NOT NULL");
             row.next();) {
            const auto matter = row.integer(1);
            const auto* search = search_for(matter);
            if (theirs.contains(matter) ||
                (search != nullptr && search->shown_in(row.blob(2), matter)))
                files.emplace_back(row.integer(0), matter);
            else if (touched_.contains(matter))
                others.insert(matter);
        }
        for (const auto& [file, matter] : files) {
            touch(matter);
            ++erased_.files;
            eraser_.take_out_file(file, matter);
        }
        for (const auto matter : others)
            erased_.with_files.insert(number_of(writing_.connection(), matter));
    }

    Erased finish() {
        if (!eraser_.has_begun()) return std::move(erased_);
        erased_.no = eraser_.no();
        for (const auto matter : touched_)
            erased_.matters.insert(number_of(writing_.connection(), matter));
        forget_index(writing_.connection());
        return std::move(erased_);
    }

    const Writing& writing_;
    Eraser eraser_;
    Erased erased_;
    Matters touched_;
};

}  // namespace

Erased erase_person(const Writing& writing, const PersonWanted& wanted, const std::string& reason,
                    const SpeechFound& speech) {
    auto& connection = writing.connection();
    const auto person = wanted.phone
                            ? who_gave(connection, *wanted.phone)
                            : who_lives(connection, wanted.unit.value(), wanted.name.value());
    const Instead instead(connection);
    const Search search(person, instead);
    // The reason is kept, so it must not say again what is taken out.
    Sweep sweep(writing, "person", search.without_all(reason), speech);
    auto erased = sweep.run([&](auto) { return &search; }, person.theirs);
    if (!erased.no.empty()) return erased;
    throw Failure(
        Exit::not_found,
        Label{"档案中没有这个人的姓名、电话", "no name or phone of this person is on file"},
        wanted.phone ? Label{"核对号码;也可用 --unit 房号 --name 姓名",
                             "check the number; or give --unit and --name"}
                     : Label{"核对房号与姓名;也可用 --phone 号码",
                             "check the home and the name; or give --phone"});
}

Erased erase_expired(const Writing& writing, base::Instant limit, const std::string& reason,
                     const SpeechFound& speech) {
    auto& connection = writing.connection();
    Matters ended;
    for (Query row(connection, "SELECT id FROM matter WHERE coalesce(closed_at, voided_at) <= ?",
                   limit);
         row.next();)
        ended.insert(row.integer(0));
    // What stays on file of one person elsewhere is none of this matter's affair.
    std::map<MatterId, Person> people;
    Matters theirs;
    for_each_personal(connection, [&](KeptText&& saying) {
        if (!saying.matter || !ended.contains(*saying.matter)) return;
        const auto matter = *saying.matter;
        theirs.insert(matter);
        auto& person = people[matter];
        person.theirs = {matter};
        person.signers = true;
        const bool is_number = saying.is_phone && base::plain_phone(saying.value).size() > 2;
        if (is_number)
            person.numbers.push_back(
                {.personal = PersonalPattern::phone(saying.value), .matters = {matter}});
        else if (saying.is_name && can_be_sought(saying.value))
            person.names.push_back(
                {.personal = PersonalPattern::name(saying.value), .matters = {matter}});
    });
    if (people.empty()) return {};
    const Instead instead(connection);
    std::map<MatterId, Search> searches;
    for (const auto& [matter, person] : people)
        searches.emplace(matter, Search(person, instead));
    Sweep sweep(writing, "expired", reason, speech);
    return sweep.run(
        [&](std::optional<MatterId> matter) -> const Search* {
            const auto found = matter ? searches.find(*matter) : searches.end();
            return found == searches.end() ? nullptr : &found->second;
        },
        theirs);
}

}  // namespace huiyin::records
