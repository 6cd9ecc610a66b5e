#include <set>

#include "bundle_form.hpp"
#include "gzip.hpp"
#include "huiyin/base/atomic_file.hpp"
#include "huiyin/base/digest.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/base/json_text.hpp"
#include "huiyin/gate/journal_tree.hpp"
#include "huiyin/store/lock.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/row_changes.hpp"

namespace huiyin::headquarters {

using base::Exit;
using base::Failure;
using base::Json;
using base::Label;
using store::Query;

namespace {

/// The ids of what was said, or said anew, in the entries that it sees.
class SaidIds final : public store::RowVisitor {
  public:
    std::set<std::int64_t> ids;

  private:
    void table(std::string_view name, std::string_view) override { is_said_ = name == "said"; }
    void row(const store::RowChange& change) override {
        if (!is_said_ || change.kind == store::RowChange::Kind::deleted) return;
        const bool is_new = change.kind == store::RowChange::Kind::inserted;
        const auto& id = (is_new ? change.new_values : change.old_values).front();
        std::uint64_t value = 0;
        for (const char byte : id.bytes)
            value = value << 8U | static_cast<unsigned char>(byte);
        ids.insert(static_cast<std::int64_t>(value));
    }

    bool is_said_ = false;
};

std::string hash_at(store::Connection& connection, std::int64_t entries) {
    Query row(connection, "SELECT hash FROM journal WHERE seq = ?", entries);
    return row.next() ? base::hex(row.blob(0)) : std::string{};
}

/// Each text that is still there, of those ids or of all.
void for_each_text(store::Connection& connection, const std::optional<std::set<std::int64_t>>& ids,
                   const std::function<void(const BundledText&)>& visit) {
    constexpr std::string_view all =
        "SELECT s.id, c.salt, c.value FROM said s JOIN content c ON c.id = s.id"
        " WHERE c.value IS NOT NULL AND s.erased_at IS NULL";
    const auto read = [&](Query& row) {
        while (row.next())
            visit({row.integer(0), std::string(row.blob(1)), row.text(2)});
    };
    if (!ids) {
        Query row(connection, base::format("{} ORDER BY s.id", all));
        return read(row);
    }
    for (const auto id : *ids) {
        Query row(connection, base::format("{} AND s.id = ?", all), id);
        read(row);
    }
}

/// The weeks as they were filed.
std::string filed_weeks(store::Connection& connection) {
    Json weeks = Json::array();
    for (Query row(
             connection,
             "SELECT week, edition, filed_at, figures FROM weekly_report ORDER BY week, edition");
         row.next();)
        weeks.push_back({{"week", row.text(0)},
                         {"edition", row.integer(1)},
                         {"filed_at", row.integer(2)},
                         {"figures", Json::parse(row.text(3), nullptr, false)}});
    return base::one_line(Json{{"weekly", weeks}});
}

class BundleWriter {
  public:
    BundleWriter(store::Connection& connection, const BundleContents& contents)
        : connection_(connection), contents_(contents) {}

    BundleMade write(const gate::SigningKey& key, const std::filesystem::path& target) {
        prepare();
        base::AtomicFile file(target, base::AtomicFile::Readers::owner);
        GzipWriter packed(file);
        auto& manifest = made_.manifest;
        const auto line = manifest.line();
        packed.write(base::format("{}\n{}\n{}\n", bundle_mark, line,
                                  base::base64(key.sign(signed_statement(line)))));
        if (contents_.share != Share::figures)
            walk([&](const std::string& head, std::string_view changeset, std::string_view hash) {
                packed.write(base::format("entry {} {}\n", head.size(), changeset.size()));
                packed.write(head);
                packed.write(changeset);
                packed.write(hash);
            });
        packed.write(base::format("findings {}\n", contents_.findings.size()));
        packed.write(contents_.findings);
        if (contents_.share == Share::texts)
            for_each_text(connection_, ids_,
                          [&](const BundledText& text) { packed.write(text_frame(text)); });
        if (contents_.share == Share::figures) {
            packed.write(base::format("figures {}\n", figures_.size()));
            packed.write(figures_);
        }
        packed.write("end\n");
        packed.finish();
        file.publish();
        return made_;
    }

