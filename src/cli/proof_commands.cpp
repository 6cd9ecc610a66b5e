#include <algorithm>
#include <array>

#include "huiyin/base/digest.hpp"
#include "huiyin/base/display.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/base/limits.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/gate/attestation.hpp"
#include "huiyin/gate/journal_tree.hpp"
#include "huiyin/gate/record_proof.hpp"
#include "huiyin/gate/rights.hpp"
#include "huiyin/records/matter.hpp"
#include "huiyin/reports/journal_view.hpp"
#include "nouns.hpp"
#include "public_key.hpp"
#include "reading.hpp"
#include "shared_options.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace proof_commands {
namespace {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;
using gate::Right;

struct Prove final : Options {
    Required<Takes::number> record{*this, operand("REF", {"编号", "number of the record"})};
    Maybe<Takes::whole> entry{
        *this, {"entry", {"只证明日志的这一条", "only this entry of the journal"}, "SEQ"}};
    Flag reveal{*this, shared::reveal};
};

struct CheckProof final : Options {
    Required<Takes::file> file{
        *this, operand("FILE", {"证明文件,- 为标准输入", "the proof, - for standard input"})};
    Required<Takes::file> public_key{*this, shared::public_key};
    Maybe<Takes::file> anchor{
        *this,
        {"anchor", {"另存的前一个检查点或封签", "an earlier checkpoint or seal kept elsewhere"}}};
    Maybe<Takes::file> witness{*this, shared::witness};
};

struct Consistency final : Options {
    Required<Takes::file> earlier{
        *this, operand("OLD", {"较早的检查点或封签", "the earlier checkpoint or seal"})};
    Required<Takes::file> later{
        *this, operand("NEW", {"较晚的检查点或封签", "the later checkpoint or seal"})};
};

Failure not_sealed(const base::Text& what) {
    return {Exit::not_found, what,
            Label{"先加封签:huiyin audit seal --key-file 封签.pem",
                  "seal the journal first: huiyin audit seal --key-file SEAL.pem"}};
}

/// What may be let out unless more was asked for: words that say nobody's name and number.
bool is_for_everyone(const gate::DisclosedText& text) {
    return !text.is_personal && base::mask_phones_in(text.value) == text.value;
}

/// Those of them that the checkpoint covers and that were asked for.
std::vector<gate::EntryOfRecord> covered(std::vector<gate::EntryOfRecord> entries,
                                         std::optional<std::int64_t> only, const std::string& no,
                                         std::int64_t size) {
    if (only) {
        std::erase_if(entries, [&](const auto& found) { return found.entry.seq != *only; });
        if (entries.empty())
            throw Failure(
                Exit::not_found,
                compose({"日志第 {1} 条不是 {0} 的", "entry {1} is none of {0}"}, no, *only),
                compose({"它的条目见 huiyin audit log --subject {}",
                         "see its entries by huiyin audit log --subject {}"},
                        no));
    }
    const auto first = entries.empty() ? 0 : entries.front().entry.seq;
    std::erase_if(entries, [&](const auto& found) { return found.entry.seq > size; });
    if (entries.empty())
        throw not_sealed(compose({"{0} 记在日志第 {1} 条,封签只到第 {2} 条",
                                  "{0} is in entry {1}; the last seal covers {2}"},
                                 no, first, size));
    return entries;
}

void require_may_show(gate::Reading& reading, const std::vector<gate::EntryOfRecord>& entries) {
    if (reading.reveals &&
        gate::may(reading.connection, reading.viewer, Right::supervise, reading.now))
        return;
    for (const auto& found : entries)
        if (found.others > 0)
            throw Failure(
                Exit::not_permitted,
                compose({"日志第 {0} 条也记着别的 {1} 件事,证明会把它们一起给人看",
                         "entry {0} records {1} other matters, too, and the proof would "
                         "show them"},
                        found.entry.seq, found.others),
                compose({"由{}加 --reveal 出具,或用 --entry 只证明别的一条",
                         "{} can make it with --reveal; or prove another entry by --entry"},
                        gate::who_may(Right::supervise).zh, gate::who_may(Right::supervise).en));
}

Exit prove(ReadContext reader, const Prove& typed) {
    auto& [reading, output] = reader;
    auto& connection = reading.connection;
    const auto matter = records::require_matter(connection, typed.record(), this_year(reading));
    const auto checkpoint = gate::latest_checkpoint(connection);
    if (!checkpoint)
        throw not_sealed(Label{"日志还没有带检查点的封签", "no seal has a checkpoint yet"});
    const auto size = checkpoint->checkpoint.size;
    auto all = gate::entries_of(connection, matter, [&](const gate::DisclosedText& text) {
        return reading.reveals || is_for_everyone(text);
    });
    const auto later =
        std::ranges::count_if(all, [&](const auto& found) { return found.entry.seq > size; });
    const auto entries = covered(std::move(all), typed.entry(), matter.no, size);
    require_may_show(reading, entries);

    gate::JournalTree tree(connection);
    std::string proof;
    nlohmann::ordered_json json{{"no", matter.no},
                                {"origin", checkpoint->checkpoint.origin},
                                {"size", size},
                                {"entries", nlohmann::ordered_json::array()},
                                {"not_sealed", later}};
    std::int64_t others = 0;
    for (const auto& found : entries) {
        proof +=
            gate::proof_of(found.entry, tree.inclusion(found.entry.seq - 1, size), *checkpoint);
        json["entries"].push_back({{"seq", found.entry.seq},
                                   {"texts", found.entry.texts.size()},
                                   {"others", found.others}});
        others += found.others;
    }
    json["proof"] = proof;
    if (output.format == Format::json)
        output.show({}, json);
    else
        output.write(proof);
    output.say(compose({"{0} 在日志里的 {1} 条,由 {2} 条时的封签证明",
                        "{1} entries of {0}, proven by the seal over {2}"},
                       matter.no, entries.size(), size));
    if (later > 0 && !typed.entry())
        output.say(compose({"另有 {} 条在封签之后,下次封签后再证明",
                            "{} more came after the seal: prove them after the next one"},
                           later));
    if (others > 0)
        output.say(compose({"注意:证明也显示别的 {} 件事的房号与经过",
                            "mind: the proof shows homes and steps of {} other matters, too"},
                           others));
    return Exit::done;
}

void require_cosigned(const gate::SignedCheckpoint& checkpoint, const gate::VerifierKey& witness,
                      Output& output) {
    const auto at = gate::cosigned_at(checkpoint, witness);
    if (!at)
        throw Failure(Exit::integrity,
                      compose({"检查点没有 {} 的联署,或联署不成立",
                               "the checkpoint has no cosignature of {} that holds"},
                              witness.name));
    output.say(compose({"{} 于 {}(UTC)联署", "{} cosigned it at {} (UTC)"}, witness.name,
                       base::readable(*at, base::Zone("UTC"))));
}

Exit check_proof(const gate::Session&, const CheckProof& typed, Output& output) {
    std::optional<gate::Checkpoint> earlier;
    if (const auto file = typed.anchor()) {
        const auto kept = gate::parse_anchor(shared::read_input(*file, base::limits::anchor));
        if (!kept.checkpoint)
            throw Failure(Exit::usage, compose({"{} 里没有检查点", "{} has no checkpoint"}, *file),
                          Label{"用 huiyin audit seal --json 另存的文件",
                                "use the file that huiyin audit seal --json made"});
        earlier = gate::parse_note(*kept.checkpoint).checkpoint;
    }
    const auto key = shared::read_public_key(typed.public_key());
    const auto checked =
        gate::check_proof(shared::read_input(typed.file(), base::limits::proof), key, earlier);
    if (const auto witness = typed.witness())
        require_cosigned(gate::checkpoint_of(checked), shared::read_witness(*witness), output);
    const auto shown =
        std::holds_alternative<gate::CheckedRecord>(checked)
            ? reports::checked_record(std::get<gate::CheckedRecord>(checked))
            : reports::checked_consistency(std::get<gate::CheckedConsistency>(checked));
    output.show(shown.document, shown.json);
    return Exit::done;
}

/// A state of this journal, with the checkpoint that was signed over it.
struct Kept {
    std::int64_t size;
    std::optional<gate::SignedCheckpoint> checkpoint;
};

Kept kept_in(gate::Reading& reading, const std::string& file) {
    auto& connection = reading.connection;
    const auto anchor = gate::parse_anchor(shared::read_input(file, base::limits::anchor));
    const auto size = anchor.head.entries;
    Kept kept{.size = size, .checkpoint = {}};
    if (anchor.checkpoint) {
        kept.checkpoint = gate::parse_note(*anchor.checkpoint);
        const auto& origin = kept.checkpoint->checkpoint.origin;
        if (const auto own = gate::origin_of(connection); origin != own)
            throw Failure(Exit::integrity,
                          compose({"{0} 是 {1} 的检查点,这份数据是 {2}",
                                   "{0} is a checkpoint of {1}; this store is {2}"},
                                  file, origin, own));
    }
    if (!gate::agrees(connection, anchor))
        throw Failure(
            Exit::integrity,
            compose({"{1} 里的前 {0} 条与现在的日志不同",
                     "the first {0} entries in {1} are not those of the journal now"},
                    size, file),
            Label{"先用 huiyin audit verify --anchor 核对", "see huiyin audit verify --anchor"});
    // What holds no checkpoint, as a seal on paper, is over as many entries as one on file.
    if (!kept.checkpoint) kept.checkpoint = gate::checkpoint_over(connection, size);
    return kept;
}

Exit consistency(ReadContext reader, const Consistency& typed) {
    auto& [reading, output] = reader;
    const auto earlier = kept_in(reading, typed.earlier());
    const auto later = kept_in(reading, typed.later());
    const auto from = earlier.size;
    const auto to = later.size;
    if (from > to || from == 0)
        throw Failure(Exit::usage,
                      compose({"先写较早的:前一个有 {0} 条,后一个有 {1} 条",
                               "give the earlier one first: that has {0} entries, this {1}"},
                              from, to));
    if (!later.checkpoint)
        throw not_sealed(
            compose({"第 {} 条处没有带检查点的封签", "no seal with a checkpoint is over {}"}, to));
    gate::JournalTree tree(reading.connection);
    const auto proof = gate::consistency_of(from, tree.consistency(from, to), *later.checkpoint);
    if (output.format == Format::json)
        output.show({}, {{"origin", later.checkpoint->checkpoint.origin},
                         {"from", from},
                         {"to", to},
                         {"proof", proof}});
    else
        output.write(proof);
    output.say(compose({"{1} 条的日志在前 {0} 条之上添加,未改前面的",
                        "the journal of {1} entries only adds to the first {0}"},
                       from, to));
    return Exit::done;
}

constexpr std::array verbs{
    command<prove>(
        {.noun = "audit",
         .verb = "prove",
         .help = {"出具一件事在封签日志里的证明", "prove that a record is in the sealed journal"},
         .clause = "",
         .right = Right::read,
         .example = "huiyin audit prove ts-1 --out ts-1.tlog-proof"}),
    command<check_proof>(
        {.noun = "audit",
         .verb = "check-proof",
         .help = {"核对证明,不需要数据文件", "check a proof; needs no store"},
         .clause = "",
         .right = Right::open,
         .example = "huiyin audit check-proof ts-1.tlog-proof --public-key 封签.pem.pub"}),
    command<consistency>(
        {.noun = "audit",
         .verb = "consistency",
         .help = {"证明后来的日志只是在先前之上添加",
                  "prove that a later journal only adds to an earlier one"},
         .clause = "",
         .right = Right::read,
         .example = "huiyin audit consistency 上月.json 本月.json --out 本月.proof"}),
};

}  // namespace
}  // namespace proof_commands

std::span<const Verb> proof_verbs() {
    return proof_commands::verbs;
}

}  // namespace huiyin::cli
