#pragma once

#include <string>

#include "huiyin/base/atomic_file.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/limits.hpp"
#include "huiyin/gate/checkpoint.hpp"
#include "huiyin/gate/seal.hpp"
#include "typed_command.hpp"

/// What several commands take that check signatures.
namespace huiyin::cli::shared {

inline constexpr Declared<Takes::file> public_key{
    "public-key",
    {"只认这把密钥所签的:PEM 文件,或核验密钥一行",
     "accept only what this key signed: a PEM file, or a verifier key"}};

inline constexpr Declared<Takes::file> witness{
    "witness",
    {"见证人的核验密钥:一行,或有这一行的文件", "the witness's verifier key, or a file with it"}};

/// A file, or standard input for `-`. Throws as `base::read_whole`.
inline std::string read_input(const std::string& name, std::size_t limit) {
    return base::read_whole(name == "-" ? "/dev/stdin" : name, limit);
}

/// The key that an option names: a verifier key as it is typed, or a file with one or with PEM. Of
/// PEM without a name. Throws Failure{usage} for a private key, Failure{failed} for anything else.
inline gate::VerifierKey read_public_key(const std::string& typed) {
    auto key = gate::parse_verifier_line(typed);
    if (!key) {
        const auto text = read_input(typed, base::limits::key_file);
        key = gate::parse_verifier_line(text);
        if (!key) return {.name = {}, .public_key = gate::parse_public_pem(text)};
    }
    if (key->kind != gate::VerifierKey::of_witness) return std::move(*key);
    throw base::Failure(
        base::Exit::failed,
        base::compose(
            {"{} 的这把密钥是见证人联署用的(第 4 种),不签检查点",
             "this key of {} is a witness's (kind 4): it cosigns, and signs no checkpoint"},
            key->name),
        base::Label{"写作 --witness;--public-key 写封签的公钥",
                    "give it to --witness; --public-key takes the key of the seals"});
}

/// A witness's key, as it is typed or in a file. Throws Failure{failed} for anything else.
inline gate::VerifierKey read_witness(const std::string& typed) {
    auto key = gate::parse_verifier_line(typed);
    if (!key) key = gate::parse_verifier_line(read_input(typed, base::limits::key_file));
    if (key && key->kind == gate::VerifierKey::of_witness) return std::move(*key);
    if (key)
        throw base::Failure(
            base::Exit::failed,
            base::compose(
                {"{} 的这把密钥是签检查点用的(第 1 种),不是联署用的(第 4 种)",
                 "this key of {} signs checkpoints (kind 1); cosigning takes one of kind 4"},
                key->name),
            base::Label{"向见证人要联署(cosignature)用的核验密钥",
                        "ask the witness for the verifier key of its cosignatures"});
    throw base::Failure(
        base::Exit::failed,
        base::Label{"这不是见证人的核验密钥", "this is no verifier key of a witness"},
        base::Label{"它是一行:名称+8 位+base64", "it is one line: NAME+8 digits+base64"});
}

}  // namespace huiyin::cli::shared
