#include "huiyin/records/search.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "huiyin/base/formatting.hpp"
#include "huiyin/store/query.hpp"
#include "records/scratch_office.hpp"

using huiyin::records::FoundPage;
using huiyin::records::Hit;
using huiyin::records::MatterId;
using huiyin::records::matters_on_a_page;
using huiyin::records::Sees;
using huiyin::records::testing::ScratchOffice;

namespace {

constexpr auto a_page = static_cast<int>(matters_on_a_page);

class SearchedOffice : public ScratchOffice {
  public:
    /// What a complaint of that minute says; answers with its number.
    std::string says(int minute, const std::string& text, std::optional<std::string> person = {},
                     std::optional<std::string> unit = {}) {
        auto complaint = by_phone();
        complaint.matter.text = text;
        complaint.matter.person = std::move(person);
        complaint.matter.unit = std::move(unit);
        const auto no = this->complaint(at(minute), complaint);
        index();
        return no;
    }
    void says_later(int minute, const std::string& no, const std::string& text) {
        huiyin::records::add_note(writing(at(minute)), id_of(no), text);
        index();
    }
    MatterId id_of(const std::string& no) {
        return huiyin::records::find_matter(connection(), no)->id;
    }

    FoundPage page(const std::string& words, std::int64_t number = 1, Sees sees = Sees::everything,
                   std::int64_t read_to_count = huiyin::records::texts_read_to_count) {
        return huiyin::records::found_page(connection(), words, sees, number, read_to_count);
    }
    /// The matters of a page, in their order.
    std::vector<MatterId> matters(const FoundPage& page) {
        std::vector<MatterId> ids;
        for (const auto& hits : page.matters)
            ids.push_back(hits.front().matter);
        return ids;
    }
    /// Every text found, as `matter:text`, in the order of being visited.
    std::vector<std::string> all(const std::string& words, std::size_t at_once = 100,
                                 Sees sees = Sees::everything) {
        std::vector<std::string> texts;
        huiyin::records::for_each_found(
            connection(), words, sees,
            [&](std::span<const Hit> hits) {
                for (const auto& hit : hits) {
                    CHECK(hit.matter == hits.front().matter);
                    texts.push_back(huiyin::base::format("{}:{}", hit.matter, hit.text));
                }
            },
            at_once);
        return texts;
    }

  private:
    static std::string at(int minute) {
        return huiyin::base::format("2026-11-03 {:02}:{:02}:00", 8 + minute / 60, minute % 60);
    }
    void index() { huiyin::records::bring_index_up_to_date(connection()); }
};

}  // namespace

TEST_CASE("a page has twenty matters, and one more makes a second page") {
    SearchedOffice office;
    for (int minute = 0; minute < a_page; ++minute)
        office.says(minute, "电梯");
    const auto full = office.page("电梯");
    CHECK(full.matters.size() == matters_on_a_page);
    CHECK(full.is_last);
    CHECK(full.all_matters == a_page);
    CHECK(office.page("电梯", 2).matters.empty());

    office.says(a_page, "电梯");
    const auto first = office.page("电梯");
    CHECK(first.matters.size() == matters_on_a_page);
    CHECK_FALSE(first.is_last);
    CHECK(first.all_matters == a_page + 1);
    const auto second = office.page("电梯", 2);
    CHECK(second.matters.size() == 1);
    CHECK(second.is_last);
    CHECK(office.matters(second).front() == 1);  // the first that was said comes last
}

TEST_CASE(
    "of whom it was said last comes first, and a matter once, with its texts as they were said") {
    SearchedOffice office;
    const auto oldest = office.says(0, "电梯停了");
    const auto middle = office.says(1, "电梯很吵");
    office.says(2, "楼道很黑");
    office.says_later(3, oldest, "电梯修好了");
    const auto page = office.page("电梯");
    CHECK(office.matters(page) == std::vector{office.id_of(oldest), office.id_of(middle)});
    REQUIRE(page.matters.front().size() == 2);
    CHECK(page.matters.front().front().text == "电梯停了");
    CHECK(page.matters.front().back().text == "电梯修好了");
    CHECK(page.matters.front().back().said_at == office.time("2026-11-03 08:03:00"));
    CHECK(page.texts == 3);
    CHECK(page.is_whole);
}

TEST_CASE("all of it comes oldest matter first, however few places are kept at once") {
    SearchedOffice office;
    std::vector<std::string> numbers;
    for (int minute = 0; minute < 5; ++minute)
        numbers.push_back(office.says(10 - minute, huiyin::base::format("电梯{}", minute)));
    office.says_later(20, numbers[1], "又是电梯");
    const std::vector<std::string> expected{"5:电梯4", "4:电梯3",    "3:电梯2",
                                            "2:电梯1", "2:又是电梯", "1:电梯0"};
    for (const std::size_t at_once : {1U, 2U, 3U, 5U, 6U, 7U, 100U})
        CHECK(office.all("电梯", at_once) == expected);
    CHECK(office.all("从未说过").empty());
}

