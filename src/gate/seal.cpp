#include "huiyin/gate/seal.hpp"

#include <sodium.h>

#include <array>

#include "huiyin/base/digest.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/gate/checkpoint.hpp"
#include "huiyin/records/office.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::gate {

using base::Exit;
using base::Failure;
using base::Label;

namespace {

// What stands before the 32 bytes of an Ed25519 key in PKCS#8 and SubjectPublicKeyInfo (RFC 8410).
constexpr std::string_view private_prefix(
    "\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20", 16);
constexpr std::string_view public_prefix("\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00", 12);
constexpr std::size_t key_size = 32;

const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* raw(std::string& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

std::string pem(std::string_view label, std::string_view prefix, std::string_view key) {
    auto der = std::string(prefix).append(key);
    auto text =
        base::format("-----BEGIN {0}-----\n{1}\n-----END {0}-----\n", label, base::base64(der));
    sodium_memzero(der.data(), der.size());
    return text;
}

/// The key in a PEM text of this label; nothing where it is none.
std::optional<std::string> key_in(std::string_view text, std::string_view label,
                                  std::string_view prefix) {
    const auto begin_line = base::format("-----BEGIN {}-----", label);
    const auto end_line = base::format("-----END {}-----", label);
    const auto begin = text.find(begin_line);
    const auto end = text.find(end_line);
    if (begin == text.npos || end == text.npos || end < begin) return {};
    const auto body = text.substr(begin + begin_line.size(), end - begin - begin_line.size());
    const auto der = base::from_base64(body);
    if (!der || der->size() != prefix.size() + key_size || !der->starts_with(prefix)) return {};
    return der->substr(prefix.size());
}

}  // namespace

SigningKey::SigningKey(std::string seed)
    : seed_(std::move(seed)),
      secret_(crypto_sign_SECRETKEYBYTES, '\0'),
      public_(crypto_sign_PUBLICKEYBYTES, '\0') {
    crypto_sign_seed_keypair(raw(public_), raw(secret_), raw(std::string_view(seed_)));
}

SigningKey::~SigningKey() {
    sodium_memzero(seed_.data(), seed_.size());
    sodium_memzero(secret_.data(), secret_.size());
}

SigningKey SigningKey::generate() {
    return SigningKey(base::random_bytes(key_size));
}

SigningKey SigningKey::parse(std::string_view text) {
    if (auto seed = key_in(text, "PRIVATE KEY", private_prefix))
        return SigningKey(std::move(*seed));
    if (key_in(text, "PUBLIC KEY", public_prefix))
        throw Failure(Exit::failed,
                      Label{"这是公钥,签名要私钥",
                            "this is the public key; signing takes the "
                            "private one"},
                      Label{"写它旁边的私钥文件:去掉末尾的 .pub,如 --key-file 封签.pem",
                            "give the private key's file beside it: leave .pub off, as in "
                            "--key-file SEAL.pem"});
    throw Failure(
        Exit::failed,
        Label{"这不是 Ed25519 私钥(PEM)", "this is not an Ed25519 private key in PEM"},
        Label{"生成一个:huiyin audit keygen 封签.pem", "make one: huiyin audit keygen SEAL.pem"});
}

std::string SigningKey::private_pem() const {
    return pem("PRIVATE KEY", private_prefix, seed_);
}

std::string SigningKey::sign(std::string_view statement) const {
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(raw(signature), nullptr, raw(statement), statement.size(),
                         raw(std::string_view(secret_)));
    return signature;
}

std::string public_pem(std::string_view public_key) {
    return pem("PUBLIC KEY", public_prefix, public_key);
}

std::string parse_public_pem(std::string_view text) {
    if (auto key = key_in(text, "PUBLIC KEY", public_prefix)) return std::move(*key);
    if (key_in(text, "PRIVATE KEY", private_prefix))
        throw Failure(Exit::usage,
                      Label{"这是私钥,不是公钥", "this is a private key, not a public one"},
                      Label{"写它旁边的公钥文件,如 封签.pem.pub;私钥不要离开它的主人",
                            "give the public key's file beside it, such as SEAL.pem.pub; a "
                            "private key stays with its owner"});
    throw Failure(Exit::failed,
                  Label{"这不是 Ed25519 公钥(PEM)", "this is not an Ed25519 public key in PEM"},
                  Label{"写 huiyin audit keygen 封签.pem 生成的 封签.pem.pub,或那一行核验密钥",
                        "give the SEAL.pem.pub that huiyin audit keygen SEAL.pem made, or its "
                        "verifier key's line"});
}

std::string fingerprint(std::string_view public_key) {
    const auto digits = base::hex(base::blake2b({public_key}));
    return base::format("{} {} {} {}", digits.substr(0, 4), digits.substr(4, 4),
                        digits.substr(8, 4), digits.substr(12, 4));
}

std::string statement_of(const Seal& seal) {
    return base::format("huiyin-seal-1\nstore {}\nentries {}\nhead {}\nat {}\n", seal.store_id,
                        seal.head.entries, seal.head.hash, base::seconds(seal.at));
}

bool holds(const Seal& seal) {
    const auto statement = statement_of(seal);
    return seal.public_key.size() == crypto_sign_PUBLICKEYBYTES &&
           seal.signature.size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(raw(seal.signature), raw(statement), statement.size(),
                                       raw(seal.public_key)) == 0;
}

Seal make_seal(std::string store_id, const Head& head, base::Instant at, const SigningKey& key) {
    Seal seal{.store_id = std::move(store_id),
              .head = head,
              .at = at,
              .public_key = key.public_key(),
              .signature = {}};
    seal.signature = key.sign(statement_of(seal));
    return seal;
}

std::string seal_line(const Seal& seal) {
    return base::format("huiyin-seal-1 {} {} {} {} {} {}", seal.store_id, seal.head.entries,
                        seal.head.hash, base::seconds(seal.at), base::base64(seal.public_key),
                        base::base64(seal.signature));
}

Seal seal_journal(const records::Writing& writing, const SigningKey& key) {
    auto& connection = writing.connection();
    auto seal = make_seal(records::load_office(connection).store_id, read_head(connection),
                          writing.now(), key);
    const auto id = writing.next_id("seal");
    store::run(connection,
               "INSERT INTO seal (id, entries, head, at, public_key, signature, recorder)"
               " VALUES (?, ?, ?, ?, ?, ?, ?)",
               id, seal.head.entries, seal.head.hash, seal.at, store::Blob{seal.public_key},
               store::Blob{seal.signature}, writing.recorder().staff);
    file_checkpoint(writing, id, seal.head, key);
    return seal;
}

std::vector<Seal> read_seals(store::Connection& connection, std::string_view store_id) {
    std::vector<Seal> seals;
    for (store::Query row(connection,
                          "SELECT entries, head, at, public_key, signature FROM seal ORDER BY id");
         row.next();)
        seals.push_back({.store_id = std::string(store_id),
                         .head = {row.integer(0), row.text(1)},
                         .at = row.time(2),
                         .public_key = std::string(row.blob(3)),
                         .signature = std::string(row.blob(4))});
    return seals;
}

std::optional<Seal> latest_seal(store::Connection& connection, std::string_view store_id) {
    auto seals = read_seals(connection, store_id);
    return seals.empty() ? std::nullopt : std::optional(std::move(seals.back()));
}

}  // namespace huiyin::gate
