#include "staff_import.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "chinese_wording.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/personal_pattern.hpp"
#include "huiyin/cli/arguments.hpp"
#include "sheet_cell.hpp"
#include "table_file.hpp"
#include "table_headings.hpp"
#include "table_input.hpp"

namespace huiyin::cli {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;
using base::Problem;
using records::NewStaff;

namespace {

class StaffTable {
  public:
    StaffTable(const TableInput& input, store::Connection& connection) : connection_(connection) {
        const auto words = std::vector<std::string>{"staff", "add"};
        const auto& verb = *find_command(words).verb;
        const auto is_column = [&](std::string_view heading) { return is_heading(verb, heading); };
        auto table = read_csv(input.text, is_column);
        if (input.from_workbook)
            for (auto& row : table.rows)
                for (auto& [heading, value] : row.cells)
                    value = as_in_workbook(value);
        std::vector<base::Text> remarks;
        const auto columns =
            read_headings(verb, table.columns, true, UnknownHeadings::are_wrong, remarks);
        for (const auto& row : table.rows)
            take(verb, row, columns);
        if (people_.empty() && problems_.empty())
            problems_.push_back({Label{"表里没有人", "there is nobody in the table"},
                                 Label{"每行写一个人", "write one person a row"}});
        check_superiors();
    }

    std::vector<NewStaff> in_order() {
        auto order = sorted();
        if (!problems_.empty()) {
            // Alone a rule refuses it, with its clause; among other faults it is told with them.
            for (const auto& person : loop_)
                problem(
                    person,
                    {compose({"{} 的上级绕成一圈(7.4)", "the superiors of {} form a loop (7.4)"},
                             people_[person].login),
                     Label{"其中一人改写上级", "give one of them another superior"}});
            throw Failure(Exit::usage, std::move(problems_));
        }
        return order;
    }

  private:
    void take(const Verb& verb, const TableRow& row, const std::vector<Column>& columns) {
        std::vector<std::pair<std::string, std::string>> cells;
        for (const auto& [heading, value] : row.cells) {
            const auto& column = *std::ranges::find(columns, heading, &Column::heading);
            if (!column.slot.empty()) cells.emplace_back(column.slot, value);
        }
        for (const auto& one : row.problems)
            problems_.push_back(at_line(row.line, one));
        if (!row.problems.empty()) return;
        try {
            const auto arguments = from_cells(verb, cells);
            const auto said = [&](std::string_view name) -> std::optional<std::string> {
                const auto* value = arguments.find(name);
                return value == nullptr ? std::nullopt : std::optional(*value);
            };
            people_.push_back({.login = said("LOGIN").value_or(""),
                               .name = said("name").value_or(""),
                               .role = records::parse_role(said("role").value_or("")),
                               .department = said("department"),
                               .superior = said("superior")});
            lines_.push_back(row.line);
        } catch (const Failure& failure) {
            for (auto one : failure.problems()) {
                name_by_heading(one.what, columns);
                // Headings in Chinese are answered in Chinese options.
                if (std::ranges::any_of(columns, [](const Column& column) {
                        return std::ranges::any_of(column.heading,
                                                   [](char c) { return (c & '\x80') != 0; });
                    })) {
                    one.what.zh = in_chinese_words(one.what.zh, &verb);
                    one.remedy.zh = in_chinese_words(one.remedy.zh, &verb);
                }
                problems_.push_back(at_line(row.line, std::move(one)));
            }
        }
    }

    /// By login, else by a name that one row has; nothing for anybody else.
    std::optional<std::size_t> in_table(const std::string& named) const {
        for (std::size_t index = 0; index < people_.size(); ++index)
            if (people_[index].login == named) return index;
        std::optional<std::size_t> found;
        const auto plain = base::plain_name(named);
        for (std::size_t index = 0; index < people_.size(); ++index)
            if (base::plain_name(people_[index].name) == plain) {
                if (found) return {};
                found = index;
            }
        return found;
    }

    void check_superiors() {
        std::set<std::string> logins;
        above_.resize(people_.size());
        for (std::size_t index = 0; index < people_.size(); ++index) {
            auto& person = people_[index];
            if (!logins.insert(person.login).second)
                problem(index, {compose({"登录名「{}」写了两次", "the login '{}' stands twice"},
                                        person.login),
                                Label{"每人一行", "one row a person"}});
            else if (records::find_staff(connection_, person.login))
                problem(index, {compose({"登录名「{}」已有人使用", "the login '{}' is taken"},
                                        person.login),
                                Label{"删去这一行;更改档案用 huiyin staff change",
                                      "leave the row out; to change it: huiyin staff change"}});
            if (!person.superior) continue;
            above_[index] = in_table(*person.superior);
            if (above_[index])
                person.superior = people_[*above_[index]].login;
            else if (!records::find_staff_by_name(connection_, *person.superior))
                problem(index,
                        {compose({"上级「{}」既不在表里,也不在册",
                                  "the superior '{}' is neither in the table nor on the staff"},
                                 *person.superior),
                         Label{"写登录名,或只有一人用的姓名",
                               "write a login, or a name that one person has"}});
        }
    }

    /// Superiors first. What is left once nobody can be placed any more is, or hangs on, a loop.
    std::vector<NewStaff> sorted() {
        std::vector<NewStaff> order;
        std::vector<bool> placed(people_.size());
        for (bool moved = true; moved;) {
            moved = false;
            for (std::size_t index = 0; index < people_.size(); ++index) {
                if (placed[index] || (above_[index] && !placed[*above_[index]])) continue;
                order.push_back(people_[index]);
                placed[index] = moved = true;
            }
        }
        for (std::size_t index = 0; index < people_.size(); ++index) {
            if (placed[index]) continue;
            order.push_back(people_[index]);
            if (is_in_loop(index)) loop_.push_back(index);
        }
        return order;
    }

    bool is_in_loop(std::size_t index) const {
        auto above = above_[index];
        for (std::size_t steps = 0; above && steps < people_.size(); ++steps) {
            if (*above == index) return true;
            above = above_[*above];
        }
        return false;
    }

    void problem(std::size_t person, Problem problem) {
        problems_.push_back(at_line(lines_[person], std::move(problem)));
    }

    store::Connection& connection_;
    std::vector<NewStaff> people_;
    std::vector<std::size_t> lines_;                 ///< where each stands in the file
    std::vector<std::optional<std::size_t>> above_;  ///< whom each reports to, of the table
    std::vector<std::size_t> loop_;
    std::vector<Problem> problems_;
};

}  // namespace

std::vector<NewStaff> read_staff_table(const TableInput& input, store::Connection& connection) {
    return StaffTable(input, connection).in_order();
}

}  // namespace huiyin::cli
