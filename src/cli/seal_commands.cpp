#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <vector>

#include "huiyin/base/atomic_file.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/limits.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/gate/attestation.hpp"
#include "huiyin/gate/seal.hpp"
#include "huiyin/gate/verify.hpp"
#include "huiyin/records/office.hpp"
#include "huiyin/reports/journal_view.hpp"
#include "huiyin/rulebook/found_on_file.hpp"
#include "huiyin/store/store.hpp"
#include "nouns.hpp"
#include "progress_bar.hpp"
#include "public_key.hpp"
#include "signing_key.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace seal_commands {
namespace {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;
using gate::Right;

struct Verify final : Options {
    Maybe<Takes::file> anchor{*this,
                              {"anchor",
                               {"另存的封签、检查点、末端或周报",
                                "a seal, checkpoint, head or weekly report kept elsewhere"}}};
    Maybe<Takes::file> public_key{*this, shared::public_key};
    Flag replay{
        *this,
        {"replay",
         {"在副本上从头重放每一条变更:慢,登记的人要等复制",
          "make every change again from nothing, on a copy: slow, and writers wait for it"}}};
    Flag sums{*this,
              {"sums",
               {"用求和核对,有出入才重放(不写也是这样)",
                "by sums of rows, and by a replay only where they differ (the default)"}}};
    Flag since_seal{*this,
                    {"since-seal",
                     {"只核对最近一枚封签(或 --anchor)以来的",
                      "only what was recorded since the newest seal, or since --anchor"}}};
    Flag rules{*this,
               {"rules",
                {"再把一切重新判断,核对库里记下的判断与时限",
                 "then judge everything anew, and compare what the store keeps of that"}}};
};

struct Seal final : Options {
    Maybe<Takes::file> key_file{*this, shared::key_file};
    Maybe<Takes::file> timestamp{
        *this,
        {"timestamp",
         {"不加新封签,收下时间戳机构对检查点的答复(RFC 3161)",
          "no new seal: take in an authority's time stamp of a checkpoint (RFC 3161)"}}};
    Maybe<Takes::file> cosigned{*this,
                                {"cosigned",
                                 {"不加新封签,收下见证人联署过的检查点",
                                  "no new seal: take in a checkpoint that a witness cosigned"}}};
    Maybe<Takes::file> witness{*this, shared::witness};
    Flag dry_run{*this, {"dry-run", {"试运行,不留档", "check only, file nothing"}}};
};

struct Keygen final : Options {
    Maybe<Takes::file> file{*this,
                            operand("FILE", {"私钥文件(公钥写在 FILE.pub)",
                                             "the private key; the public one goes to FILE.pub"})};
};

Exit keygen(const gate::Session& session, const Keygen& typed, Output& output) {
    const auto file = typed.file() ? typed.file() : output.file;
    output.file.reset();
    if (!file)
        throw Failure(Exit::usage,
                      Label{"缺少 FILE(私钥文件)", "FILE is missing (the private key)"},
                      Label{"写作 huiyin audit keygen 封签.pem,最好在 U 盘上",
                            "write huiyin audit keygen SEAL.pem, best on a USB stick"});
    const auto key = gate::SigningKey::generate();
    base::AtomicFile secret(*file, base::AtomicFile::Readers::owner);
    secret.write(key.private_pem());
    base::AtomicFile open_half(*file + ".pub");
    open_half.write(gate::public_pem(key.public_key()));
    // The public half first: there is nothing to lose in it where the private one cannot be kept.
    open_half.publish(base::AtomicFile::Existing::keep);
    secret.publish(base::AtomicFile::Existing::keep);
    std::optional<std::string> origin;
    if (auto reading = gate::peek(session)) origin = gate::origin_of(reading->connection);
    const auto shown = reports::key_made(key.public_key(), origin);
    output.show(shown.document, shown.json);
    output.say(compose({"私钥在 {0},不要放在这台电脑上;公钥在 {0}.pub,交给审计",
                        "the private key is in {0}: keep it off this machine; the public one is in "
                        "{0}.pub, for the auditor"},
                       *file));
    return Exit::done;
}

std::vector<base::Problem> contradictions_of_seal(const Unchecked<Seal>& typed) {
    std::vector<base::Problem> problems;
    const bool attests = typed.has(&Seal::timestamp) || typed.has(&Seal::cosigned);
    if (attests && typed.has(&Seal::key_file))
        problems.push_back({Label{"加封签与收下别人的证明分两次做",
                                  "seal, and take in what others say, one by one"},
                            Label{"--key-file 不与 --timestamp、--cosigned 同写",
                                  "give --key-file without --timestamp and --cosigned"}});
    if (typed.has(&Seal::cosigned) != typed.has(&Seal::witness))
        problems.push_back(
            {Label{"--cosigned 与 --witness 要同写", "--cosigned goes with --witness"},
             Label{"--witness 写见证人的核验密钥", "--witness takes the witness's key"}});
    return problems;
}

/// Takes in what others said of checkpoints on file.
Exit attest(const gate::Session& session, const Seal& typed, Output& output) {
    const auto answer = typed.timestamp();
    const auto cosigned = typed.cosigned();
    std::optional<std::string> stamp;
    std::optional<std::string> note;
    std::optional<gate::VerifierKey> witness;
    if (answer) stamp = shared::read_input(*answer, base::limits::anchor);
    if (cosigned) {
        note = shared::read_input(*cosigned, base::limits::anchor);
        witness = shared::read_witness(typed.witness().value_or(""));
    }
    std::vector<gate::Attestation> taken;
    gate::Command command;
    command.line = typed.masked_line();
    command.rights = {Right::seal};
    command.record = [&](const records::Writing& writing) {
        taken.clear();
        if (stamp) taken.push_back(gate::file_timestamp(writing, *stamp));
        if (note) taken.push_back(gate::file_cosignature(writing, *note, *witness));
        return records::WriteResult{base::format("{}", taken.back().seal), {}};
    };
    const auto outcome = gate::write(session, command);
    const auto shown = reports::attestations(taken, base::Zone(outcome.timezone));
    output.show(shown.document, shown.json);
    if (outcome.dry_run) output.say(Label{"试运行:没有留档", "dry run: nothing was filed"});
    return Exit::done;
}

Exit seal(const gate::Session& session, const Seal& typed, Output& output) {
    if (typed.timestamp() || typed.cosigned()) return attest(session, typed, output);
    const auto file = typed.key_file();
    const auto key = shared::read_signing_key(file, output);
    std::optional<gate::Seal> made;
    std::optional<gate::SignedCheckpoint> checkpoint;
    gate::Command command;
    command.line = typed.masked_line();
    command.rights = {Right::seal};
    command.record = [&](const records::Writing& writing) {
        made = gate::seal_journal(writing, key);
        checkpoint = gate::latest_checkpoint(writing.connection());
        return records::WriteResult{base::format("{}", made->head.entries), {}};
    };
    const auto outcome = gate::write(session, command);
    const auto shown = reports::seal_record(*made, *checkpoint, base::Zone(outcome.timezone));
    output.show(shown.document, shown.json);
    if (outcome.dry_run)
        output.say(Label{"试运行:没有留档", "dry run: nothing was filed"});
    else
        output.say(Label{"请另存(--json --out 文件),日后用 huiyin audit verify --anchor 文件 核对",
                         "keep it elsewhere (--json --out FILE); check against it later with "
                         "huiyin audit verify --anchor FILE"});
    return Exit::done;
}

std::vector<base::Problem> contradictions_of_verify(const Unchecked<Verify>& typed) {
    const int ways =
        typed.has(&Verify::replay) + typed.has(&Verify::sums) + typed.has(&Verify::since_seal);
    if (ways < 2) return {};
    return {{Label{"--replay、--sums、--since-seal 只能写一个",
                   "--replay, --sums and --since-seal exclude each other"},
             Label{"写其一;都不写是求和核对", "give one of them; none is a proof by sums"}}};
}

gate::ProofBy way_of(const Verify& typed) {
    if (typed.replay()) return gate::ProofBy::replay;
    return typed.since_seal() ? gate::ProofBy::since_seal : gate::ProofBy::sums;
}

std::vector<gate::Fault> faults_of_judgement(store::Connection& connection) {
    const rulebook::FoundOnFile found(connection,
                                      records::zone_of(records::load_office(connection)),
                                      base::machine_now(), rulebook::FoundOnFile::Judging::afresh);
    std::vector<gate::Fault> faults;
    for (const auto& what : found.differences())
        faults.push_back({.seq = {},
                          .table = "kept_finding",
                          .row = what,
                          .what = compose({"{}:重新判断的结果与库里记下的不同",
                                           "{}: judged anew it comes to something else than what "
                                           "the store keeps"},
                                          what)});
    for (const auto& no : found.forgotten())
        faults.push_back({.seq = {},
                          .table = "owing",
                          .row = no,
                          .what = compose({"{}:时限还在走,库里却没有记下",
                                           "{}: a deadline runs, and the store does not say so"},
                                          no)});
    return faults;
}

/// Where somebody wrote meanwhile, what was read may be of two moments: then it is read again, and
/// the last time writers wait. What cannot be judged is a fault, too.
std::vector<gate::Fault> judged_anew(const std::string& path) {
    constexpr int attempts = 3;
    try {
        for (int attempt = 1;; ++attempt) {
            auto connection = store::open_to_read(path);
            const auto version = store::data_version(connection);
            std::optional<store::ReadTransaction> held;
            if (attempt == attempts) held.emplace(connection);
            auto faults = faults_of_judgement(connection);
            if (faults.empty() || held || store::data_version(connection) == version) return faults;
        }
    } catch (const Failure& failure) {
        if (failure.code() != Exit::integrity) throw;
        std::vector<gate::Fault> faults;
        for (const auto& problem : failure.problems())
            faults.push_back({.seq = {}, .table = {}, .row = {}, .what = problem.what});
        return faults;
    }
}

Exit verify(const gate::Session& session, const Verify& typed, Output& output) {
    gate::Outside outside;
    if (const auto file = typed.anchor())
        outside.anchor = gate::parse_anchor(shared::read_input(*file, base::limits::anchor));
    if (const auto file = typed.public_key())
        outside.public_key = shared::read_public_key(*file).public_key;
    std::optional<gate::Verification> result;
    {
        ProgressBar bar(output, {"核对日志", "verifying the journal"});
        const gate::Progress progress = [&](std::int64_t done, std::int64_t of) { bar(done, of); };
        result = gate::verify(session.store, outside, progress, way_of(typed));
    }
    if (typed.rules()) {
        const auto path = session.store.string();
        std::ranges::move(store::explained(path, [&] { return judged_anew(path); }),
                          std::back_inserter(result->faults));
        result->judged_anew = true;
    }
    const auto shown = reports::verification(*result, outside);
    output.show(shown.document, shown.json);
    return result->sound() ? Exit::done : Exit::integrity;
}

constexpr std::array verbs{
    command<verify, contradictions_of_verify>(
        {.noun = "audit",
         .verb = "verify",
         .help = {"核对数据与日志", "verify the store against its journal"},
         .clause = "",
         .right = Right::open,
         .example = "huiyin audit verify --anchor 封签.json --public-key 封签.pem.pub"}),
    command<seal, contradictions_of_seal>(
        {.noun = "audit",
         .verb = "seal",
         .help = {"给日志的条数与末端加封签", "sign the journal's count and head"},
         .clause = "",
         .right = Right::seal,
         .example = "huiyin audit seal --key-file 封签.pem --json --out 封签.json"}),
    command<keygen>({.noun = "audit",
                     .verb = "keygen",
                     .help = {"生成封签用的密钥", "make a key pair for seals"},
                     .clause = "",
                     .right = Right::open,
                     .example = "huiyin audit keygen /media/usb/封签.pem"}),
};

}  // namespace
}  // namespace seal_commands

std::span<const Verb> seal_verbs() {
    return seal_commands::verbs;
}

}  // namespace huiyin::cli
