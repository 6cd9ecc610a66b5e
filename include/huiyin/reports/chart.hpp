#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "huiyin/base/language.hpp"
#include "huiyin/reports/rate.hpp"

namespace huiyin::reports {

/// Amounts side by side, each made of parts: complaints per day and category.
struct Bars {
    struct Part {
        base::Text name;
        std::vector<std::int64_t> amounts;  ///< one for each label
    };
    std::vector<base::Text> labels;
    std::vector<Part> parts;
    std::size_t most_drawn = 0;  ///< so many bars at most on a page, 0 for all; a table has all
};

/// Rates against what the regulation asks for.
struct Gauges {
    struct Gauge {
        base::Text name;
        Rate rate;
        std::optional<std::int64_t> required;  ///< percent
    };
    std::vector<Gauge> gauges;
};

/// How much of its limit each deadline took: 1 is the limit itself.
struct Dots {
    base::Text limit;
    std::vector<double> shares;  ///< of those that were met
    std::int64_t open = 0;       ///< passed, and not met yet
};

/// Days by hours; nothing where nothing was owed.
struct Hours {
    struct Day {
        base::Text name;
        std::vector<std::optional<double>> shares;  ///< of each of its 24 hours
    };
    std::vector<Day> days;
};

/// Some figures over the last periods, oldest first.
struct Trends {
    struct Line {
        base::Text name;
        std::vector<std::optional<double>> values;
        bool percent = false;  ///< its values are shares, from 0 to 1
    };
    std::vector<std::string> periods;
    std::vector<Line> lines;
};

/// Amounts by rows and columns, the more the darker: buildings by months.
struct Map {
    struct Row {
        base::Text name;
        std::vector<std::int64_t> amounts;  ///< one for each column
    };
    std::vector<base::Text> columns;
    std::vector<Row> rows;
    std::size_t most_drawn = 0;  ///< so many rows at most on a page, 0 for all; a table has all
};

struct Chart {
    base::Text title;
    base::Text note;  ///< how to read it
    std::variant<Bars, Gauges, Dots, Hours, Trends, Map> data;
};

}  // namespace huiyin::reports
