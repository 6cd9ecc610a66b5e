#include "bundle_form.hpp"

#include <algorithm>
#include <array>

#include "huiyin/base/digest.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/base/json_text.hpp"

namespace huiyin::headquarters {

using base::Exit;
using base::Failure;
using base::Json;
using base::Label;

namespace {

struct ShareWord {
    Share share;
    std::string_view word;
};
constexpr std::array share_words{ShareWord{Share::figures, "figures"},
                                 ShareWord{Share::journal, "journal"},
                                 ShareWord{Share::texts, "texts"}};

constexpr int form = 1;

DamagedBundle no_manifest() {
    return DamagedBundle(Label{"上报包的清单读不懂", "the bundle's manifest cannot be read"});
}

}  // namespace

std::string_view share_word(Share share) {
    return std::ranges::find(share_words, share, &ShareWord::share)->word;
}

std::optional<Share> parse_share(std::string_view word) {
    const auto found = std::ranges::find(share_words, word, &ShareWord::word);
    return found == share_words.end() ? std::nullopt : std::optional(found->share);
}

std::string signed_statement(std::string_view manifest_line) {
    return base::format("{}\n{}\n", bundle_mark, manifest_line);
}

std::string Manifest::line() const {
    Json json = Json::object();
    json["format"] = form;
    json["store"] = store_id;
    json["share"] = share_word(share);
    json["from"] = known.entries;
    json["known"] = known.hash;
    json["to"] = head.entries;
    json["head"] = head.hash;
    json["schema"] = schema;
    json["made_at"] = base::seconds(made_at);
    json["receipt"] = base::seconds(receipt);
    json["findings"] = findings;
    if (share == Share::texts) {
        json["texts"] = texts;
        json["texts_digest"] = texts_digest;
    }
    if (share == Share::figures) {
        json["figures"] = figures;
        json["root"] = root;
        json["consistency"] = consistency;
    }
    return base::one_line(json);
}

Manifest parse_manifest(std::string_view line) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    try {
        if (json.at("format").get<int>() > form)
            throw Failure(Exit::failed,
                          Label{"上报包是更新的程序所做", "the bundle is of a later program"},
                          Label{"在总部更新 huiyin", "bring huiyin at headquarters up to date"});
        Manifest manifest;
        manifest.store_id = json.at("store").get<std::string>();
        const auto share = parse_share(json.at("share").get<std::string>());
        if (!share) throw no_manifest();
        manifest.share = *share;
        manifest.known = {json.at("from").get<std::int64_t>(), json.at("known").get<std::string>()};
        manifest.head = {json.at("to").get<std::int64_t>(), json.at("head").get<std::string>()};
        manifest.schema = json.at("schema").get<std::int64_t>();
        manifest.made_at = base::instant(json.at("made_at").get<std::int64_t>());
        // Bundles of the first programs have none.
        manifest.receipt = base::instant(json.value("receipt", std::int64_t{0}));
        manifest.findings = json.at("findings").get<std::string>();
        if (*share == Share::texts) {
            manifest.texts = json.at("texts").get<std::int64_t>();
            manifest.texts_digest = json.at("texts_digest").get<std::string>();
        }
        if (*share == Share::figures) {
            manifest.figures = json.at("figures").get<std::string>();
            manifest.root = json.at("root").get<std::string>();
            manifest.consistency = json.at("consistency").get<std::vector<std::string>>();
        }
        const bool sound =
            manifest.known.entries >= 0 && manifest.head.entries >= manifest.known.entries &&
            manifest.head.entries > 0 && manifest.schema > 0 && manifest.texts >= 0 &&
            (manifest.known.entries > 0 || manifest.known.hash.empty());
        if (!sound) throw no_manifest();
        return manifest;
    } catch (const nlohmann::json::exception&) {
        throw no_manifest();
    }
}

std::string text_frame(const BundledText& text) {
    return base::format("text {} {} {}\n", text.id, text.salt.size(), text.value.size()) +
           text.salt + text.value;
}

std::string chained_digest(const std::string& before, std::string_view frame) {
    return base::hex(base::blake2b({before, frame}));
}

}  // namespace huiyin::headquarters
