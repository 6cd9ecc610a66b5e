#include "ingest.hpp"

#include <algorithm>

#include "connected.hpp"
#include "huiyin/base/digest.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "refusals.hpp"
#include "remedies.hpp"
#include "tables.hpp"
#include "whose_it_is.hpp"

namespace huiyin::headquarters {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;

namespace {

/// The bundle is not what headquarters has, within what both reach.
struct Diverged {};

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
        } catch (const DamagedBundle& failure) {
            tell(failure);
            result_.damaged = true;
            // As a copy of what was taken already: nobody has to do anything about it.
            result_.settled = is_here_ && failure.problems().front().remedy.empty();
            for (auto& problem : result_.problems)
                if (result_.settled) problem.remedy = nothing_is_missing();
        } catch (const Failure& failure) {
            if (failure.code() == Exit::interrupted) throw;
            tell(failure);
            keep_other_past(failure);
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
        result_.result = failure.code() == Exit::not_found   ? why_not_found_
                         : failure.code() == Exit::integrity ? "refused"
                                                             : "failed";
        for (auto& problem : result_.problems)
            if (problem.remedy.empty() && failure.code() == Exit::integrity)
                problem.remedy = once_more(result_.store_id);
    }

    /// Of an office without a journal here somebody may decide that its other past counts.
    void keep_other_past(const Failure& failure) {
        if (!compares_pasts_ || failure.code() != Exit::integrity) return;
        server_.script("ROLLBACK");
        keep_past(server_, bundle_.manifest(), now_);
        for (auto& problem : result_.problems)
            problem.remedy = {
                base::format("{}。若确是从备份恢复的:huiyin hq fork show {}", problem.remedy.zh,
                             office_.name),
                base::format("{}. If it was restored from a backup: huiyin hq fork show {}",
                             problem.remedy.en, office_.name)};
    }

    void lock_office() {
        const auto& manifest = bundle_.manifest();
        const auto answer =
            server_.run(base::format("SELECT {} FROM office_head WHERE store_id = $1 FOR UPDATE",
                                     office_columns),
                        manifest.store_id);
        why_not_found_ = "unregistered";
        if (answer.rows() == 0) throw not_registered(server_, bundle_, result_);
        office_ = read_office(answer, 0);
        result_.office = office_.name;
        result_.head = manifest.share == Share::figures ? office_.seen : office_.head;
        if (office_.status == "retired") {
            why_not_found_ = "retired";
            throw Failure(Exit::not_found, Label{"这个办公室已停用", "the office is retired"},
                          compose({"重新启用:huiyin hq office add {} --public-key 公钥 --store {}",
                                   "to take it back into use: huiyin hq office add {} --public-key "
                                   "KEY --store {}"},
                                  office_.name, office_.store_id));
        }
        why_not_found_ = "gap";
        is_here_ = manifest.head.entries <= office_.head.entries &&
                   hash_here(manifest.head.entries) == manifest.head.hash;
        was_taken_ = is_on_file(server_, office_, bundle_);
        if (!bundle_.signed_by(office_.public_key) &&
            !(was_taken_ && is_signed_with_earlier_key(server_, office_, bundle_)))
            throw DamagedBundle(
                Label{"签名不是这个办公室登记的密钥所签,或清单被改动",
                      "it is not signed with the key that is registered for this office, or "
                      "the manifest was altered"},
                compose({"办公室换过密钥的:huiyin hq office change {} --public-key 新公钥 --reason "
                         "理由;否则请办公室用登记过的密钥重做,重新送来",
                         "if the office has another key now: huiyin hq office change {} "
                         "--public-key KEY --reason TEXT; else have it make the bundle anew with "
                         "the registered key"},
                        office_.name));
        if (manifest.schema > schema_version())
            throw Failure(
                Exit::failed,
                Label{"这个办公室的程序比总部的新",
                      "the office's program is newer than headquarters'"},
                Label{"在总部更新 huiyin,再运行一次 huiyin hq init",
                      "bring huiyin at headquarters up to date, and run huiyin hq init once"});
    }

