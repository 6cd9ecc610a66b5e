// What is typed for the deeds on repairs and suggestions.

#include "action.hpp"

namespace huiyin::property {

using Line = std::vector<std::string>;

Line words_of(const AddSuggestion& deed) {
    Line line{"suggestion", "add",        "--kind", deed.sort,
              "--channel",  deed.channel, "--text", "楼道装扶手"};
    if (deed.phone) append(line, {"--phone", "13800008000"});
    if (deed.home) append(line, {"--unit", deed.home->typed});
    return line;
}

Line words_of(const AnswerSuggestion& deed) {
    Line line{"suggestion", "answer", deed.no, "--text", deed.text.text, "--method", deed.method};
    if (!deed.courtesy.empty()) append(line, {"--courtesy", deed.courtesy});
    return line;
}

Line words_of(const CloseMatter& deed) {
    Line line{deed.no.starts_with("BX") ? "repair" : "suggestion", "close", deed.no};
    if (deed.outcome) append(line, {"--outcome", "已办妥"});
    return line;
}

Line words_of(const AddRepair& deed) {
    Line line{"repair",     "add",         "--channel", deed.channel,
              "--category", deed.category, "--text",    "水龙头滴水"};
    if (deed.phone) append(line, {"--phone", "13800008000"});
    if (deed.home) append(line, {"--unit", deed.home->typed});
    if (deed.appointment) append(line, {"--appointment", office_time(*deed.appointment)});
    if (!deed.rework_of.empty()) append(line, {"--rework-of", deed.rework_of});
    if (deed.not_rework) append(line, {"--not-rework", "另一处"});
    return line;
}

Line words_of(const Dispatch& deed) {
    Line line{"order", "dispatch", deed.no, "--to", deed.to};
    if (!deed.mates.empty()) append(line, {"--with", joined(deed.mates)});
    if (!deed.instead.empty()) append(line, {"--instead", deed.instead});
    if (deed.reason) append(line, {"--reason", "今日轮休"});
    return line;
}

Line words_of(const Arrive& deed) {
    return {"order", "arrive", deed.pg};
}

Line words_of(const Start& deed) {
    Line line{"order", "start", deed.pg, "--content", "更换垫圈"};
    if (deed.agreed) append(line, {"--agreed-by", "张伟"});
    return line;
}

Line words_of(const Defer& deed) {
    return {"order",    "defer", deed.pg, "--fault",         deed.fault,
            "--reason", "缺件",  "--eta", "2027-12-31 08:00"};
}

Line words_of(const Finish& deed) {
    Line line{"order", "finish", deed.pg, "--result", deed.result.text};
    if (deed.apology) append(line, {"--apology", "给您添麻烦了"});
    return line;
}

Line words_of(const Sign& deed) {
    if (deed.refused)
        return {"order", "sign", deed.pg, "--refused", "嫌收费高", "--witness", "李雷"};
    return {"order", "sign", deed.pg, "--by-resident", "张伟"};
}

Line words_of(const HandIn& deed) {
    return {"order", "return", deed.pg, "--to", deed.to};
}

Line words_of(const CancelOrder& deed) {
    return {"order", "cancel", deed.pg, "--reason", "业主自行修好"};
}

Line words_of(const Recategorise& deed) {
    return {"repair", "recategorise", deed.no, "--category", deed.category, "--reason", "登记有误"};
}

Line words_of(const Apologise& deed) {
    return {"repair", "apology", deed.no, "--text", "对不起,上次没修好"};
}

Line words_of(const TellSupplier& deed) {
    return {"repair", "supplier", deed.no, "--told", "供热公司值班室"};
}

Line words_of(const Urge& deed) {
    return {"repair", "urge", deed.no, "--text", "催问何时能好"};
}

}  // namespace huiyin::property
