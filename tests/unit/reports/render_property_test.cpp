#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "huiyin/base/display.hpp"
#include "rendered.hpp"

using namespace huiyin::reports;
using namespace huiyin::reports::testing;
using huiyin::base::display_width;

namespace {

/// Makes documents of every shape from awkward text; the same ones each time.
class RandomDocuments {
  public:
    int number(int least, int most) {
        // std::uniform_int_distribution may differ between libraries; the remainder does not.
        const auto span = static_cast<unsigned>(most - least + 1);
        return least + static_cast<int>(static_cast<unsigned>(engine_()) % span);
    }

    Document document() {
        Document made{.title = text(), .subtitle = text(), .sections = {}};
        for (int sections = number(0, 2); sections > 0; --sections) {
            made.sections.push_back({.heading = text(), .blocks = {}});
            for (int blocks = number(0, 3); blocks > 0; --blocks)
                made.sections.back().blocks.push_back(block());
        }
        return made;
    }

  private:
    Text text() {
        static constexpr std::array<const char*, 22> pieces{
            "房间",    "，",   "。」",   "（", "FK-2026-0113", "a",       " ",      "  ",
            "words",   "\n",   "\t",     "12", "e\u0301",      "☎\ufe0f", "\u3000", "👨\u200d👩",
            "\x1b[1m", "\xff", "\u202e", "|",  "🇨🇳",           "……"};
        std::string made;
        for (int count = number(0, number(0, 3) == 0 ? 40 : 5); count > 0; --count)
            made += pieces.at(static_cast<std::size_t>(number(0, 21)));
        return same(made);
    }

    Block block() {
        switch (number(0, 3)) {
            case 0:
                return Paragraph{text()};
            case 1:
                return figures();
            default:
                return table();
        }
    }

    Figures figures() {
        Figures made;
        for (int count = number(0, 4); count > 0; --count)
            made.push_back({text(), text(), text()});
        return made;
    }

    Table table() {
        Table made{.columns = {}, .rows = {}, .empty = text()};
        const int columns = number(0, number(0, 5) == 0 ? 30 : 6);
        for (int i = 0; i < columns; ++i)
            made.columns.push_back({text(), number(0, 2) == 0 ? Align::right : Align::left});
        for (int rows = number(0, 4); rows > 0; --rows) {
            made.rows.emplace_back();
            for (int cells = number(0, columns); cells > 0; --cells)
                made.rows.back().push_back(text());
        }
        return made;
    }

    std::mt19937 engine_{20261123};
};

bool ends_with_one_newline(const std::string& shown, const std::string& line_end) {
    return shown.empty() || (shown.ends_with(line_end) && !shown.ends_with(line_end + line_end));
}

constexpr int documents = 1500;

}  // namespace

TEST_CASE("no line of a report is wider than the terminal even with Chinese text") {
    RandomDocuments random;
    for (int i = 0; i < documents; ++i) {
        const Document document = random.document();
        const int width = random.number(20, 100);
        const std::string shown = render_text(document, {.width = width});
        CAPTURE(i);
        CAPTURE(width);
        CHECK(ends_with_one_newline(shown, "\n"));
        CHECK_FALSE(shown.starts_with('\n'));
        CHECK_FALSE(contains(shown, "\x1b"));
        for (const std::string& line : lines_of(shown)) {
            CAPTURE(line);
            CHECK(display_width(line) <= width);
            CHECK_FALSE(has_trailing_blanks(line));
        }
    }
}

TEST_CASE("a terminal too narrow for any report is taken for twenty columns") {
    RandomDocuments random;
    for (const int width : {-1, 0, 1, 19}) {
        const Document document = random.document();
        CHECK(render_text(document, {.width = width}) == render_text(document, {.width = 20}));
    }
}

TEST_CASE("every row of a markdown table has as many cells as its header") {
    RandomDocuments random;
    const auto bars = [](const std::string& line) {
        int count = 0;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (line[i] == '\\')
                ++i;
            else if (line[i] == '|')
                ++count;
        }
        return count;
    };
    for (int i = 0; i < documents; ++i) {
        const std::string shown = render_markdown(random.document(), Language::chinese);
        CAPTURE(i);
        CHECK(ends_with_one_newline(shown, "\n"));
        int expected = 0;
        for (const std::string& line : lines_of(shown)) {
            CAPTURE(line);
            CHECK_FALSE(has_trailing_blanks(line));
            if (!line.starts_with("| ")) expected = 0;
            if (expected != 0) CHECK(bars(line) == expected);
            if (line.starts_with("| ")) expected = bars(line);
        }
    }
}

TEST_CASE("a csv file ends with exactly one line end whatever is in it") {
    RandomDocuments random;
    for (int i = 0; i < documents; ++i) {
        CAPTURE(i);
        CHECK(ends_with_one_newline(render_csv(random.document(), Language::chinese), "\r\n"));
    }
}