    bool is_later() const { return is_later_than_last(office_, bundle_.manifest(), now_); }

    void pass_over(const char* as = "already") {
        read_rest();
        server_.script("ROLLBACK");
        settle_refusals(server_, office_);
        result_.result = as;
    }

    /// What a branch that was decided against had handed in before is passed over, time and again:
    /// there is nothing left to decide. What grew out of it is refused: that store is used on.
    bool is_of_rejected() {
        const auto& manifest = bundle_.manifest();
        const auto no =
            decided_against(server_, office_, manifest.head.entries, manifest.head.hash);
        if (no) {
            while (bundle_.next_entry()) {
            }
            result_.problems.push_back(of_rejected_branch(*no));
            pass_over(was_taken_ ? "already" : "rejected");
            return true;
        }
        const auto known = manifest.known;
        if (const auto from = decided_against(server_, office_, known.entries, known.hash))
            refuse_rejected(office_, *from, known.entries);
        return false;
    }

    void take() {
        const auto& manifest = bundle_.manifest();
        if (manifest.share == Share::figures) return take_without_journal();
        const auto known = office_.head.entries;
        if (is_of_rejected()) return;
        require_reachable(office_, manifest, office_.head);
        try {
            compare_beginning();
            read_entries();
        } catch (const Diverged&) {
            return diverge();
        }
        if (manifest.head.entries < known && !was_taken_ &&
            lacks_a_tail(server_, office_, manifest))
            refuse_cut_tail(manifest);
        if (manifest.head.entries < known ||
            (manifest.head.entries == known && (was_taken_ || !is_later())))
            return pass_over();
        if (manifest.head.entries < office_.seen.entries && is_later()) refuse_cut_tail(manifest);
        if (office_.status == "quarantined") refuse_quarantined(office_);
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
        if (writer_->texts_gone() > 0) sweep_texts(server_, office_);
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
                all_of_it());
    }

    void read_entries() {
        writer_ = std::make_unique<EntryWriter>(server_, office_);
        const auto known = office_.head.entries;
        const auto overlap_end = std::min(known, bundle_.manifest().head.entries);
        while (auto next = bundle_.next_entry()) {
            const auto seq = next->head.seq;
            const auto hash_is = [&](const std::string& hash) {
                return base::hex(next->entry.hash) == hash;
            };
            if (seq == overlap_end && !hash_is(hash_here(overlap_end))) throw Diverged{};
            if (seq == office_.seen.entries && !hash_is(office_.seen.hash))
                throw Failure(
                    Exit::integrity,
                    compose({"第 {} 条日志与此前只交数字时所说的不同:此前被改写,或从备份恢复过",
                             "journal entry {} differs from what it said when it shared figures "
                             "alone: its past was rewritten, or it was restored from a backup"},
                            seq),
                    verify_there(office_.store_id));
            if (seq <= known) continue;
            if (office_.status == "quarantined") refuse_quarantined(office_);
            writer_->add(next->entry, next->head);
        }
    }

    /// Reads it from the beginning: it was found to be whole, and is the same still.
    std::unique_ptr<BundleReader> read_again() const {
        auto again = std::make_unique<BundleReader>(file_);
        if (again->manifest_line() != bundle_.manifest_line())
            throw Failure(Exit::failed,
                          Label{"上报包在收的时候被换掉了", "the bundle was exchanged meanwhile"},
                          Label{"再收一次", "take it again"});
        return again;
    }

    void diverge() {
        while (bundle_.next_entry()) {
        }
        read_rest();
        const auto parting = find_parting(server_, office_, *read_again());
        if (const auto no = decided_against(server_, office_, parting.entry, parting.hash))
            refuse_rejected(office_, *no, parting.entry);
        if (parting.is_rewritten)
            throw Failure(
                Exit::integrity,
                compose({"第 {} 条日志与总部的不同:此前上报过的被改写",
                         "journal entry {} differs from headquarters': what was handed in "
                         "before was rewritten"},
                        parting.entry),
                verify_there(office_.store_id));
        // Its past up to there is the same: both branches are kept, and people decide.
        keep_fork(server_, office_, parting, *read_again(), now_);
        commit();
        result_.result = "quarantined";
        result_.exit = Exit::integrity;
        result_.problems.push_back(
            {compose({"第 {} 条日志起与总部的出现分岔:这个数据文件是从备份恢复的,或用了旧的副本。"
                      "两支都留着,在有人决定之前不再收它的包",
                      "from journal entry {} on it has parted from headquarters': the store was "
                      "restored from a backup, or an older copy was used on. Both branches are "
                      "kept, and no bundle of it is taken until somebody decides"},
                     parting.entry),
             branches_remain(office_.name)});
    }

    /// A store's first entries name it: another's journal could be signed by this office, too.
    void require_own_store() {
        const auto stored =
            server_.run("SELECT store_id FROM office WHERE \"office\" = $1::int", office_.number);
        if (stored.rows() == 1 && stored.text(0, 0) == office_.store_id) return;
        throw Failure(Exit::integrity,
                      Label{"第 1 条日志起就是另一个数据文件的",
                            "from journal entry 1 on it is another store's"},
                      Label{"核对登记的编号:huiyin hq office list;请办公室用自己的数据文件重做",
                            "compare the registered id, huiyin hq office list; have the office "
                            "make it of its own store"});
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
        // Of an office that has shared its journal before, that is what it must have grown from.
        if (office_.head.entries > office_.seen.entries) {
            office_.seen = office_.head;
            office_.seen_root = root_here(server_, office_);
        }
        const auto& seen = office_.seen;
        bundle_.next_entry();
        const bool is_past = manifest.head.entries <= seen.entries;
        if (was_taken_ || (is_past && !is_later())) return pass_over();
        require_reachable(office_, manifest, seen);
        compares_pasts_ = office_.head.entries == 0;
        // The very journal that somebody accepted, and nothing but its length is here yet.
        const bool is_known = !office_.findings_at && manifest.head.entries == seen.entries &&
                              manifest.head.hash == seen.hash && manifest.root == office_.seen_root;
        if (!is_known) require_same_past(office_, manifest);
        if (office_.status == "quarantined") refuse_quarantined(office_);
        const auto findings = bundle_.findings();
        take_figures(server_, office_, bundle_);
        compares_pasts_ = false;
        bundle_.end();
        take_findings(server_, office_, findings);
        move_head(office_.head, office_.schema);
        server_.run("DELETE FROM office_past WHERE \"office\" = $1::int", office_.number);
        commit();
        result_.head = manifest.head;
    }

    void move_head(const gate::Head& head, std::int64_t schema) {
        const auto& manifest = bundle_.manifest();
        const auto moved = server_.run(
            "UPDATE office_head SET entries = $2, hash = $3, schema = $4::int, share = $5, made_at "
            "= $6, findings_at = $6, taken_at = $8, receipt_at = $9 WHERE \"office\" = $1::int AND "
            "entries = $7 AND status = 'active'",
            office_.number, head.entries, head.hash, schema,
            std::string(share_word(manifest.share)), base::seconds(manifest.made_at),
            office_.head.entries, base::seconds(now_), base::seconds(manifest.receipt));
        if (moved.affected() != 1) refuse_quarantined(office_);
        put_on_file(server_, office_, bundle_, now_);
        result_.head = head;
    }

    void commit() {
        server_.script("COMMIT");
        result_.result = "taken";
    }

    Server& server_;
    const std::filesystem::path& file_;
    base::Instant now_;
    BundleReader bundle_;
    Office office_;
    bool was_taken_ = false;
    bool is_here_ = false;         ///< all of its entries, by its own word
    bool compares_pasts_ = false;  ///< what is refused now is refused for its past
    std::string why_not_found_;
    std::unique_ptr<EntryWriter> writer_;
    Ingested result_;
};

}  // namespace

Ingested ingest_once(Server& server, const std::filesystem::path& file, base::Instant now) {
    return Ingest(server, file, now).run();
}

}  // namespace huiyin::headquarters
