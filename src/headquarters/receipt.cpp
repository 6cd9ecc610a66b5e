#include "huiyin/base/digest.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/headquarters/company.hpp"

namespace huiyin::headquarters {

using base::Json;

std::string receipt(const Office& office, std::int64_t texts_missing, base::Instant now,
                    const gate::SigningKey* key) {
    const auto& head = office.share == "figures" ? office.seen : office.head;
    Json json = Json::object();
    json["entries"] = head.entries;
    json["head"] = head.hash;
    json["store"] = office.store_id;
    json["office"] = office.name;
    json["at"] = base::seconds(now);
    if (office.share) json["share"] = *office.share;
    // What was lost with the server's unlogged tables.
    if (texts_missing > 0) json["wanted"] = {"texts"};
    if (key != nullptr && head.entries > 0) {
        const auto seal = gate::make_seal(office.store_id, head, now, *key);
        json["statement"] = gate::statement_of(seal);
        json["public_key"] = base::base64(seal.public_key);
        json["signature"] = base::base64(seal.signature);
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace huiyin::headquarters
