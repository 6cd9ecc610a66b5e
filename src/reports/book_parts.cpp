#include "book_parts.hpp"

#include <algorithm>

#include "huiyin/base/display.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/rulebook/blame.hpp"
#include "matter_parts.hpp"

namespace huiyin::reports {

using base::compose;
using rulebook::Rule;
using rulebook::Severity;

namespace {

/// What happens to whoever does not keep a rule of this kind.
Text consequence(const Rule& rule) {
    switch (rule.severity) {
        case Severity::refuse:
            return Label{"不合的不予登记,什么也不记下;照提示改好再登记。",
                         "What does not keep it is not recorded at all; the message says how to "
                         "put it right."};
        case Severity::refuse_or_witness:
            return Label{"不合的不予登记;事情确实已经这样发生的,可以据实登记,但算一项违规。",
                         "What does not keep it is not recorded; if it did happen so, it can be "
                         "recorded as it"
                         " happened, and is a breach."};
        case Severity::breach:
            break;
        case Severity::notice:
            return Label{"只是提醒,不算违规。", "This is a reminder, not a breach."};
    }
    return rule.heals ? Text(Label{"没做到的照样可以登记,但算违规,补做以后才消除。",
                                   "What does not keep it is recorded all the same, and is a "
                                   "breach until it is made good."})
                      : Text(Label{"没做到的照样可以登记,但算违规;晚做也消不掉,要由主管说明原因。",
                                   "What does not keep it is recorded all the same, and is a "
                                   "breach; doing it late does"
                                   " not undo it, a manager has to explain it."});
}

/// The day and the clock, without the year: all of an example is in one.
Text moment_of(base::Instant at) {
    const base::Zone utc("UTC");
    const auto text = base::readable(at, utc);  // 2026-11-23 18:30:00
    const auto month = text.substr(5, 2), day = text.substr(8, 2), time = text.substr(11);
    const auto bare = [](const std::string& two) {
        return two.front() == '0' ? two.substr(1) : two;
    };
    return {base::format("{}月{}日 {}", bare(month), bare(day), time),
            base::format("{}-{} {}", month, day, time)};
}

}  // namespace

Text joined(const Text& left, const Text& right) {
    return {left.zh + right.zh,
            left.en + (left.en.empty() || right.en.empty() ? "" : " ") + right.en};
}

Text sentence(const Rule& rule) {
    const auto& blamed = rulebook::name_of(rule.blamed).title;
    auto told = consequence(rule);
    if (rule.blamed != rulebook::Blamed::nobody && rule.blamed != rulebook::Blamed::unsaid)
        told = joined(told, {base::format("责任人:{}。", blamed.zh),
                             base::format("Whose it is: {}.", blamed.en)});
    return told;
}

Text value_told(const Limit& limit) {
    using enum records::PolicyKind;
    const auto value = records::policy_value(*limit.policy, limit.edition.value);
    const auto* number = std::get_if<std::int64_t>(&value);
    if (std::holds_alternative<std::nullptr_t>(value)) return Label{"不设", "none"};
    if (number == nullptr) return plain(limit.edition.value);
    switch (limit.policy->kind) {
        case duration:
        case term:
            return base::spoken(base::Seconds{*number});
        case money:
            return compose({"{} 元", "{} yuan"}, *number);
        case percent:
            return plain(base::format("{} %", *number));
        case yes_no:
            return *number != 0 ? Text(Label{"是", "yes"}) : Text(Label{"否", "no"});
        case count:
        case list:
        case text:
            break;
    }
    return plain(limit.edition.value);
}

Text without_keys(const View& view, const Text& text) {
    const auto told = [&](const std::string& words, base::Language language) {
        std::string plain_words;
        for (std::size_t at = 0; at < words.size();) {
            const auto open = std::min(words.find('`', at), words.size());
            plain_words += words.substr(at, open - at);
            if (open == words.size()) break;
            const auto close = std::min(words.find('`', open + 1), words.size());
            const auto key = words.substr(open + 1, close - open - 1);
            const auto all = records::policy_definitions();
            const auto known = std::ranges::find(all, key, &records::PolicyDefinition::key);
            if (known == all.end()) {
                plain_words += key;
            } else {
                const Limit limit{&*known, view.policies.in_force(key, view.now)};
                plain_words +=
                    compose({"「{},现为 {}」", "\"{}\", now {}"}, Text(known->title).in(language),
                            value_told(limit).in(language))
                        .in(language);
            }
            at = std::min(close + 1, words.size());
        }
        return plain_words;
    };
    return {told(text.zh, base::Language::chinese), told(text.en, base::Language::english)};
}

Text who_set(const View& view, const Limit& limit) {
    if (limit.edition.edition == 0) return Label{"规定的数,办公室没有另定", "the regulation's own"};
    const auto by = limit.edition.set_by ? person(view, *limit.edition.set_by) : std::string("—");
    auto told = compose({"{1}设定,自 {0} 起", "set by {1}, in force from {0}"},
                        base::readable_minute(limit.edition.at, view.zone), by);
    if (limit.edition.reason) {
        told.zh += ",因为:" + base::mask_phones_in(*limit.edition.reason);
        told.en += ", because: " + base::mask_phones_in(*limit.edition.reason);
    }
    return told;
}

Text spoke_told(const RuleInBook& one, int year) {
    const auto& [found, explained, standing] = one.spoke;
    const bool refuses =
        one.rule.severity == Severity::refuse || one.rule.severity == Severity::refuse_or_witness;
    Text told;
    if (found == 0)
        told = compose({"{} 年在这里没有查出过。", "In {} nothing was found here."}, year);
    else if (one.rule.severity == Severity::notice)
        told = compose({"{0} 年在这里提醒过 {1} 次。", "In {0} it gave notice here {1} times."},
                       year, found);
    else
        told = compose({"{0} 年在这里查出 {1} 次:{2} 次已经说明,{3} 次还没有。",
                        "In {0} it found {1} here: {2} explained, {3} not yet."},
                       year, found, explained, standing);
    if (refuses) {
        const Text untold =
            Label{"当场拒绝的不留记录,数不出来。",
                  "What it refused on the spot left no trace and cannot be counted."};
        told = joined(told, untold);
    }
    return told;
}

Story story_of(const rulebook::ToldExample& told) {
    Story story{.title = {{}, told.title},
                .moments = {},
                .ending = {},
                .went_wrong = !told.findings.empty()};
    story.title.zh = told.findings.empty() ? "合乎规定的例子" : "不合规定的例子";
    Text last;
    for (const auto& [at, what] : told.moments) {
        // What an office always was has no time worth telling.
        auto when =
            at < told.now - std::chrono::days{300} ? Text(Label{"早先", "before"}) : moment_of(at);
        const bool again = when.zh == last.zh;
        if (!again) last = when;
        story.moments.push_back({again ? Text{} : std::move(when), what});
    }
    if (told.findings.empty()) {
        const auto when = moment_of(told.now);
        story.ending.zh = base::format("到 {} 检查:合乎规定。", when.zh);
        story.ending.en = base::format("Checked at {}: it is kept.", when.en);
        return story;
    }
    for (const auto& finding : told.findings) {
        const Text how = finding.severity == "refuse" ? Text(Label{"登记时被拒绝", "Refused"})
                         : finding.severity == "notice" ? Text(Label{"提醒", "Notice"})
                                                        : Text(Label{"违规", "Breach"});
        story.ending.zh +=
            (story.ending.zh.empty() ? "" : "\n") + how.zh + ":" + finding.message.zh + "。";
        story.ending.en +=
            (story.ending.en.empty() ? "" : "\n") + how.en + ": " + finding.message.en + ".";
    }
    return story;
}

}  // namespace huiyin::reports
