#include "huiyin/cli/command_export.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/records/step_kind.hpp"
#include "records/scratch_office.hpp"

namespace huiyin::cli {
namespace {

using records::MatterKindName;
using records::StepKind;

constexpr std::string_view afterwards = "2026-11-03 10:00:00";

/// What an export tells of one matter of this kind with one such step, as the words of commands.
std::vector<std::vector<std::string>> told(const StepKind& step, const MatterKindName& matter) {
    records::testing::ScratchOffice office;
    const auto now = office.writing("2026-11-03 09:00:00");
    const auto opened = records::open_matter(
        now, {.kind = matter.kind, .channel = "phone", .unit = "3-502", .text = "内容"});
    if (step.word != "add")
        records::add_step(
            now, opened.id,
            {.what = step.word,
             .to = 1,
             // An apology said on the spot, by phone, is told with the step that it came with.
             .method = step.word == "apology" ? std::optional<std::string>() : "phone",
             .field = step.word == "amend" ? std::optional<std::string>("unit") : std::nullopt,
             .text = "说了什么",
             .reason = "理由"});
    // Whose shift ends begins another's.
    records::open_matter(office.writing(afterwards),
                         {.kind = records::MatterKind::shift, .channel = "duty", .text = "值班"});
    auto known = office.office();
    gate::Reading reading{.connection = std::move(office.connection()),
                          .office = std::move(known),
                          .zone = base::Zone("Asia/Shanghai"),
                          .now = office.time(afterwards),
                          .viewer = {}};
    std::vector<std::vector<std::string>> commands;
    export_commands(
        reading,
        [&](base::Instant, const std::vector<std::string>& words) { commands.push_back(words); },
        [](const std::string& name, std::string_view) { return name; },
        [](const records::RecordedErasure&) {});
    return commands;
}

bool begins_with(const std::vector<std::string>& words, std::string_view command) {
    std::string line;
    for (const auto& word : words)
        line.append(word).append(" ");
    return line.starts_with(std::string(command) + " ");
}

/// The command that records such a step of this kind of matter.
std::string command_of(const StepKind& step, const MatterKindName& matter) {
    std::string command(step.word == "add" ? matter.opening : step.command);
    if (const auto at = command.find("{}"); at != std::string::npos)
        command.replace(at, 2, matter.word);
    return command;
}

TEST_CASE("an export tells every kind of step again, by the command that records it") {
    for (const auto& step : records::step_kinds()) {
        if (step.command.empty()) continue;
        CAPTURE(step.word);
        const bool is_told =
            std::ranges::any_of(records::matter_kinds(), [&](const MatterKindName& matter) {
                const auto commands = told(step, matter);
                return std::ranges::any_of(commands, [&](const auto& words) {
                    return begins_with(words, command_of(step, matter));
                });
            });
        CHECK_MESSAGE(is_told, "the export drops the step ", std::string(step.word));
    }
}

TEST_CASE("an export tells how every kind of matter began") {
    const auto& add = *records::find_step_kind("add");
    for (const auto& matter : records::matter_kinds()) {
        CAPTURE(matter.word);
        const auto commands = told(add, matter);
        CHECK(std::ranges::any_of(
            commands, [&](const auto& words) { return begins_with(words, matter.opening); }));
    }
}

}  // namespace
}  // namespace huiyin::cli
