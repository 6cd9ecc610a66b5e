#pragma once

#include <optional>
#include <string>

#include "huiyin/headquarters/company.hpp"
#include "server.hpp"

/// Private to this directory.
namespace huiyin::headquarters {

/// The connection behind a Company.
class Company::Connected {
  public:
    explicit Connected(std::string url) : url_(std::move(url)) {}

    /// Connects where it is not connected.
    Server& server();
    /// The same, for tables of this program's schema; Failure{failed} where they are older, newer
    /// or not there.
    Server& ready();
    /// Drops the connection: whatever was begun on it is taken back by the server.
    void drop() { server_.reset(); }

    /// Runs `work`, which must do the same when it is begun anew, and begins it anew where the
    /// connection is lost. What the server refused becomes a Failure.
    template <typename Work>
    auto steadily(Work work);

  private:
    /// The version of the tables that are there.
    static std::int64_t schema_of(Server& server);

    std::string url_;
    std::optional<Server> server_;
    bool checked_ = false;
};

/// A refusal by the server, for people.
base::Failure explain(const ServerError& error);
/// Waits before a lost connection is made anew; false where it has been tried often enough. Throws
/// Failure{interrupted}.
bool may_try_again(int attempt);
base::Failure explain_lost(const ConnectionLost& lost);
base::Failure explain_unreachable(const Unreachable& away);

template <typename Work>
auto Company::Connected::steadily(Work work) {
    for (int attempt = 1;; ++attempt) {
        try {
            return work();
        } catch (const ConnectionLost& lost) {
            drop();
            if (!may_try_again(attempt)) throw explain_lost(lost);
        } catch (const Unreachable& away) {
            // It was there a moment ago: a server that restarts comes back.
            if (attempt == 1 || !may_try_again(attempt)) throw explain_unreachable(away);
        } catch (const ServerError& error) {
            drop();
            throw explain(error);
        } catch (...) {
            // A statement may be half sent, a transaction half done.
            drop();
            throw;
        }
    }
}

/// Of as many hexadecimal digits as there are; a last one that is alone is left out.
std::string bytes_of_hex(const std::string& digits);

/// Reads an office from the columns of `office_columns`.
inline constexpr const char* office_columns =
    "office, name, store_id, encode(public_key, 'hex'), status, entries, hash, schema, share, "
    "made_at, seen, seen_hash, seen_root, taken_at, coalesce(receipt_at, 0), seen_schema, "
    "findings_at";
Office read_office(const Answer& answer, int row);
/// Every office in the register, retired ones too, in the order of their numbers.
std::vector<Office> all_offices(Server& server);

}  // namespace huiyin::headquarters
