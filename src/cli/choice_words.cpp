#include "choice_words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "huiyin/records/conduct.hpp"
#include "huiyin/records/people.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/rulebook/clauses.hpp"

namespace huiyin::cli {

namespace {

using base::Label;

/// One list of words and, in the same order, what they mean.
struct ChoiceList {
    std::string_view words;
    std::string_view zh;
    std::string_view en = {};
    std::string_view option = {};  ///< where the same words mean something else elsewhere
};

constexpr std::array lists{
    ChoiceList{"letter|phone|visit", "信函|电话|来访"},
    ChoiceList{"letter|phone|visit|patrol", "信函|电话|来访|巡查"},
    ChoiceList{"letter|phone|visit|round", "信函|电话|来访|巡视"},
    ChoiceList{"letter|phone|visit|round|patrol|in-person|written",
               "信函|电话|来访|巡视|巡查|当面|书面"},
    ChoiceList{"phone|visit|letter", "电话|上门|信函"},
    ChoiceList{"visit|phone|letter", "上门|电话|信函"},
    ChoiceList{"in-person|phone|written", "当面|电话|书面"},
    ChoiceList{"yes|partly|no", "满意|基本满意|不满意"},
    ChoiceList{"yes|no", "是|否"},
    ChoiceList{"self|thumb|family", "本人签名|按手印|家属代签"},
    ChoiceList{"complaint|suggestion", "投诉|建议"},
    ChoiceList{"opinion|suggestion", "意见|建议"},
    ChoiceList{"thanks|apology", "致谢|致歉"},
    ChoiceList{"withdrawn|moved|unreached|declined|letter",
               "业主撤回|业主已搬走|多次联系不上|业主拒绝回访|以公开信答复"},
    ChoiceList{"seat,tea,heard,calmed", "让座|敬茶|倾听|安抚"},
    ChoiceList{"1|2|3", "一般|较重|重大", "general|serious|grave", "class"},
    ChoiceList{"day|overnight", "值班|值宿"},
    ChoiceList{"ok|fault", "正常|有问题"},
    ChoiceList{"left|ill|unreachable", "离岗|生病|联系不上"},
    ChoiceList{"off-shift|skill", "当事人不在班|需要别的工种"},
    ChoiceList{"difficult|parts|major", "疑难|缺件|重大"},
    ChoiceList{"stop|skip", "全部撤回|跳过出错的行"},
    ChoiceList{
        "1|2|3|4|5|6|7",
        "主管部门布置的工作|涉及业主的大型活动|高层人事变动|政治事件引起的反应|自杀、行凶、伤亡|"
        "突发事件与重特大事故|其他",
        "work set by authorities|large activities with residents|changes at the top|"
        "reactions to politics|suicide, violence, casualties|sudden and grave accidents|other"},
};

/// The words that the records themselves know.
template <typename Words>
std::optional<Label> found_in(const Words& words, std::string_view word) {
    const auto found = std::ranges::find(words, word, [](const auto& one) { return one.word; });
    if (found == words.end()) return {};
    return Label{found->title.zh, ""};
}

/// The part of a list at the place of another's word.
std::optional<std::size_t> place_of(std::string_view word, std::string_view list) {
    for (std::size_t place = 0; !list.empty(); ++place) {
        const auto end = std::min(list.find_first_of("|,"), list.size());
        if (list.substr(0, end) == word) return place;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return {};
}

std::string_view at_place(std::string_view list, std::size_t place) {
    for (; place > 0; --place)
        list.remove_prefix(std::min(list.find('|') + 1, list.size()));
    return list.substr(0, list.find('|'));
}

std::optional<Label> known_elsewhere(std::string_view option, std::string_view word) {
    if (option == "role") return found_in(records::role_names, word);
    if (option == "kind") return found_in(records::conduct_sorts(), word);
    if (option == "category" || option == "repair")
        return found_in(records::regulation_categories(), word);
    if (option == "system")
        for (const auto& system : rulebook::systems())
            if (word == std::to_string(system.number)) return system.title;
    return {};
}

}  // namespace

Label meaning_of_choice(std::string_view option, std::string_view list, std::string_view word) {
    if (const auto known = known_elsewhere(option, word)) return *known;
    for (const auto& one : lists) {
        if (one.words != list || (!one.option.empty() && one.option != option)) continue;
        if (const auto place = place_of(word, list))
            return {at_place(one.zh, *place), at_place(one.en, *place)};
    }
    return {};
}

}  // namespace huiyin::cli
