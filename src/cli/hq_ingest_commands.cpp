#include <algorithm>
#include <array>
#include <sstream>

#include "hq_shared.hpp"
#include "huiyin/base/atomic_file.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/limits.hpp"
#include "huiyin/base/system_error.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/headquarters/bundle.hpp"
#include "huiyin/headquarters/company.hpp"
#include "huiyin/headquarters/company_view.hpp"
#include "nouns.hpp"
#include "signing_key.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace hq_ingest {
namespace {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;
using gate::Right;
using headquarters::Company;
using shared::hq;
using shared::require_own_name;
using shared::url_of;

struct Ingest final : Options {
    Required<Takes::file> files{
        *this, operand("FILE…", {"上报包,或放上报包的文件夹(下一层也看)",
                                 "bundles, or folders of them (one level down, too)"})};
    Maybe<Takes::file> receipts{
        *this,
        {"receipts",
         {"回执写到哪个文件夹(编号.json)", "the folder for receipts, ID.json by the store's id"},
         "DIR"}};
    Maybe<Takes::file> key_file{
        *this,
        {"key-file", {"给回执签名的私钥文件", "file of the private key that signs receipts"}}};
    Maybe<Takes::whole> workers{
        *this,
        {"workers", {"同时收几个办公室的(默认 4)", "offices taken side by side (default: 4)"}}};
    Maybe<Takes::word> url{*this, hq};
};

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

/// What lies in a folder, in order; nothing hidden.
std::vector<std::filesystem::path> inside(const std::filesystem::path& folder,
                                          std::error_code& error) {
    std::vector<std::filesystem::path> found;
    for (const auto& one : std::filesystem::directory_iterator(folder, error))
        if (!one.path().filename().string().starts_with(".")) found.push_back(one.path());
    std::ranges::sort(found);
    return found;
}

/// Of a folder those in it that are bundles, and those in its own folders, as an office's each;
/// what lies deeper is named. What else lies there, such as keys and receipts, is passed over with
/// a word, but for folders' own, which may be very many.
void add_those_in(const std::filesystem::path& folder, bool is_inner,
                  std::vector<std::filesystem::path>& files, Output& output) {
    std::error_code error;
    const auto all = inside(folder, error);
    const auto unread = base::with_system_error(
        compose({"读不到文件夹 {}", "cannot read the folder {}"}, folder.string()), error.value());
    if (error && is_inner) return output.say(unread);
    if (error)
        throw Failure(Exit::failed, unread,
                      Label{"核对文件夹的权限", "look at the folder's rights"});
    for (const auto& one : all) {
        if (std::filesystem::is_directory(one, error)) {
            if (!is_inner)
                add_those_in(one, true, files, output);
            else
                output.say(compose({"没有看文件夹 {}:只看下一层;里面有上报包的,请单独收",
                                    "{} was not looked into: only folders one level down are. Name "
                                    "it if there are bundles in it"},
                                   one.string()));
        } else if (std::filesystem::is_regular_file(one, error)) {
            if (headquarters::is_meant_as_bundle(one))
                files.push_back(one);
            else if (!is_inner)
                output.say(passed_over(one));
        }
    }
}

/// The files that were named, and those in the folders that were.
std::vector<std::filesystem::path> files_of(const std::string& typed, Output& output) {
    std::vector<std::filesystem::path> files;
    std::string named;
    std::istringstream lines(typed);
    for (std::string line; std::getline(lines, line);) {
        const std::filesystem::path path(line);
        named += (named.empty() ? "" : ", ") + line;
        std::error_code error;
        if (!std::filesystem::is_directory(path, error)) {
            files.push_back(path);
            continue;
        }
        add_those_in(path, false, files, output);
    }
    if (files.empty())
        throw Failure(Exit::not_found,
                      compose({"{} 里没有上报包,下一层文件夹里也没有",
                               "there is no bundle in {}, nor one level down"},
                              named),
                      Label{"核对收件的文件夹;上报包是 huiyin bundle --out 上报.huiyin 做的",
                            "look at the folder; a bundle is what huiyin bundle --out WEEK.huiyin "
                            "made"});
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
    if (typed.receipts() && !key)
        output.complain(Label{
            "注意:没有写 --key-file,回执没有签名,办公室不能用公钥核对;总部的私钥用 huiyin "
            "audit keygen 总部.pem 生成",
            "note: without --key-file receipts are unsigned, and no office can verify by them "
            "with a key; huiyin audit keygen HQ.pem makes headquarters'"});
    const auto workers =
        static_cast<int>(std::min(typed.workers().value_or(usual_workers), most_workers));
    auto results = headquarters::ingest_all(url, files, workers, base::machine_now());
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

constexpr std::array verbs{
    command<ingest>({.noun = "hq",
                     .verb = "ingest",
                     .help = {"收上报包,每个只收一次", "take bundles, each exactly once"},
                     .clause = "",
                     .right = Right::open,
                     .example = "huiyin hq ingest 收件 --receipts 回执 --key-file 总部.pem"}),
};

}  // namespace
}  // namespace hq_ingest

std::span<const Verb> hq_ingest_verbs() {
    return hq_ingest::verbs;
}

}  // namespace huiyin::cli
