#include <fmt/format.h>

#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/limits.hpp"
#include "huiyin/base/whole_file.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/gate/backup.hpp"
#include "huiyin/gate/health.hpp"
#include "huiyin/reports/copy_view.hpp"
#include "nouns.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using base::Label;
using gate::Right;

constexpr std::array new_file{
    Operand{"FILE", Takes::file, {"备份写到哪里(不覆盖)", "where to write it; never overwritten"}}};
constexpr std::array copy_file{Operand{"FILE", Takes::file, {"备份文件", "the backup"}}};
constexpr std::array restore_options{
    Option{"anchor",
           Takes::file,
           "FILE",
           {"另存的封签、末端或周报 JSON", "a seal, head or weekly report kept elsewhere"}},
    Option{"accept-loss",
           Takes::words,
           "REASON",
           {"备份之后的登记就此失去,原因留档",
            "give up what was recorded since; the reason goes on record"}},
    Option{"dry-run",
           Takes::nothing,
           "",
           {"试运行:核对并说明会失去什么", "try it: prove the backup, tell what would be lost"}},
};

Exit backup(const gate::Desk& desk, const Arguments& arguments, Output& output) {
    const auto& file = arguments.text("FILE");
    const auto made = gate::back_up(desk, masked_line(arguments), file);
    const auto shown = reports::backup_made(made, file);
    output.show(shown.document, shown.json);
    if (!made.unrecorded.empty())
        output.complain(
            {fmt::format("备份已做,但未能记入日志({}),已写入系统日志", made.unrecorded.zh),
             fmt::format("the backup is made, but could not be put on record ({}); the system's "
                         "log has it",
                         made.unrecorded.en)});
    return Exit::done;
}

Exit restore(const gate::Desk& desk, const Arguments& arguments, Output& output) {
    gate::RestoreWish wish{.copy = arguments.text("FILE"),
                           .anchor = {},
                           .accepted_loss = arguments.maybe("accept-loss")};
    if (const auto anchor = arguments.maybe("anchor"))
        wish.anchor = gate::parse_anchor(base::read_whole(*anchor, base::limits::anchor));
    const auto result = gate::restore(desk, masked_line(arguments), wish);
    const auto shown =
        reports::restored(result, desk.store, desk.dry_run, base::Zone(output.timezone));
    output.show(shown.document, shown.json);
    return Exit::done;
}

Exit doctor(const gate::Desk& desk, const Arguments&, Output& output) {
    const auto found = gate::examine(desk.store);
    const auto shown = reports::examination(found, output.language);
    output.show(shown.document, shown.json);
    return gate::is_healthy(found) ? Exit::done : Exit::failed;
}

constexpr std::array verbs{
    Verb{.noun = "backup",
         .verb = "",
         .help = {"备份,先核对再落名", "copy the store, proved before it gets its name"},
         .clause = "",
         .right = Right::administer,
         .action = backup,
         .operands = new_file,
         .example = "huiyin backup /media/usb/office-2026-11-23.db"},
    Verb{.noun = "restore",
         .verb = "",
         .help = {"用备份恢复,原文件留存", "put a backup in the store's place; that one is kept"},
         .clause = "",
         .right = Right::administer,
         .action = restore,
         .operands = copy_file,
         .options = restore_options,
         .example = "huiyin restore /media/usb/office-2026-11-23.db --dry-run"},
    Verb{.noun = "doctor",
         .verb = "",
         .help = {"检查权限、磁盘、时钟等", "look at modes, disk, clock and the like"},
         .clause = "",
         .right = Right::open,
         .action = doctor,
         .example = "huiyin doctor"},
};

}  // namespace

std::span<const Verb> copy_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