  private:
    using TakeEntry = std::function<void(const std::string& head, std::string_view changeset,
                                         std::string_view hash)>;

    void prepare() {
        auto& manifest = made_.manifest;
        manifest.store_id =
            store::find_text(connection_, "SELECT store_id FROM office").value_or("");
        manifest.share = contents_.share;
        manifest.head = gate::read_head(connection_);
        manifest.made_at = contents_.made_at;
        manifest.receipt = contents_.receipt;
        manifest.findings = base::hex(base::blake2b({contents_.findings}));
        if (contents_.known) {
            // Of what was rewritten, or put back from a backup, headquarters has another past: it
            // gets all of this one.
            made_.past_differs =
                contents_.known->entries > manifest.head.entries ||
                hash_at(connection_, contents_.known->entries) != contents_.known->hash;
            if (!made_.past_differs) manifest.known = *contents_.known;
        }
        manifest.schema =
            store::find_integer(
                connection_,
                "SELECT count(*) FROM journal WHERE instr(head, '\"kind\":\"migration\"')")
                .value_or(0);
        if (contents_.share == Share::figures) {
            figures_ = filed_weeks(connection_);
            manifest.figures = base::hex(base::blake2b({figures_}));
            gate::JournalTree tree(connection_);
            manifest.root = base::hex(tree.root(manifest.head.entries));
            if (manifest.known.entries > 0)
                for (const auto& hash :
                     tree.consistency(manifest.known.entries, manifest.head.entries))
                    manifest.consistency.push_back(base::hex(hash));
        }
        if (contents_.share == Share::texts) {
            if (!contents_.all_texts && manifest.known.entries > 0) {
                SaidIds said;
                walk([&](const std::string&, std::string_view changeset, std::string_view) {
                    store::visit_rows(changeset, said);
                });
                ids_ = std::move(said.ids);
            }
            for_each_text(connection_, ids_, [&](const BundledText& text) {
                ++manifest.texts;
                manifest.texts_digest = chained_digest(manifest.texts_digest, text_frame(text));
            });
        }
    }

    /// Every entry that is handed in, its place in the chain checked.
    void walk(const TakeEntry& take) {
        const auto& manifest = made_.manifest;
        gate::Chain chain{manifest.known.entries, manifest.known.hash};
        for (Query row(
                 connection_,
                 "SELECT head, changeset, hash FROM journal WHERE seq > ? AND seq <= ? ORDER BY "
                 "seq",
                 manifest.known.entries, manifest.head.entries);
             row.next();) {
            store::require_not_interrupted();
            const auto head = row.text(0);
            const auto hash = std::string(row.blob(2));
            const auto changeset = std::string(row.blob(1));
            if (!std::holds_alternative<gate::EntryHead>(chain.take(head, changeset, hash)))
                refuse(chain.entries + 1);
            take(head, changeset, hash);
        }
        if (chain.entries != manifest.head.entries) refuse(chain.entries + 1);
    }

    [[noreturn]] static void refuse(std::int64_t seq) {
        throw Failure(Exit::integrity,
                      base::compose({"日志第 {} 条与前一条不衔接,或与其校验值不符",
                                     "journal entry {} does not follow the one before, or does not "
                                     "match its hash"},
                                    seq),
                      Label{"停止录入,运行 huiyin audit verify",
                            "stop recording and run huiyin audit verify"});
    }

    store::Connection& connection_;
    const BundleContents& contents_;
    BundleMade made_;
    std::string figures_;
    std::optional<std::set<std::int64_t>> ids_;
};

}  // namespace

BundleMade write_bundle(store::Connection& connection, const BundleContents& contents,
                        const gate::SigningKey& key, const std::filesystem::path& file) {
    return BundleWriter(connection, contents).write(key, file);
}

}  // namespace huiyin::headquarters
