#include "huiyin/gate/attestation.hpp"

#include <sodium.h>

#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::gate {

using base::Failure;
using base::Label;
using store::Query;

namespace {

Failure no_answer(Label why) {
    return {
        base::Exit::integrity, why,
        Label{"先用 openssl ts -verify 核对答复", "check the answer by openssl ts -verify first"}};
}

/// One value of DER after the other.
class Der {
  public:
    explicit Der(std::string_view bytes) : left_(bytes) {}

    static constexpr unsigned char integer = 0x02;
    static constexpr unsigned char time = 0x18;
    static constexpr unsigned char sequence = 0x30;

    bool empty() const { return left_.empty(); }
    /// The content of the next value, if it is of that kind.
    std::optional<std::string_view> take(unsigned char kind) {
        if (left_.size() < 2 || static_cast<unsigned char>(left_[0]) != kind) return {};
        std::size_t begin = 2;
        std::size_t size = static_cast<unsigned char>(left_[1]);
        constexpr std::size_t long_form = 0x80;
        if (size >= long_form) {
            const auto count = size - long_form;
            if (count == 0 || count > 4 || left_.size() < begin + count) return {};
            size = 0;
            for (std::size_t i = 0; i < count; ++i)
                size = size << 8U | static_cast<unsigned char>(left_[begin + i]);
            begin += count;
        }
        if (left_.size() - begin < size) return {};
        const auto content = left_.substr(begin, size);
        left_.remove_prefix(begin + size);
        return content;
    }

  private:
    std::string_view left_;
};

/// `20261129042000Z`, a fraction of a second cut off.
std::optional<base::Instant> parse_general_time(std::string_view text) {
    constexpr std::size_t digits = 14;
    if (text.size() < digits + 1 || !text.ends_with('Z')) return {};
    std::array<int, 6> parts{};
    constexpr std::array<std::size_t, 6> widths{4, 2, 2, 2, 2, 2};
    for (std::size_t i = 0, at = 0; i < parts.size(); at += widths[i], ++i)
        for (const char digit : text.substr(at, widths[i])) {
            if (digit < '0' || digit > '9') return {};
            parts[i] = parts[i] * 10 + (digit - '0');
        }
    const std::chrono::year_month_day day{std::chrono::year(parts[0]),
                                          std::chrono::month(static_cast<unsigned>(parts[1])),
                                          std::chrono::day(static_cast<unsigned>(parts[2]))};
    if (!day.ok()) return {};
    return std::chrono::sys_days(day) + std::chrono::hours(parts[3]) +
           std::chrono::minutes(parts[4]) + base::Seconds(parts[5]);
}

/// What stands before a SHA-256 digest in an answer, with the algorithm's empty parameter or
/// without it.
constexpr std::array<std::string_view, 2> imprints{
    std::string_view("\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20",
                     19),
    std::string_view("\x30\x2f\x30\x0b\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x04\x20", 17)};

bool is_granted(std::string_view answer) {
    Der outer(answer);
    const auto response = outer.take(Der::sequence);
    if (!response || !outer.empty()) return false;
    const auto status = Der(*response).take(Der::sequence);
    if (!status) return false;
    const auto code = Der(*status).take(Der::integer);
    return code && (*code == std::string_view("\0", 1) || *code == "\x01");
}

}  // namespace

std::optional<base::Instant> stamped_at(std::string_view answer, std::string_view note) {
    if (!is_granted(answer))
        throw no_answer({"这不是一份已签发的时间戳答复(RFC 3161)",
                         "this is no answer that grants a time stamp (RFC 3161)"});
    const auto digest = base::sha256({note});
    for (const auto imprint : imprints) {
        const auto found = answer.find(std::string(imprint).append(base::bytes(digest)));
        if (found == answer.npos) continue;
        Der after(answer.substr(found + imprint.size() + digest.size()));
        if (!after.take(Der::integer)) continue;
        if (const auto time = after.take(Der::time)) return parse_general_time(*time);
    }
    return {};
}

