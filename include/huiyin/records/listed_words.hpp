#pragma once

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

/// How a matter came in.
inline constexpr std::array channel{
    ListedWord{"letter", {"信函", "letter"}},        ListedWord{"phone", {"电话", "phone"}},
    ListedWord{"visit", {"来访", "visit"}},          ListedWord{"patrol", {"巡查", "patrol"}},
    ListedWord{"round", {"巡视", "round"}},          ListedWord{"survey", {"问卷", "survey"}},
    ListedWord{"office", {"内部", "in the office"}}, ListedWord{"in-person", {"当面", "in person"}},
    ListedWord{"written", {"书面", "written"}},      ListedWord{"duty", {"值班", "on duty"}},
};
/// How a step was done.
inline constexpr std::array method{
    ListedWord{"phone", {"电话", "phone"}},
    ListedWord{"visit", {"上门", "visit"}},
    ListedWord{"letter", {"信函", "letter"}},
    ListedWord{"open-letter", {"公开信", "open letter"}},
    ListedWord{"in-person", {"当面", "in person"}},
    ListedWord{"written", {"书面", "written"}},
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
/// How a complaint was closed other than satisfied (clause 5.4).
inline constexpr std::array ended{
    ListedWord{"unsatisfied", {"业主仍不满意", "still dissatisfied"}},
    ListedWord{"withdrawn", {"业主撤回", "withdrawn"}},
    ListedWord{"moved", {"业主已搬走", "moved away"}},
    ListedWord{"unreached", {"多次联系不上", "not reached"}},
    ListedWord{"declined", {"业主拒绝回访", "callback declined"}},
    ListedWord{"letter", {"以公开信答复", "answered by an open letter"}},
};
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
inline constexpr std::array duty{
    ListedWord{"day", {"值班", "day"}},
    ListedWord{"overnight", {"值宿", "overnight"}},
};

}  // namespace words

/// What a word of a list is called; one that is not in it is its own name.
base::Text word_title(std::span<const ListedWord> list, std::string_view word);

}  // namespace huiyin::records
