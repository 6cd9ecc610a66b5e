#include "refusals.hpp"

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "remedies.hpp"

namespace huiyin::headquarters {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;

namespace {

base::Text behind(const Label& before, const base::Text& remedy) {
    return {std::string(before.zh) + remedy.zh, std::string(before.en) + remedy.en};
}

}  // namespace

void refuse_cut_tail(const Manifest& manifest) {
    throw Failure(Exit::integrity,
                  compose({"第 {} 条日志起没有了:上报过的末尾被截去,或换成了旧的副本",
                           "journal entries are missing from {} on: a tail that was handed in "
                           "was cut, or it is an older copy"},
                          manifest.head.entries + 1),
                  verify_there(manifest.store_id));
}

void require_reachable(const Office& office, const Manifest& manifest, const gate::Head& known) {
    const auto from = manifest.known.entries;
    if (from <= known.entries) return;
    throw Failure(
        Exit::not_found,
        compose({"缺少第 {} 至 {} 条日志", "journal entries {} to {} are missing"},
                known.entries + 1, from),
        office.share == "figures" && manifest.share != Share::figures
            // Its receipts tell of the journal's length; entries were never handed in.
            ? behind({"此前只交数字,没有日志。", "it has shared figures alone, no entries: "},
                     all_of_it())
            : behind({"先收前面的包;或", "take the bundles before it first; or "},
                     from_receipt(manifest.store_id)));
}

void require_same_past(const Office& office, const Manifest& manifest) {
    const auto& seen = office.seen;
    // It goes by the latest receipt, and hands in all: it has another past than that tells of.
    const bool past_differs = manifest.known.entries == 0 && seen.entries > 0 && office.taken_at &&
                              manifest.receipt >= *office.taken_at;
    if (past_differs)
        throw Failure(
            Exit::integrity,
            compose({"第 {} 条日志与总部所知的不同:此前被改写,或这个数据文件是从备份恢复的",
                     "journal entry {} differs from what headquarters knows: what lies before "
                     "it was rewritten, or the store was restored from a backup"},
                    seen.entries),
            verify_there(manifest.store_id));
    if (manifest.head.entries < seen.entries) refuse_cut_tail(manifest);
    if (manifest.known.entries < seen.entries)
        throw Failure(
            Exit::integrity,
            compose({"没有证明第 {} 条日志之前没有改写",
                     "nothing proves that what lies before journal entry {} is as it was"},
                    seen.entries),
            from_receipt(manifest.store_id));
}

base::Problem of_rejected_branch(const Decision& decision) {
    return {compose({"它属于没有选定的一支,不作数({} 决定,理由:{})",
                     "it is of a branch that was decided against, and counts for nothing (by {}: "
                     "{})"},
                    decision.by, decision.reason),
            Label{"把这份文件移出收件的目录", "move the file out of the folder"}};
}

void refuse_rejected(const Office& office, const Decision& decision, std::int64_t entry) {
    throw Failure(Exit::integrity,
                  compose({"第 {} 条日志属于没有选定的一支({} 决定,理由:{})",
                           "journal entry {} is of a branch that was decided against (by {}: {})"},
                          entry, decision.by, decision.reason),
                  other_store_counts(office.name, office.store_id));
}

void refuse_quarantined(const Office& office) {
    throw Failure(Exit::integrity,
                  Label{"这个办公室已隔离:它的日志出现分岔,要先有人选定一支",
                        "the office is quarantined: its journal has parted, and somebody has "
                        "to decide which branch counts"},
                  branches_remain(office.name));
}

}  // namespace huiyin::headquarters
