#include <doctest/doctest.h>

#include <string>

#include "rendered.hpp"

using namespace huiyin::reports;
using namespace huiyin::reports::testing;

namespace {

std::string chinese(const Document& document) {
    return render_csv(document, Language::chinese);
}

}  // namespace

TEST_CASE("a document of one table is exactly that table as csv") {
    CHECK(chinese(of_blocks({table({"编号", "状态"}, {{"FK-0007", "已答复"}})})) ==
          "编号,状态\r\nFK-0007,已答复\r\n");
}

TEST_CASE("csv figures are rows of name and value and remark") {
    const Document document =
        of_blocks({Figures{{same("a"), same("1"), {}}, {same("b"), same("2"), same("r")}}});
    CHECK(chinese(document) == "a,1,\r\nb,2,r\r\n");
}

TEST_CASE("csv figures have three cells even where none has a remark") {
    CHECK(chinese(of_blocks({Figures{{same("a"), same("1"), {}}}})) == "a,1,\r\n");
}

TEST_CASE("csv blocks are divided by one empty line and prose is left out") {
    const Document document =
        of_blocks({Paragraph{same("words")}, Figures{{same("a"), same("1"), {}}}, Figures{},
                   table({"h"}, {{"x"}}), table({"k"}, {{"y"}})});
    CHECK(chinese(document) == "a,1,\r\n\r\nh\r\nx\r\n\r\nk\r\ny\r\n");
}

TEST_CASE("csv keeps a line break inside a cell between quotes") {
    CHECK(chinese(of_blocks({table({"h"}, {{"a\nb"}, {"c,\"d\""}})})) ==
          "h\r\n\"a\nb\"\r\n\"c,\"\"d\"\"\"\r\n");
}

TEST_CASE("csv gives a spreadsheet no formula to run") {
    CHECK(contains(chinese(of_blocks({table({"h"}, {{"=1+1"}})})), "'=1+1"));
}

TEST_CASE("a lone empty csv cell does not read as the end of its table") {
    CHECK(chinese(of_blocks({table({"h"}, {{""}, {"x"}})})) == "h\r\n\"\"\r\nx\r\n");
}

TEST_CASE("a csv table without rows still names its columns") {
    CHECK(chinese(of_blocks({table({"a", "b"}, {})})) == "a,b\r\n");
}

TEST_CASE("a short row is filled up with empty cells in csv") {
    CHECK(chinese(of_blocks({table({"a", "b", "c"}, {{"x"}})})) == "a,b,c\r\nx,,\r\n");
}

TEST_CASE("csv speaks the language it is asked for") {
    Table cases = table({}, {});
    cases.columns = {{.header = {"状态", "State"}}, {.header = {"分钟", "Minutes"}}};
    cases.rows = {{{"未答复", "open"}, same("5")}};
    CHECK(render_csv(of_blocks({cases}), Language::english) == "State,Minutes\r\nopen,5\r\n");
}

TEST_CASE("a document without data is an empty csv file") {
    CHECK(chinese(of_blocks({Paragraph{same("words")}})).empty());
}
