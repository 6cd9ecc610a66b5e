#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "huiyin/base/language.hpp"

/// Words that fields are limited to, with what they mean in the place where they stand: one who
/// comes as a `visit` 来访, one who is replied to by `visit` 上门.
namespace huiyin::records {

struct ListedWord {
    std::string_view word;  ///< as typed, stored and in JSON
    base::Label title;
};

namespace words {

/// The kinds of major events (clause 7.1).
inline constexpr std::array event_category{
    ListedWord{"1", {"主管部门布置的工作", "work set by authorities"}},
    ListedWord{"2", {"涉及业主的大型活动", "large activities with residents"}},
    ListedWord{"3", {"高层人事变动", "changes at the top"}},
    ListedWord{"4", {"政治事件引起的反应", "reactions to politics"}},
    ListedWord{"5", {"自杀、行凶、伤亡", "suicide, violence, casualties"}},
    ListedWord{"6", {"突发事件与重特大事故", "sudden and grave accidents"}},
    ListedWord{"7", {"其他", "other"}},
};

inline constexpr ListedWord by_letter{"letter", {"信函", "letter"}};
inline constexpr ListedWord by_phone{"phone", {"电话", "phone"}};
inline constexpr ListedWord came_by{"visit", {"来访", "visit"}};
inline constexpr ListedWord called_on{"visit", {"上门", "visit"}};
inline constexpr ListedWord in_person{"in-person", {"当面", "in person"}};
inline constexpr ListedWord in_writing{"written", {"书面", "written"}};
inline constexpr ListedWord on_patrol{"patrol", {"巡查", "patrol"}};
inline constexpr ListedWord on_a_round{"round", {"巡视", "round"}};

/// How a matter came in (clauses 2.1, 3.2.3, 4.1, 7.3).
inline constexpr std::array complaint_channel{by_letter, by_phone, came_by};
inline constexpr std::array suggestion_channel{by_letter, by_phone, came_by, on_a_round};
inline constexpr std::array repair_channel{by_letter, by_phone, came_by, on_patrol};
inline constexpr std::array report_form{in_person, by_phone, in_writing};
/// The same of any matter, those of the office's own too.
inline constexpr std::array channel{
    by_letter,
    by_phone,
    came_by,
    on_patrol,
    on_a_round,
    ListedWord{"survey", {"问卷", "survey"}},
    in_person,
    in_writing,
    ListedWord{"office", {"内部", "in the office"}},
    ListedWord{"duty", {"值班", "on duty"}},
};
/// How a step was done: a reply, a callback, and any.
inline constexpr std::array reply_method{by_phone, called_on, by_letter};
inline constexpr std::array callback_method{called_on, by_phone, by_letter};
inline constexpr std::array method{
    by_phone,
    called_on,
    by_letter,
    ListedWord{"open-letter", {"公开信", "open letter"}},
    in_person,
    in_writing,
    ListedWord{"patrol", {"巡查", "inspection"}},
};
inline constexpr std::array satisfied{
    ListedWord{"yes", {"满意", "yes"}},
    ListedWord{"partly", {"基本满意", "partly"}},
    ListedWord{"no", {"不满意", "no"}},
};
inline constexpr std::array resolved{
    ListedWord{"yes", {"已解决", "yes"}},
    ListedWord{"no", {"未解决", "no"}},
};
inline constexpr std::array signed_as{
    ListedWord{"self", {"本人签名", "by themselves"}},
    ListedWord{"thumb", {"按手印", "by a thumb print"}},
    ListedWord{"family", {"家属代签", "by their family"}},
};
/// How a complaint was closed other than satisfied (clause 5.4): in full, and what ends one
/// otherwise than by its being put right.
inline constexpr std::array ended{
    ListedWord{"unsatisfied", {"业主仍不满意", "still dissatisfied"}},
    ListedWord{"withdrawn", {"业主撤回", "withdrawn"}},
    ListedWord{"moved", {"业主已搬走", "moved away"}},
    ListedWord{"unreached", {"多次联系不上", "not reached"}},
    ListedWord{"declined", {"业主拒绝回访", "callback declined"}},
    ListedWord{"letter", {"以公开信答复", "answered by an open letter"}},
};
inline constexpr std::array ended_otherwise{ended[1], ended[2], ended[3], ended[4], ended[5]};
/// The four acts of receiving a visitor (clause 2.2.3).
inline constexpr std::array reception{
    ListedWord{"seat", {"让座", "seated"}},
    ListedWord{"tea", {"敬茶", "offered tea"}},
    ListedWord{"heard", {"倾听", "heard out"}},
    ListedWord{"calmed", {"安抚", "calmed"}},
};
/// What the answer to a suggestion carries (clause 2.2.5).
inline constexpr std::array courtesy{
    ListedWord{"thanks", {"致谢", "thanks"}},
    ListedWord{"apology", {"致歉", "apology"}},
};
inline constexpr std::array suggestion{
    ListedWord{"opinion", {"意见", "opinion"}},
    ListedWord{"suggestion", {"建议", "suggestion"}},
};
/// What an inspection came to (clause 1.8).
inline constexpr std::array inspection{
    ListedWord{"ok", {"正常", "in order"}},
    ListedWord{"fault", {"有问题", "a fault"}},
};
/// Why a repair takes longer (clauses 6.2 to 6.4).
inline constexpr std::array fault{
    ListedWord{"difficult", {"疑难", "difficult"}},
    ListedWord{"parts", {"缺件", "parts missing"}},
    ListedWord{"major", {"重大", "major"}},
};
/// Why a rework goes to another (clause 6.5).
inline constexpr std::array instead{
    ListedWord{"off-shift", {"当事人不在班", "off shift"}},
    ListedWord{"skill", {"需要别的工种", "another skill"}},
};
/// Why an officer is gone from the post (clause 1.9).
inline constexpr std::array absence{
    ListedWord{"left", {"离岗", "left"}},
    ListedWord{"ill", {"生病", "ill"}},
    ListedWord{"unreachable", {"联系不上", "unreachable"}},
};
/// Of a repair: the first nine are urgent by themselves (clause 4.5).
inline constexpr std::array repair_category{
    ListedWord{"elevator", {"电梯失控、困人", "elevator"}},
    ListedWord{"structure", {"房屋结构危险", "structure"}},
    ListedWord{"wiring", {"线路故障停电、漏电", "wiring"}},
    ListedWord{"water-supply", {"水泵、表内水管", "water-supply"}},
    ListedWord{"tap-burst", {"龙头严重漏水", "tap-burst"}},
    ListedWord{"heating-main", {"暖气主管跑水", "heating-main"}},
    ListedWord{"floor-stair-rail", {"楼板、楼梯、扶手", "floor-stair-rail"}},
    ListedWord{"falling-risk", {"门窗、外墙将坠落", "falling-risk"}},
    ListedWord{"danger", {"其他危险", "danger"}},
    ListedWord{"plumbing", {"水暖", "plumbing"}},
    ListedWord{"electrical", {"电气", "electrical"}},
    ListedWord{"door-window", {"门窗", "door-window"}},
    ListedWord{"furniture", {"家具", "furniture"}},
    ListedWord{"appliance", {"电器", "appliance"}},
    ListedWord{"public-area", {"公共部位", "public-area"}},
    ListedWord{"service", {"服务要求", "service"}},
    ListedWord{"other", {"其他", "other"}},
};
inline constexpr std::array duty{
    ListedWord{"day", {"值班", "day"}},
    ListedWord{"overnight", {"值宿", "overnight"}},
};

}  // namespace words

/// `letter|phone|visit`: the words of a list, as help shows the value of an option.
template <const auto& list, char between = '|'>
inline constexpr auto listed_letters = [] {
    constexpr std::size_t size = [] {
        std::size_t letters = list.size() - 1;
        for (const auto& one : list)
            letters += one.word.size();
        return letters;
    }();
    std::array<char, size> letters{};
    auto end = letters.begin();
    for (const auto& one : list) {
        if (end != letters.begin()) *end++ = between;
        end = std::copy(one.word.begin(), one.word.end(), end);
    }
    return letters;
}();
template <const auto& list, char between = '|'>
inline constexpr std::string_view listed{listed_letters<list, between>.data(),
                                         listed_letters<list, between>.size()};

/// What a word of a list is called; one that is not in it is its own name. Throws nothing.
base::Text word_title(std::span<const ListedWord> list, std::string_view word);

}  // namespace huiyin::records
