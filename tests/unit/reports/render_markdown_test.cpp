#include <doctest/doctest.h>

#include <string>

#include "rendered.hpp"

using namespace huiyin::reports;
using namespace huiyin::reports::testing;

namespace {

std::string chinese(const Document& document) {
    return render_markdown(document, Language::chinese);
}

}  // namespace

TEST_CASE("a markdown report has a title and headings and tables") {
    Table cases = table({"编号", "分钟"}, {{"FK-0007", "5"}, {"FK-0012", "1205"}});
    cases.columns[1].align = Align::right;
    Document document = of_blocks({cases});
    document.title = {"周报", "Weekly report"};
    document.subtitle = {"前台", "Front desk"};
    document.sections[0].heading = {"答复", "Answers"};
    CHECK(chinese(document) ==
          "# 周报\n"
          "\n"
          "前台\n"
          "\n"
          "## 答复\n"
          "\n"
          "| 编号 | 分钟 |\n"
          "| --- | ---: |\n"
          "| FK-0007 | 5 |\n"
          "| FK-0012 | 1205 |\n");
    const std::string english = render_markdown(document, Language::english);
    CHECK(contains(english, "# Weekly report\n\nFront desk\n\n## Answers\n"));
}

TEST_CASE("markdown figures are a table that has remarks only where a figure has one") {
    const Document bare = of_blocks({Figures{{same("a"), same("1"), {}}}});
    CHECK(contains(chinese(bare), "| 项目 | 数值 |\n| --- | --- |\n| a | 1 |\n"));

    const Document remarked =
        of_blocks({Figures{{same("a"), same("1"), {}}, {same("b"), same("2"), same("r")}}});
    CHECK(
        contains(render_markdown(remarked, Language::english),
                 "| Item | Value | Remark |\n| --- | --- | --- |\n| a | 1 |  |\n| b | 2 | r |\n"));
}

TEST_CASE("stored text cannot add a column or a row to a markdown table") {
    const std::string shown = chinese(of_blocks({table({"h"}, {{"a|b"}, {"c\nd"}})}));
    CHECK(contains(shown, "| a\\|b |\n"));
    CHECK(contains(shown, "| c<br>d |\n"));
}

TEST_CASE("stored text cannot make a heading or a list or a quotation of a paragraph") {
    for (const std::string mark :
         {"# ", "## ", "> ", "- ", "+ ", "* ", "---", "===", "~~~", "```"}) {
        CAPTURE(mark);
        const std::string shown = chinese(of_blocks({Paragraph{same("\n    " + mark + "x")}}));
        const std::string line = lines_of(shown).back();
        CHECK((line.starts_with('\\') || line.starts_with('&')));
    }
    CHECK(contains(chinese(of_blocks({Paragraph{same("12. x")}})), "\n12\\. x\n"));
    CHECK(contains(chinese(of_blocks({Paragraph{same("3) x")}})), "\n3\\) x\n"));
    CHECK(contains(chinese(of_blocks({Paragraph{same("2026")}})), "\n2026\n"));
}

TEST_CASE("a markdown heading stays one line whatever its text holds") {
    Document document = of_blocks({});
    document.title = same("one\ntwo");
    CHECK(chinese(document) == "# one two\n\n## S\n");
}

TEST_CASE("a markdown heading keeps a number sign at its end") {
    Document document = of_blocks({});
    document.title = same("Room #");
    CHECK(contains(chinese(document), "# Room \\#\n"));
    document.title = same("#");
    CHECK(contains(chinese(document), "# \\#\n"));
}

TEST_CASE("a markdown paragraph keeps its line breaks and its empty lines") {
    const Document document = of_blocks({Paragraph{same("one  \r\ntwo\n\nthree\n")}});
    CHECK(contains(chinese(document), "## S\n\none\\\ntwo\n\nthree\n"));
}

TEST_CASE("control characters in stored text are visible in markdown") {
    const std::string shown = chinese(of_blocks({Paragraph{same("a\x1b[1mb")}}));
    CHECK_FALSE(contains(shown, "\x1b"));
    CHECK(contains(shown, "x1b"));
}

TEST_CASE("an empty markdown table is the words for it") {
    Table nothing = table({"h"}, {});
    CHECK(contains(chinese(of_blocks({nothing})), "\n（无）\n"));
    nothing.empty = same("nothing here");
    CHECK(contains(chinese(of_blocks({nothing})), "\nnothing here\n"));
    CHECK_FALSE(contains(chinese(of_blocks({nothing})), "|"));
}

TEST_CASE("an empty document is an empty markdown file") {
    CHECK(chinese({}).empty());
}
