#include "huiyin/rulebook/speech.hpp"

#include <map>
#include <memory>

#include "huiyin/base/display.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/policy.hpp"

namespace huiyin::rulebook {

std::string quoted(const std::vector<TabooHit>& hits) {
    std::string words;
    for (const auto& hit : hits)
        words += base::format("{}“{}”({})", words.empty() ? "" : "、",
                              base::mask_phones_in(hit.quoted), hit.character);
    return words;
}

records::SpeechFound speech_found(store::Connection& connection) {
    const auto policies = std::make_shared<records::Policies>(records::Policies::load(connection));
    const auto matchers = std::make_shared<std::map<std::string, TabooMatcher>>();
    return [policies, matchers](std::string_view words,
                                base::Instant at) -> std::optional<std::string> {
        const auto& list = policies->in_force("speech.taboo", at).value;
        auto matcher = matchers->find(list);
        if (matcher == matchers->end())
            matcher =
                matchers->emplace(list, TabooMatcher(policies->list("speech.taboo", at))).first;
        const auto hits = matcher->second.find(words);
        return hits.empty() ? std::nullopt : std::optional(quoted(hits));
    };
}

}  // namespace huiyin::rulebook
