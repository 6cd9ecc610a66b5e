#include <algorithm>
#include <array>
#include <sstream>

#include "hq_shared.hpp"
#include "huiyin/base/atomic_file.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/headquarters/company.hpp"
#include "huiyin/headquarters/company_view.hpp"
#include "nouns.hpp"
#include "public_key.hpp"
#include "signing_key.hpp"
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
    Maybe<Takes::word> name{*this, operand("NAME", {"办公室名称", "the office's name"})};
    Maybe<Takes::file> public_key{
        *this,
        {"public-key",
         {"办公室封签的公钥:PEM 文件,或核验密钥一行",
          "the public key of the office's seals: a PEM file, or a verifier key"}}};
    Maybe<Takes::word> new_name{*this,
                                {"new-name", {"变更后的名称", "the name it is to have"}, "NAME"}};
    Maybe<Takes::words> reason{*this, {"reason", {"理由", "why"}}};
    Maybe<Takes::word> store{*this,
                             {"store",
                              {"办公室数据文件的编号(上报包和封签里有)",
                               "the id of the office's store, as bundles and "
                               "seals have it"},
                              "ID"}};
    Maybe<Takes::word> url{*this, hq};
};

struct Ingest final : Options {
    Required<Takes::file> files{
        *this, operand("FILE…", {"上报包,或放上报包的目录", "bundles, or a folder of them"})};
    Maybe<Takes::file> receipts{
        *this,
        {"receipts", {"回执写到哪个目录(STORE.json)", "the folder for receipts, STORE.json"}}};
    Maybe<Takes::file> key_file{
        *this,
        {"key-file", {"给回执签名的私钥文件", "file of the private key that signs receipts"}}};
    Maybe<Takes::whole> workers{
        *this,
        {"workers", {"同时收几个办公室的(默认 4)", "offices taken side by side (default: 4)"}}};
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
    output.say(
        Label{"总部的库已建好;下一步:huiyin hq office add 名称 --public-key 公钥 --store 编号",
              "headquarters' store is set up; next: huiyin hq office add NAME --public-key KEY "
              "--store ID"});
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
              {"缺少办公室名称(NAME)", "the office's name is missing (NAME)"},
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
              {"在办公室运行 huiyin bundle --json 就会看到",
               "huiyin bundle --json at the office says it"});
    }
    if (action == "change") {
        needs(typed.has(&OfficeVerb::public_key) || typed.has(&OfficeVerb::new_name),
              {"没有说改什么", "what is to change?"},
              {"写 --new-name 新名称 或 --public-key 新公钥",
               "give --new-name NAME or --public-key KEY"});
        needs(typed.has(&OfficeVerb::reason), {"缺少 --reason(理由)", "--reason is missing"},
              {"写 --reason 理由,如 --reason 密钥更换", "give --reason TEXT"});
        needs(!typed.has(&OfficeVerb::store),
              {"数据文件编号不能变更", "an office's store cannot be changed"},
              {"换了数据文件就是另一个办公室:先给旧的改名,再 huiyin hq office add",
               "another store is another office: rename the old one, then huiyin hq office add"});
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

void add(Company& company, const OfficeVerb& typed, const Company::By& by) {
    const auto& store = *typed.store();
    if (!is_store_id(store))
        throw Failure(
            Exit::usage,
            compose({"--store 的值「{}」不是数据文件的编号", "--store: '{}' is no id of a store"},
                    store),
            Label{"编号是 32 位十六进制数字,在办公室运行 huiyin bundle 时打印",
                  "it is 32 hexadecimal digits, as huiyin bundle prints it"});
    company.add_office(*typed.name(), store, key_for(typed, store).public_key, by);
}

void change(Company& company, const OfficeVerb& typed, const Company::By& by) {
    const auto store = company.office(*typed.name()).office.store_id;
    std::optional<std::string> key;
    if (typed.public_key()) key = key_for(typed, store).public_key;
    company.change_office(*typed.name(), typed.new_name(), key, by);
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
    if (action == "add") add(company, typed, by);
    if (action == "retire") company.retire(name, by);
    if (action == "change") {
        change(company, typed, by);
        name = typed.new_name().value_or(name);
    }
    const auto shown = headquarters::office_registered(company.office(name), company_zone());
    output.show(shown.document, shown.json);
    return Exit::done;
}

/// Who carries a private key about is told before somebody else finds it.
base::Text passed_over(const std::filesystem::path& file) {
    const auto name = file.filename().string();
    std::error_code error;
    const bool is_small = std::filesystem::file_size(file, error) <= base::limits::key_file;
    if (!error && is_small &&
        base::read_whole(file, base::limits::key_file).find("PRIVATE KEY") != std::string::npos)
        return compose({"{} 是私钥,略过;私钥不要离开它的主人",
                        "{} is a private key: passed over; it should not leave its owner"},
                       name);
    return compose({"{} 不是上报包,略过", "{} is no bundle: passed over"}, name);
}

/// The files that were named; of a folder those in it that are bundles. What else lies there, such
/// as keys and receipts, is passed over with a word.
std::vector<std::filesystem::path> files_of(const std::string& typed, Output& output) {
    std::vector<std::filesystem::path> files;
    std::istringstream lines(typed);
    for (std::string line; std::getline(lines, line);) {
        const std::filesystem::path path(line);
        std::error_code error;
        if (!std::filesystem::is_directory(path, error)) {
            files.push_back(path);
            continue;
        }
        std::vector<std::filesystem::path> inside;
        for (const auto& one : std::filesystem::directory_iterator(path, error))
            if (one.is_regular_file(error) && !one.path().filename().string().starts_with("."))
                inside.push_back(one.path());
        if (error)
            throw Failure(Exit::failed,
                          compose({"读不到目录 {}:{}", "cannot read the folder {}: {}"},
                                  path.string(), error.message()));
        std::ranges::sort(inside);
        for (const auto& one : inside) {
            if (headquarters::is_meant_as_bundle(one))
                files.push_back(one);
            else
                output.say(passed_over(one));
        }
    }
    return files;
}

/// Found out before anything is taken, not after.
void require_writable(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    try {
        const base::AtomicFile attempt(folder / "receipt");
    } catch (const Failure&) {
        throw Failure(Exit::failed,
                      compose({"回执写不进目录 {};什么也没有收",
                               "receipts cannot be written into {}; nothing was taken"},
                              folder.string()),
                      Label{"换一个目录:--receipts 目录", "give another folder: --receipts DIR"});
    }
}

void write_receipts(Company& company, const std::vector<headquarters::Ingested>& results,
                    const std::filesystem::path& folder, const gate::SigningKey* key) {
    const auto now = base::machine_now();
    const auto states = company.status(now);
    for (const auto& state : states) {
        const auto& store = state.office.store_id;
        if (std::ranges::find(results, store, &headquarters::Ingested::store_id) == results.end())
            continue;
        base::AtomicFile file(folder / (store + ".json"));
        file.write(headquarters::receipt(state.office, state.texts_missing, now, key));
        file.publish();
    }
}

Exit ingest(const gate::Session& session, const Ingest& typed, Output& output) {
    require_own_name(session);
    const auto url = url_of(typed.url());
    constexpr std::int64_t usual_workers = 4;
    constexpr std::int64_t most_workers = 32;
    std::optional<gate::SigningKey> key;
    if (typed.key_file()) key.emplace(shared::read_signing_key(typed.key_file(), output));
    if (const auto folder = typed.receipts()) require_writable(*folder);
    const auto files = files_of(typed.files(), output);
    const auto workers =
        static_cast<int>(std::min(typed.workers().value_or(usual_workers), most_workers));
    const auto results = headquarters::ingest_all(url, files, workers, base::machine_now());
    if (const auto folder = typed.receipts(); folder && !results.empty()) {
        Company company(url);
        write_receipts(company, results, *folder, key ? &*key : nullptr);
    }
    const auto shown = headquarters::what_was_ingested(results, output.language);
    output.show(shown.document, shown.json);
    auto exit = Exit::done;
    for (const auto& one : results) {
        for (const auto& problem : one.problems) {
            const auto where = one.office.empty() ? one.file.filename().string() : one.office;
            output.complain({base::format("{}:{}", where, problem.what.zh),
                             base::format("{}: {}", where, problem.what.en)});
            if (!problem.remedy.empty())
                output.complain({"  " + problem.remedy.zh, "  " + problem.remedy.en});
        }
        if (exit == Exit::done) exit = one.exit;
    }
    return exit;
}

Exit status(const gate::Session& session, const Status& typed, Output& output) {
    require_own_name(session);
    Company company(url_of(typed.url()));
    const auto shown = headquarters::company_status(company.status(base::machine_now()),
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
         .example = "huiyin hq office add 学府苑 --public-key 封签.pem.pub --store "
                    "0f3a5c7e9b1d2f4a6c8e0b2d4f6a8c0e"}),
    command<ingest>({.noun = "hq",
                     .verb = "ingest",
                     .help = {"收上报包,每个只收一次", "take bundles, each exactly once"},
                     .clause = "",
                     .right = Right::open,
                     .example = "huiyin hq ingest 收件 --receipts 回执 --key-file 总部.pem"}),
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
