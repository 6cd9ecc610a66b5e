#pragma once

#include <string>
#include <vector>

#include "huiyin/reports/document.hpp"

/// Charts as shapes on a plane, 360 units wide. Private to this directory.
namespace huiyin::reports {

struct Drawing {
    struct Line {
        const char* style;
        double x1, y1, x2, y2;
    };
    struct Rect {
        std::string style;
        double x, y, width, height;
        std::string tip;  ///< said when somebody points at it
    };
    struct Path {
        const char* style;
        std::vector<std::pair<double, double>> points;
    };
    struct Dot {
        const char* style;
        double x, y, radius;
    };
    struct Words {
        std::string style;
        double x, y;
        std::string text;
    };
    struct Entry {
        std::string style;
        std::string name;
    };
    double height = 0;
    std::vector<Line> lines;
    std::vector<Rect> rects;
    std::vector<Path> paths;
    std::vector<Dot> dots;
    std::vector<Words> words;
    std::vector<Entry> legend;

    static constexpr double width = 360;
};

/// Draws a chart; nothing where it has nothing to show.
std::optional<Drawing> draw(const Chart& chart, Language language);

}  // namespace huiyin::reports
