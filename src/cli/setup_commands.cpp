#include <array>

#include "huiyin/base/digest.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "nouns.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using gate::Right;

constexpr std::size_t store_id_size = 16;

constexpr std::array init_options{
    Option{"office", Takes::word, "TEXT", {"办公室名称", "the office's name"}},
    Option{"language", Takes::choice, "zh-CN|zh|en", {"办公室语言", "the office's language"}},
    Option{"timezone", Takes::word, "Asia/Shanghai", {"时区", "the office's time zone"}},
    Option{"group",
           Takes::word,
           "GROUP",
           {"与该系统组的成员共用(目录 2770,文件 0660)",
            "share it with an OS group (folder 2770, files 0660)"}},
    Option{"dry-run", Takes::nothing, "", {"试运行,不建立", "try it; nothing is made"}},
};

Exit init(const gate::Desk& desk, const Arguments& arguments, Output& output) {
    const auto language =
        base::parse_language(arguments.maybe("language").value_or("zh-CN")).value();
    if (!output.language_chosen) output.language = language;
    const base::Zone zone(arguments.maybe("timezone").value_or("Asia/Shanghai"));
    const auto outcome =
        gate::found_store(desk,
                          {.store_id = base::hex(base::random_bytes(store_id_size)),
                           .name = arguments.maybe("office").value_or("物业住宅服务部"),
                           .language = language,
                           .timezone = zone.name()},
                          masked_line(arguments), arguments.maybe("group"));
    output.report(outcome, zone, false);
    output.say(base::compose({"数据文件:{}", "the store: {}"}, desk.store.string()));
    output.say(
        base::compose({"{} 是系统管理员;下一步:huiyin staff add 登录名 --name 姓名 --role head",
                       "{} is its administrator; next: huiyin staff add LOGIN --name NAME "
                       "--role head"},
                      desk.identity.os_user));
    return Exit::done;
}

constexpr std::array verbs{
    Verb{.noun = "init",
         .verb = "",
         .help = {"建立办公室的数据文件", "set up an office's store"},
         .clause = "",
         .right = Right::open,
         .action = init,
         .options = init_options,
         .example = "huiyin init --office 学苑住宅服务部"},
};

}  // namespace

std::span<const Verb> setup_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
