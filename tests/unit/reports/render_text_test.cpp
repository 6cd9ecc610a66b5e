#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "huiyin/base/display.hpp"
#include "rendered.hpp"

using namespace huiyin::reports;
using namespace huiyin::reports::testing;
using huiyin::base::display_width;

namespace {

Document weekly_report() {
    Table cases{
        .columns = {{.header = {"编号", "Number"}},
                    {.header = {"状态", "State"}},
                    {.header = {"分钟", "Minutes"}, .align = Align::right}},
        .rows = {{same("FK-0007"), {"已答复", "answered"}, same("5")},
                 {same("FK-0012"), {"未答复", "open"}, same("1205")}},
        .empty = {"本周没有反馈。", "No feedback this week."},
    };
    return {
        .title = {"周报", "Weekly report"},
        .subtitle = {"前台", "Front desk"},
        .sections = {
            {.heading = {"答复", "Answers"},
             .blocks = {
                 Figures{{{"答复及时率", "On time"}, same("3/4 75 %"), {"限 90 %", "limit 90 %"}},
                         {{"未答复", "Open"}, same("1"), {}}},
                 cases}}}};
}

std::string rule(int columns) {
    std::string marks;
    for (int i = 0; i < columns; ++i)
        marks += "─";
    return marks;
}

}  // namespace

TEST_CASE("a text report shows title and subtitle and figures and tables in columns") {
    const std::string shown = render_text(weekly_report(), {});
    CHECK(shown ==
          "周报\n"
          "════\n"
          "前台\n"
          "\n"
          "答复\n"
          "  答复及时率  3/4 75 %  限 90 %\n"
          "  未答复      1\n"
          "\n"
          "  编号     状态    分钟\n"
          "  ───────  ──────  ────\n"
          "  FK-0007  已答复     5\n"
          "  FK-0012  未答复  1205\n");
}

TEST_CASE("a text report speaks the language it is asked for") {
    const std::string shown = render_text(weekly_report(), {.language = Language::english});
    CHECK(shown ==
          "Weekly report\n"
          "═════════════\n"
          "Front desk\n"
          "\n"
          "Answers\n"
          "  On time  3/4 75 %  limit 90 %\n"
          "  Open     1\n"
          "\n"
          "  Number   State     Minutes\n"
          "  ───────  ────────  ───────\n"
          "  FK-0007  answered        5\n"
          "  FK-0012  open         1205\n");
}

TEST_CASE("colour makes headings bold and rules faint and changes no word") {
    const std::string coloured = render_text(weekly_report(), {.colour = true});
    CHECK(contains(coloured, "\x1b[1m周报\x1b[0m\n"));
    CHECK(contains(coloured, "\x1b[2m════\x1b[0m\n"));
    CHECK(contains(coloured, "\x1b[1m答复\x1b[0m\n"));
    CHECK_FALSE(contains(coloured, "\x1b[31m"));

    std::string bare = coloured;
    for (const std::string sequence : {"\x1b[1m", "\x1b[2m", "\x1b[0m"})
        for (std::size_t at = bare.find(sequence); at != std::string::npos;
             at = bare.find(sequence))
            bare.erase(at, sequence.size());
    CHECK(bare == render_text(weekly_report(), {}));
}

TEST_CASE("without colour a text report holds no escape byte even where the stored text does") {
    const std::string evil = "\x1b[31mred\x1b[0m";
    Document document = of_blocks(
        {Paragraph{same(evil)}, Figures{{same(evil), same(evil), {}}}, table({evil}, {{evil}})});
    document.title = document.subtitle = document.sections[0].heading = same(evil);
    const std::string shown = render_text(document, {});
    CHECK_FALSE(contains(shown, "\x1b"));
    CHECK(contains(shown, "\\x1b[31mred"));
}

TEST_CASE("with colour the only escapes in a text report are its own") {
    const std::string shown =
        render_text(of_blocks({Paragraph{same("\x1b[31mred")}}), {.colour = true});
    CHECK_FALSE(contains(shown, "\x1b[31m"));
}

TEST_CASE("a line break within a cell becomes a blank") {
    const std::string shown = render_text(of_blocks({table({"h"}, {{"one\r\n\ttwo\nthree"}})}), {});
    CHECK(contains(shown, "  one two three\n"));
}

TEST_CASE("a paragraph keeps its own line breaks and wraps between them") {
    const Document document = of_blocks({Paragraph{same("first line\n\nsecond line is longer\n")}});
    CHECK(render_text(document, {.width = 20}) ==
          "T\n"
          "═\n"
          "\n"
          "S\n"
          "  first line\n"
          "\n"
          "  second line is\n"
          "  longer\n");
}

TEST_CASE("an empty table says so in its own words") {
    Table nothing = table({"编号", "状态"}, {});
    nothing.empty = {"本周没有反馈。", "No feedback this week."};
    CHECK(contains(render_text(of_blocks({nothing}), {}), "  本周没有反馈。\n"));
    CHECK(contains(render_text(of_blocks({nothing}), {.language = Language::english}),
                   "  No feedback this week.\n"));
    CHECK_FALSE(contains(render_text(of_blocks({nothing}), {}), "编号"));
}

