#include "huiyin/cli/choice_words.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "huiyin/base/fold.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/records/conduct.hpp"
#include "huiyin/records/listed_words.hpp"
#include "huiyin/records/people.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/reports/format.hpp"
#include "huiyin/rulebook/clauses.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

namespace {

using base::Label;
using records::ListedWord;

constexpr std::array yes_or_no{ListedWord{"yes", {"是", ""}}, ListedWord{"no", {"否", ""}}};
constexpr std::array classes{ListedWord{"1", {"一般", "general"}},
                             ListedWord{"2", {"较重", "serious"}},
                             ListedWord{"3", {"重大", "grave"}}};
constexpr std::array errors{ListedWord{"stop", {"全部撤回", ""}},
                            ListedWord{"skip", {"跳过出错的行", ""}}};
constexpr std::array colours{ListedWord{"auto", {"自动", ""}}, ListedWord{"always", {"总是", ""}},
                             ListedWord{"never", {"不用", ""}}};
constexpr std::array languages{ListedWord{"zh-CN", {"中文", ""}}, ListedWord{"en", {"英文", ""}}};
constexpr std::array kinds{ListedWord{"complaint", {"投诉", ""}},
                           ListedWord{"suggestion", {"建议", ""}}};
constexpr std::array date_orders{ListedWord{"ymd", {"年月日", ""}},
                                 ListedWord{"mdy", {"月日年", ""}},
                                 ListedWord{"dmy", {"日月年", ""}}};
constexpr std::array shares{ListedWord{"figures", {"数字", "figures"}},
                            ListedWord{"journal", {"日志", "the journal"}},
                            ListedWord{"texts", {"连同文字", "texts too"}}};
constexpr std::array office_actions{
    ListedWord{"add", {"登记", ""}}, ListedWord{"list", {"列表", ""}},
    ListedWord{"show", {"查看", ""}}, ListedWord{"change", {"变更", ""}},
    ListedWord{"retire", {"停用", ""}}};
constexpr std::array fork_actions{ListedWord{"show", {"查看", ""}},
                                  ListedWord{"accept", {"选定", ""}}};
constexpr std::array report_spans{ListedWord{"weekly", {"周报", ""}},
                                  ListedWord{"monthly", {"月报", ""}}};
/// Where the words of an option stand; where several of one name differ, by a word that only one of
/// them has.
struct Place {
    std::string_view option;
    std::span<const ListedWord> words;
    std::string_view has = {};
};
constexpr std::array places{
    Place{"channel", records::words::channel},
    Place{"method", records::words::method},
    Place{"form", records::words::channel, "written"},
    Place{"satisfied", records::words::satisfied},
    Place{"resolved", yes_or_no},
    Place{"residents", yes_or_no},
    Place{"group", yes_or_no},
    Place{"urgent", yes_or_no},
    Place{"signed-as", records::words::signed_as},
    Place{"ended", records::words::ended},
    Place{"courtesy", records::words::reception, "seat"},
    Place{"courtesy", records::words::courtesy, "thanks"},
    Place{"kind", records::words::suggestion, "opinion"},
    Place{"kind", records::words::duty, "overnight"},
    Place{"opens", kinds},
    Place{"class", classes},
    Place{"result", records::words::inspection},
    Place{"reason", records::words::absence},
    Place{"instead", records::words::instead},
    Place{"fault", records::words::fault},
    Place{"on-error", errors},
    Place{"category", records::words::event_category, "7"},
    Place{"event", records::words::event_category, "7"},
    Place{"dates", date_orders},
    Place{"color", colours},
    Place{"with", shares, "figures"},
    Place{"add|list|show|change|retire", office_actions},
    Place{"show|accept", fork_actions},
    Place{"weekly|monthly", report_spans},
    Place{"lang", languages},
    Place{"language", languages},
};

/// What people say for a word, beside its name.
struct Said {
    std::string_view option;
    std::string_view said;
    std::string_view word;
};
constexpr std::array sayings{
    Said{"channel", "来电", "phone"},     Said{"channel", "上门", "visit"},
    Said{"channel", "当面", "visit"},     Said{"channel", "来信", "letter"},
    Said{"channel", "信件", "letter"},    Said{"channel", "电话投诉", "phone"},
    Said{"channel", "来访投诉", "visit"}, Said{"channel", "信函投诉", "letter"},
    Said{"channel", "电话报修", "phone"}, Said{"method", "来电", "phone"},
    Said{"method", "电话回访", "phone"},  Said{"method", "上门回访", "visit"},
    Said{"method", "信函回访", "letter"}, Said{"method", "登门", "visit"},
    Said{"method", "来访", "visit"},      Said{"method", "当面", "visit"},
    Said{"method", "信件", "letter"},     Said{"satisfied", "很满意", "yes"},
    Said{"satisfied", "是", "yes"},       Said{"satisfied", "否", "no"},
    Said{"satisfied", "一般", "partly"},  Said{"satisfied", "部分满意", "partly"},
    Said{"satisfied", "不太满意", "no"},  Said{"resolved", "解决了", "yes"},
    Said{"resolved", "已解决", "yes"},    Said{"resolved", "没解决", "no"},
    Said{"resolved", "未解决", "no"},     Said{"courtesy", "倒水", "tea"},
    Said{"courtesy", "倒茶", "tea"},      Said{"courtesy", "感谢", "thanks"},
    Said{"courtesy", "道歉", "apology"},  Said{"result", "故障", "fault"},
    Said{"result", "异常", "fault"},      Said{"fault", "缺少配件", "parts"},
    Said{"fault", "缺配件", "parts"},     Said{"signed-as", "本人", "self"},
    Said{"signed-as", "手印", "thumb"},   Said{"signed-as", "家属", "family"},
    Said{"kind", "夜班", "overnight"},    Said{"kind", "白班", "day"},
    Said{"class", "一类", "1"},           Said{"class", "二类", "2"},
    Said{"class", "三类", "3"},
};

/// The words that the records themselves know.
template <typename Words>
std::optional<Label> found_in(const Words& words, std::string_view word) {
    const auto found = std::ranges::find(words, word, [](const auto& one) { return one.word; });
    if (found == words.end() || found->title.zh.empty()) return {};
    return Label{found->title.zh, ""};
}

bool lists(std::string_view list, std::string_view word) {
    const auto words = choices_of(list);
    return std::ranges::find(words, word) != words.end();
}

/// Of words that a noun of the records has.
std::optional<Label> known_elsewhere(std::string_view option, std::string_view word) {
    if (option == "role") return found_in(records::role_names, word);
    if (option == "kind") return found_in(records::conduct_sorts(), word);
    if (option == "category" || option == "repair")
        return found_in(records::regulation_categories(), word);
    if (option == "format")
        return word == "text" ? Label{"文字", ""} : found_in(reports::formats, word);
    if (option == "system")
        for (const auto& system : rulebook::systems())
            if (word == std::to_string(system.number)) return system.title;
    return {};
}

}  // namespace

Label meaning_of_choice(std::string_view option, std::string_view list, std::string_view word) {
    if (const auto known = known_elsewhere(option, word)) return *known;
    for (const auto& place : places) {
        if (place.option != option || (!place.has.empty() && !lists(list, place.has))) continue;
        const auto found = std::ranges::find(place.words, word, &ListedWord::word);
        // An English word says itself what it means; a number does not.
        if (found != place.words.end())
            return {found->title.zh, base::parse_whole(word) ? found->title.en : ""};
    }
    return {};
}

std::optional<std::string> choice_called(std::string_view option, std::string_view list,
                                         std::string_view said) {
    const auto choices = choices_of(list);
    const auto is_choice = [&](std::string_view word) {
        return std::ranges::find(choices, word) != choices.end();
    };
    if (is_choice(said)) return std::string(said);
    const auto folded = base::fold(said);
    for (const auto& word : choices)
        if (base::fold(word) == folded || meaning_of_choice(option, list, word).zh == said)
            return word;
    for (const auto& one : sayings)
        if (one.option == option && one.said == said && is_choice(one.word))
            return std::string(one.word);
    return {};
}

}  // namespace huiyin::cli
