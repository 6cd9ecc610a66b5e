#include <array>

#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/reports/office_view.hpp"
#include "nouns.hpp"
#include "reading.hpp"
#include "trying.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace policy_commands {
namespace {

using base::Exit;
using gate::Right;

struct OneKey : Options {
    Required<Takes::word> key{*this, operand("KEY", {"参数名", "the policy's key"})};
};

struct Set final : OneKey {
    Required<Takes::word> value{*this, operand("VALUE", {"值", "its value"})};
    Maybe<Takes::words> reason{*this, {"reason", {"理由", "why"}}};
    Maybe<Takes::later> from{*this,
                             {"from", {"生效时间(默认现在)", "in force from (default: now)"}}};
};

records::WriteResult set(const records::Writing& writing, const Set& typed) {
    return records::set_policy(writing, typed.key(), typed.value(), typed.from(), typed.reason());
}

Exit list(ReadContext reader, const NoOptions&) {
    auto& [reading, output] = reader;
    const auto shown =
        reports::policy_list(records::Policies::load(reading.connection), reading.now);
    output.show(shown.document, shown.json);
    return Exit::done;
}

Exit show(ReadContext reader, const OneKey& typed) {
    auto& [reading, output] = reader;
    const auto& definition = records::policy_definition(typed.key());
    const auto policies = records::Policies::load(reading.connection);
    auto shown = reports::policy_record(definition, policies.editions(definition.key),
                                        view_of(reading, policies));
    // A later edition may lie ahead; what holds is what holds now.
    shown.json["value"] = policies.in_force(definition.key, reading.now).value;
    output.show(shown.document, shown.json);
    return Exit::done;
}

struct Try final : Options {
    Required<Takes::word> key{*this, operand("KEY", {"参数名", "the policy's key"})};
    Required<Takes::word> value{*this, operand("VALUE", {"要试的值", "the value to try"})};
    Maybe<Takes::bound> since{*this, shared::tried_since};
};

Exit try_value(ReadContext reader, const Try& typed) {
    const auto& reading = reader.reading;
    const auto tried =
        rulebook::tried_policy(reader.reading.connection, reading.now,
                               tried_since(reading, typed.since()), typed.key(), typed.value());
    if (auto looser = rulebook::looser_than_the_regulation(tried, reading.now); !looser.empty())
        throw gate::Refusal(std::move(looser));
    return show_what_differs(reader, tried);
}

constexpr std::array verbs{
    command<list>({.noun = "policy",
                   .verb = "list",
                   .help = {"全部制度参数", "all policies"},
                   .clause = "",
                   .right = Right::read,
                   .example = "huiyin policy list"}),
    command<show>({.noun = "policy",
                   .verb = "show",
                   .help = {"一个参数的各版次", "one policy with all its editions"},
                   .clause = "",
                   .right = Right::read,
                   .example = "huiyin policy show complaint.reply_within"}),
    command<set>(
        {.noun = "policy",
         .verb = "set",
         .help = {"设定参数(规定写明的只能更严)",
                  "set a policy (what the regulation sets can only be tightened)"},
         .clause = "6.1, 6.2, 6.3, 6.4, 3.4.1",
         .right = Right::administer,
         .decision = true,
         .binds_now = true,
         .example = "huiyin policy set complaint.reply_within 12h --reason 校庆期间加快答复"}),
    command<try_value>({.noun = "policy",
                        .verb = "try",
                        .help = {"试一个值:过去会怎么判(什么都不登记)",
                                 "try a value on the past; nothing is recorded"},
                        .clause = "",
                        .right = Right::read,
                        .example = "huiyin policy try order.arrive_within 10min"}),
};

}  // namespace
}  // namespace policy_commands

std::span<const Verb> policy_verbs() {
    return policy_commands::verbs;
}

}  // namespace huiyin::cli
