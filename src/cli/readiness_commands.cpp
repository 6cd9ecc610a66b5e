#include <array>

#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/readiness.hpp"
#include "huiyin/reports/duty_view.hpp"
#include "nouns.hpp"
#include "reading.hpp"
#include "typed_command.hpp"

/// Key areas and emergency plans (clauses 1.3, 1.8).
namespace huiyin::cli {

namespace readiness_commands {
namespace {

using base::Exit;
using gate::Right;
using records::WriteResult;
using records::Writing;

struct OneArea : Options {
    Required<Takes::word> name{*this, operand("NAME", {"重要部位", "the key area"})};
};

struct OnePlan : Options {
    Required<Takes::word> name{*this, operand("NAME", {"预案名称", "the plan"})};
};

struct PlanText final : OnePlan {
    Required<Takes::words> text{*this, {"text", {"内容", "what it says"}}};
};

WriteResult add_area(const Writing& writing, const OneArea& typed) {
    return records::add_area(writing, typed.name());
}

WriteResult retire_area(const Writing& writing, const OneArea& typed) {
    return records::retire_area(writing, typed.name());
}

WriteResult add_plan(const Writing& writing, const PlanText& typed) {
    return records::add_plan(writing, typed.name(), typed.text());
}

WriteResult revise_plan(const Writing& writing, const PlanText& typed) {
    return records::revise_plan(writing, typed.name(), typed.text());
}

WriteResult acknowledge(const Writing& writing, const OnePlan& typed) {
    return records::acknowledge_plan(writing, typed.name());
}

Exit list_areas(ReadContext reader, const NoOptions&) {
    auto& [reading, output] = reader;
    const auto areas = records::list_areas(reading.connection);
    output.show(reports::areas_document(areas, reading.zone),
                reports::areas_json(areas, reading.zone));
    return Exit::done;
}

Exit list_plans(ReadContext reader, const NoOptions&) {
    auto& [reading, output] = reader;
    const auto plans = records::plans_in_force(reading.connection, reading.now);
    const auto policies = records::Policies::load(reading.connection);
    output.show(reports::plans_document(plans, view_of(reading, policies)),
                reports::plans_json(plans, reading.zone));
    return Exit::done;
}

constexpr std::array areas{
    command<add_area>({.noun = "area",
                       .verb = "add",
                       .help = {"登记重要部位", "register a key area"},
                       .clause = "1.8",
                       .right = Right::manage_readiness,
                       .example = "huiyin area add 水泵房"}),
    command<retire_area>({.noun = "area",
                          .verb = "retire",
                          .help = {"停用一个部位", "retire a key area"},
                          .clause = "1.8",
                          .right = Right::manage_readiness,
                          .example = "huiyin area retire 水泵房"}),
    command<list_areas>({.noun = "area",
                         .verb = "list",
                         .help = {"列出重要部位", "list key areas"},
                         .clause = "1.8",
                         .right = Right::read,
                         .example = "huiyin area list"}),
};

constexpr std::array plans{
    command<add_plan>({.noun = "plan",
                       .verb = "add",
                       .help = {"登记应急预案", "register an emergency plan"},
                       .clause = "1.3",
                       .right = Right::manage_readiness,
                       .example = "huiyin plan add 火灾 --text - < 火灾预案.txt"}),
    command<revise_plan>({.noun = "plan",
                          .verb = "revise",
                          .help = {"修订预案(新版)", "revise a plan: a new edition"},
                          .clause = "1.3",
                          .right = Right::manage_readiness,
                          .example = "huiyin plan revise 火灾 --text - < 火灾预案.txt"}),
    command<acknowledge>({.noun = "plan",
                          .verb = "acknowledge",
                          .help = {"签收现行版,表示已熟悉", "acknowledge the edition in force"},
                          .clause = "1.3",
                          .right = Right::field_work,
                          .example = "huiyin plan acknowledge 火灾"}),
    command<list_plans>({.noun = "plan",
                         .verb = "list",
                         .help = {"列出现行预案", "list the plans in force"},
                         .clause = "1.3",
                         .right = Right::read,
                         .example = "huiyin plan list"}),
};

}  // namespace
}  // namespace readiness_commands

std::span<const Verb> area_verbs() {
    return readiness_commands::areas;
}

std::span<const Verb> plan_verbs() {
    return readiness_commands::plans;
}

}  // namespace huiyin::cli
