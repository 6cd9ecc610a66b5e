#include "outside_check.hpp"

#include <algorithm>

#include "huiyin/base/digest.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/gate/checkpoint.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::gate {

using base::compose;
using base::Label;
using store::Query;

namespace {

/// Whether anything of an anchor is signed at all, by whomever.
bool is_signed_by_anybody(const Anchor& anchor) {
    return anchor.seal || anchor.checkpoint;
}

/// Whether what is signed of an anchor is signed by this key.
bool is_by(const Anchor& anchor, const std::string& key) {
    if (anchor.seal && anchor.seal->public_key != key) return false;
    return !anchor.checkpoint ||
           signed_by(parse_note(*anchor.checkpoint), {.name = {}, .public_key = key});
}

}  // namespace

void OutsideCheck::check(Verification& result) {
    check_seals(result);
    check_anchor(result);
}

void OutsideCheck::fault(base::Text what, std::optional<std::int64_t> seq) {
    tell_({.seq = seq, .table = {}, .row = {}, .what = std::move(what)});
}

/// What the store itself has for the hash of an entry; the chain is checked elsewhere.
std::optional<std::string> OutsideCheck::hash_of(std::int64_t seq) {
    Query row(connection_, base::format("SELECT hash FROM {}.journal WHERE seq = ?", journal_),
              seq);
    return row.next() ? std::optional(base::hex(row.blob(0))) : std::nullopt;
}

void OutsideCheck::check_seals(Verification& result) {
    // As the journal replayed them: a seal put into the table alone is a fault already.
    if (!store::find_integer(connection_, "SELECT 1 FROM main.sqlite_schema WHERE name = 'seal'"))
        return;
    result.store_id =
        store::find_text(connection_, "SELECT store_id FROM main.office").value_or("");
    result.seals = read_seals(connection_, result.store_id);
    if (outside_.public_key) {
        // Whoever rebuilds a journal can seal it too, by a key of their own.
        std::erase_if(result.seals,
                      [&](const Seal& seal) { return seal.public_key != *outside_.public_key; });
        if (result.seals.empty() && !outside_.anchor)
            fault(
                Label{"没有一个封签是所给密钥所签", "no seal on file was made with the given key"});
    }
    for (const auto& seal : result.seals) {
        const auto entries = seal.head.entries;
        if (!holds(seal))
            fault(compose({"第 {} 条处的封签签名不符",
                           "the signature of the seal at entry {} is not valid"},
                          entries),
                  entries);
        else if (hash_of(entries) != seal.head.hash)
            fault(compose({"第 {} 条与其封签不符:此前的日志被改写",
                           "entry {} differs from its seal: the journal before it was rewritten"},
                          entries),
                  entries);
    }
}

void OutsideCheck::check_anchor(const Verification& result) {
    if (!outside_.anchor) return;
    const auto& anchor = *outside_.anchor;
    if (anchor.store_id && !result.store_id.empty() && *anchor.store_id != result.store_id)
        fault(Label{"锚点属于另一个数据文件", "the anchor belongs to another store"});
    if (anchor.seal && !holds(*anchor.seal))
        fault(Label{"锚点的签名不符", "the anchor's signature is not valid"});
    // Whoever altered the store can write the same of its count and hash into a file without one.
    if (outside_.public_key && !is_signed_by_anybody(anchor))
        fault(
            Label{"锚点没有签名,所给的密钥什么也证明不了。总部的回执:请总部收包时加 --key-file "
                  "私钥再给一份;自己的:用 huiyin audit seal 封过的",
                  "the anchor has no signature: the key proves nothing. Of a receipt: have "
                  "headquarters ingest with --key-file KEY and ask for it anew; of one's own: "
                  "use what huiyin audit seal made"});
    else if (outside_.public_key && !is_by(anchor, *outside_.public_key))
        fault(Label{"锚点不是所给密钥所签", "the anchor is not signed with the given key"});
    const auto last =
        store::find_integer(connection_, base::format("SELECT max(seq) FROM {}.journal", journal_))
            .value_or(0);
    const auto entries = anchor.head.entries;
    if (last < entries)
        fault(compose({"锚点记有 {} 条日志,这里只有 {} 条:末尾被截去,或这是旧的副本",
                       "the anchor has {} entries, the store {}: its tail was cut, or it is an "
                       "older copy"},
                      entries, last),
              last + 1);
    else if (!agrees(connection_, anchor, journal_))
        fault(compose({"第 {} 条与锚点不符:此前的日志被改写",
                       "entry {} differs from the anchor: the journal before it was rewritten"},
                      entries),
              entries);
}

}  // namespace huiyin::gate