namespace {

struct Cosignature {
    base::Instant at;
    std::string signature;  ///< the time, 8 bytes, and what was signed
};

std::optional<Cosignature> cosignature_of(const SignedCheckpoint& checkpoint,
                                          const VerifierKey& witness) {
    constexpr std::size_t time_size = 8;
    for (auto& signature : signatures_of(checkpoint, witness)) {
        if (signature.size() < time_size) continue;
        std::uint64_t time = 0;
        for (const char byte : signature.substr(0, time_size))
            time = time << 8U | static_cast<unsigned char>(byte);
        const auto statement =
            base::format("cosignature/v1\ntime {}\n{}", time, body_of(checkpoint.checkpoint));
        if (is_signed(std::string_view(signature).substr(time_size), statement, witness.public_key))
            return Cosignature{base::instant(static_cast<std::int64_t>(time)),
                               std::move(signature)};
    }
    return {};
}

}  // namespace

std::optional<base::Instant> cosigned_at(const SignedCheckpoint& checkpoint,
                                         const VerifierKey& witness) {
    const auto cosignature = cosignature_of(checkpoint, witness);
    return cosignature ? std::optional(cosignature->at) : std::nullopt;
}

namespace {

Attestation file(const records::Writing& writing, Attestation made) {
    store::run(writing.connection(),
               "INSERT INTO attestation (id, seal, kind, name, at, bytes, recorded_at, recorder)"
               " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
               writing.next_id("attestation"), made.seal, made.kind, made.name, made.at,
               store::Blob{made.bytes}, writing.now(), writing.recorder().staff);
    return made;
}

}  // namespace

Attestation file_timestamp(const records::Writing& writing, const std::string& answer) {
    for (const auto& [seal, checkpoint] : filed_checkpoints(writing.connection()))
        if (const auto at = stamped_at(answer, checkpoint.note))
            return file(
                writing,
                {.seal = seal, .kind = "timestamp", .name = {}, .at = *at, .bytes = answer});
    throw no_answer(
        {"时间戳答复不是这份数据的检查点的", "the time stamp is of no checkpoint of this store"});
}

Attestation file_cosignature(const records::Writing& writing, std::string_view note,
                             const VerifierKey& witness) {
    const auto cosigned = parse_note(note);
    const auto cosignature = cosignature_of(cosigned, witness);
    if (!cosignature)
        throw Failure(
            base::Exit::integrity,
            base::compose({"检查点上没有 {} 的联署,或联署不成立",
                           "the checkpoint has no cosignature of {} that holds"},
                          witness.name),
            Label{"见证人的公钥是 名称+8 位+base64", "a witness's key is NAME+8 digits+base64"});
    for (const auto& [seal, checkpoint] : filed_checkpoints(writing.connection()))
        if (body_of(checkpoint.checkpoint) == body_of(cosigned.checkpoint))
            return file(writing, {.seal = seal,
                                  .kind = "cosignature",
                                  .name = witness.name,
                                  .at = cosignature->at,
                                  .bytes = signature_line(witness, cosignature->signature)});
    throw Failure(base::Exit::integrity, Label{"联署的不是这份数据的检查点",
                                               "what was cosigned is no checkpoint of this store"});
}

std::vector<Attestation> attestations_of(store::Connection& connection,
                                         std::optional<std::int64_t> seal) {
    std::vector<Attestation> attestations;
    for (Query row(connection,
                   "SELECT seal, kind, name, at, bytes FROM attestation"
                   " WHERE ?1 IS NULL OR seal = ?1 ORDER BY id",
                   seal);
         row.next();)
        attestations.push_back({.seal = row.integer(0),
                                .kind = row.text(1),
                                .name = row.text(2),
                                .at = row.time(3),
                                .bytes = std::string(row.blob(4))});
    return attestations;
}

}  // namespace huiyin::gate
