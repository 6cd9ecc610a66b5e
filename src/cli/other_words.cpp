#include "other_words.hpp"

#include <algorithm>
#include <array>

#include "huiyin/base/fold.hpp"
#include "huiyin/records/matter.hpp"
#include "huiyin/records/numbers.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

namespace {

using base::compose;
using base::Text;

/// Another word, and those here that it may mean: the first that there is.
struct Other {
    std::string_view typed;
    std::string_view meant;  ///< divided by `|`
};

constexpr std::array correcting{"edit", "modify", "update", "fix",  "correct", "alter", "修改",
                                "编辑", "改",     "改正",   "订正", "纠正",    "更改",  "改错"};
constexpr std::array deleting{"delete", "remove", "rm", "del",  "erase", "undo",
                              "drop",   "删除",   "删", "删掉", "撤回",  "撤销"};
constexpr std::array reopening{"reopen",   "open",     "resume", "重开",
                               "重新打开", "恢复办理", "重办",   "激活"};

constexpr std::array verbs{
    Other{"new", "add|record|report|issue|publish|log"},
    Other{"create", "add|record|report|issue|publish|log"},
    Other{"register", "add|record|report"},
    Other{"insert", "add"},
    Other{"open", "add|start"},
    Other{"view", "show"},
    Other{"get", "show"},
    Other{"display", "show"},
    Other{"info", "show"},
    Other{"ls", "list|roster|log"},
    Other{"all", "list"},
    Other{"finish", "close|finish"},
    Other{"done", "close|finish"},
    Other{"complete", "close|finish"},
    Other{"end", "close|end"},
    Other{"resolve", "settle|close"},
    Other{"transfer", "assign"},
    Other{"answer", "reply|answer"},
    Other{"respond", "reply|answer"},
    Other{"call", "log"},
    Other{"visit", "log"},
    Other{"todo", "due"},
    Other{"begin", "start"},
    Other{"checkin", "start"},
    Other{"处理完", "close|finish"},
    Other{"新建", "add|record|report"},
    Other{"录入", "add|record|report"},
    Other{"查询", "list|show"},
    Other{"详情", "show"},
    Other{"关闭", "close"},
    Other{"完结", "close"},
    Other{"派", "dispatch|assign"},
    Other{"转", "assign"},
    Other{"结束", "close|end"},
};

constexpr std::array nouns{
    Other{"ticket", "complaint"}, Other{"issue", "complaint"}, Other{"case", "complaint"},
    Other{"user", "staff"},       Other{"users", "staff"},     Other{"employee", "staff"},
    Other{"people", "staff"},     Other{"fix", "repair"},      Other{"workorder", "order"},
    Other{"job", "order"},        Other{"visit", "callback"},  Other{"followup", "callback"},
    Other{"shift", "duty"},       Other{"handover", "duty"},   Other{"incident", "event"},
    Other{"find", "search"},      Other{"grep", "search"},     Other{"log", "audit"},
    Other{"history", "audit"},    Other{"import", "batch"},    Other{"home", "unit"},
    Other{"house", "unit"},       Other{"room", "unit"},       Other{"setting", "policy"},
    Other{"config", "policy"},    Other{"工单", "order"},      Other{"用户", "staff"},
    Other{"巡查", "duty"},        Other{"交班", "duty"},       Other{"交接班", "duty"},
    Other{"上岗", "duty"},        Other{"周报", "report"},     Other{"日报", "report"},
    Other{"月报", "report"},      Other{"导入", "batch"},
};

constexpr std::array options{
    Other{"tel", "phone"},
    Other{"telephone", "phone"},
    Other{"mobile", "phone"},
    Other{"cell", "phone"},
    Other{"number", "phone|count"},
    Other{"room", "unit"},
    Other{"house", "unit"},
    Other{"home", "unit"},
    Other{"address", "unit|place"},
    Other{"addr", "unit|place"},
    Other{"location", "place|unit"},
    Other{"where", "place|unit"},
    Other{"name", "from|signed-by|by-resident"},
    Other{"person", "from|who"},
    Other{"caller", "from"},
    Other{"resident", "from"},
    Other{"content", "text|note"},
    Other{"description", "text|note"},
    Other{"desc", "text|note"},
    Other{"message", "text|note"},
    Other{"msg", "text|note"},
    Other{"body", "text"},
    Other{"note", "text"},
    Other{"comment", "note|text"},
    Other{"remark", "note|text"},
    Other{"feedback", "note"},
    Other{"time", "at"},
    Other{"date", "at|day"},
    Other{"when", "at"},
    Other{"type", "category|kind|channel"},
    Other{"cat", "category"},
    Other{"level", "class"},
    Other{"priority", "class|urgent"},
    Other{"source", "channel|via"},
    Other{"way", "channel|method"},
    Other{"how", "channel|method"},
    Other{"channel", "method|form"},
    Other{"method", "channel|form"},
    Other{"assignee", "to|holder"},
    Other{"assign-to", "to"},
    Other{"owner", "holder|to"},
    Other{"technician", "to"},
    Other{"worker", "to"},
    Other{"user", "who|as"},
    Other{"login", "as"},
    Other{"staff", "who|by"},
    Other{"why", "reason"},
    Other{"cause", "reason"},
    Other{"because", "reason"},
    Other{"result", "outcome"},
    Other{"conclusion", "outcome"},
    Other{"signature", "signed-by|by-resident"},
    Other{"signed", "signed-by|by-resident"},
    Other{"sign", "signed-by|by-resident"},
    Other{"title", "subject"},
    Other{"summary", "subject|text"},
    Other{"appoint", "appointment"},
    Other{"since", "from"},
    Other{"start", "from"},
    Other{"end", "to"},
    Other{"until", "to"},
    Other{"output", "out"},
    Other{"file", "out"},
    Other{"full", "reveal"},
    Other{"登记时间", "opened-at|at"},
    Other{"发生时间", "happened|opened-at|at"},
    Other{"群体事件", "gathering"},
    Other{"伤亡", "casualties"},
    Other{"交给", "to"},
    Other{"投诉类别", "category"},
    Other{"满意度", "satisfied"},
    Other{"调查", "findings"},
    Other{"意见", "opinion|note"},
    Other{"责任人", "who|holder"},
    Other{"逾期", "overdue"},
    Other{"姓名", "from|name|signed-by|by-resident"},
    Other{"住址", "unit|place"},
    Other{"地址", "unit|place"},
    Other{"说明", "reason|text"},
    Other{"原因", "reason"},
};

template <std::size_t count>
bool is_one_of(std::string_view word, const std::array<const char*, count>& words) {
    return std::ranges::any_of(words, [&](std::string_view one) { return one == word; });
}

template <std::size_t count, typename IsThere>
std::optional<std::string> meant_in(const std::array<Other, count>& rows, std::string_view typed,
                                    IsThere is_there) {
    const auto folded = base::fold(typed);
    for (const auto& row : rows) {
        if (row.typed != folded) continue;
        for (const auto& word : choices_of(row.meant))
            if (is_there(word)) return word;
    }
    return {};
}

/// The letters that a noun's numbers begin with.
std::string_view prefix_of(std::string_view noun) {
    if (noun == "callback") return "HF";
    if (noun == "order") return "PG";
    for (const auto& kind : records::matter_kinds())
        if (kind.word == noun) return kind.prefix;
    return {};
}

/// The number that was typed, else one of the noun's.
std::string example_of(std::string_view noun, std::string_view record) {
    const auto prefix = prefix_of(noun.empty() ? "complaint" : noun);
    // A bare number is one of the noun's only behind it: elsewhere it says whose it is.
    const bool is_bare = records::is_bare(record);
    if (!record.empty() && (!is_bare || prefix.empty())) return std::string(record);
    if (is_bare) return base::fold(prefix).append("-").append(record);
    auto example = base::fold(prefix.empty() ? "TS" : prefix);
    return example + "-1";
}

}  // namespace

