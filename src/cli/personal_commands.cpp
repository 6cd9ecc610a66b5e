#include <fmt/ranges.h>

#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/base/json_text.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/erasure.hpp"
#include "huiyin/records/home_register.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/rulebook/speech.hpp"
#include "huiyin/store/store.hpp"
#include "nouns.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace personal_commands {
namespace {

using base::compose;
using base::Exit;
using gate::Right;
using records::Erased;
using records::WriteResult;
using records::Writing;

constexpr std::string_view retention = "privacy.retain";

struct Erase final : Options {
    Maybe<Takes::words> phone{
        *this, {"phone", {"电话:抹除留此号码的人", "erase whoever gave this number"}, "NUMBER"}};
    Maybe<Takes::word> unit{
        *this, {"unit", {"房号,与 --name 连用", "their home, together with --name"}, "UNIT"}};
    Maybe<Takes::words> name{
        *this, {"name", {"姓名,与 --unit 连用", "their name, together with --unit"}, "NAME"}};
    Maybe<Takes::words> reason{*this,
                               {"reason", {"依据(本人要求等)", "why, such as their own request"}}};
    Flag expired{*this,
                 {"expired",
                  {"抹除保存期满者(privacy.retain)",
                   "everyone whose data was kept as long as privacy.retain says"}}};
    Flag dry_run{*this, {"dry-run", {"试运行,只说会抹除什么", "only show what would be erased"}}};
};

struct Redact final : Options {
    Required<Takes::word> record{
        *this, operand("REF", {"编号;周报写作 2026-W47;参数",
                               "number of the record; a weekly report as 2026-W47; a policy"})};
    Required<Takes::word> field{*this,
                                {"field",
                                 {"哪一项:text、outcome…;某一步的写作 5.text",
                                  "which text: text, outcome …; of step 5: 5.text"},
                                 "FIELD"}};
    Required<Takes::words> text{*this, {"text", {"改成什么", "the replacement text"}}};
    Required<Takes::words> reason{*this, {"reason", {"理由", "why"}}};
};

std::vector<base::Problem> contradictions_of_erase(const Unchecked<Erase>& typed) {
    std::vector<base::Problem> problems;
    const bool home = typed.has(&Erase::unit) || typed.has(&Erase::name);
    const int ways = int{typed.has(&Erase::phone)} + int{home} + int{typed.has(&Erase::expired)};
    if (ways != 1)
        problems.push_back({Label{"要抹除谁,只能用一种写法", "say whom to erase in one way only"},
                            Label{"--phone 号码,或 --unit 房号 --name 姓名,或 --expired",
                                  "--phone NUMBER, or --unit UNIT --name NAME, or --expired"}});
    else if (home && !(typed.has(&Erase::unit) && typed.has(&Erase::name)))
        problems.push_back({Label{"--unit 与 --name 要一起写", "--unit and --name go together"},
                            Label{"同名的人很多,房号才分得开",
                                  "several people may have one name; the home tells them apart"}});
    if (!typed.has(&Erase::reason) && !typed.has(&Erase::expired))
        problems.push_back(
            {Label{"缺少 --reason(依据)", "--reason is missing (why)"},
             Label{"写作 --reason 本人书面要求", "write --reason 'their request in writing'"}});
    return problems;
}

/// Names and numbers of what ended longer ago than the office wants to keep them.
Erased erase_expired(const Writing& writing, const Erase& typed) {
    const auto& definition = records::policy_definition(retention);
    const auto policies = records::Policies::load(writing.connection());
    const auto& kept = policies.in_force(retention, writing.now()).value;
    const auto keep = records::policy_value(definition, kept);
    if (!std::holds_alternative<std::int64_t>(keep)) return {};
    return records::erase_expired(writing,
                                  writing.now() - base::Seconds{std::get<std::int64_t>(keep)},
                                  typed.reason().value_or(base::format("{} {}", retention, kept)),
                                  rulebook::speech_found(writing.connection()));
}

std::optional<base::Text> unknown_home(const Writing& writing, const Erase& typed) {
    const auto& unit = typed.unit();
    return unit ? records::not_on_register(writing.connection(), *unit) : std::nullopt;
}

Erased erase(const Writing& writing, const Erase& typed) {
    if (typed.expired()) return erase_expired(writing, typed);
    try {
        return records::erase_person(
            writing, {.phone = typed.phone(), .unit = typed.unit(), .name = typed.name()},
            typed.reason().value(), rulebook::speech_found(writing.connection()));
    } catch (const base::Failure& failure) {
        const auto unknown = unknown_home(writing, typed);
        if (!unknown) throw;
        auto problems = failure.problems();
        problems.push_back({*unknown, {}});
        throw base::Failure(failure.code(), std::move(problems));
    }
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
                 "names: {}, phones: {}, attachments: {}; texts with a name or phone removed: {}"},
                erased.names, erased.numbers, erased.files, erased.texts));
    if (!erased.matters.empty())
        output.say(compose({"涉及:{}", "in: {}"}, fmt::join(erased.matters, " ")));
    if (!erased.left.empty())
        output.say(compose({"这些文字里有同样的姓名,但只凭姓名不能认定是此人,未动:{}。是的话用 "
                            "huiyin redact",
                            "the same name is here too, but nothing else says that it is this "
                            "person; left unchanged: {}. If it is, use huiyin redact"},
                           fmt::join(erased.left, " ")));
    if (!erased.with_files.empty())
        output.say(
            compose({"这些事项提到过此人并有附件,请看一看:{}",
                     "these mentioned this person and have attachments; please check them: {}"},
                    fmt::join(erased.with_files, " ")));
    if (!dry_run)
        output.say(Label{"此前的备份与打印件里还有,请一并处理",
                         "earlier backups and prints still have the data; take care of them too"});
}

