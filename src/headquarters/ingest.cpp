#include "ingest.hpp"

#include <algorithm>

#include "connected.hpp"
#include "huiyin/base/atomic_file.hpp"
#include "huiyin/base/digest.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "tables.hpp"

namespace huiyin::headquarters {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;

namespace {

/// The office's past is another from this entry on.
struct Diverged {
    std::int64_t entry = 0;
    bool restored = false;  ///< because it was put back from a backup
};

class Ingest {
  public:
    Ingest(Server& server, const std::filesystem::path& file, base::Instant now)
        : server_(server), file_(file), now_(now), bundle_(file) {
        result_.file = file;
        const auto& manifest = bundle_.manifest();
        result_.store_id = manifest.store_id;
        result_.from = manifest.known.entries;
        result_.to = manifest.head.entries;
    }

    Ingested run() {
        server_.script("BEGIN");
        try {
            lock_office();
            take();
        } catch (const Failure& failure) {
            if (failure.code() == Exit::interrupted) throw;
            tell(failure);
        } catch (const ServerError& error) {
            // A text that is none, or a row that is there already: no office of ours wrote it.
            const bool is_the_bundles = error.is("22021") || error.is("22P05") || error.is("23505");
            tell(is_the_bundles
                     ? Failure(
                           Exit::integrity,
                           compose({"包里的内容与总部已有的不合:{}",
                                    "what the bundle holds does not fit what headquarters has: {}"},
                                   error.message))
                     : explain(error));
        }
        return result_;
    }

  private:
    /// What was begun may hang half way in a COPY: whoever called drops the connection then.
    void tell(const Failure& failure) {
        result_.exit = failure.code();
        result_.problems = failure.problems();
        result_.result = failure.code() == Exit::not_found   ? "missing"
                         : failure.code() == Exit::integrity ? "refused"
                                                             : "failed";
    }

    void lock_office() {
        const auto& manifest = bundle_.manifest();
        const auto answer =
            server_.run(base::format("SELECT {} FROM office_head WHERE store_id = $1 FOR UPDATE",
                                     office_columns),
                        manifest.store_id);
        if (answer.rows() == 0)
            throw Failure(
                Exit::not_found,
                compose({"没有登记数据文件 {}", "no store {} is registered"}, manifest.store_id),
                Label{"用 huiyin hq office add 名称 --public-key 公钥 --store 编号 登记",
                      "register it: huiyin hq office add NAME --public-key KEY --store ID"});
        office_ = read_office(answer, 0);
        result_.office = office_.name;
        result_.head = manifest.share == Share::figures ? office_.seen : office_.head;
        if (office_.status == "retired")
            throw Failure(Exit::not_found, Label{"这个办公室已停用", "the office is retired"});
        if (!bundle_.signed_by(office_.public_key))
            throw Failure(
                Exit::integrity,
                Label{"签名不是这个办公室登记的密钥所签,或清单被改动",
                      "it is not signed with the key that is registered for this office, or "
                      "the manifest was altered"});
        if (manifest.schema > schema_version())
            throw Failure(
                Exit::failed,
                Label{"这个办公室的程序比总部的新",
                      "the office's program is newer than headquarters'"},
                Label{"在总部更新 huiyin,再运行一次 huiyin hq init",
                      "bring huiyin at headquarters up to date, and run huiyin hq init once"});
    }

    void take() {
        if (bundle_.manifest().share == Share::figures) return take_without_journal();
        const auto& manifest = bundle_.manifest();
        const auto known = office_.head.entries;
        require_reachable(office_.head);
        try {
            compare_beginning();
            read_entries();
        } catch (const Diverged& diverged) {
            return diverge(diverged);
        }
        const bool is_newer = !office_.made_at || manifest.made_at > *office_.made_at;
        if (manifest.head.entries < known && is_newer)
            throw Failure(
                Exit::integrity,
                compose({"第 {} 条日志起没有了:上报过的末尾被截去,或换成了旧的副本",
                         "journal entries are missing from {} on: a tail that was handed in "
                         "was cut, or it is an older copy"},
                        manifest.head.entries + 1));
        if (!is_newer && manifest.head.entries <= known) {
            read_rest();
            server_.script("ROLLBACK");
            result_.result = "already";
            return;
        }
        if (office_.status == "quarantined") refuse_quarantined();
        writer_->finish();
        require_own_store();
        const auto findings = bundle_.findings();
        if (manifest.share == Share::texts)
            take_texts(server_, office_, bundle_);
        else
            require_no_texts();
        bundle_.end();
        take_findings(server_, office_, findings);
        move_head(manifest.head, writer_->schema());
        commit();
        if (writer_->texts_gone() > 0) sweep_texts();
    }

