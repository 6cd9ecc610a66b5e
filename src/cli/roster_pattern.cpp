#include "roster_pattern.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/fold.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/limits.hpp"
#include "sheet_cell.hpp"
#include "table_file.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;
using base::Problem;

namespace {

struct Column {
    std::string_view name;
    std::string_view chinese;  ///< as it is called here, and what walls call it, divided by `|`
    bool required = true;
};
constexpr std::array columns{
    Column{"day", "日|星期|周几|第几天"},        Column{"from", "自|起|从|开始|开始时间|上班"},
    Column{"to", "至|止|到|结束|结束时间|下班"}, Column{"kind", "班种|班次|班别"},
    Column{"who", "值班人|值班员|带班人"},       Column{"with", "同班|同班人", false}};
constexpr Label all_columns{"列名是 日,自,至,班种,值班人,同班(day,from,to,kind,who,with)",
                            "the columns are day,from,to,kind,who,with"};

std::optional<std::string_view> column_named(std::string_view typed) {
    const auto name = base::fold(typed);
    const auto found = std::ranges::find_if(columns, [&](const Column& one) {
        const auto called = choices_of(one.chinese);
        return one.name == name || std::ranges::find(called, name) != called.end();
    });
    if (found == columns.end()) return {};
    return found->name;
}

std::string chinese_of(std::string_view name) {
    return choices_of(std::ranges::find(columns, name, &Column::name)->chinese).front();
}

/// `mon`, `Monday`, 周一, 星期一: 1 to 7.
std::optional<int> weekday_of(const std::string& typed) {
    static constexpr std::array<std::string_view, 7> english{"mon", "tue", "wed", "thu",
                                                             "fri", "sat", "sun"};
    static constexpr std::array<std::string_view, 7> whole{
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    static constexpr std::array<std::string_view, 7> chinese{"一", "二", "三", "四",
                                                             "五", "六", "日"};
    const auto name = base::fold(typed);
    for (std::size_t index = 0; index < english.size(); ++index)
        if (name == english.at(index) || name == whole.at(index) ||
            name == base::format("周{}", chinese.at(index)) ||
            name == base::format("星期{}", chinese.at(index)) ||
            (index == 6 && (name == "周天" || name == "星期天")))
            return static_cast<int>(index) + 1;
    return {};
}

/// `8:00`, `08:00`, `24:00`: by the clock of 24 hours, in minutes.
std::optional<int> deadline_of(const std::string& typed) {
    const auto name = base::fold(typed);
    const auto colon = name.find(':');
    if (colon == 0 || colon > 2 || name.size() != colon + 3) return {};
    if (name.find_first_not_of("0123456789:") != name.npos) return {};
    const auto hour = std::stoi(name.substr(0, colon));
    const auto minute = name.rfind(':') == colon ? std::stoi(name.substr(colon + 1)) : 60;
    constexpr int whole_day = 24 * 60;
    const auto at = 60 * hour + minute;
    return minute < 60 && at <= whole_day ? std::optional(at) : std::nullopt;
}

std::optional<std::string> sort_of(const std::string& typed) {
    const auto name = base::fold(typed);
    static constexpr std::array<std::string_view, 6> days{"day",  "值班", "白班",
                                                          "日班", "早班", "中班"};
    static constexpr std::array<std::string_view, 5> nights{"overnight", "值宿", "夜班", "晚班",
                                                            "通宵"};
    if (std::ranges::find(days, name) != days.end()) return "day";
    if (std::ranges::find(nights, name) != nights.end()) return "overnight";
    return {};
}

/// A row of the table.
struct Row {
    bool by_weekday = false;
    int day = 0;  ///< of the week from Monday, or of the cycle; from 1
    int from = 0;
    int until = 0;  ///< minutes from midnight of the same day
    std::string kind;
    records::Crew crew;
};

class PatternParser {
  public:
    explicit PatternParser(const TableFile& table) {
        for (const auto& row : table.rows)
            take(row);
        if (!rows_.empty() && std::ranges::any_of(rows_, [&](const Row& row) {
                return row.by_weekday != rows_.front().by_weekday;
            }))
            problems_.push_back(
                {Label{"day 一列既有星期又有序号", "day has both weekdays and numbers"},
                 Label{"全写 周一 … 周日,或全写 1 … N", "write mon … sun alone, or 1 … N alone"}});
        if (problems_.empty() && rows_.empty())
            problems_.push_back({Label{"表里没有班次", "the table has no shifts"},
                                 Label{"每行写一个班", "write one shift a row"}});
        if (!problems_.empty()) throw Failure(Exit::usage, std::move(problems_));
    }

    const std::vector<Row>& rows() const { return rows_; }

  private:
    template <typename Read>
    auto required(std::string_view column, std::map<std::string_view, std::string>& cells,
                  Read read, const Label& form) {
        const auto value = read(cells[column]);
        if (!value)
            add({compose({"{1} 不能是「{2}」", "{0} cannot be '{2}'"}, column, chinese_of(column),
                         cells[column]),
                 form});
        return value.value_or(typename std::decay_t<decltype(value)>::value_type{});
    }

    void take(const TableRow& row) {
        line_ = row.line;
        const auto before = problems_.size();
        for (const auto& problem : row.problems)
            add(problem);
        std::map<std::string_view, std::string> cells;
        for (const auto& [name, value] : row.cells)
            if (const auto column = column_named(name)) cells[*column] = value;
        if (row.cells.empty()) return;
        Row read;
        const auto weekday = weekday_of(cells["day"]);
        read.by_weekday = weekday.has_value();
        read.day = weekday ? *weekday
                           : required("day", cells, number_of,
                                      {"写 周一 … 周日(mon … sun),或 1 … N 的序号",
                                       "write mon … sun, or a number from 1 to N"});
        read.from = required("from", cells, deadline_of, clock_form);
        read.until = required("to", cells, deadline_of, clock_form);
        read.kind = required("kind", cells, sort_of,
                             {"写 值班(白班)或 值宿(夜班)", "write day or overnight"});
        read.crew = {.who = cells["who"], .with = base::split_list(cells["with"])};
        if (read.crew.who.empty())
            add({Label{"值班人是空的", "who is empty"},
                 Label{"写带班人的登录名或姓名",
                       "write the login of whoever is in charge of the shift"}});
        constexpr int whole_day = 24 * 60;
        if (read.from == whole_day)
            add({Label{"from 不能是 24:00", "from cannot be 24:00"},
                 Label{"写在后一天的 00:00", "write 00:00 of the day after"}});
        if (read.until <= read.from) read.until += whole_day;
        if (problems_.size() == before) rows_.push_back(std::move(read));
    }

    static std::optional<int> number_of(const std::string& typed) {
        constexpr int longest_cycle = 366;
        const auto number = base::parse_whole(typed);
        if (!number || *number < 1 || *number > longest_cycle) return {};
        return static_cast<int>(*number);
    }

    void add(Problem problem) { problems_.push_back(at_line(line_, std::move(problem))); }

    static constexpr Label clock_form{"写 24 小时制的钟点,如 08:00、24:00",
                                      "write the hour of a 24-hour clock: 08:00, 24:00"};

    std::size_t line_ = 0;
    std::vector<Row> rows_;
    std::vector<Problem> problems_;
};

void require_columns(const TableFile& table) {
    std::vector<Problem> problems;
    std::vector<std::string_view> seen;
    for (const auto& name : table.columns) {
        const auto column = column_named(name);
        if (!column)
            problems.push_back(
                {compose({"没有「{}」这一列", "there is no column '{}'"}, name), all_columns});
        else if (std::ranges::find(seen, *column) != seen.end())
            problems.push_back({compose({"列「{1}」有两个", "there are two columns '{0}'"}, *column,
                                        chinese_of(*column)),
                                Label{"每列只留一个", "keep one of each"}});
        else
            seen.push_back(*column);
    }
    for (const auto& column : columns)
        if (column.required && std::ranges::find(seen, column.name) == seen.end())
            problems.push_back({compose({"缺少列 {1}", "the column {0} is missing"}, column.name,
                                        chinese_of(column.name)),
                                all_columns});
    if (!problems.empty()) throw Failure(Exit::usage, std::move(problems));
}

base::TypedTime time_on(base::Day day, int minutes) {
    constexpr int whole_day = 24 * 60;
    for (; minutes >= whole_day; minutes -= whole_day)
        day = day.next();
    return base::parse_time(base::format("{} {:02}:{:02}", day.name(), minutes / 60, minutes % 60));
}

TableFile read_pattern(const TableInput& input) {
    if (input.text.size() > base::limits::roster_pattern)
        throw Failure(Exit::usage,
                      compose({"班表太长:至多 {} MiB", "the roster is too long: at most {} MiB"},
                              base::limits::roster_pattern >> 20U),
                      Label{"只留循环的几天", "keep the days that repeat"});
    auto table =
        read_csv(input.text, [](std::string_view name) { return column_named(name).has_value(); });
    if (input.from_workbook)
        for (auto& row : table.rows)
            for (auto& [heading, value] : row.cells)
                value = as_in_workbook(value);
    return table;
}

}  // namespace

std::vector<PatternShift> read_roster_pattern(const TableInput& input, base::Day first,
                                              base::Day last) {
    const auto table = read_pattern(input);
    require_columns(table);
    const PatternParser reader(table);
    const auto& rows = reader.rows();
    const auto cycle = std::ranges::max_element(rows, {}, &Row::day)->day;
    std::vector<PatternShift> shifts;
    int place = 0;
    std::int64_t days = 0;
    for (auto day = first; day <= last; day = day.next()) {
        if (++days > base::limits::roster_days)
            throw Failure(
                Exit::usage,
                compose({"一次至多排 {} 天", "at most {} days at once"}, base::limits::roster_days),
                Label{"分几次排", "split them"});
        place = place % cycle + 1;
        for (const auto& row : rows)
            if (row.day == (row.by_weekday ? day.weekday() : place))
                shifts.push_back(
                    {row.crew, row.kind, time_on(day, row.from), time_on(day, row.until)});
    }
    if (shifts.empty())
        throw Failure(
            Exit::usage,
            compose({"从 {} 到 {} 没有一天在表里", "no day from {} to {} is in the table"},
                    first.name(), last.name()),
            Label{"补上那几天的班次,或改日期", "add the shifts of those days, or choose others"});
    return shifts;
}

}  // namespace huiyin::cli