Exit erase_resident(const gate::Session& session, const Erase& typed, Output& output) {
    Erased erased;
    std::optional<base::Text> unknown;
    gate::Command command;
    command.line = typed.masked_line();
    command.rights = {Right::administer};
    command.erases = true;
    command.record = [&](const Writing& writing) {
        erased = erase(writing, typed);
        unknown = unknown_home(writing, typed);
        return WriteResult{erased.no, {}};
    };
    const auto outcome = gate::write(session, command);
    // Run every night, it has nothing to say on most of them.
    if (erased.no.empty() && output.format != Format::json) return Exit::done;
    if (output.format == Format::json) {
        auto json = outcome_json(outcome, base::Zone(outcome.timezone), output.language);
        json["erased"] = erased_json(erased);
        output.write(base::one_line(json) + "\n");
    } else {
        output.report(outcome, base::Zone(outcome.timezone), false);
    }
    if (unknown) output.say(*unknown);
    tell(erased, outcome.dry_run, output);
    return Exit::done;
}

/// Writes the file anew without recording anything: after one that could not be, or a restored
/// copy.
Exit scrub(const gate::Session& session, const NoOptions& typed, Output& output) {
    gate::scrub(session, typed.masked_line());
    if (output.format == Format::json) output.write("{\"ok\":true}\n");
    output.say(Label{"数据文件已重写", "the file was rewritten"});
    return Exit::done;
}

WriteResult redact(const Writing& writing, const Redact& typed) {
    return records::redact(writing, typed.record(), typed.field(), typed.text(), typed.reason(),
                           rulebook::speech_found(writing.connection()));
}

constexpr std::array verbs{
    command<erase_resident, contradictions_of_erase>(
        {.noun = "resident",
         .verb = "erase",
         .help = {"抹除一个人的姓名与电话,文字里的也抹除,不可恢复",
                  "erase a person's name and phone for good, in texts and attachments too"},
         .clause = "",
         .right = Right::administer,
         .example = "huiyin resident erase --phone 13800008000 --reason 本人书面要求 --dry-run"}),
    command<scrub>({.noun = "resident",
                    .verb = "scrub",
                    .help = {"重写数据文件,不留已抹除内容的痕迹",
                             "rewrite the file, so that no trace of erased data is left"},
                    .clause = "",
                    .right = Right::administer,
                    .example = "huiyin resident scrub"}),
    command<redact>(
        {.noun = "redact",
         .verb = "",
         .help = {"替换一段本不该写的文字,原文不可恢复",
                  "replace a text that should never have been written; the old one is gone"},
         .clause = "",
         .right = Right::supervise,
         .decision = true,
         .erases = true,
         .example = "huiyin redact ts-1 --field 5.text --text 已联系业主 --reason 误写身份证号"}),
};

}  // namespace
}  // namespace personal_commands

std::span<const Verb> personal_verbs() {
    return personal_commands::verbs;
}

}  // namespace huiyin::cli