TEST_CASE("a home's own matters stand where their first words do") {
    SearchedOffice office;
    const auto home = office.says(0, "漏水", {}, "3-502");
    const auto later = office.says(1, "3号楼502室漏水");
    office.says(2, "别处漏水", {}, "3-503");
    CHECK(office.matters(office.page("3-502")) ==
          std::vector{office.id_of(later), office.id_of(home)});
    CHECK(office.all("3-502", 1) == std::vector<std::string>{"1:3-502", "2:3号楼502室漏水"});
}

TEST_CASE("how many there are is counted where everything was read, or the index knows") {
    SearchedOffice office;
    for (int minute = 0; minute < 3 * a_page; ++minute)
        office.says(minute, "电梯门坏");
    constexpr std::int64_t hardly_any = 1;
    // All were read.
    CHECK(office.page("电梯").texts == 3 * a_page);
    // The index knows pairs and letters.
    for (const auto* words : {"电梯", "电"}) {
        const auto page = office.page(words, 1, Sees::everything, hardly_any);
        CHECK_FALSE(page.is_whole);
        CHECK_FALSE(page.is_estimate);
        CHECK(page.texts == 3 * a_page);
        CHECK(page.matters.size() == matters_on_a_page);
        CHECK_FALSE(page.is_last);
    }
    // Of longer words it knows that their pairs are there.
    const auto longer = office.page("电梯门", 1, Sees::everything, hardly_any);
    CHECK(longer.is_estimate);
    CHECK(longer.texts == 3 * a_page);
    // On the last page all have been read.
    CHECK(office.page("电梯门", 3, Sees::everything, hardly_any).is_whole);
}

TEST_CASE("an estimate leaves out what only seems to be found") {
    SearchedOffice office;
    // 电梯 and 梯门 stand in all, together in every other.
    for (int minute = 0; minute < 4 * a_page; ++minute)
        office.says(minute, minute % 2 == 0 ? "电梯门坏" : "电梯,梯门坏");
    const auto page = office.page("电梯门", 1, Sees::everything, 40);
    CHECK(page.is_estimate);
    CHECK(page.texts == doctest::Approx(2 * a_page).epsilon(0.1));
}

TEST_CASE("whom names are hidden from is told neither them nor how many there are") {
    SearchedOffice office;
    for (int minute = 0; minute < 2 * a_page; ++minute)
        office.says(minute, minute < 3 ? "电梯找欧阳" : "电梯", "欧阳娜");
    const auto seen = office.page("欧阳");
    CHECK(seen.all_matters == 2 * a_page);
    for (const std::int64_t read_to_count : {0, 1, 1'000}) {
        const auto hidden = office.page("欧阳", 1, Sees::what_is_masked, read_to_count);
        CHECK(hidden.is_whole);  // there is no page to be full before everything was read
        CHECK(hidden.all_matters == 3);
        CHECK(hidden.texts == 3);
        CHECK(office.page("欧阳娜", 1, Sees::what_is_masked, read_to_count).texts == 0);
    }
    // What they see is reckoned by what they see.
    const auto many = office.page("电梯", 1, Sees::what_is_masked, 1);
    CHECK(many.is_estimate);
    CHECK(many.texts == 2 * a_page);
    CHECK(office.all("欧阳娜", 100, Sees::what_is_masked).empty());
}

TEST_CASE("what was erased is neither found nor counted") {
    SearchedOffice office;
    for (int minute = 0; minute < 2 * a_page; ++minute)
        office.says(minute, "电梯");
    huiyin::store::run(office.connection(),
                       "UPDATE content SET value = NULL WHERE id IN"
                       " (SELECT text FROM matter ORDER BY id DESC LIMIT 5)");
    huiyin::records::forget_index(office.connection());
    huiyin::records::bring_index_up_to_date(office.connection());
    CHECK(office.page("电梯").texts == 2 * a_page - 5);
    const auto page = office.page("电梯", 1, Sees::everything, 1);
    CHECK(page.texts == 2 * a_page - 5);
    CHECK(office.matters(page).front() == 2 * a_page - 5);
    // A store whose index was not made yet.
    huiyin::records::forget_index(office.connection());
    CHECK(office.page("电梯").texts == 2 * a_page - 5);
    CHECK(office.page("电梯", 1, Sees::everything, 1).is_estimate);
}
