#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/time.hpp"
#include "huiyin/gate/seal.hpp"

/// The company: its offices and what they handed in, on PostgreSQL (docs/headquarters.md).
/// Everything here throws Failure{failed} where the server cannot be reached, is not set up or says
/// no, and Failure{busy} where another holds an office for over 10 s; beside it what is said there.
namespace huiyin::headquarters {

/// An office as headquarters knows it.
struct Office {
    std::int64_t number = 0;
    std::string name;
    std::string store_id;
    std::string public_key;  ///< 32 bytes
    std::string status;      ///< `active`, `quarantined`, `retired`
    gate::Head head;         ///< how much of the journal was taken
    gate::Head seen;         ///< how much there is, of one that shares figures alone
    std::string seen_root;   ///< of its tree, in hex
    std::int64_t schema = 0;
    std::optional<std::string> share;
    std::optional<base::Instant> made_at;  ///< when the last bundle was made
};

/// An office as `hq status` tells of it.
struct OfficeState {
    Office office;
    /// `waiting` until the first bundle, `current`, `late`, `texts-missing`, `quarantined`,
    /// `retired`
    std::string state;
    std::int64_t texts_missing = 0;
};

/// What became of one bundle.
struct Ingested {
    std::filesystem::path file;
    std::string office;  ///< its name; empty where none is known
    std::string store_id;
    std::int64_t from = 0;
    std::int64_t to = 0;
    /// `taken`, `already`, `missing`, `refused`, `quarantined`, `failed`
    std::string result;
    base::Exit exit = base::Exit::done;
    std::vector<base::Problem> problems;
    std::optional<gate::Head> head;  ///< what headquarters has now, where the office is known
};

/// An office that has handed in nothing for longer than this is late: a week, and a day for it to
/// arrive.
inline constexpr base::Seconds late_after{std::chrono::days{8}};

/// The company's store at an address that libpq understands. Made cheaply: it connects when it is
/// asked for something, and again where the connection was lost.
class Company {
  public:
    explicit Company(std::string url);
    ~Company();
    Company(const Company&) = delete;
    Company& operator=(const Company&) = delete;

    /// Makes its tables, or brings them up to this program's. May be run again.
    void init();

    /// Registers an office under a number of its own. Throws Failure{refused} for a name or store
    /// that is registered.
    Office add_office(const std::string& name, const std::string& store_id,
                      const std::string& public_key, base::Instant now);
    std::vector<Office> offices();
    /// Throws Failure{not_found}, naming the nearest.
    Office office(const std::string& name);
    /// From now on its bundles are not taken; what there is stays.
    void retire(const std::string& name);

    std::vector<OfficeState> status(base::Instant now);

    /// Takes one bundle, exactly once: a connection that is lost on the way is made again, and what
    /// the server has then decides. Throws only Failure{interrupted}; all else is in the result.
    Ingested ingest(const std::filesystem::path& bundle, base::Instant now);

  private:
    class Connected;
    std::unique_ptr<Connected> connected_;
};

/// Several bundles, each office's in order, whatever order they are given in; offices side by side
/// in up to so many processes, each with its own connection. In the order in which they were taken.
std::vector<Ingested> ingest_all(const std::string& url, std::vector<std::filesystem::path> bundles,
                                 int workers, base::Instant now);

/// What headquarters has of an office, as `audit head` prints it, for the office: signed as seals
/// are, where there is a key. It says what is asked for.
std::string receipt(const Office& office, std::int64_t texts_missing, base::Instant now,
                    const gate::SigningKey* key);

}  // namespace huiyin::headquarters