std::optional<Text> way_to_put_right(std::string_view word, std::string_view noun,
                                     std::string_view record, std::string_view fields) {
    const auto folded = base::fold(word);
    const bool corrects = is_one_of(folded, correcting);
    const bool deletes = is_one_of(folded, deleting);
    const bool reopens = is_one_of(folded, reopening);
    if (!corrects && !deletes && !reopens) return {};
    // What has no number is corrected by its own verbs.
    if (!noun.empty() && prefix_of(noun).empty())
        if (auto way = when_mistyped(noun, {}); !way.empty()) return way;
    const auto no = example_of(noun, record);
    if (corrects && !fields.empty())
        return compose({"更正写:huiyin amend {} {} --reason 写错了(原值留档)",
                        "correct it: huiyin amend {} {} --reason WHY (the old value stays on "
                        "record)"},
                       no, fields);
    if (corrects)
        return compose({"更正写:huiyin amend {} --text 正确的内容 --reason 写错了"
                        "(原值留档;哪一项写错就写哪一项,见 huiyin amend --help)",
                        "correct it: huiyin amend {} --text WORDS --reason WHY (the old value "
                        "stays on record; huiyin amend --help has the fields)"},
                       no);
    if (deletes)
        return compose({"记录不能删除。整条登记错了由主管作废:huiyin void {0} --reason 登记错误;"
                        "只错一项写:huiyin amend {0} --text 正确的内容 --reason 写错了",
                        "nothing is deleted. A manager voids it: huiyin void {0} --reason WHY; to "
                        "correct one field: huiyin amend {0} --text WORDS --reason WHY"},
                       no);
    return compose({"办结的不重开。补充写:huiyin note {0} --text 补充的内容;"
                    "写错的更正:huiyin amend {0} --outcome 正确的结果 --reason 写错了;"
                    "业主又提出的,登记回访(--raised)或另登一件",
                    "what is closed stays closed. To add: huiyin note {0} --text WORDS; to "
                    "correct: huiyin amend {0} --outcome WORDS --reason WHY; what the resident "
                    "raises again is recorded as a callback (--raised) or as a new record"},
                   no);
}

