#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/erasure.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/rulebook/speech.hpp"
#include "huiyin/store/store.hpp"
#include "nouns.hpp"

namespace huiyin::cli {

namespace {

using base::compose;
using base::Exit;
using gate::Right;
using records::Erased;
using records::Made;
using records::Writing;

constexpr std::string_view retention = "privacy.retain";

constexpr std::array erase_options{
    Option{"phone", Takes::words, "NUMBER", {"电话:抹除留此号码的人", "whoever gave this number"}},
    Option{"unit", Takes::word, "UNIT", {"房号,与 --name 连用", "their home, with --name"}},
    Option{"name", Takes::words, "NAME", {"姓名,与 --unit 连用", "their name, with --unit"}},
    Option{"reason", Takes::words, "TEXT", {"依据(本人要求等)", "why, such as their own request"}},
    Option{
        "expired",
        Takes::nothing,
        "",
        {"抹除保存期满者(privacy.retain)", "whatever was kept for as long as privacy.retain says"}},
    Option{"dry-run", Takes::nothing, "", {"试运行,只说会抹除什么", "only tell what would go"}},
};
constexpr std::array redact_operands{
    Operand{"REF",
            Takes::word,
            {"编号;周报写作 2026-W47;参数", "the record; a report as 2026-W47; a policy"}}};
constexpr std::array redact_options{
    Option{
        "field",
        Takes::word,
        "FIELD",
        {"哪一项:text、outcome…;某一步的写作 5.text", "which: text, outcome …; of a step, 5.text"},
        true},
    Option{"text", Takes::words, "TEXT", {"改成什么", "the words to put instead"}, true},
    Option{"reason", Takes::words, "TEXT", {"理由", "why"}, true},
};

std::vector<base::Problem> contradictions_of_erase(const Arguments& arguments) {
    std::vector<base::Problem> problems;
    const bool home = arguments.has("unit") || arguments.has("name");
    const int ways = int{arguments.has("phone")} + int{home} + int{arguments.has("expired")};
    if (ways != 1)
        problems.push_back({Label{"要抹除谁,只能用一种写法", "say in one way whom to erase"},
                            Label{"--phone 号码,或 --unit 房号 --name 姓名,或 --expired",
                                  "--phone NUMBER, or --unit UNIT --name NAME, or --expired"}});
    else if (home && !(arguments.has("unit") && arguments.has("name")))
        problems.push_back(
            {Label{"--unit 与 --name 要一起写", "--unit and --name go together"},
             Label{"同名的人很多,房号才分得开", "many bear one name; the home tells them apart"}});
    if (!arguments.has("reason") && !arguments.has("expired"))
        problems.push_back(
            {Label{"缺少 --reason(依据)", "--reason is missing (why)"},
             Label{"写作 --reason 本人书面要求", "write --reason 'their request in writing'"}});
    return problems;
}

/// Names and numbers of what ended longer ago than the office wants to keep them.
Erased erase_expired(const Writing& writing, const Arguments& arguments) {
    const auto& definition = records::policy_definition(retention);
    const auto policies = records::Policies::load(writing.connection());
    const auto& kept = policies.in_force(retention, writing.now()).value;
    const auto keep = records::policy_value(definition, kept);
    if (!std::holds_alternative<std::int64_t>(keep)) return {};
    return records::erase_expired(
        writing, writing.now() - base::Seconds{std::get<std::int64_t>(keep)},
        arguments.maybe("reason").value_or(fmt::format("{} {}", retention, kept)),
        rulebook::speech_found(writing.connection()));
}

Erased erase(const Writing& writing, const Arguments& arguments) {
    if (arguments.has("expired")) return erase_expired(writing, arguments);
    return records::erase_person(writing,
                                 {.phone = arguments.maybe("phone"),
                                  .unit = arguments.maybe("unit"),
                                  .name = arguments.maybe("name")},
                                 arguments.text("reason"),
                                 rulebook::speech_found(writing.connection()));
}

nlohmann::ordered_json erased_json(const Erased& erased) {
    return {{"names", erased.names},
            {"phones", erased.numbers},
            {"texts", erased.texts},
            {"attachments", erased.files},
            {"matters", erased.matters},
            {"left", erased.left},
            {"attachments_to_check", erased.with_files}};
}

void tell(const Erased& erased, bool dry_run, Output& output) {
    output.say(
        compose({"姓名 {} 处、电话 {} 处、附件 {} 个;文字 {} 处删去姓名电话,其余保留",
                 "names: {}, phones: {}, attachments: {}; texts that one was cut out of: {}"},
                erased.names, erased.numbers, erased.files, erased.texts));
    if (!erased.matters.empty())
        output.say(compose({"涉及:{}", "in: {}"}, fmt::join(erased.matters, " ")));
    if (!erased.left.empty())
        output.say(compose({"这些文字里有同样的姓名,但只凭姓名不能认定是此人,未动:{}。是的话用 "
                            "huiyin redact",
                            "the same name stands here too, and nothing else points to this "
                            "person; left alone: {}. If it is them, use huiyin redact"},
                           fmt::join(erased.left, " ")));
    if (!erased.with_files.empty())
        output.say(compose({"这些事项提到过此人并有附件,请看一看:{}",
                            "these mentioned this person and have attachments; look at them: {}"},
                           fmt::join(erased.with_files, " ")));
    if (!dry_run)
        output.say(Label{"此前的备份与打印件里还有,请一并处理",
                         "earlier backups and prints still have it; see to them too"});
}

Exit erase_resident(const gate::Desk& desk, const Arguments& arguments, Output& output) {
    Erased erased;
    gate::Command command;
    command.line = masked_line(arguments);
    command.rights = {Right::administer};
    command.erases = true;
    command.record = [&](const Writing& writing) {
        erased = erase(writing, arguments);
        return Made{erased.no, {}};
    };
    const auto outcome = gate::write(desk, command);
    // Run every night, it has nothing to say on most of them.
    if (erased.no.empty() && output.format != Format::json) return Exit::done;
    if (output.format == Format::json) {
        auto json = outcome_json(outcome, base::Zone(output.timezone), output.language);
        json["erased"] = erased_json(erased);
        output.write(json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) +
                     "\n");
    } else {
        output.report(outcome, base::Zone(output.timezone), false);
    }
    tell(erased, outcome.dry_run, output);
    return Exit::done;
}

/// Writes the file anew without recording anything: after one that could not be, or a restored
/// copy.
Exit scrub(const gate::Desk& desk, const Arguments& arguments, Output& output) {
    gate::scrub(desk, masked_line(arguments));
    if (output.format == Format::json) output.write("{\"ok\":true}\n");
    output.say(Label{"数据文件已重写", "the file was written anew"});
    return Exit::done;
}

Made redact(const Writing& writing, const Arguments& arguments) {
    return records::redact(writing, arguments.text("REF"), arguments.text("field"),
                           arguments.text("text"), arguments.text("reason"),
                           rulebook::speech_found(writing.connection()));
}

constexpr std::array verbs{
    Verb{.noun = "resident",
         .verb = "erase",
         .help = {"抹除一个人的姓名与电话,文字里的也抹除,不可恢复",
                  "erase a person's name and phone for good, in texts and attachments too"},
         .clause = "",
         .right = Right::administer,
         .action = erase_resident,
         .options = erase_options,
         .contradictions = contradictions_of_erase,
         .example = "huiyin resident erase --phone 13800008000 --reason 本人书面要求 --dry-run"},
    Verb{.noun = "resident",
         .verb = "scrub",
         .help = {"重写数据文件,不留已抹除内容的痕迹",
                  "write the file anew, so that no trace of what was erased is left in it"},
         .clause = "",
         .right = Right::administer,
         .action = scrub,
         .example = "huiyin resident scrub"},
    Verb{.noun = "redact",
         .verb = "",
         .help = {"替换一段本不该写的文字,原文不可恢复",
                  "replace a text that should never have been written; the old one is gone"},
         .clause = "",
         .right = Right::supervise,
         .action = redact,
         .operands = redact_operands,
         .options = redact_options,
         .decision = true,
         .erases = true,
         .example = "huiyin redact ts-1 --field 5.text --text 已联系业主 --reason 误写身份证号"},
};

}  // namespace

std::span<const Verb> personal_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
