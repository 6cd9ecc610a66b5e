#include <array>

#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/readiness.hpp"
#include "huiyin/reports/duty_view.hpp"
#include "nouns.hpp"
#include "reading.hpp"

/// Key areas and emergency plans (clauses 1.3, 1.8).
namespace huiyin::cli {

namespace {

using base::Exit;
using gate::Right;
using records::Made;
using records::Writing;

constexpr std::array one_area{Operand{"NAME", Takes::word, {"重要部位", "the key area"}}};
constexpr std::array one_plan{Operand{"NAME", Takes::word, {"预案名称", "the plan"}}};
constexpr std::array plan_text{
    Option{"text", Takes::words, "TEXT", {"内容", "what it says"}, true}};

Made add_area(const Writing& writing, const Arguments& arguments) {
    return records::add_area(writing, arguments.text("NAME"));
}

Made retire_area(const Writing& writing, const Arguments& arguments) {
    return records::retire_area(writing, arguments.text("NAME"));
}

Made add_plan(const Writing& writing, const Arguments& arguments) {
    return records::add_plan(writing, arguments.text("NAME"), arguments.text("text"));
}

Made revise_plan(const Writing& writing, const Arguments& arguments) {
    return records::revise_plan(writing, arguments.text("NAME"), arguments.text("text"));
}

Made acknowledge(const Writing& writing, const Arguments& arguments) {
    return records::acknowledge_plan(writing, arguments.text("NAME"));
}

Exit list_areas(Reader reader, const Arguments&) {
    auto& [reading, output] = reader;
    const auto areas = records::list_areas(reading.connection);
    output.show(reports::areas_document(areas, reading.zone),
                reports::areas_json(areas, reading.zone));
    return Exit::done;
}

Exit list_plans(Reader reader, const Arguments&) {
    auto& [reading, output] = reader;
    const auto plans = records::plans_in_force(reading.connection, reading.now);
    output.show(reports::plans_document(plans, reading.zone),
                reports::plans_json(plans, reading.zone));
    return Exit::done;
}

constexpr std::array areas{
    Verb{.noun = "area",
         .verb = "add",
         .help = {"登记重要部位", "register a key area"},
         .clause = "1.8",
         .right = Right::furnish,
         .action = add_area,
         .operands = one_area,
         .example = "huiyin area add 水泵房"},
    Verb{.noun = "area",
         .verb = "retire",
         .help = {"停用一个部位", "retire one"},
         .clause = "1.8",
         .right = Right::furnish,
         .action = retire_area,
         .operands = one_area,
         .example = "huiyin area retire 水泵房"},
    Verb{.noun = "area",
         .verb = "list",
         .help = {"列出重要部位", "list them"},
         .clause = "1.8",
         .right = Right::read,
         .action = list_areas,
         .example = "huiyin area list"},
};

constexpr std::array plans{
    Verb{.noun = "plan",
         .verb = "add",
         .help = {"登记应急预案", "register an emergency plan"},
         .clause = "1.3",
         .right = Right::furnish,
         .action = add_plan,
         .operands = one_plan,
         .options = plan_text,
         .example = "huiyin plan add 火灾 --text - < 火灾预案.txt"},
    Verb{.noun = "plan",
         .verb = "revise",
         .help = {"修订预案(新版)", "revise one: a new edition"},
         .clause = "1.3",
         .right = Right::furnish,
         .action = revise_plan,
         .operands = one_plan,
         .options = plan_text,
         .example = "huiyin plan revise 火灾 --text - < 火灾预案.txt"},
    Verb{.noun = "plan",
         .verb = "acknowledge",
         .help = {"确认已熟悉现行版", "I know the edition in force"},
         .clause = "1.3",
         .right = Right::field_work,
         .action = acknowledge,
         .operands = one_plan,
         .example = "huiyin plan acknowledge 火灾"},
    Verb{.noun = "plan",
         .verb = "list",
         .help = {"列出现行预案", "list those in force"},
         .clause = "1.3",
         .right = Right::read,
         .action = list_plans,
         .example = "huiyin plan list"},
};

}  // namespace

std::span<const Verb> area_verbs() {
    return areas;
}

std::span<const Verb> plan_verbs() {
    return plans;
}

}  // namespace huiyin::cli
