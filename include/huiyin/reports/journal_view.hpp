#pragma once

#include <vector>

#include "huiyin/gate/attestation.hpp"
#include "huiyin/gate/checkpoint.hpp"
#include "huiyin/gate/history.hpp"
#include "huiyin/gate/journal.hpp"
#include "huiyin/gate/record_proof.hpp"
#include "huiyin/gate/seal.hpp"
#include "huiyin/gate/verify.hpp"
#include "huiyin/reports/matter_view.hpp"
#include "huiyin/reports/presentation.hpp"

/// The journal: what it says, and what proves it. Only `journal_entry` throws: Failure{integrity}
/// for a changeset that cannot be read.
namespace huiyin::reports {

Presentation journal_log(const std::vector<gate::LoggedEntry>& entries, const base::Zone& zone);
Presentation journal_entry(store::Connection& connection, const gate::LoggedEntry& entry,
                           const base::Zone& zone);
/// Each value of a record, old and new, with who recorded it and when.
Presentation record_history(const std::string& name, const std::vector<gate::Revision>& revisions,
                            const View& view);
/// Its corrections alone: each with its reason and what it changed.
Presentation record_corrections(const std::string& name,
                                const std::vector<gate::Revision>& revisions, const View& view);
Presentation journal_head(const gate::Head& head);
Presentation verification(const gate::Verification& result, const gate::Outside& outside);

/// Its figures, and a code that holds its checkpoint as others' programs read it.
std::vector<Block> seal_blocks(const gate::Seal& seal,
                               const std::optional<gate::SignedCheckpoint>& checkpoint,
                               const base::Zone& zone);
Presentation seal_record(const gate::Seal& seal, const gate::SignedCheckpoint& checkpoint,
                         const base::Zone& zone);
nlohmann::ordered_json seal_json(const gate::Seal& seal, const base::Zone& zone);
/// With the store's name for it, where there is a store: then the key is told as verifiers of notes
/// want it, too.
Presentation key_made(std::string_view public_key, const std::optional<std::string>& origin);

/// What a proof proves, in words, and what it does not.
Presentation checked_record(const gate::CheckedRecord& checked);
Presentation checked_consistency(const gate::CheckedConsistency& checked);
Presentation attestations(const std::vector<gate::Attestation>& taken, const base::Zone& zone);

}  // namespace huiyin::reports
