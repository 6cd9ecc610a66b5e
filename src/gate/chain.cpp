#include "huiyin/gate/chain.hpp"

#include <array>
#include <charconv>

#include "huiyin/base/digest.hpp"
#include "huiyin/base/encoding.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/gate/journal.hpp"
#include "huiyin/store/migrations.hpp"

namespace huiyin::gate {

namespace {

/// Of each byte whether a text as it is written goes no further.
constexpr auto ends_text = [] {
    std::array<bool, 256> ends{};
    for (std::size_t byte = 0; byte < ends.size(); ++byte)
        ends[byte] = byte == '"' || byte == '\\' || byte < ' ' || byte == 0x7f;
    return ends;
}();

/// Reads a head that is written as this program writes it, key by key. Parsing JSON takes ten times
/// as long, which a million entries notice. Whatever it stops at is left to the parser.
class WrittenHead {
  public:
    explicit WrittenHead(std::string_view text) : rest_(text) {}

    std::optional<EntryHead> read() {
        EntryHead head;
        std::string_view passed;
        std::int64_t number = 0;
        const bool is_written =
            take("{\"format\":1,\"seq\":") && whole(head.seq) && text(",\"kind\":", head.kind) &&
            take(",\"at\":") && whole(number) && text(",\"os_user\":", passed) &&
            take(",\"uid\":") && whole(number) && (!take(",\"login_uid\":") || whole(number)) &&
            maybe_text(",\"sudo_uid\":", passed) && text(",\"host\":", passed) &&
            maybe_text(",\"staff\":", passed) && text(",\"command\":", head.command) &&
            list(",\"subjects\":") && maybe_text(",\"sql\":", head.sql) &&
            text(",\"previous\":", head.previous) && rest_ == "}";
        return is_written ? std::optional(std::move(head)) : std::nullopt;
    }

  private:
    bool take(std::string_view word) {
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }

    bool whole(std::int64_t& number) {
        const auto* begin = rest_.data();
        const bool has_zero = rest_.starts_with('0') || rest_.starts_with('-');
        const auto [end, error] = std::from_chars(begin, begin + rest_.size(), number);
        const auto size = static_cast<std::size_t>(end - begin);
        if (error != std::errc() || (has_zero && size > 1)) return false;
        rest_.remove_prefix(size);
        return true;
    }

    /// Nothing that is written otherwise than it is meant, and nothing but UTF-8.
    bool quoted(std::string_view& value) {
        if (!take("\"")) return false;
        std::size_t size = 0;
        unsigned char all = 0;
        for (;; ++size) {
            if (size == rest_.size()) return false;
            const auto next = static_cast<unsigned char>(rest_[size]);
            if (ends_text[next]) break;
            all |= next;
        }
        if (rest_[size] != '"') return false;
        value = rest_.substr(0, size);
        rest_.remove_prefix(size + 1);
        return all < 0x80 || base::is_utf8(value);
    }

    template <typename Text>
    bool text(std::string_view key, Text& value) {
        std::string_view read;
        if (!take(key) || !quoted(read)) return false;
        value = read;
        return true;
    }
    template <typename Text>
    bool maybe_text(std::string_view key, Text& value) {
        return !rest_.starts_with(key) || text(key, value);
    }

    bool list(std::string_view key) {
        std::string_view passed;
        if (!take(key) || !take("[")) return false;
        if (take("]")) return true;
        do
            if (!quoted(passed)) return false;
        while (take(","));
        return take("]");
    }

    std::string_view rest_;
};

}  // namespace

std::optional<EntryHead> parse_head(const std::string& text) {
    if (auto written = WrittenHead(text).read()) return written;
    using Json = nlohmann::json;
    try {
        const auto json = Json::parse(text);
        return EntryHead{.seq = json.at("seq").get<std::int64_t>(),
                         .previous = json.at("previous").get<std::string>(),
                         .kind = json.at("kind").get<std::string>(),
                         .command = json.at("command").get<std::string>(),
                         .sql = json.value("sql", "")};
    } catch (const Json::exception&) {
        return {};
    }
}

bool is_migration(const EntryHead& head, std::size_t number) {
    const auto all = store::migrations();
    return number < all.size() && all[number].name == head.command &&
           base::hex(base::blake2b({all[number].sql})) == head.sql;
}

std::variant<EntryHead, Chain::Break> Chain::take(const std::string& head,
                                                  std::string_view changeset,
                                                  std::string_view entry_hash) {
    if (gate::entry_hash(head, changeset) != entry_hash) return Break::altered;
    auto parsed = parse_head(head);
    if (!parsed || parsed->seq != entries + 1 || parsed->previous != hash)
        return Break::unconnected;
    hash = base::hex(entry_hash);
    ++entries;
    return std::move(*parsed);
}

}  // namespace huiyin::gate
