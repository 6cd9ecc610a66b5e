#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "huiyin/base/failure.hpp"
#include "huiyin/records/field.hpp"
#include "huiyin/records/matter.hpp"
#include "huiyin/records/matter_sql.hpp"
#include "huiyin/store/changes.hpp"
#include "scratch_office.hpp"

/// The two tables, of kinds of step and of fields, by themselves and against the schema.
namespace huiyin::records {
namespace {

using store::Query;

/// Every column that refers to something said, and how it is kept.
std::map<std::string, std::string> said_columns(store::Connection& connection) {
    std::map<std::string, std::string> places;
    for (Query row(connection,
                   "SELECT t.name || '.' || k.\"from\", k.\"table\" FROM sqlite_schema t"
                   " JOIN pragma_foreign_key_list(t.name) k WHERE t.type = 'table'");
         row.next();)
        // What was erased refers to what it was; it says nothing itself.
        if (row.text(1) == "said" && row.text(0) != "erased_value.said")
            places.emplace(row.text(0), row.text(1));
    return places;
}

TEST_CASE("every column that holds what somebody said has its row, and says what that is") {
    testing::ScratchOffice office;
    for (const auto& [place, _] : said_columns(office.connection())) {
        CAPTURE(place);
        const auto* field = field_at(place);
        REQUIRE_MESSAGE(field != nullptr, place,
                        " holds what somebody said and has no row in records/fields: it would be "
                        "neither masked nor erased nor found");
        CHECK(field->is_said());
    }
}

TEST_CASE("every field is kept where its row says, in the way its type says") {
    testing::ScratchOffice office;
    const auto said = said_columns(office.connection());
    for (const auto& field : fields()) {
        CAPTURE(field.of);
        CAPTURE(field.key);
        if (field.place.empty()) continue;
        CAPTURE(field.place);
        const auto columns = store::column_names(office.connection(), std::string(field.table()));
        CHECK(std::ranges::find(columns, field.column()) != columns.end());
        CHECK(std::ranges::find(columns, key_column(field)) != columns.end());
        CHECK(said.contains(std::string(field.place)) == field.is_said());
    }
}

TEST_CASE("what is known of a column is the same in each of its rows") {
    for (const auto& field : fields()) {
        if (field.place.empty()) continue;
        CAPTURE(field.place);
        CHECK(field_at(field.place)->is_personal() == field.is_personal());
        CHECK(field_at(field.place)->is_said() == field.is_said());
        // Names and numbers of residents are found by whoever may read them.
        if (field.is_personal()) CHECK(field.searched);
    }
}

TEST_CASE("every field and every step has a title in both languages") {
    for (const auto& field : fields()) {
        CAPTURE(field.of);
        CAPTURE(field.key);
        CHECK_FALSE(field.title.zh.empty());
        CHECK_FALSE(field.title.en.empty());
        CHECK(field.title.zh != field.key);
        CHECK(field.typed.option.empty() == field.typed.zh.empty());
        for (const auto& word : field.words) {
            CHECK_FALSE(word.title.zh.empty());
            CHECK_FALSE(word.title.en.empty());
        }
    }
    for (const auto& kind : step_kinds()) {
        CAPTURE(kind.word);
        CHECK_MESSAGE(!kind.title.zh.empty(), "the step ", std::string(kind.word),
                      " has no Chinese title");
        CHECK_MESSAGE(!kind.title.en.empty(), "the step ", std::string(kind.word),
                      " has no English title");
        for (const auto& typed : {kind.typed.text, kind.typed.words, kind.typed.reason,
                                  kind.typed.to, kind.typed.method})
            CHECK(typed.option.empty() == typed.zh.empty());
    }
}

TEST_CASE("no field and no step stands in its table twice") {
    std::set<std::pair<std::string_view, std::string_view>> keys;
    for (const auto& field : fields()) {
        CAPTURE(field.of);
        CAPTURE(field.key);
        if (!field.key.empty()) CHECK(keys.emplace(field.of, field.key).second);
    }
    std::set<std::string_view> words;
    for (const auto& kind : step_kinds()) {
        CAPTURE(kind.word);
        CHECK(words.insert(kind.word).second);
    }
}

TEST_CASE("no heading stands over two columns of one table, no Chinese name for two options") {
    const auto check = [](const std::vector<const Field*>& all) {
        std::map<std::string_view, std::string_view> titles;
        std::map<std::string_view, std::string_view> names;
        for (const auto* field : all) {
            CAPTURE(field->of);
            CAPTURE(field->key);
            CAPTURE(field->title.zh);
            CHECK(titles.emplace(field->title.zh, field->key).second);
            if (field->typed.empty()) continue;
            CHECK(names.emplace(field->typed.zh, field->typed.option).first->second ==
                  field->typed.option);
        }
        for (const auto& heading : paper_headings()) {
            if (all.back()->of != heading.of) continue;
            CAPTURE(heading.written);
            const auto named = names.find(heading.written);
            // When something was received is `--at` where it is registered, `--opened-at` where
            // that is corrected.
            CHECK((named == names.end() || named->second == heading.key ||
                   (heading.key == "at" && named->second == "opened-at")));
        }
    };
    for (const auto& kind : matter_kinds()) {
        CAPTURE(kind.word);
        check(fields_of_kind(kind.word));
    }
    for (const std::string_view of : {"step", "callback", "order", "staff", "policy", "journal"}) {
        CAPTURE(of);
        check(fields_of(of));
    }
}

TEST_CASE("what paper calls a field is one that is typed") {
    for (const auto& heading : paper_headings()) {
        CAPTURE(heading.written);
        // `--at` and `--by` are of every recording command.
        if (heading.key.empty() || heading.key == "at" || heading.key == "by") continue;
        auto all = fields_of_kind(heading.of);
        std::ranges::copy(fields_of("step"), std::back_inserter(all));
        const auto field = std::ranges::find(all, heading.key, &Field::key);
        REQUIRE(field != all.end());
        CHECK_FALSE((*field)->typed.empty());
    }
}

TEST_CASE("a field of listed words has its words, and only such a one") {
    for (const auto& field : fields()) {
        CAPTURE(field.of);
        CAPTURE(field.key);
        const bool listed = field.type == FieldType::choice || field.type == FieldType::choices;
        CHECK(field.words.empty() != listed);
    }
}

TEST_CASE("what a query asks of fields is written out") {
    CHECK(with_fields("w.place IN (SELECT place FROM field WHERE spoken) AND true") ==
          "w.place IN ('letter.subject', 'callback.settled') AND true");
    CHECK(with_fields("SELECT 1") == "SELECT 1");
    CHECK_THROWS_AS(with_fields("(SELECT place FROM field WHERE spokne)"), base::Failure);
}

TEST_CASE("what commands and rules both ask of a matter is written out") {
    const auto reachable = with_matter_sql("SELECT @reachable(max(1, 2)) FROM matter m");
    CHECK(reachable.starts_with("SELECT iif(m.reachable_at <= max(1, 2), NOT iif(\n"));
    CHECK(reachable.ends_with("        0), 0) FROM matter m"));
    CHECK(with_matter_sql("WHERE @urgent_category(c.category)") == "WHERE (c.category = '5')");
    const auto holder = with_matter_sql("SELECT @holder FROM matter m");
    CHECK(holder.find("step_kind") == std::string::npos);
    CHECK(holder.find("on_duty") != std::string::npos);
    CHECK_THROWS_AS(with_matter_sql("SELECT @hodler"), base::Failure);
}

TEST_CASE("what a query asks of kinds of step is written out") {
    CHECK(with_step_kinds("what IN (SELECT what FROM step_kind WHERE answers) AND true") ==
          "what IN ('reply', 'answer') AND true");
    CHECK(with_step_kinds("(SELECT what FROM step_kind WHERE gives OR aloud)") ==
          "('add', 'dispatch', 'apology', 'comfort')");
    CHECK(with_step_kinds("SELECT 1") == "SELECT 1");
    CHECK_THROWS_AS(with_step_kinds("(SELECT what FROM step_kind WHERE spokne)"), base::Failure);
}

}  // namespace
}  // namespace huiyin::records
