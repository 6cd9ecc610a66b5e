#include <algorithm>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/gate/journal_tree.hpp"
#include "huiyin/gate/record_proof.hpp"
#include "note_line.hpp"
#include "proof_text.hpp"

namespace huiyin::gate {

using base::compose;
using base::Digest;
using base::Exit;
using base::Failure;
using base::Label;

namespace {

constexpr std::string_view proof_mark = "c2sp.org/tlog-proof@v1\n";
constexpr std::string_view old_mark = "old ";

Failure no_proof() {
    return {
        Exit::integrity,
        Label{"这不是一份完整的证明(C2SP tlog-proof)", "this is no whole proof (C2SP tlog-proof)"},
        Label{"证明由 huiyin audit prove 编号 --out 文件 出具",
              "huiyin audit prove REF --out FILE makes one"}};
}

std::string lines_of(const std::vector<Digest>& hashes) {
    std::string lines;
    for (const auto& hash : hashes)
        lines += base::base64(base::bytes(hash)) + "\n";
    return lines;
}

/// Cuts the next line off; throws where there is none.
std::string_view take_line(std::string_view& text) {
    const auto line = next_line(text);
    if (!line) throw no_proof();
    return *line;
}

/// Hashes up to the empty line, which is passed over.
std::vector<Digest> take_hashes(std::string_view& text) {
    std::vector<Digest> hashes;
    for (auto line = take_line(text); !line.empty(); line = take_line(text)) {
        const auto bytes = base::from_exact_base64(line);
        Digest hash{};
        if (!bytes || bytes->size() != hash.size()) throw no_proof();
        std::ranges::copy(*bytes, hash.begin());
        hashes.push_back(hash);
    }
    return hashes;
}

std::int64_t take_number(std::string_view line, std::string_view mark) {
    if (!line.starts_with(mark)) throw no_proof();
    const auto number = base::parse_whole(line.substr(mark.size()));
    if (!number || *number < 0) throw no_proof();
    return *number;
}

void require_signed(const SignedCheckpoint& checkpoint, const VerifierKey& key) {
    const auto& origin = checkpoint.checkpoint.origin;
    if (!key.name.empty() && key.name != origin)
        throw Failure(
            Exit::integrity,
            compose({"证明出自 {0},密钥却是 {1} 的:是另一份数据的证明",
                     "the proof is of {0}, the key of {1}: it is another store's"},
                    origin, key.name),
            Label{"用出证明的那份数据的公钥", "use the public key of the store it is of"});
    if (!signed_by(checkpoint, key))
        throw Failure(Exit::integrity,
                      compose({"{} 的检查点不是这把密钥签的,或已被改动",
                               "the checkpoint of {} is not signed by this key, or is altered"},
                              origin),
                      Label{"核对公钥:huiyin audit keygen 时写在 .pub 文件里",
                            "see which key it is: audit keygen wrote it to a .pub file"});
}

CheckedEntry check_entry(ProvenEntry entry, const std::vector<Digest>& hashes,
                         const Checkpoint& checkpoint) {
    const auto index = entry.seq - 1;
    if (entry.seq > checkpoint.size)
        throw Failure(Exit::integrity, compose({"第 {} 条不在检查点之内:它只有 {} 条",
                                                "entry {} is beyond the checkpoint, which has {}"},
                                               entry.seq, checkpoint.size));
    if (const auto length = length_of_inclusion(index, checkpoint.size); hashes.size() != length)
        throw Failure(
            Exit::integrity,
            compose({"证明有 {0} 个校验值,{2} 条的日志要 {1} 个:是另一长度的日志的证明",
                     "the proof has {0} hashes, a journal of {2} entries takes {1}: it is "
                     "of a journal of another length"},
                    hashes.size(), length, checkpoint.size));
    const auto leaf = leaf_of_entry(entry_hash(entry.head, entry.changeset));
    if (root_of_inclusion(index, checkpoint.size, leaf, hashes) != checkpoint.root)
        throw Failure(Exit::integrity,
                      compose({"第 {} 条与检查点不符:条目、校验值或检查点有一处被改动",
                               "entry {} does not lead to the checkpoint: the entry, a hash or the "
                               "checkpoint is altered"},
                              entry.seq));
    auto logged = logged_entry(entry.seq, entry.head, entry.changeset,
                               base::hex(entry_hash(entry.head, entry.changeset)));
    return {std::move(entry), std::move(logged)};
}

CheckedRecord check_record(std::string_view file, const VerifierKey& key) {
    CheckedRecord checked;
    std::string note;
    while (!file.empty()) {
        if (!file.starts_with(proof_mark)) throw no_proof();
        auto text = file.substr(proof_mark.size());
        text = text.substr(0, text.find(proof_mark));
        const auto whole = file.substr(0, proof_mark.size() + text.size());
        file.remove_prefix(whole.size());

        constexpr std::string_view extra_mark = "extra ";
        const auto extra_line = take_line(text);
        if (!extra_line.starts_with(extra_mark)) throw no_proof();
        const auto extra = base::from_exact_base64(extra_line.substr(extra_mark.size()));
        const auto index = take_number(take_line(text), "index ");
        const auto hashes = take_hashes(text);
        const auto checkpoint = parse_note(text);
        if (!extra) throw no_proof();
        // All under one, so that what is said of it is said of all of them.
        if (note.empty()) {
            require_signed(checkpoint, key);
            note = checkpoint.note;
            checked.checkpoint = checkpoint;
        } else if (note != checkpoint.note) {
            throw no_proof();
        }
        auto entry = parse_extra(*extra, index + 1);
        if (proof_of(entry, hashes, checkpoint) != whole) throw no_proof();
        checked.entries.push_back(check_entry(std::move(entry), hashes, checkpoint.checkpoint));
    }
    if (checked.entries.empty()) throw no_proof();
    return checked;
}

CheckedConsistency check_consistency(std::string_view file, const VerifierKey& key,
                                     const std::optional<Checkpoint>& earlier) {
    auto text = file;
    const auto from = take_number(take_line(text), old_mark);
    const auto hashes = take_hashes(text);
    const auto checkpoint = parse_note(text);
    require_signed(checkpoint, key);
    if (consistency_of(from, hashes, checkpoint) != file) throw no_proof();
    const auto& later = checkpoint.checkpoint;
    std::optional<Digest> kept;
    if (earlier) {
        if (earlier->origin != later.origin || earlier->size != from)
            throw Failure(
                Exit::integrity,
                compose({"证明从 {1} 的第 {0} 条起,另存的检查点是 {3} 的 {2} 条",
                         "the proof begins at {0} entries of {1}; the checkpoint kept is of {2} "
                         "of {3}"},
                        from, later.origin, earlier->size, earlier->origin));
        kept = earlier->root;
    }
    const auto roots = roots_of_consistency(from, later.size, hashes, kept);
    if (!roots && !kept)
        throw Failure(
            Exit::usage,
            compose({"核对从第 {} 条起的证明,要有当时的检查点",
                     "a proof from {} entries on is checked against the checkpoint of then"},
                    from),
            Label{"写 --anchor 当时的检查点文件", "give --anchor FILE, the checkpoint of then"});
    if (!roots || roots->to != later.root || (kept && roots->from != *kept))
        throw Failure(Exit::integrity,
                      compose({"后来的日志不是在前 {} 条之上添加的:前面的被改动过",
                               "the later journal does not begin with the first {} entries: they "
                               "were altered"},
                              from));
    return {.from = from, .from_root = roots->from, .checkpoint = checkpoint};
}

}  // namespace

std::string proof_of(const ProvenEntry& entry, const std::vector<Digest>& hashes,
                     const SignedCheckpoint& checkpoint) {
    return base::format("{}extra {}\nindex {}\n{}\n{}", proof_mark, base::base64(extra_of(entry)),
                        entry.seq - 1, lines_of(hashes), checkpoint.note);
}

std::string consistency_of(std::int64_t from, const std::vector<Digest>& hashes,
                           const SignedCheckpoint& checkpoint) {
    return base::format("{}{}\n{}\n{}", old_mark, from, lines_of(hashes), checkpoint.note);
}

const SignedCheckpoint& checkpoint_of(const CheckedProof& checked) {
    return std::visit([](const auto& one) -> const SignedCheckpoint& { return one.checkpoint; },
                      checked);
}

CheckedProof check_proof(std::string_view file, const VerifierKey& key,
                         const std::optional<Checkpoint>& earlier) {
    if (file.starts_with(old_mark)) return check_consistency(file, key, earlier);
    return check_record(file, key);
}

}  // namespace huiyin::gate