    /// What lies between what headquarters knows and the bundle is missing.
    void require_reachable(const gate::Head& known) const {
        const auto from = bundle_.manifest().known.entries;
        if (from <= known.entries) return;
        throw Failure(
            Exit::not_found,
            compose({"缺少第 {} 至 {} 条日志", "journal entries {} to {} are missing"},
                    known.entries + 1, from),
            Label{"先收前面的包;或请办公室按总部的回执重做:huiyin bundle --since-anchor 回执",
                  "take the bundles before it first; or have the office make it anew from the "
                  "receipt: "
                  "huiyin bundle --since-anchor RECEIPT"});
    }

    std::string hash_here(std::int64_t seq) {
        if (seq == 0) return {};
        if (seq == office_.head.entries) return office_.head.hash;
        const auto answer = server_.run(
            "SELECT encode(hash, 'hex') FROM journal WHERE \"office\" = $1::int AND seq = $2",
            office_.number, seq);
        return answer.rows() == 0 ? std::string{} : answer.text(0, 0);
    }

    /// The hash at the known count: without it, a cut tail or another past would go unseen.
    void compare_beginning() {
        const auto& known = bundle_.manifest().known;
        if (hash_here(known.entries) != known.hash)
            throw Failure(
                Exit::integrity,
                compose(
                    {"第 {} 条日志与总部所知的不同:此前被改写,或这个数据文件是从备份恢复的",
                     "journal entry {} differs from what headquarters knows: what lies before it "
                     "was rewritten, or the store was restored from a backup"},
                    known.entries),
                Label{"请办公室交来全部:huiyin bundle 不写 --since-anchor",
                      "have the office hand in all of it: huiyin bundle without --since-anchor"});
    }

    void read_entries() {
        writer_ = std::make_unique<EntryWriter>(server_, office_);
        const auto known = office_.head.entries;
        const auto overlap_end = std::min(known, bundle_.manifest().head.entries);
        std::vector<std::string> overlap;  // hashes of what headquarters has already
        while (auto next = bundle_.next_entry()) {
            if (next->head.seq > known) {
                if (office_.status == "quarantined") refuse_quarantined();
                writer_->add(next->entry, next->head);
                continue;
            }
            overlap.push_back(next->entry.hash);
            if (next->head.seq == overlap_end &&
                base::hex(next->entry.hash) != hash_here(overlap_end))
                throw find_divergence(overlap);
        }
    }

    Diverged find_divergence(const std::vector<std::string>& overlap) {
        const auto first = bundle_.manifest().known.entries + 1;
        const auto here = server_.run(
            "SELECT encode(hash, 'hex') FROM journal WHERE \"office\" = $1::int AND seq >= $2 AND "
            "seq "
            "< $3 ORDER BY seq",
            office_.number, first, first + std::ssize(overlap));
        std::int64_t at = 0;
        while (at < here.rows() && here.text(static_cast<int>(at), 0) ==
                                       base::hex(overlap[static_cast<std::size_t>(at)]))
            ++at;
        Diverged diverged{first + at, false};
        BundleReader again(file_);
        while (const auto next = again.next_entry())
            if (next->head.seq == diverged.entry) {
                diverged.restored = next->head.command.starts_with("huiyin restore ");
                break;
            }
        return diverged;
    }

    void diverge(const Diverged& diverged) {
        if (!diverged.restored)
            throw Failure(
                Exit::integrity,
                compose({"第 {} 条日志与总部的不同:此前上报过的被改写",
                         "journal entry {} differs from headquarters': what was handed in "
                         "before was rewritten"},
                        diverged.entry));
        // Its past up to there is the same: both branches are kept, and people decide.
        while (bundle_.next_entry()) {
        }
        read_rest();
        const auto& head = bundle_.manifest().head;
        server_.run("DELETE FROM office_fork WHERE \"office\" = $1::int", office_.number);
        server_.run_with(
            "INSERT INTO office_fork (\"office\", common, entries, hash, found_at, bundle) VALUES "
            "($1::int, $2, $3, $4, $5, $6)",
            {parameter(office_.number), parameter(diverged.entry - 1), parameter(head.entries),
             parameter(head.hash), parameter(base::seconds(now_)),
             parameter_of_bytes(base::read_whole(file_, largest_fork))});
        server_.run("UPDATE office_head SET status = 'quarantined' WHERE \"office\" = $1::int",
                    office_.number);
        commit();
        result_.result = "quarantined";
        result_.exit = Exit::integrity;
        result_.problems.push_back(
            {compose(
                 {"第 {} 条日志起与总部的不同:这个数据文件是从备份恢复的。两支都留着,在有人决定之前"
                  "不再收它的包",
                  "from journal entry {} on it differs from headquarters': the store was restored "
                  "from a backup. Both branches are kept, and no bundle of it is taken until "
                  "somebody decides"},
                 diverged.entry),
             {}});
    }

