#include <array>
#include <vector>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/base/json_text.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/headquarters/bundle.hpp"
#include "huiyin/headquarters/company_view.hpp"
#include "huiyin/reports/findings.hpp"
#include "huiyin/rulebook/found_on_file.hpp"
#include "nouns.hpp"
#include "public_key.hpp"
#include "reading.hpp"
#include "signing_key.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace bundling {
namespace {

using base::Exit;
using base::Failure;
using base::Json;
using base::Label;
using gate::Right;
using headquarters::Share;

struct Bundle final : Options {
    Maybe<Takes::file> since_anchor{
        *this,
        {"since-anchor",
         {"总部的回执:只交此后的;不写则交全部",
          "headquarters' receipt: only what came after it; without it everything"}}};
    Maybe<Takes::file> key_file{*this, shared::key_file};
    Maybe<Takes::choice> with{
        *this,
        {"with",
         {"交什么:数字、日志、连同文字(默认按参数 hq.share)",
          "what is shared: figures, the journal, texts too (default: policy hq.share)"},
         "figures|journal|texts"}};
};

/// What headquarters knows by its receipt, and whether it asks for all texts anew.
struct Receipt {
    std::optional<gate::Head> known;
    base::Instant at{};  ///< by headquarters' clock; 0 where it does not say
    bool wants_texts = false;
    bool of_figures = false;  ///< headquarters has the journal's length, and no entries
};

Failure of_another_store() {
    return {
        Exit::integrity, Label{"这是另一个数据文件的回执", "the receipt is another store's"},
        Label{"回执的文件名就是数据文件的编号:用这个数据文件的那一份,或用 --db 指另一个数据文件",
              "a receipt's file is named by its store's id: give this store's own, or --db the "
              "other"}};
}

/// Of a file that is none, or that is not there: the first time there is no receipt.
std::string receipt_in(const std::string& file) {
    std::error_code error;
    if (file != "-" && !std::filesystem::exists(file, error))
        throw Failure(Exit::failed, base::compose({"没有回执 {}", "there is no receipt {}"}, file),
                      Label{"第一次还没有回执:不写 --since-anchor,交全部;以后用总部写的 编号.json",
                            "the first time there is none: leave --since-anchor out, and all is "
                            "handed in; later use headquarters' ID.json"});
    return shared::read_input(file, base::limits::anchor);
}

gate::Anchor anchor_of_receipt(const std::string& text) {
    try {
        return gate::parse_anchor(text);
    } catch (const Failure& failure) {
        if (failure.code() != Exit::failed) throw;
        throw Failure(
            Exit::failed,
            Label{"这不是总部的回执:里面没有日志条数与校验值",
                  "this is no receipt of headquarters: it has no entry count and hash"},
            Label{"回执是总部收包时写的 编号.json(hq ingest --receipts);第一次没有,不写 "
                  "--since-anchor",
                  "a receipt is the ID.json that headquarters' ingest writes "
                  "(--receipts); the first time there is none: leave --since-anchor out"});
    }
}

Receipt read_receipt(const std::string& text, const std::string& store_id) {
    Receipt receipt;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (json.is_object()) {
        for (const auto& wanted : json.value("wanted", nlohmann::json::array()))
            receipt.wants_texts = receipt.wants_texts || wanted == "texts";
        if (json.contains("store") && json["store"] != store_id) throw of_another_store();
        receipt.of_figures = json.contains("share") && json["share"] == "figures";
        if (json.contains("at") && json["at"].is_number_integer())
            receipt.at = base::instant(json["at"].get<std::int64_t>());
        // Nothing was taken yet.
        if (json.contains("entries") && json["entries"] == 0) return receipt;
    }
    const auto anchor = anchor_of_receipt(text);
    if (anchor.store_id && *anchor.store_id != store_id) throw of_another_store();
    if (anchor.seal && !gate::holds(*anchor.seal))
        throw Failure(Exit::integrity,
                      Label{"回执的签名不符", "the receipt's signature does not hold"},
                      Label{"向总部再要一次回执", "ask headquarters for the receipt once more"});
    receipt.known = anchor.head;
    return receipt;
}

/// What people said goes to headquarters: that is on record before it does.
void leave_trace(const gate::Session& session, const std::string& line) {
    gate::Command command;
    command.line = line;
    command.rights = {Right::export_everything};
    command.leaves_trace = true;
    command.record = [](const records::Writing&) { return records::WriteResult{"bundle", {}}; };
    gate::write(session, command);
}

Share share_of(const gate::Session& session, const Bundle& typed) {
    if (typed.with()) return *headquarters::parse_share(*typed.with());
    auto reading = gate::open_to_read(session, typed.masked_line(), Right::export_everything);
    const auto policies = records::Policies::load(reading.connection);
    return headquarters::parse_share(policies.in_force("hq.share", reading.now).value)
        .value_or(Share::journal);
}

/// The findings of now. What somebody said of them is left out where no texts are shared; that it
/// was explained, by whom and when, is not.
std::string findings_of(gate::Reading& reading, Share share, base::Language language) {
    using rulebook::FoundOnFile;
    std::vector<rulebook::Finding> findings;
    FoundOnFile(reading.connection, reading.zone, reading.now, FoundOnFile::Judging::whats_unjudged)
        .for_each([](const auto&) { return true; },
                  [&](const rulebook::Finding& one) { findings.push_back(one); });
    auto json = reports::findings_json(findings, reading.zone, language);
    if (share != Share::texts)
        for (auto& finding : json) {
            if (const auto why = finding.find("explanation"); why != finding.end())
                why->erase("text");
            // What was said against clause 2.2.1 is told by its words.
            if (finding["detail"].contains("phrase")) {
                finding["detail"].erase("phrase");
                finding.erase("message");
            }
        }
    return base::one_line(json);
}

Exit bundle(const gate::Session& session, const Bundle& typed, Output& output) {
    const auto file = output.file;
    output.file.reset();
    if (!file)
        throw Failure(Exit::usage,
                      Label{"缺少 --out(上报包写到哪里)", "--out is missing (the bundle to write)"},
                      Label{"写作 huiyin bundle --out 上报.huiyin --key-file 封签.pem",
                            "write huiyin bundle --out WEEK.huiyin --key-file SEAL.pem"});
    const auto share = share_of(session, typed);
    const auto key = shared::read_signing_key(typed.key_file(), output);
    if (share == Share::texts) leave_trace(session, typed.masked_line());
    auto reading = gate::open_private_copy(session, typed.masked_line(), Right::export_everything);
    headquarters::BundleContents contents;
    contents.share = share;
    contents.made_at = reading.now;
    if (const auto anchor = typed.since_anchor()) {
        const auto receipt = read_receipt(receipt_in(*anchor), reading.office.store_id);
        // Who shared figures alone until now hands in every entry.
        if (!receipt.of_figures || share == Share::figures) contents.known = receipt.known;
        contents.receipt = receipt.at;
        contents.all_texts = receipt.wants_texts;
    }
    const auto made = store::explained(session.store.string(), [&] {
        contents.findings = findings_of(reading, share, reading.office.language);
        return headquarters::write_bundle(reading.connection, contents, key, *file);
    });
    const auto shown = headquarters::bundle_made(made, *file, reading.zone);
    output.show(shown.document, shown.json);
    if (made.past_differs)
        output.complain(Label{
            "警告:总部的回执与本数据文件的过去不同(恢复过备份,或被改写):已交上全部,由总部比对",
            "warning: headquarters' receipt is of another past than this store has (it was "
            "restored, or rewritten): the bundle holds all of it, for headquarters to compare"});
    return Exit::done;
}

constexpr std::array verbs{
    command<bundle>({.noun = "bundle",
                     .verb = "",
                     .help = {"做上报包,交总部", "make the bundle that goes to headquarters"},
                     .clause = "",
                     .right = Right::export_everything,
                     .example = "huiyin bundle --out 第47周.huiyin --key-file 封签.pem"}),
};

}  // namespace
}  // namespace bundling

std::span<const Verb> bundle_verbs() {
    return bundling::verbs;
}

}  // namespace huiyin::cli
