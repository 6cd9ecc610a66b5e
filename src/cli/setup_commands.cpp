#include <array>

#include "huiyin/base/digest.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "nouns.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace setup_commands {
namespace {

using base::Exit;
using gate::Right;

constexpr std::size_t store_id_size = 16;
constexpr auto unnamed = "物业住宅服务部";

struct Init final : Options {
    Maybe<Takes::word> office{*this, {"office", {"办公室名称", "the office's name"}}};
    Maybe<Takes::choice, base::Language> language{
        *this, {"language", {"办公室语言", "the office's language"}, "zh-CN|zh|en"}};
    Maybe<Takes::word> timezone{*this,
                                {"timezone", {"时区", "the office's time zone"}, "Asia/Shanghai"}};
    Maybe<Takes::word> group{*this,
                             {"group",
                              {"与该系统组的成员共用(目录 2770,文件 0660)",
                               "share it with the members of an OS group (folder 2770, file 0660)"},
                              "GROUP"}};
    Flag dry_run{*this, {"dry-run", {"试运行,不建立", "check only, create nothing"}}};
};

Exit init(const gate::Session& session, const Init& typed, Output& output) {
    const auto language = typed.language().value_or(base::Language::chinese);
    if (!output.language_chosen) output.language = language;
    const base::Zone zone(typed.timezone().value_or("Asia/Shanghai"));
    const auto outcome =
        gate::found_store(session,
                          {.store_id = base::hex(base::random_bytes(store_id_size)),
                           .name = typed.office().value_or(unnamed),
                           .language = language,
                           .timezone = zone.name()},
                          typed.masked_line(), typed.group());
    output.report(outcome, zone, false);
    output.say(base::compose({"数据文件:{}", "the store: {}"}, session.store.string()));
    if (!typed.office())
        output.say(base::compose(
            {"没有写 --office,办公室叫「{}」,印在每张表上;要另起名,趁还没有登记,删去这个文件重建",
             "without --office the office is called '{}' on every form; to give it another name, "
             "remove this file before anything is recorded and set it up again"},
            unnamed));
    output.say(base::compose(
        {"{} 是系统管理员;下一步:huiyin staff add 登录名 --name 姓名 --role head",
         "{} is the administrator; next: huiyin staff add LOGIN --name NAME --role head"},
        session.identity.os_user));
    return Exit::done;
}

constexpr std::array verbs{
    command<init>({.noun = "init",
                   .verb = "",
                   .help = {"建立办公室的数据文件", "set up the office's store"},
                   .clause = "",
                   .right = Right::open,
                   .example = "huiyin init --office 学苑住宅服务部"}),
};

}  // namespace
}  // namespace setup_commands

std::span<const Verb> setup_verbs() {
    return setup_commands::verbs;
}

}  // namespace huiyin::cli
