#pragma once

#include <memory>
#include <string>
#include <vector>

#include "huiyin/headquarters/bundle.hpp"
#include "huiyin/headquarters/company.hpp"
#include "huiyin/headquarters/fork.hpp"
#include "huiyin/store/changes.hpp"
#include "row_writer.hpp"
#include "server.hpp"

/// Private to this directory.
namespace huiyin::headquarters {

/// Gathers entries of an office's journal and puts them and what they change into the tables, ten
/// thousand at a time.
class EntryWriter {
  public:
    EntryWriter(Server& server, const Office& office)
        : server_(server),
          office_(office.number),
          rows_(server, office.number),
          schema_(office.schema) {}

    /// Throws Failure{integrity} for what does not fit, and what Server throws.
    void add(const BundledEntry& entry, const gate::EntryHead& head);
    /// Puts in what is still gathered.
    void finish();
    /// From now on only what entries change is put in: the journal has them.
    void leave_journal() { keeps_journal_ = false; }

    std::int64_t schema() const { return schema_; }
    std::int64_t texts_gone() const { return rows_.texts_gone(); }

  private:
    void migrate(const gate::EntryHead& head);
    void apply(std::string_view changeset);

    Server& server_;
    std::int64_t office_;
    RowWriter rows_;
    std::int64_t schema_;
    std::string journal_;  ///< rows of COPY
    std::int64_t last_ = 0;
    std::int64_t count_ = 0;
    std::size_t bytes_ = 0;
    std::unique_ptr<store::ChangeGroup> group_ = std::make_unique<store::ChangeGroup>();
    bool has_changes_ = false;
    bool keeps_journal_ = true;
};

/// Where the journal of a bundle leaves what headquarters has.
struct Parting {
    std::int64_t entry = 0;  ///< the first that differs
    /// What headquarters has from there on comes again, under other hashes: the past was written
    /// anew. A copy of the store that was used on cannot know any of it: it has forked.
    bool is_rewritten = false;
    std::string hash;  ///< of that entry in the bundle, in hex
};
/// Of a bundle at its beginning, which differs from what headquarters has within what both reach.
Parting find_parting(Server& server, const Office& office, BundleReader& bundle);
/// Whether somebody decided against the branch that an entry is of. Who, when and why, if so.
std::optional<Decision> decided_against(Server& server, const Office& office, std::int64_t entry,
                                        const std::string& hash);
/// Keeps what a decision between the branches needs: no texts, no findings.
void keep_fork(Server& server, const Office& office, const Parting& parting, BundleReader& bundle,
               base::Instant now);

/// Takes the texts of a bundle, each checked against what its row says of it.
void take_texts(Server& server, const Office& office, BundleReader& bundle);
/// Puts the bundle's findings in the place of those before.
void take_findings(Server& server, const Office& office, const std::string& findings);
/// Takes a bundle without a journal. Throws Failure{integrity} where it did not grow out of the one
/// before; Failure{not_found} where that is not known here.
void take_figures(Server& server, const Office& office, BundleReader& bundle);

/// Of an office without a journal here: keeps what it handed in of another past, for people to see.
void keep_past(Server& server, const Manifest& manifest, base::Instant now);

/// The root of the tree over all that headquarters has of an office's journal, in hex.
std::string root_here(Server& server, const Office& office);
/// What was erased is not to lie on between the rows of the table's file.
void sweep_texts(Server& server, const Office& office);

/// Whether this very bundle was taken before; and from now on it was.
bool is_on_file(Server& server, const Office& office, const BundleReader& bundle);
void put_on_file(Server& server, const Office& office, const BundleReader& bundle,
                 base::Instant now);
/// With a key that was registered for the office before the one it has now.
bool is_signed_with_earlier_key(Server& server, const Office& office, const BundleReader& bundle);
/// Of what was not taken and is here by now: gaps that are filled, and copies that were damaged.
void settle_refusals(Server& server, const Office& office);
/// Of two that reach equally far, whether this is the later one.
bool is_later_than_last(const Office& office, const Manifest& manifest, base::Instant now);
/// Of one that ends before what headquarters knows: whether the office must have had more when it
/// was made. One that was made in its time lacks nothing.
bool lacks_a_tail(Server& server, const Office& office, const Manifest& manifest);

/// Takes one bundle in one transaction, within what Company::Connected::steadily runs again.
Ingested ingest_once(Server& server, const std::filesystem::path& file, base::Instant now);

}  // namespace huiyin::headquarters