    [[noreturn]] static void refuse_quarantined() {
        throw Failure(Exit::integrity,
                      Label{"这个办公室已隔离:它的数据文件从备份恢复过,要先有人决定认哪一支",
                            "the office is quarantined: its store was restored from a backup, and "
                            "somebody has to decide which branch counts"});
    }

    /// A store's first entries name it: another's journal could be signed by this office, too.
    void require_own_store() {
        const auto stored =
            server_.run("SELECT store_id FROM office WHERE \"office\" = $1::int", office_.number);
        if (stored.rows() == 1 && stored.text(0, 0) == office_.store_id) return;
        throw Failure(Exit::integrity, Label{"第 1 条日志起就是另一个数据文件的",
                                             "from journal entry 1 on it is another store's"});
    }

    void require_no_texts() {
        if (bundle_.next_text())
            throw Failure(Exit::integrity,
                          Label{"上报包里有清单没有说的文字",
                                "the bundle has texts that its manifest does not name"});
    }

    void read_rest() {
        bundle_.findings();
        while (bundle_.next_text()) {
        }
        bundle_.figures();
        bundle_.end();
    }

    void take_without_journal() {
        const auto& manifest = bundle_.manifest();
        const bool is_newer = !office_.made_at || manifest.made_at > *office_.made_at;
        bundle_.next_entry();
        if (!is_newer) {
            read_rest();
            server_.script("ROLLBACK");
            result_.result = "already";
            return;
        }
        require_reachable(office_.seen);
        if (manifest.head.entries < office_.seen.entries)
            throw Failure(
                Exit::integrity,
                compose({"第 {} 条日志起没有了:上报过的末尾被截去,或换成了旧的副本",
                         "journal entries are missing from {} on: a tail that was handed in "
                         "was cut, or it is an older copy"},
                        manifest.head.entries + 1));
        if (manifest.known.entries < office_.seen.entries)
            throw Failure(
                Exit::integrity,
                compose({"没有证明第 {} 条日志之前没有改写",
                         "nothing proves that what lies before journal entry {} is as it was"},
                        office_.seen.entries),
                Label{"请办公室按总部的回执重做:huiyin bundle --since-anchor 回执",
                      "have the office make it anew from the receipt: huiyin bundle "
                      "--since-anchor RECEIPT"});
        const auto findings = bundle_.findings();
        take_figures(server_, office_, bundle_);
        bundle_.end();
        take_findings(server_, office_, findings);
        move_head(office_.head, std::max(office_.schema, manifest.schema));
        commit();
        result_.head = manifest.head;
    }

    void move_head(const gate::Head& head, std::int64_t schema) {
        const auto& manifest = bundle_.manifest();
        const auto moved = server_.run(
            "UPDATE office_head SET entries = $2, hash = $3, schema = $4::int, share = $5, made_at "
            "= "
            "$6, findings_at = $6 WHERE \"office\" = $1::int AND entries = $7 AND status = "
            "'active'",
            office_.number, head.entries, head.hash, schema,
            std::string(share_word(manifest.share)), base::seconds(manifest.made_at),
            office_.head.entries);
        if (moved.affected() != 1) refuse_quarantined();
        result_.head = head;
    }

    void commit() {
        server_.script("COMMIT");
        result_.result = "taken";
    }

    /// What was erased is not to lie on between the rows of the table's file.
    void sweep_texts() {
        try {
            const auto part = server_.run(
                "SELECT c.oid::regclass::text FROM pg_class c JOIN pg_inherits i ON i.inhrelid = "
                "c.oid"
                " WHERE i.inhparent = 'said_text'::regclass"
                " AND satisfies_hash_partition('said_text'::regclass, 16, "
                "right(c.relname, 2)::int, $1::int)",
                office_.number);
            if (part.rows() == 1) server_.script("VACUUM (FULL) " + part.text(0, 0));
        } catch (const ServerError&) {
            // The next one tries again; that the rows are gone is committed.
        }
    }

    static constexpr std::size_t largest_fork = std::size_t{1} << 30U;

    Server& server_;
    const std::filesystem::path& file_;
    base::Instant now_;
    BundleReader bundle_;
    Office office_;
    std::unique_ptr<EntryWriter> writer_;
    Ingested result_;
};

}  // namespace

Ingested ingest_once(Server& server, const std::filesystem::path& file, base::Instant now) {
    return Ingest(server, file, now).run();
}

}  // namespace huiyin::headquarters
