#include <array>
#include <limits>

#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/reports/status_view.hpp"
#include "nouns.hpp"
#include "reading.hpp"
#include "shared_options.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace status_commands {
namespace {

using base::Exit;
using gate::Right;

struct Status final : Options {
    Flag all{*this, {"all", {"列出全部要办的", "list all tasks, not only the first"}}};
    Flag watch{*this, shared::watch};
};

/// What leaves room on a terminal of 24 lines for everything else.
constexpr std::size_t tasks_on_a_screen = 7;

Exit status(ReadContext reader, const Status& typed) {
    auto& [reading, output] = reader;
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reading, policies);
    const auto now = reports::compute_status(view);
    if (output.format == Format::json) {
        output.show({}, reports::status_screen_json(now, reading.office.name, view));
        return Exit::done;
    }
    const bool cut = output.format == Format::text && !typed.all();
    const auto shown = cut ? tasks_on_a_screen : std::numeric_limits<std::size_t>::max();
    output.show(reports::status_screen(now, reading.office.name, shown, view), {});
    return Exit::done;
}

constexpr std::array verbs{
    command<status>(
        {.noun = "status",
         .verb = "",
         .help = {"此刻要办的:逾期、将到期、预约、回访", "what to do now, on one screen"},
         .clause = "",
         .right = Right::read,
         .example = "huiyin status"}),
    command<status>({.noun = "today",
                     .verb = "",
                     .help = {"同 status", "the same as status"},
                     .clause = "",
                     .right = Right::read,
                     .example = "huiyin today"}),
};

}  // namespace
}  // namespace status_commands

std::span<const Verb> status_verbs() {
    return status_commands::verbs;
}

}  // namespace huiyin::cli