Text when_mistyped(std::string_view noun, std::string_view verb) {
    if (verb == "acknowledge")
        return {"签收不能撤回;出了新的一版再签一次",
                "an acknowledgement stands; acknowledge the next edition again"};
    if (verb == "schedule")
        return {"写错了怎么办:由主管 huiyin void pb-1 --reason 排错了,再排一次",
                "after a mistake: a manager voids it, huiyin void pb-1 --reason WHY, then enter it "
                "again"};
    if (verb == "explain") return {};
    if (noun == "hq")
        return {"写错了怎么办:登记错的办公室用 huiyin hq office change 更正;选定的一支不能改",
                "after a mistake: huiyin hq office change puts an office's entry right; the branch "
                "that was accepted stays so"};
    if (find_verb(noun, "change") != nullptr)
        return compose({"写错了怎么办:huiyin {} change …,从现在起按新的算,原来的留档",
                        "after a mistake: huiyin {} change …; the old value stays on record"},
                       noun);
    if (find_verb(noun, "set") != nullptr)
        return compose({"写错了怎么办:再 huiyin {} set 一次,从现在起按新的算,原来的留档",
                        "after a mistake: huiyin {} set again; the old value stays on record"},
                       noun);
    if (find_verb(noun, "revise") != nullptr)
        return compose({"写错了怎么办:huiyin {} revise …,出新的一版",
                        "after a mistake: huiyin {} revise …, a new edition"},
                       noun);
    if (find_verb(noun, "retire") != nullptr)
        return compose({"写错了怎么办:huiyin {0} retire …,再 huiyin {0} add",
                        "after a mistake: huiyin {0} retire …, then huiyin {0} add"},
                       noun);
    if (noun == "order")
        return {
            "写错了怎么办:huiyin amend pg-1 --选项 正确的内容 --reason 写错了(原值留档);"
            "不派了:huiyin order cancel pg-1 --reason 原因",
            "after a mistake: huiyin amend pg-1 --FIELD VALUE --reason WHY (the old value stays "
            "on record); to call an order off: huiyin order cancel pg-1 --reason WHY"};
    // Of no noun of its own a record may be of any.
    const bool is_any = noun != "duty" && prefix_of(noun).empty();
    const auto no = noun == "duty" ? std::string("zb-1") : is_any ? "" : example_of(noun, {});
    return compose(
        {"写错了怎么办:huiyin amend {0} --选项 正确的内容 --reason "
         "写错了(原值留档);整条登记错了由主管作废:huiyin void {0} --reason 登记错误",
         "after a mistake: huiyin amend {1} --FIELD VALUE --reason WHY (the old value stays on "
         "record); a manager voids a whole record: huiyin void {1} --reason WHY"},
        is_any ? "编号" : no, is_any ? "REF" : no);
}

std::optional<std::string> verb_meant(std::string_view noun, std::string_view word) {
    return meant_in(verbs, word,
                    [&](std::string_view verb) { return find_verb(noun, verb) != nullptr; });
}

std::optional<std::string> noun_meant(std::string_view word) {
    return meant_in(nouns, word, [](std::string_view noun) { return is_noun(noun); });
}

std::optional<std::string> option_meant(const Verb& verb, std::string_view word) {
    return meant_in(options, word,
                    [&](std::string_view option) { return find_option(verb, option) != nullptr; });
}

}  // namespace huiyin::cli
