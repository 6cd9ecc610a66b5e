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
/// no, Failure{not_permitted} where its role may not, and Failure{busy} where another holds an
/// office for over 10 s; beside it what is said there.
namespace huiyin::headquarters {

/// An office as headquarters knows it.
struct Office {
    std::int64_t number = 0;
    std::string name;
    std::string store_id;
    std::string public_key;        ///< 32 bytes
    std::string status;            ///< `active`, `quarantined`, `retired`
    gate::Head head;               ///< how much of the journal was taken
    gate::Head seen;               ///< how much there is, of one that shares figures alone
    std::string seen_root;         ///< of its tree, in hex
    std::int64_t schema = 0;       ///< how many migrations the journal that was taken has
    std::int64_t seen_schema = 0;  ///< the same of the journal there is, as with `seen`
    std::optional<std::string> share;
    std::optional<base::Instant> made_at;  ///< when the last bundle was made, by the office's clock
    std::optional<base::Instant> taken_at;  ///< when it was taken, by headquarters'
    base::Instant receipt_at{};             ///< of the receipt that it was made from; else 0
    /// Of which moment, by the office's clock, its findings are; none since another branch counts.
    std::optional<base::Instant> findings_at;
};

/// A line of the register's own journal.
struct OfficeChange {
    base::Instant at;
    std::string by;    ///< the OS user
    std::string what;  ///< `registered`, `renamed`, `key`, `store`, `retired`, `restored`, `branch`
    std::string before;
    std::string after;
    std::string reason;
};

struct RegisteredOffice {
    Office office;
    std::vector<OfficeChange> changes;  ///< oldest first
};

/// The last bundle of an office that was not taken.
struct Refusal {
    base::Instant at;
    std::string file;
    std::int64_t to = 0;  ///< how far it would have reached
    std::string result;   ///< as of Ingested
    base::Problem problem;
    bool settled = false;  ///< one was taken since
};

/// A bundle that was not taken, and of no office that is registered.
struct Stray {
    std::string store_id;  ///< that it claims to be of; may be empty
    Refusal refusal;
};

/// Where the journal of an office has parted.
struct Fork {
    std::int64_t common = 0;  ///< the last entry that both branches have
    gate::Head branch;        ///< the one that was not taken
    base::Instant found_at;
};

/// An office as `hq status` tells of it.
struct OfficeState {
    Office office;
    /// `waiting` until the first bundle, `current`, `late`, `texts-missing`, `quarantined`,
    /// `retired`
    std::string state;
    std::int64_t texts_missing = 0;
    std::optional<Fork> fork;
    std::optional<Refusal> refusal;
};

/// What became of one bundle.
struct Ingested {
    std::filesystem::path file;
    std::string office;  ///< its name; empty where none is known
    std::string store_id;
    std::int64_t from = 0;
    std::int64_t to = 0;
    /// `taken`, `already`, `rejected` (of a branch that was decided against: passed over), `gap`
    /// (what lies before it is not there yet), `unregistered`, `retired`, `refused`, `quarantined`,
    /// `failed`
    std::string result;
    base::Exit exit = base::Exit::done;
    std::vector<base::Problem> problems;
    std::optional<gate::Head> head;  ///< what headquarters has now, where the office is known
    bool damaged = false;            ///< it is not as it was made
    bool settled = false;            ///< nothing is missing by that: all its entries are here
};

/// An office that has handed in nothing for longer than this is late: a week, and a day for it to
/// arrive.
inline constexpr base::Seconds late_after{std::chrono::days{8}};

struct Forked;
struct Verified;
struct Replayed;
struct PeriodWanted;
struct CompanyReport;
struct CompanyFindings;
struct FoundTexts;

/// The company's store at an address that libpq understands. Made cheaply: it connects when it is
/// asked for something, and again where the connection was lost.
class Company {
  public:
    explicit Company(std::string url);
    ~Company();
    Company(const Company&) = delete;
    Company& operator=(const Company&) = delete;