TEST_CASE("an empty table without words of its own says none") {
    const Document document = of_blocks({table({"h"}, {})});
    CHECK(contains(render_text(document, {}), "（无）"));
    CHECK(contains(render_text(document, {.language = Language::english}), "(none)"));
}

TEST_CASE("prose in a table that is too wide wraps and its number stays whole") {
    const Document document = of_blocks({table(
        {"编号", "内容"}, {{"FK-2026-0113", "房间空调夜里一直响，前台答应十分钟内派人来看"}})});
    CHECK(render_text(document, {.width = 40}) ==
          "T\n"
          "═\n"
          "\n"
          "S\n"
          "  编号          内容\n"
          "  ────────────  " +
              rule(24) +
              "\n"
              "  FK-2026-0113  房间空调夜里一直响，前台\n"
              "                答应十分钟内派人来看\n");
}

TEST_CASE("prose gets three lines of a brief table and then an ellipsis") {
    std::string prose;
    for (int i = 0; i < 40; ++i)
        prose += "空调";
    const std::vector<std::string> lines =
        lines_of(render_text(of_blocks({brief(table({"内容"}, {{prose}}))}), {.width = 22}));
    REQUIRE(lines.size() == 9);
    CHECK(lines[6] == "  空调空调空调空调空调");
    CHECK(lines[8].ends_with("…"));
    CHECK(display_width(lines[8]) <= 22);
}

TEST_CASE("a table that is not brief shows every word") {
    std::string prose;
    for (int i = 0; i < 40; ++i)
        prose += "空调";
    const std::string shown =
        render_text(of_blocks({table({"内容"}, {{prose}, {std::string(64, 'a')}})}), {.width = 22});
    CHECK_FALSE(contains(shown, "…"));
    CHECK(std::ranges::count(shown, 'a') == 64);
}

TEST_CASE("an identifier that cannot fit into a brief table is shortened on one line") {
    const Document document = of_blocks({brief(table({"digest"}, {{std::string(64, 'a')}}))});
    CHECK(contains(render_text(document, {.width = 30}), "  " + std::string(27, 'a') + "…\n"));
}

TEST_CASE("a number gives way only after blanks and prose and words") {
    const Document document =
        of_blocks({brief(table({"order", "technician", "dispatched"},
                               {{"PG-2026-0001", "wulinyuan", "2026-11-23 09:00"}}))});
    const std::string at_38 = render_text(document, {.width = 38});
    CHECK(contains(at_38, "PG-2026-0001 wulinyuan  2026-11-23\n"));
    const std::string at_32 = render_text(document, {.width = 32});
    CHECK(contains(at_32, "PG-2026-0001 wulin…"));
    CHECK(contains(at_32, "2026-11-23\n"));
}

TEST_CASE("numbers on the right are the last to be narrowed") {
    Table wide = brief(table({"名称", "数"}, {{std::string(100, 'x'), "1234567890"}}));
    wide.columns[1].align = Align::right;
    CHECK(contains(render_text(of_blocks({wide}), {.width = 24}), "… 1234567890\n"));
}

TEST_CASE("rows whose numbers would be broken are listed cell by cell") {
    const Table wide = table({"callback", "matter", "by", "what was said"},
                             {{"HF-2026-0001", "TS-2026-0003", "chen", "words and more words"}});
    CHECK(contains(render_text(of_blocks({wide}), {.width = 60}),
                   "  HF-2026-0001  TS-2026-0003  chen"));
    const auto narrow = render_text(of_blocks({wide}), {.width = 30});
    for (const char* whole : {"callback", "HF-2026-0001\n", "TS-2026-0003\n", "chen\n"}) {
        CAPTURE(whole);
        CHECK(contains(narrow, whole));
    }
}

TEST_CASE("a title wider than the terminal wraps and its rule is as wide as its widest line") {
    Document document = of_blocks({});
    document.title = same("一二三四五六七八九十一二三四");
    const std::vector<std::string> lines = lines_of(render_text(document, {.width = 20}));
    REQUIRE(lines.size() >= 3);
    CHECK(lines[0] == "一二三四五六七八九十");
    CHECK(lines[1] == "一二三四");
    CHECK(display_width(lines[2]) == 20);
}

TEST_CASE("a section without a heading is not indented") {
    Document document = of_blocks({Paragraph{same("words")}});
    document.sections[0].heading = {};
    CHECK(render_text(document, {}) == "T\n═\n\nwords\n");
}

TEST_CASE("a short row is filled up with empty cells in text") {
    CHECK(contains(render_text(of_blocks({table({"a", "b"}, {{"x"}})}), {}),
                   "  a  b\n  ─  ─\n  x\n"));
}

TEST_CASE("an empty document is an empty text") {
    CHECK(render_text({}, {}).empty());
}
