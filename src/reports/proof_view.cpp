#include <algorithm>
#include <array>

#include "huiyin/base/digest.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/reports/journal_view.hpp"
#include "matter_parts.hpp"

namespace huiyin::reports {

using base::compose;

namespace {

Figures seal_facts(const gate::Seal& seal, const base::Zone& zone) {
    return {{Label{"条数", "entries"}, plain(seal.head.entries), {}},
            {Label{"末端校验值", "head"}, plain(seal.head.hash), {}},
            {Label{"封签时间", "sealed"}, plain(base::readable(seal.at, zone)), {}},
            {Label{"密钥指纹", "key"}, plain(gate::fingerprint(seal.public_key)), {}}};
}

struct WayOfProof {
    gate::ProofBy by;
    std::string_view word;
    Label name;
};
constexpr std::array ways{
    WayOfProof{gate::ProofBy::sums, "sums", {"求和", "sums of its rows"}},
    WayOfProof{gate::ProofBy::replay, "replay", {"重放", "a replay of every change"}},
    WayOfProof{gate::ProofBy::since_seal, "since-seal", {"自封签以来", "what came since the seal"}},
};
const WayOfProof& way_of(const gate::Verification& result) {
    return *std::ranges::find(ways, result.by, &WayOfProof::by);
}

/// What the store was held against from outside, and that it agrees.
Figures agreements(const gate::Verification& result, const gate::Outside& outside) {
    Figures figures;
    if (!result.sound()) return figures;
    if (!result.seals.empty())
        figures.push_back({Label{"封签", "seals"},
                           compose({"{} 个,全部相符", "{}, all valid"}, result.seals.size()),
                           {}});
    if (outside.anchor)
        figures.push_back(
            {Label{"锚点", "anchor"},
             compose({"第 {} 条相符{}", "entry {} matches{}"}, outside.anchor->head.entries,
                     outside.anchor->seal ? " (Ed25519)" : ""),
             {}});
    if (result.judged_anew)
        figures.push_back({Label{"重新判断", "judged anew"},
                           Label{"与库里记下的一致", "as the store keeps it"},
                           {}});
    return figures;
}

}  // namespace

Presentation verification(const gate::Verification& result, const gate::Outside& outside) {
    Json json{{"ok", result.sound()},
              {"entries", result.head.entries},
              {"head", result.head.hash},
              {"seals", result.seals.size()},
              {"anchor", outside.anchor ? Json(outside.anchor->head.entries) : Json()},
              {"by", way_of(result).word},
              {"since", result.since ? Json(*result.since) : Json()},
              {"faults", Json::array()}};
    Document document;
    document.title = result.sound() && result.since
                         ? compose({"第 {} 条以后的记录与日志一致",
                                    "What was recorded after entry {} matches the journal"},
                                   *result.since)
                     : result.sound()
                         ? Text(Label{"数据与日志一致", "The store matches its journal"})
                         : Text(Label{"数据与日志不符", "The store does not match its journal"});
    Figures facts{{Label{"日志条数", "entries"}, plain(result.head.entries), {}},
                  {Label{"末端校验值", "head"}, plain(result.head.hash), {}},
                  {Label{"核对方式", "proven by"}, way_of(result).name, {}}};
    for (auto& figure : agreements(result, outside))
        facts.push_back(std::move(figure));
    document.sections.push_back({{}, {std::move(facts)}});
    Table table{.columns = {{Label{"不符之处", "fault"}}}, .rows = {}, .empty = {}};
    for (const auto& fault : result.faults) {
        table.rows.push_back({fault.what});
        json["faults"].push_back({{"seq", fault.seq ? Json(*fault.seq) : Json()},
                                  {"table", fault.table},
                                  {"row", fault.row},
                                  {"what", fault.what.en}});
    }
    if (!result.sound())
        document.sections.push_back({Label{"不符之处", "Faults"}, {std::move(table)}});
    return {std::move(document), std::move(json)};
}

Json seal_json(const gate::Seal& seal, const base::Zone& zone) {
    return {{"schema", "huiyin.seal/1"},
            {"store", seal.store_id},
            {"entries", seal.head.entries},
            {"head", seal.head.hash},
            {"at", base::iso(seal.at, zone)},
            {"key", gate::fingerprint(seal.public_key)},
            {"statement", gate::statement_of(seal)},
            {"public_key", base::base64(seal.public_key)},
            {"signature", base::base64(seal.signature)}};
}

std::vector<Block> seal_blocks(const gate::Seal& seal,
                               const std::optional<gate::SignedCheckpoint>& checkpoint,
                               const base::Zone& zone) {
    auto facts = seal_facts(seal, zone);
    // A seal from before there were checkpoints is told as it was then.
    if (!checkpoint)
        return {std::move(facts), Code{Label{"扫码核对", "scan to check"}, gate::seal_line(seal)}};
    facts.push_back(
        {Label{"树根", "root"}, plain(base::base64(base::bytes(checkpoint->checkpoint.root))), {}});
    return {std::move(facts), Code{Label{"检查点,扫码另存", "the checkpoint: scan and keep it"},
                                   gate::own_note(*checkpoint)}};
}

Presentation seal_record(const gate::Seal& seal, const gate::SignedCheckpoint& checkpoint,
                         const base::Zone& zone) {
    Document document;
    document.title = Label{"日志封签", "Seal of the journal"};
    document.sections.push_back({{}, seal_blocks(seal, checkpoint, zone)});
    std::get<Figures>(document.sections.front().blocks.front())
        .push_back({Label{"签名", "signature"}, plain(base::base64(seal.signature)), {}});
    auto json = seal_json(seal, zone);
    json["checkpoint"] = checkpoint.note;
    json["verifier_key"] = gate::verifier_line({checkpoint.checkpoint.origin, seal.public_key});
    return {std::move(document), std::move(json)};
}

Presentation key_made(std::string_view public_key, const std::optional<std::string>& origin) {
    Document document;
    document.title = Label{"封签密钥(Ed25519)", "Key pair for seals (Ed25519)"};
    document.sections.push_back(
        {{},
         {Figures{{Label{"密钥指纹", "key"}, plain(gate::fingerprint(public_key)), {}},
                  {Label{"公钥", "public key"}, plain(base::base64(public_key)), {}}}}});
    std::optional<std::string> verifier;
    if (origin) {
        verifier = gate::verifier_line({*origin, std::string(public_key)});
        std::get<Figures>(document.sections.front().blocks.front())
            .push_back({Label{"核验密钥", "verifier key"}, plain(*verifier), {}});
    }
    return {std::move(document),
            {{"key", gate::fingerprint(public_key)},
             {"public_key", base::base64(public_key)},
             {"public_pem", gate::public_pem(public_key)},
             {"verifier_key", verifier ? Json(*verifier) : Json()}}};
}

}  // namespace huiyin::reports