    /// PostgreSQL's roles beside the owner of the tables, as far as they are named.
    struct Roles {
        std::optional<std::string> ingester;  ///< takes bundles, keeps the register
        std::optional<std::string> reader;    ///< may look, at texts too where they are shared
    };
    /// Makes its tables, or brings them up to this program's, and gives the roles what they need.
    /// May be run again. Throws Failure{not_found} for a role that there is not.
    void init(const Roles& roles);

    /// Who changes the register, and when.
    struct By {
        std::string os_user;
        base::Instant now;
        std::string reason;
    };
    /// Registers an office under a number of its own; one that was retired is taken back into use.
    /// Throws Failure{refused} for a name or store that is registered otherwise.
    void add_office(const std::string& name, const std::string& store_id,
                    const std::string& public_key, const By& by);
    std::vector<RegisteredOffice> offices();
    /// Throws Failure{not_found}, naming the nearest.
    RegisteredOffice office(const std::string& name);
    /// From now on its bundles are not taken; what there is stays.
    void retire(const std::string& name, const By& by);
    struct Change {
        std::optional<std::string> name;
        std::optional<std::string> public_key;
        std::optional<std::string> store_id;
    };
    /// Of bundles signed with the key before only those that were taken already are known still.
    /// Throws Failure{refused} for a name or a store that another office has, and for another store
    /// once something was taken.
    void change_office(const std::string& name, const Change& change, const By& by);

    std::vector<OfficeState> status(base::Instant now);
    /// What was not taken within the last days, of which no registered office is known.
    std::vector<Stray> strays(base::Instant now);

    /// The branches of an office whose journal has parted, open or decided. Throws
    /// Failure{not_found} where it has not.
    Forked fork(const std::string& name);
    /// From now on the branch that ends with this hash counts, rows and all; the other is kept as
    /// rejected. Said again of what counts already it changes nothing. Throws Failure{not_found}
    /// for a hash that is of neither, Failure{integrity} where what is kept does not hold.
    void accept_branch(const std::string& name, const std::string& head, const By& by);

    /// Proves an office's chain again by the entries that are kept, what they come to against every
    /// row, texts against their digests. Throws Failure{not_found} where there is no journal.
    Verified verify(const std::string& name);
    /// Replays an office's journal into a store of its own, and has the same program judge it as of
    /// the office's last findings. Throws as `verify`, Failure{integrity} where the entries do not
    /// hold, Failure{failed} where something is at `file` already.
    Replayed replay(const std::string& name, const std::filesystem::path& file);

    /// A week or month of all offices, each by its own calendar.
    CompanyReport report(const PeriodWanted& wanted);
    /// What the offices found, as they sent it.
    CompanyFindings findings(base::Instant now);
    /// Where what people said has these words, of the offices that share it.
    FoundTexts search(const std::string& text);

    /// Takes one bundle, exactly once: a connection that is lost on the way is made again, and what
    /// the server has then decides. Throws only Failure{interrupted}; all else is in the result.
    Ingested ingest(const std::filesystem::path& bundle, base::Instant now);

  private:
    class Connected;
    void keep_refusal(const Ingested& result, base::Instant now);
    void keep_stray(const Ingested& result, base::Instant now);

    std::unique_ptr<Connected> connected_;
};

/// Several bundles, each office's in order, whatever order they are given in; offices side by side
/// in up to so many processes, each with its own connection. By office, then by the file's name.
std::vector<Ingested> ingest_all(const std::string& url, std::vector<std::filesystem::path> bundles,
                                 int workers, base::Instant now);

/// What headquarters has of an office, as `audit head` prints it, for the office: signed as seals
/// are, where there is a key. It says what is asked for.
std::string receipt(const Office& office, std::int64_t texts_missing, base::Instant now,
                    const gate::SigningKey* key);

}  // namespace huiyin::headquarters
