#include <array>

#include "hq_shared.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/headquarters/company.hpp"
#include "huiyin/headquarters/company_view.hpp"
#include "huiyin/headquarters/fork.hpp"
#include "nouns.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace hq_forks {
namespace {

using base::Exit;
using base::Failure;
using base::Label;
using gate::Right;
using headquarters::Company;

struct ForkVerb final : Options {
    Required<Takes::choice> action{
        *this, operand("show|accept", {"做什么:查看两支、选定一支", "what to do"})};
    Required<Takes::word> name{*this, operand("OFFICE", {"办公室名称", "the office's name"})};
    Maybe<Takes::word> head{*this,
                            {"head",
                             {"选定的那一支的末端校验值(fork show 里有)",
                              "the hash that the branch ends with, as fork show has it"},
                             "HASH"}};
    Maybe<Takes::words> reason{*this, {"reason", {"理由", "why"}}};
    Maybe<Takes::word> url{*this, shared::hq};
};

std::vector<base::Problem> contradictions_of_fork(const Unchecked<ForkVerb>& typed) {
    std::vector<base::Problem> problems;
    const bool accepts = typed[&ForkVerb::action].value_or("show") == "accept";
    const auto needs = [&](bool has, const Label& what, const Label& remedy) {
        if (!has) problems.push_back({what, remedy});
    };
    if (accepts) {
        needs(typed.has(&ForkVerb::head),
              {"缺少 --head(选定哪一支)", "--head is missing (which branch counts)"},
              {"两支的末端校验值见 huiyin hq fork show 名称", "huiyin hq fork show NAME has both"});
        needs(typed.has(&ForkVerb::reason), {"缺少 --reason(理由)", "--reason is missing"},
              {"写 --reason 理由,如 --reason 硬盘损坏后恢复",
               "give --reason TEXT, as --reason 'restored after a disk failed'"});
    } else {
        needs(!typed.has(&ForkVerb::head) && !typed.has(&ForkVerb::reason),
              {"--head 和 --reason 只用于选定", "--head and --reason are for a decision"},
              {"写作 huiyin hq fork accept 名称 --head 校验值 --reason 理由",
               "write huiyin hq fork accept NAME --head HASH --reason TEXT"});
    }
    return problems;
}

Exit fork(const gate::Session& session, const ForkVerb& typed, Output& output) {
    shared::require_own_name(session);
    Company company(shared::url_of(typed.url()));
    const auto& name = typed.name();
    if (typed.action() == "accept") {
        company.accept_branch(
            name, *typed.head(),
            {session.identity.os_user, base::machine_now(), typed.reason().value_or("")});
        output.say(Label{
            "已选定。请把这一支的上报包再收一次(huiyin hq ingest 包 --receipts 回执 --key-file "
            "总部.pem):"
            "检查结果、数字和文字随它来,办公室拿到新的回执",
            "decided. Take that branch's bundle once more (huiyin hq ingest FILE "
            "--receipts DIR --key-file HQ.pem): findings, figures and texts come with it, and the "
            "office gets its receipt"});
    }
    const auto shown = headquarters::forked_office(company.fork(name), shared::company_zone());
    output.show(shown.document, shown.json);
    return Exit::done;
}

constexpr std::array verbs{
    command<fork, contradictions_of_fork>(
        {.noun = "hq",
         .verb = "fork",
         .help = {"日志出现分岔的办公室:查看两支,选定一支",
                  "an office whose journal has parted: show both branches, accept one"},
         .clause = "",
         .right = Right::open,
         .example = "huiyin hq fork show 学府苑"}),
};

}  // namespace
}  // namespace hq_forks

std::span<const Verb> hq_fork_verbs() {
    return hq_forks::verbs;
}

}  // namespace huiyin::cli
