#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/time.hpp"
#include "huiyin/gate/checkpoint.hpp"
#include "huiyin/records/writing.hpp"
#include "huiyin/store/connection.hpp"

/// What others say of a checkpoint, so that its time is not this machine's word: a witness who
/// cosigns it (C2SP tlog-cosignature), a time stamping authority (RFC 3161). What is not of a
/// checkpoint on file, or does not hold, throws Failure{integrity}.
namespace huiyin::gate {

struct Attestation {
    std::int64_t seal = 0;
    std::string kind;   ///< `cosignature`, `timestamp`
    std::string name;   ///< the witness's; of a timestamp none
    base::Instant at;   ///< when, as they say
    std::string bytes;  ///< the line of the cosignature; the authority's answer, in DER
};

/// When an authority says it saw a note; nothing where it speaks of something else. Throws
/// Failure{integrity} for what is no answer that grants a stamp. Whether the authority signed it,
/// `openssl ts -verify` tells, which is given its certificate.
std::optional<base::Instant> stamped_at(std::string_view answer, std::string_view note);

/// When that witness says it cosigned the checkpoint; nothing where no line is theirs or it does
/// not hold.
std::optional<base::Instant> cosigned_at(const SignedCheckpoint& checkpoint,
                                         const VerifierKey& witness);

/// Puts an authority's answer on file beside the seal whose checkpoint it is of: of its note with
/// the store's own signature alone.
Attestation file_timestamp(const records::Writing& writing, const std::string& answer);
/// Puts a witness's cosignature on file, out of the note they handed back.
Attestation file_cosignature(const records::Writing& writing, std::string_view note,
                             const VerifierKey& witness);

/// Of one seal, or of all; oldest first.
std::vector<Attestation> attestations_of(store::Connection& connection,
                                         std::optional<std::int64_t> seal = {});

}  // namespace huiyin::gate
