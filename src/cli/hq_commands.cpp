#include <array>

#include "hq_shared.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/headquarters/company.hpp"
#include "huiyin/headquarters/company_view.hpp"
#include "nouns.hpp"
#include "public_key.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace hq_commands {
namespace {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;
using gate::Right;
using headquarters::Company;
using shared::company_zone;
using shared::hq;
using shared::require_own_name;
using shared::url_of;

struct Init final : Options {
    Maybe<Takes::word> ingester{
        *this,
        {"ingester",
         {"收包用的 PostgreSQL 角色,授予所需权限",
          "the PostgreSQL role that takes bundles: it is given what it needs"},
         "ROLE"}};
    Maybe<Takes::word> reader{
        *this,
        {"reader",
         {"只看的 PostgreSQL 角色,授予查询权限",
          "the PostgreSQL role that only looks: it may read, and nothing else"},
         "ROLE"}};
    Maybe<Takes::word> url{*this, hq};
};

struct OfficeVerb final : Options {
    Required<Takes::choice> action{*this,
                                   operand("add|list|show|change|retire",
                                           {"做什么:登记、列表、查看、变更、停用", "what to do"})};
    Maybe<Takes::word> name{*this, operand("OFFICE", {"办公室名称", "the office's name"})};
    Maybe<Takes::file> public_key{
        *this,
        {"public-key",
         {"办公室封签的公钥:PEM 文件,或核验密钥一行",
          "the public key of the office's seals: a PEM file, or a verifier key"}}};
    Maybe<Takes::word> new_name{*this,
                                {"new-name", {"变更后的名称", "the name it is to have"}, "OFFICE"}};
    Maybe<Takes::words> reason{*this, {"reason", {"理由", "why"}}};
    Maybe<Takes::word> store{*this,
                             {"store",
                              {"办公室数据文件的编号(上报包和封签里有)",
                               "the id of the office's store, as bundles and "
                               "seals have it"},
                              "ID"}};
    Maybe<Takes::word> url{*this, hq};
};

struct Status final : Options {
    Maybe<Takes::word> url{*this, hq};
};

bool is_store_id(std::string_view word) {
    constexpr std::size_t digits = 32;
    return word.size() == digits &&
           word.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Exit init(const gate::Session& session, const Init& typed, Output& output) {
    require_own_name(session);
    Company(url_of(typed.url())).init({.ingester = typed.ingester(), .reader = typed.reader()});
    output.say(Label{
        "总部的库已建好;下一步:huiyin hq office add 名称 --public-key 封签.pem.pub --store 编号",
        "headquarters' store is set up; next: huiyin hq office add NAME --public-key "
        "SEAL.pem.pub --store ID"});
    if (output.format == Format::json) output.write("{\"ok\":true}\n");
    return Exit::done;
}

std::vector<base::Problem> contradictions_of_office(const Unchecked<OfficeVerb>& typed) {
    std::vector<base::Problem> problems;
    const auto action = typed[&OfficeVerb::action].value_or("list");
    const auto needs = [&](bool has, const Label& what, const Label& remedy) {
        if (!has) problems.push_back({what, remedy});
    };
    if (action != "list")
        needs(typed.has(&OfficeVerb::name),
              {"缺少办公室名称", "the office's name is missing (OFFICE)"},
              {"一览见 huiyin hq office list", "huiyin hq office list has them"});
    if (action == "add") {
        needs(typed.has(&OfficeVerb::public_key),
              {"缺少 --public-key(办公室封签的公钥)",
               "--public-key is missing (the public key of the office's seals)"},
              {"在办公室生成:huiyin audit keygen 封签.pem,公钥在 封签.pem.pub",
               "made at the office: huiyin audit keygen SEAL.pem; the public one is SEAL.pem.pub"});
        needs(typed.has(&OfficeVerb::store),
              {"缺少 --store(办公室数据文件的编号)",
               "--store is missing (the id of the office's store)"},
              {"在办公室做上报包时会打印(数据文件):huiyin bundle --out 上报.huiyin --key-file "
               "封签.pem",
               "making a bundle at the office prints it (store): huiyin bundle --out WEEK.huiyin "
               "--key-file SEAL.pem"});
    }
    if (action == "change") {
        needs(typed.has(&OfficeVerb::public_key) || typed.has(&OfficeVerb::new_name) ||
                  typed.has(&OfficeVerb::store),
              {"没有说改什么", "what is to change?"},
              {"写 --new-name 新名称 或 --public-key 新公钥;一个包都没有收过时还可写 --store 编号",
               "give --new-name NAME or --public-key KEY; while nothing was taken, --store ID"});
        needs(typed.has(&OfficeVerb::reason), {"缺少 --reason(理由)", "--reason is missing"},
              {"写 --reason 理由,如 --reason 密钥更换",
               "give --reason TEXT, as --reason 'another key'"});
    } else {
        needs(!typed.has(&OfficeVerb::new_name),
              {"--new-name 只用于变更", "--new-name is for a change"},
              {"写作 huiyin hq office change 名称 --new-name 新名称 --reason 理由",
               "write huiyin hq office change NAME --new-name NAME --reason TEXT"});
    }
    return problems;
}

gate::VerifierKey key_for(const OfficeVerb& typed, const std::string& store) {
    auto key = shared::read_public_key(*typed.public_key());
    if (!key.name.empty() && key.name != "huiyin/" + store &&
        !key.name.starts_with("huiyin/" + store + "/"))
        throw Failure(
            Exit::usage,
            compose({"这把密钥是 {} 的,不是 {} 的", "the key is {}'s, not {}'s"}, key.name, store),
            Label{"用这个办公室的公钥:封签.pem.pub", "give this office's own: SEAL.pem.pub"});
    return key;
}

void require_store_id(const std::string& store) {
    if (!is_store_id(store))
        throw Failure(
            Exit::usage,
            compose({"--store 的值「{}」不是数据文件的编号", "--store: '{}' is no id of a store"},
                    store),
            Label{
                "编号是 32 位十六进制数字,在办公室做上报包时打印(数据文件):huiyin bundle --out "
                "上报.huiyin --key-file 封签.pem",
                "it is 32 hexadecimal digits, which making a bundle at the office prints (store): "
                "huiyin bundle --out WEEK.huiyin --key-file SEAL.pem"});
}

/// Two stores with one key is one hand that signs for both, or a file that was mixed up.
void tell_same_key(Company& company, const std::string& name, const std::string& public_key,
                   Output& output) {
    for (const auto& [office, changes] : company.offices())
        if (office.name != name && office.public_key == public_key)
            output.complain(compose(
                {"注意:「{0}」登记的是同一把公钥。拿错了文件的,换过来:huiyin hq office change {1} "
                 "--public-key 新公钥 --reason 拿错公钥",
                 "note: '{0}' is registered with the same key. If a file was mixed up: huiyin hq "
                 "office change {1} --public-key KEY --reason 'wrong file'"},
                office.name, base::shell_quoted(name)));
}

void add(Company& company, const OfficeVerb& typed, const Company::By& by, Output& output) {
    const auto& store = *typed.store();
    require_store_id(store);
    const auto key = key_for(typed, store).public_key;
    company.add_office(*typed.name(), store, key, by);
    tell_same_key(company, *typed.name(), key, output);
}

void change(Company& company, const OfficeVerb& typed, const Company::By& by, Output& output) {
    if (typed.store()) require_store_id(*typed.store());
    const auto known = company.office(*typed.name()).office;
    Company::Change change{.name = typed.new_name(), .public_key = {}, .store_id = typed.store()};
    if (typed.public_key())
        change.public_key = key_for(typed, typed.store().value_or(known.store_id)).public_key;
    company.change_office(known.name, change, by);
    if (change.public_key)
        tell_same_key(company, change.name.value_or(known.name), *change.public_key, output);
}

Exit office(const gate::Session& session, const OfficeVerb& typed, Output& output) {
    require_own_name(session);
    Company company(url_of(typed.url()));
    const auto& action = typed.action();
    if (action == "list") {
        const auto shown = headquarters::office_register(company.offices(), company_zone());
        output.show(shown.document, shown.json);
        return Exit::done;
    }
    auto name = *typed.name();
    const Company::By by{session.identity.os_user, base::machine_now(),
                         typed.reason().value_or("")};
    if (action == "add") add(company, typed, by, output);
    if (action == "retire") company.retire(name, by);
    if (action == "change") {
        change(company, typed, by, output);
        name = typed.new_name().value_or(name);
    }
    const auto shown = headquarters::office_registered(company.office(name), company_zone());
    output.show(shown.document, shown.json);
    return Exit::done;
}

Exit status(const gate::Session& session, const Status& typed, Output& output) {
    require_own_name(session);
    Company company(url_of(typed.url()));
    const auto now = base::machine_now();
    const auto shown = headquarters::company_status(company.status(now), company.strays(now),
                                                    output.language, company_zone());
    output.show(shown.document, shown.json);
    return Exit::done;
}

constexpr std::array verbs{
    command<init>(
        {.noun = "hq",
         .verb = "init",
         .help = {"建立或升级总部的库", "set up headquarters' store, or bring it up to date"},
         .clause = "",
         .right = Right::open,
         .example = "huiyin hq init --hq postgresql:///huiyin?host=/run/postgresql"}),
    command<office, contradictions_of_office>(
        {.noun = "hq",
         .verb = "office",
         .help = {"登记、查看、变更、停用办公室", "register offices, list, change and retire them"},
         .clause = "",
         .right = Right::open,
         .example = "huiyin hq office add 学府苑 --public-key 封签.pem.pub --store 编号"}),
    command<status>({.noun = "hq",
                     .verb = "status",
                     .help = {"谁交到哪里,谁逾期", "who handed in up to when, and who is late"},
                     .clause = "",
                     .right = Right::open,
                     .example = "huiyin hq status"}),
};

}  // namespace
}  // namespace hq_commands

std::span<const Verb> hq_verbs() {
    return hq_commands::verbs;
}

}  // namespace huiyin::cli
