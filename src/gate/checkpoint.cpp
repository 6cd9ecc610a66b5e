#include "huiyin/gate/checkpoint.hpp"

#include <sodium.h>

#include <algorithm>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/gate/journal_tree.hpp"
#include "huiyin/records/office.hpp"
#include "huiyin/store/query.hpp"
#include "note_line.hpp"

namespace huiyin::gate {

using base::Failure;
using base::Label;
using store::Query;

namespace {

constexpr std::size_t id_size = 4;
constexpr std::string_view signature_mark = "— ";

std::string key_id(const VerifierKey& key) {
    const auto digest =
        base::sha256({key.name, "\n", std::string_view(&key.kind, 1), key.public_key});
    return std::string(base::bytes(digest).substr(0, id_size));
}

Failure no_checkpoint() {
    return {base::Exit::integrity,
            Label{"这不是一份检查点(C2SP 签名附注)", "this is no checkpoint (a C2SP signed note)"},
            Label{"检查点见 huiyin audit seal --json 的 checkpoint",
                  "huiyin audit seal --json prints one as `checkpoint`"}};
}

Checkpoint parse_body(std::string_view body) {
    const auto whole = body;
    const auto origin = next_line(body);
    const auto size = next_line(body);
    const auto root = next_line(body);
    if (!origin || !size || !root || !body.empty()) throw no_checkpoint();
    const auto count = base::parse_whole(*size);
    const auto digest = base::from_exact_base64(*root);
    Checkpoint checkpoint{.origin = std::string(*origin), .size = count.value_or(-1), .root = {}};
    if (!digest || digest->size() != checkpoint.root.size()) throw no_checkpoint();
    std::ranges::copy(*digest, checkpoint.root.begin());
    // Written in one way only, so that no byte of it can be another.
    if (checkpoint.size < 0 || body_of(checkpoint) != whole) throw no_checkpoint();
    return checkpoint;
}

}  // namespace

std::string verifier_line(const VerifierKey& key) {
    return base::format("{}+{}+{}", key.name, base::hex(key_id(key)),
                        base::base64(std::string(1, key.kind) + key.public_key));
}

std::optional<VerifierKey> parse_verifier_line(std::string_view line) {
    line = base::trimmed(line);
    const auto id = line.find('+');
    const auto bytes = id == line.npos ? line.npos : line.find('+', id + 1);
    if (bytes == line.npos) return {};
    const auto key = base::from_exact_base64(line.substr(bytes + 1));
    if (!key || key->empty()) return {};
    VerifierKey verifier{.name = std::string(line.substr(0, id)),
                         .public_key = key->substr(1),
                         .kind = key->front()};
    if (verifier.kind != VerifierKey::of_log && verifier.kind != VerifierKey::of_witness) return {};
    if (verifier.public_key.size() != crypto_sign_PUBLICKEYBYTES || verifier_line(verifier) != line)
        return {};
    return verifier;
}

std::string body_of(const Checkpoint& checkpoint) {
    return base::format("{}\n{}\n{}\n", checkpoint.origin, checkpoint.size,
                        base::base64(base::bytes(checkpoint.root)));
}

std::string signature_line(const VerifierKey& key, std::string_view signature) {
    return base::format("{}{} {}", signature_mark, key.name,
                        base::base64(key_id(key) + std::string(signature)));
}

std::string note_of(const Checkpoint& checkpoint, std::string_view public_key,
                    std::string_view signature) {
    return base::format(
        "{}\n{}\n", body_of(checkpoint),
        signature_line({.name = checkpoint.origin, .public_key = std::string(public_key)},
                       signature));
}

std::string own_note(const SignedCheckpoint& checkpoint) {
    const auto begin = body_of(checkpoint.checkpoint).size() + 1;
    return checkpoint.note.substr(0, checkpoint.note.find('\n', begin) + 1);
}

bool is_signed(std::string_view signature, std::string_view statement,
               std::string_view public_key) {
    const auto raw = [](std::string_view bytes) {
        return reinterpret_cast<const unsigned char*>(bytes.data());
    };
    return signature.size() == crypto_sign_BYTES &&
           public_key.size() == crypto_sign_PUBLICKEYBYTES &&
           crypto_sign_verify_detached(raw(signature), raw(statement), statement.size(),
                                       raw(public_key)) == 0;
}

SignedCheckpoint parse_note(std::string_view note) {
    const auto end = note.find("\n\n");
    if (end == note.npos) throw no_checkpoint();
    SignedCheckpoint read{.checkpoint = parse_body(note.substr(0, end + 1)),
                          .note = std::string(note)};
    auto signatures = note.substr(end + 2);
    if (signatures.empty()) throw no_checkpoint();
    while (!signatures.empty()) {
        const auto line = next_line(signatures);
        if (!line || !line->starts_with(signature_mark)) throw no_checkpoint();
    }
    return read;
}

std::vector<std::string> signatures_of(const SignedCheckpoint& checkpoint, const VerifierKey& key) {
    std::vector<std::string> signatures;
    auto lines =
        std::string_view(checkpoint.note).substr(body_of(checkpoint.checkpoint).size() + 1);
    const auto begin = base::format("{}{} ", signature_mark, key.name);
    while (const auto line = next_line(lines)) {
        if (!line->starts_with(begin)) continue;
        const auto bytes = base::from_exact_base64(line->substr(begin.size()));
        if (bytes && bytes->starts_with(key_id(key))) signatures.push_back(bytes->substr(id_size));
    }
    return signatures;
}

bool signed_by(const SignedCheckpoint& checkpoint, const VerifierKey& key) {
    auto named = key;
    if (named.name.empty()) named.name = checkpoint.checkpoint.origin;
    return std::ranges::any_of(signatures_of(checkpoint, named), [&](const auto& signature) {
        return is_signed(signature, body_of(checkpoint.checkpoint), named.public_key);
    });
}

std::string origin_of(store::Connection& connection) {
    auto origin = "huiyin/" + records::load_office(connection).store_id;
    // What was put on record since the copy stands in no other journal of that number.
    if (Query first(connection,
                    "SELECT hash FROM journal WHERE seq ="
                    " (SELECT entries + 1 FROM restoration ORDER BY id DESC LIMIT 1)");
        first.next())
        origin += "/" + base::hex(first.blob(0).substr(0, id_size));
    return origin;
}

void file_checkpoint(const records::Writing& writing, std::int64_t seal, const Head& head,
                     const SigningKey& key) {
    auto& connection = writing.connection();
    JournalTree tree(connection);
    tree.keep_tiles(head.entries);
    const Checkpoint checkpoint{
        .origin = origin_of(connection), .size = head.entries, .root = tree.root(head.entries)};
    store::run(connection,
               "INSERT INTO checkpoint (seal, origin, root, signature) VALUES (?, ?, ?, ?)", seal,
               checkpoint.origin, store::Blob{base::bytes(checkpoint.root)},
               store::Blob{key.sign(body_of(checkpoint))});
}

namespace {

constexpr std::string_view filed =
    "SELECT c.seal, c.origin, s.entries, c.root, s.public_key, c.signature"
    " FROM checkpoint c JOIN seal s ON s.id = c.seal";

SignedCheckpoint read_checkpoint(const Query& row) {
    Checkpoint checkpoint{.origin = row.text(1), .size = row.integer(2), .root = {}};
    const auto root = row.blob(3);
    if (root.size() != checkpoint.root.size()) throw no_checkpoint();
    std::ranges::copy(root, checkpoint.root.begin());
    auto note = note_of(checkpoint, row.blob(4), row.blob(5));
    return {std::move(checkpoint), std::move(note)};
}

/// With the lines that witnesses added.
SignedCheckpoint cosigned(store::Connection& connection, const Query& row) {
    auto checkpoint = read_checkpoint(row);
    for (Query line(connection,
                    "SELECT bytes FROM attestation WHERE seal = ? AND kind = 'cosignature'"
                    " ORDER BY id",
                    row.integer(0));
         line.next();)
        checkpoint.note.append(line.blob(0)).append("\n");
    return checkpoint;
}

}  // namespace

std::vector<std::pair<std::int64_t, SignedCheckpoint>> filed_checkpoints(
    store::Connection& connection) {
    std::vector<std::pair<std::int64_t, SignedCheckpoint>> checkpoints;
    for (Query row(connection, base::format("{} ORDER BY c.seal DESC", filed)); row.next();)
        checkpoints.emplace_back(row.integer(0), read_checkpoint(row));
    return checkpoints;
}

std::optional<SignedCheckpoint> latest_checkpoint(store::Connection& connection) {
    Query row(connection, base::format("{} ORDER BY c.seal DESC LIMIT 1", filed));
    if (!row.next()) return {};
    return cosigned(connection, row);
}

std::optional<SignedCheckpoint> checkpoint_over(store::Connection& connection,
                                                std::int64_t entries) {
    Query row(connection,
              base::format("{} WHERE s.entries = ? ORDER BY c.seal DESC LIMIT 1", filed), entries);
    if (!row.next()) return {};
    return cosigned(connection, row);
}

}  // namespace huiyin::gate
