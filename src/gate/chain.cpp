#include "huiyin/gate/chain.hpp"

#include "huiyin/base/digest.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/gate/journal.hpp"

namespace huiyin::gate {

std::optional<EntryHead> parse_head(const std::string& text) {
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
