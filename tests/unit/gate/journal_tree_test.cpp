// The journal as a tree of hashes: roots, proofs of inclusion and of consistency for every size,
// held against a tree that is built anew by the definition; and no bit of a proof may be another.
#include "huiyin/gate/journal_tree.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <random>

#include "huiyin/base/failure.hpp"
#include "huiyin/gate/journal.hpp"
#include "huiyin/gate/record_proof.hpp"
#include "huiyin/records/writing.hpp"
#include "huiyin/store/change_recorder.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"
#include "trials.hpp"

namespace huiyin::gate {

namespace {

std::string hash_of_entry(std::int64_t seq) {
    return std::string(base::bytes(base::blake2b({std::to_string(seq)})));
}

/// A journal of so many entries, their hashes alone.
store::Connection journal_of(std::int64_t entries) {
    auto connection = store::scratch();
    connection.execute(
        "CREATE TABLE journal (seq INTEGER PRIMARY KEY, head TEXT, changeset BLOB, hash BLOB);"
        "CREATE TABLE journal_tile (id INTEGER PRIMARY KEY, hashes BLOB, root BLOB);");
    for (std::int64_t seq = 1; seq <= entries; ++seq)
        store::run(connection, "INSERT INTO journal (seq, hash) VALUES (?, ?)", seq,
                   store::Blob{hash_of_entry(seq)});
    return connection;
}

base::Digest leaf(std::int64_t index) {
    return leaf_of_entry(hash_of_entry(index + 1));
}

/// By the definition of RFC 6962, 2.1.
base::Digest defined_root(std::int64_t begin, std::int64_t end) {
    if (end - begin == 1) return leaf(begin);
    std::int64_t half = 1;
    while (half * 2 < end - begin)
        half *= 2;
    const auto left = defined_root(begin, begin + half);
    const auto right = defined_root(begin + half, end);
    return base::sha256({std::string_view("\x01", 1), base::bytes(left), base::bytes(right)});
}

}  // namespace

TEST_CASE(
    "the tree of the journal is that of RFC 6962, at every size and with its tiles kept or not") {
    auto connection = journal_of(1'100);
    JournalTree tree(connection);
    for (const bool kept : {false, true}) {
        if (kept) tree.keep_tiles(1'100);
        for (std::int64_t size = 1; size <= 1'100; size = size < 20 ? size + 1 : size * 7 / 6)
            CHECK(tree.root(size) == defined_root(0, size));
        for (const std::int64_t size : {255, 256, 257, 511, 512, 513, 1'024, 1'100})
            CHECK(tree.root(size) == defined_root(0, size));
    }
    CHECK(store::find_integer(connection, "SELECT count(*) FROM journal_tile") == 4);
    CHECK_FALSE(tree.altered_tile());
    store::run(connection, "UPDATE journal_tile SET root = zeroblob(32) WHERE id = 2");
    CHECK(tree.altered_tile() == 2);
    CHECK_THROWS_AS(tree.root(1'101), base::Failure);
}

TEST_CASE("every entry of every journal is proven, by no other place and in no other journal") {
    auto connection = journal_of(70);
    JournalTree tree(connection);
    for (std::int64_t size = 1; size <= 70; ++size)
        for (std::int64_t index = 0; index < size; ++index) {
            const auto hashes = tree.inclusion(index, size);
            CHECK(hashes.size() == length_of_inclusion(index, size));
            CHECK(root_of_inclusion(index, size, leaf(index), hashes) == tree.root(size));
            CHECK(root_of_inclusion(index ^ 1, size, leaf(index), hashes) != tree.root(size));
            CHECK(root_of_inclusion(index, size, leaf(index + 1), hashes) != tree.root(size));
            if (hashes.empty()) continue;
            CHECK_FALSE(root_of_inclusion(index, size, leaf(index),
                                          std::span(hashes).first(hashes.size() - 1)));
        }
}

TEST_CASE("a longer journal is proven to begin with every shorter one, and with no other") {
    auto connection = journal_of(70);
    JournalTree tree(connection);
    for (std::int64_t to = 1; to <= 70; ++to)
        for (std::int64_t from = 1; from <= to; ++from) {
            const auto hashes = tree.consistency(from, to);
            const auto roots = roots_of_consistency(from, to, hashes, tree.root(from));
            REQUIRE(roots);
            CHECK(roots->from == tree.root(from));
            CHECK(roots->to == tree.root(to));
            if (from == to) continue;
            // Of an altered one either root comes out as another, or the proof as none.
            auto altered = hashes;
            if (altered.empty()) continue;
            altered.back()[0] ^= 1;
            const auto others = roots_of_consistency(from, to, altered, tree.root(from));
            CHECK((!others || others->from != tree.root(from) || others->to != tree.root(to)));
        }
}

TEST_CASE(
    "a hundred thousand entries of journals up to a million are proven by twenty hashes at most" *
    doctest::skip(std::getenv("HUIYIN_LONG") == nullptr)) {
    constexpr std::int64_t largest = 1'000'000;
    auto connection = journal_of(largest);
    JournalTree tree(connection);
    tree.keep_tiles(largest);
    std::mt19937_64 chance(20261129);
    for (const std::int64_t size : {1, 2, 3, 7, 8, 9, 1'000, 100'000, 1'000'000}) {
        const auto root = tree.root(size);
        std::uniform_int_distribution<std::int64_t> any(0, size - 1);
        for (int pair = 0; pair < 11'112; ++pair) {
            const auto index = any(chance);
            const auto hashes = tree.inclusion(index, size);
            REQUIRE(hashes.size() <= 20);
            REQUIRE(root_of_inclusion(index, size, leaf(index), hashes) == root);
        }
    }
}

namespace {

/// An entry whose changes say one text anew, and hand it on.
ProvenEntry entry_with_text(std::int64_t seq, const std::string& value) {
    auto connection = store::scratch();
    connection.execute(
        "CREATE TABLE said (id INTEGER PRIMARY KEY NOT NULL, place TEXT NOT NULL,"
        " row INTEGER NOT NULL, digest BLOB NOT NULL, erased_at INTEGER) STRICT");
    DisclosedText text{.id = 3 * seq, .place = "step.text", .row = seq, .salt = {}, .value = value};
    text.salt = std::string(records::salt_size, static_cast<char>(seq));
    const store::ChangeRecorder recorder(connection);
    store::run(connection, "INSERT INTO said VALUES (?, ?, ?, ?, NULL)", text.id, text.place,
               text.row,
               store::Blob{records::kept_text_digest(text.place, text.row, text.salt, text.value)});
    return {.seq = seq,
            .head = R"({"format":1,"seq":)" + std::to_string(seq) + "}",
            .changeset = recorder.changeset(),
            .texts = {text}};
}

/// Tries a proof with each of its bits changed; answers with how many of those hold.
std::size_t accepted_of(const std::string& proof, const VerifierKey& key, const Checkpoint& earlier,
                        std::size_t& tried) {
    const auto holds = [&](const std::string& file) {
        try {
            check_proof(file, key, earlier);
            return true;
        } catch (const base::Failure&) {
            return false;
        }
    };
    REQUIRE(holds(proof));
    std::size_t accepted = 0;
    const auto each = static_cast<std::size_t>(huiyin::testing::trials(1, 7));
    for (std::size_t bit = 0; bit < proof.size() * 8; bit += each, ++tried) {
        auto altered = proof;
        altered[bit / 8] = static_cast<char>(altered[bit / 8] ^ (1 << bit % 8));
        if (holds(altered)) ++accepted;
    }
    if (holds(proof.substr(0, proof.size() - 1)) || holds(proof + "\n")) ++accepted;
    return accepted;
}

/// The bits of so many proofs, of records and of consistency in turn.
void try_every_bit(int proofs) {
    constexpr std::int64_t largest = 1'000;
    auto connection = journal_of(largest);
    const auto key = SigningKey::generate();
    const VerifierKey verifier{.name = "huiyin/test", .public_key = key.public_key()};
    std::mt19937_64 chance(20261129);
    std::size_t tried = 0;
    for (int i = 0; i < proofs; ++i) {
        const auto size = std::uniform_int_distribution<std::int64_t>(1, largest)(chance);
        const auto seq = std::uniform_int_distribution<std::int64_t>(1, size)(chance);
        const auto entry = entry_with_text(seq, "楼上夜里装修第" + std::to_string(i) + "次");
        store::run(connection, "UPDATE journal SET hash = ? WHERE seq = ?",
                   store::Blob{entry_hash(entry.head, entry.changeset)}, seq);
        JournalTree tree(connection);
        const Checkpoint checkpoint{.origin = verifier.name, .size = size, .root = tree.root(size)};
        const Checkpoint earlier{.origin = verifier.name, .size = seq, .root = tree.root(seq)};
        const auto signed_one =
            parse_note(note_of(checkpoint, key.public_key(), key.sign(body_of(checkpoint))));
        CHECK(accepted_of(i % 4 < 3 ? proof_of(entry, tree.inclusion(seq - 1, size), signed_one)
                                    : consistency_of(seq, tree.consistency(seq, size), signed_one),
                          verifier, earlier, tried) == 0);
    }
    MESSAGE(tried << " changed bits of " << proofs << " proofs were refused");
}

}  // namespace

TEST_CASE("every bit of a proof counts") {
    try_every_bit(4);
    const VerifierKey verifier{.name = "huiyin/test",
                               .public_key = SigningKey::generate().public_key()};
    CHECK(parse_verifier_line(verifier_line(verifier))->public_key == verifier.public_key);
    CHECK_FALSE(parse_verifier_line("huiyin/other" + verifier_line(verifier).substr(11)));
}

TEST_CASE("every bit of a hundred proofs counts" *
          doctest::skip(std::getenv("HUIYIN_LONG") == nullptr)) {
    try_every_bit(100);
}

TEST_CASE("a tile that is missing is told, and its hashes are made from the entries") {
    constexpr std::int64_t size = 66'000;
    auto connection = journal_of(size);
    JournalTree tree(connection);
    const auto root = tree.root(size);
    tree.keep_tiles(size);
    CHECK_FALSE(tree.altered_tile());
    store::run(connection, "DELETE FROM journal_tile WHERE id = 100");
    CHECK(tree.altered_tile() == 100);
    CHECK(tree.root(size) == root);
    store::run(connection, "DELETE FROM journal_tile WHERE id > 256");
    CHECK(tree.root(size) == root);
}

}  // namespace huiyin::gate
