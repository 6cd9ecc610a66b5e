#pragma once

#include <SQLiteCpp/Exception.h>

#include <optional>
#include <string>
#include <vector>

#include "huiyin/base/failure.hpp"
#include "huiyin/gate/gate.hpp"
#include "huiyin/gate/rights.hpp"
#include "huiyin/store/connection.hpp"

/// What happens to whoever may not.
namespace huiyin::gate {

/// Throws Failure{not_permitted}, naming the roles that may, where the actor has one of the rights
/// neither by their own role nor by one they stand in for.
void require_rights(store::Connection& connection, const records::StaffEdition& actor,
                    const std::vector<Right>& rights, base::Instant now);

/// Leaves a trace of a denied command: in the journal, or in the system's log where the store
/// cannot be written.
void note_denial(const Session& session, const std::string& line,
                 const std::optional<std::string>& acting_as = {});

/// A line in the system's log, for what a store cannot take.
void note_in_system_log(const Session& session, std::string_view what, const std::string& line);

/// Runs `work`, telling SQLite's errors as the store's and noting denials.
template <typename Work>
auto guarded(const Session& session, const std::string& line, Work work) {
    try {
        return work();
    } catch (const SQLite::Exception& error) {
        throw store::explain(error, session.store.string());
    } catch (const base::Failure& failure) {
        if (failure.code() == base::Exit::not_permitted) note_denial(session, line);
        throw;
    }
}

}  // namespace huiyin::gate
