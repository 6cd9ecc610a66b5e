#include "proof_text.hpp"

#include <set>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/records/writing.hpp"
#include "huiyin/store/changes.hpp"

namespace huiyin::gate {

using base::Failure;
using base::Label;

namespace {

constexpr std::string_view mark = "huiyin-entry-1";

Failure no_entry() {
    return {base::Exit::integrity, Label{"证明所附的条目已被改动或不完整",
                                         "the entry in the proof is altered or incomplete"}};
}

/// Reads what was written one after the other.
class Bytes {
  public:
    explicit Bytes(std::string_view bytes) : left_(bytes) {}

    std::string_view take(std::size_t count) {
        if (count > left_.size()) throw no_entry();
        const auto taken = left_.substr(0, count);
        left_.remove_prefix(count);
        return taken;
    }
    /// Up to a mark, which is passed over.
    std::string_view until(char end) {
        const auto at = left_.find(end);
        if (at == left_.npos) throw no_entry();
        const auto taken = left_.substr(0, at);
        left_.remove_prefix(at + 1);
        return taken;
    }
    std::int64_t number(char end) {
        const auto value = base::parse_whole(until(end));
        if (!value || *value < 0) throw no_entry();
        return *value;
    }
    std::size_t size(char end) { return static_cast<std::size_t>(number(end)); }
    bool empty() const { return left_.empty(); }

  private:
    std::string_view left_;
};

}  // namespace

void for_each_said(std::string_view changeset,
                   const std::function<void(std::int64_t, std::string_view)>& visit) {
    // id, place, row, digest, erased_at: the first migration's.
    constexpr std::size_t digest_column = 3;
    if (changeset.empty()) return;
    store::for_each_change(changeset, [&](const store::Change& change) {
        if (change.table != "said" || change.kind == store::Change::Kind::deleted ||
            change.new_values.size() <= digest_column || !change.new_values[digest_column])
            return;
        const auto* digest = std::get_if<std::string>(&*change.new_values[digest_column]);
        const auto& key = change.value(0);
        const auto* id = key ? std::get_if<std::int64_t>(&*key) : nullptr;
        if (digest != nullptr && id != nullptr) visit(*id, *digest);
    });
}

std::string extra_of(const ProvenEntry& entry) {
    auto bytes = base::format("{} {} {} {}\n", mark, entry.head.size(), entry.changeset.size(),
                              entry.texts.size());
    bytes += entry.head;
    bytes += entry.changeset;
    for (const auto& text : entry.texts) {
        bytes += base::format("{} {} {} {}\n", text.id, text.place, text.row, text.value.size());
        bytes += text.salt;
        bytes += text.value;
    }
    return bytes;
}

ProvenEntry parse_extra(std::string_view extra, std::int64_t seq) {
    Bytes bytes(extra);
    if (bytes.until(' ') != mark) throw no_entry();
    const auto head_size = bytes.size(' ');
    const auto changeset_size = bytes.size(' ');
    const auto texts = bytes.size('\n');
    ProvenEntry entry{.seq = seq, .head = {}, .changeset = {}, .texts = {}};
    entry.head = bytes.take(head_size);
    entry.changeset = bytes.take(changeset_size);
    for (std::size_t i = 0; i < texts; ++i) {
        DisclosedText text;
        text.id = bytes.number(' ');
        text.place = bytes.until(' ');
        text.row = bytes.number(' ');
        const auto size = bytes.size('\n');
        text.salt = bytes.take(records::salt_size);
        text.value = bytes.take(size);
        entry.texts.push_back(std::move(text));
    }
    if (!bytes.empty()) throw no_entry();
    std::set<std::pair<std::int64_t, std::string>> said;
    for_each_said(entry.changeset,
                  [&](std::int64_t id, std::string_view digest) { said.emplace(id, digest); });
    for (const auto& text : entry.texts)
        if (!said.contains(
                {text.id, records::kept_text_digest(text.place, text.row, text.salt, text.value)}))
            throw Failure(base::Exit::integrity,
                          Label{"证明里的一段文字不是这一条所登记的",
                                "a text in the proof is not the one this entry recorded"});
    return entry;
}

}  // namespace huiyin::gate
