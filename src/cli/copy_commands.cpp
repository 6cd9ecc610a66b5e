#include <array>

#include "huiyin/base/atomic_file.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/limits.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/gate/backup.hpp"
#include "huiyin/gate/health.hpp"
#include "huiyin/reports/copy_view.hpp"
#include "nouns.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace copy_commands {
namespace {

using base::Exit;
using base::Label;
using gate::Right;

struct Backup final : Options {
    Required<Takes::file> file{
        *this, operand("FILE", {"备份写到哪里(不覆盖)", "the file to write; never overwritten"})};
};

struct Restore final : Options {
    Required<Takes::file> file{*this, operand("FILE", {"备份文件", "the backup"})};
    Maybe<Takes::file> anchor{
        *this,
        {"anchor",
         {"另存的封签、末端或周报 JSON", "a seal, head or weekly report kept elsewhere"}}};
    Maybe<Takes::words> accept_loss{
        *this,
        {"accept-loss",
         {"备份之后的登记就此失去,原因留档",
          "accept the loss of what was recorded since; the reason is journaled"},
         "REASON"}};
    Flag dry_run{*this,
                 {"dry-run",
                  {"试运行:核对并说明会失去什么",
                   "check only: verify the backup, show what would be lost"}}};
};

Exit backup(const gate::Session& session, const Backup& typed, Output& output) {
    const auto& file = typed.file();
    const auto made = gate::back_up(session, typed.masked_line(), file);
    const auto shown = reports::backup_made(made, file);
    output.show(shown.document, shown.json);
    if (!made.unrecorded.empty())
        output.complain(
            {base::format("备份已做,但未能记入日志({}),已写入系统日志", made.unrecorded.zh),
             base::format("the backup is made, but could not be put on record ({}); the system's "
                          "log has it",
                          made.unrecorded.en)});
    return Exit::done;
}

Exit restore(const gate::Session& session, const Restore& typed, Output& output) {
    base::refuse_folder(typed.file());
    gate::RestoreWish wish{
        .copy = typed.file(), .anchor = {}, .accepted_loss = typed.accept_loss()};
    if (const auto anchor = typed.anchor())
        wish.anchor = gate::parse_anchor(base::read_whole(*anchor, base::limits::anchor));
    const auto result = gate::restore(session, typed.masked_line(), wish);
    const auto shown =
        reports::restored(result, session.store, session.dry_run, base::Zone(result.timezone));
    output.show(shown.document, shown.json);
    return Exit::done;
}

Exit doctor(const gate::Session& session, const NoOptions&, Output& output) {
    const auto found = gate::examine(session.store);
    const auto shown = reports::examination(found, output.language);
    output.show(shown.document, shown.json);
    return gate::is_healthy(found) ? Exit::done : Exit::failed;
}

constexpr std::array verbs{
    command<backup>(
        {.noun = "backup",
         .verb = "",
         .help = {"备份,核对无误才生效", "make a backup, verified before it is put in place"},
         .clause = "",
         .right = Right::administer,
         .example = "huiyin backup /media/usb/office-2026-11-23.db"}),
    command<restore>(
        {.noun = "restore",
         .verb = "",
         .help = {"用备份恢复,原文件留存", "restore a backup; the present file is kept"},
         .clause = "",
         .right = Right::administer,
         .example = "huiyin restore /media/usb/office-2026-11-23.db --dry-run"}),
    command<doctor>({.noun = "doctor",
                     .verb = "",
                     .help = {"检查权限、磁盘、时钟等", "check permissions, disk, clock and more"},
                     .clause = "",
                     .right = Right::open,
                     .example = "huiyin doctor"}),
};

}  // namespace
}  // namespace copy_commands

std::span<const Verb> copy_verbs() {
    return copy_commands::verbs;
}

}  // namespace huiyin::cli
