// What a seal shows on paper, and what its code hands on.
#include <doctest/doctest.h>

#include <string>

#include "huiyin/reports/journal_view.hpp"

namespace huiyin::reports {

namespace {

const gate::Seal& a_seal(const gate::SigningKey& key) {
    static const auto seal = gate::make_seal(
        "0123abcd", {.entries = 41, .hash = std::string(64, 'a')}, base::Instant{}, key);
    return seal;
}

std::string code_in(const std::vector<Block>& blocks) {
    const auto* code = std::get_if<Code>(&blocks.back());
    return code == nullptr ? std::string() : code->content;
}

}  // namespace

TEST_CASE(
    "the code of a seal is its checkpoint with the store's own signature; before there were any, "
    "the seal") {
    const auto key = gate::SigningKey::generate();
    const auto& seal = a_seal(key);
    const base::Zone zone("Asia/Shanghai");
    const gate::Checkpoint checkpoint{.origin = "huiyin/0123abcd", .size = 41, .root = {}};
    const auto note =
        gate::note_of(checkpoint, key.public_key(), key.sign(gate::body_of(checkpoint)));
    const gate::SignedCheckpoint cosigned{checkpoint, note + "— witness.example AAAA\n"};
    CHECK(code_in(seal_blocks(seal, cosigned, zone)) == note);
    CHECK(gate::parse_anchor(code_in(seal_blocks(seal, cosigned, zone))).head.entries == 41);
    CHECK(code_in(seal_blocks(seal, {}, zone)) == gate::seal_line(seal));
    const auto anchor = gate::parse_anchor(gate::seal_line(seal));
    CHECK(anchor.head.hash == seal.head.hash);
    CHECK_FALSE(anchor.checkpoint);
}

}  // namespace huiyin::reports
