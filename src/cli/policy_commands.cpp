#include <array>

#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/reports/office_view.hpp"
#include "nouns.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using gate::Right;

constexpr Operand key{"KEY", Takes::word, {"参数名", "the policy's key"}};
constexpr std::array one_key{key};
constexpr std::array key_and_value{key, Operand{"VALUE", Takes::word, {"值", "its value"}}};
constexpr std::array set_options{
    Option{"reason", Takes::words, "TEXT", {"理由", "why"}},
    Option{"from", Takes::time, "TIME", {"生效时间(默认现在)", "in force from (now)"}},
};

records::Made set(const records::Writing& writing, const Arguments& arguments) {
    const auto from = arguments.time("from");
    return records::set_policy(writing, arguments.text("KEY"), arguments.text("VALUE"),
                               from ? std::optional(writing.time(*from)) : std::nullopt,
                               arguments.maybe("reason"));
}

Exit list(Reader reader, const Arguments&) {
    auto& [reading, output] = reader;
    const auto shown =
        reports::policy_list(records::Policies::load(reading.connection), reading.now);
    output.show(shown.document, shown.json);
    return Exit::done;
}

Exit show(Reader reader, const Arguments& arguments) {
    auto& [reading, output] = reader;
    const auto& definition = records::policy_definition(arguments.text("KEY"));
    const auto policies = records::Policies::load(reading.connection);
    auto shown =
        reports::policy_record(definition, policies.editions(definition.key), reading.zone);
    // A later edition may lie ahead; what holds is what holds now.
    shown.json["value"] = policies.in_force(definition.key, reading.now).value;
    output.show(shown.document, shown.json);
    return Exit::done;
}

constexpr std::array verbs{
    Verb{.noun = "policy",
         .verb = "list",
         .help = {"全部制度参数", "every policy"},
         .clause = "",
         .right = Right::read,
         .action = list,
         .example = "huiyin policy list"},
    Verb{.noun = "policy",
         .verb = "show",
         .help = {"一个参数的各版次", "one policy, all editions"},
         .clause = "",
         .right = Right::read,
         .action = show,
         .operands = one_key,
         .example = "huiyin policy show complaint.reply_within"},
    Verb{.noun = "policy",
         .verb = "set",
         .help = {"设定参数(法定时限只能收紧)", "set a policy (the regulation's own only tighter)"},
         .clause = "6.1, 6.2, 6.3, 6.4, 3.4.1",
         .right = Right::administer,
         .action = set,
         .operands = key_and_value,
         .options = set_options,
         .decision = true,
         .example = "huiyin policy set complaint.reply_within 12h --reason 校庆期间加快答复"},
};

}  // namespace

std::span<const Verb> policy_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
