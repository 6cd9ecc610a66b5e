#include "action.hpp"

#include <numeric>

namespace huiyin::property {

using Line = std::vector<std::string>;

std::string joined(const std::vector<std::string>& parts) {
    std::string line;
    for (const auto& part : parts)
        line += (line.empty() ? "" : ",") + part;
    return line;
}

void append(Line& line, std::initializer_list<std::string> more) {
    line.insert(line.end(), more);
}

namespace {

Line words_of(const AddComplaint& deed) {
    Line line{"complaint", "add", "--channel", deed.channel, "--text", "热水时有时无"};
    if (deed.phone) append(line, {"--phone", "13800008000"});
    if (deed.home) append(line, {"--unit", deed.home->typed});
    if (!deed.category.empty()) append(line, {"--category", deed.category});
    if (deed.complaint_class) append(line, {"--class", std::to_string(*deed.complaint_class)});
    if (deed.people) append(line, {"--people", std::to_string(*deed.people)});
    if (!deed.courtesy.empty()) append(line, {"--courtesy", joined(deed.courtesy)});
    if (deed.courtesy_missed) append(line, {"--courtesy-missed", "停水,没有茶"});
    if (deed.forwarded) append(line, {"--forwarded-by", "12345"});
    if (deed.hotline_due)
        append(line, {"--hotline-no", "2026-77", "--hotline-due", office_time(*deed.hotline_due)});
    return line;
}

Line words_of(const PublishLetter& deed) {
    Line line{"letter", "publish", "--subject", "停水说明", "--text", deed.text.text};
    if (!deed.answers.empty()) append(line, {"--answers", joined(deed.answers)});
    return line;
}

Line words_of(const Quarrel& deed) {
    Line line{"complaint", "quarrel", deed.no, "--who", deed.who, "--note", "拍桌争辩"};
    if (!deed.stopped_by.empty()) append(line, {"--stopped-by", deed.stopped_by});
    if (!deed.taken_over_by.empty()) append(line, {"--taken-over-by", deed.taken_over_by});
    return line;
}

Line words_of(const RecordConduct& deed) {
    return {"conduct", "record", deed.who, "--kind", deed.kind, "--text", "经两人证实"};
}

Line words_of(const DecideCase& deed) {
    Line line{"conduct", "decide", deed.no, "--decision", "书面检查"};
    if (deed.authority) append(line, {"--authority", "公司人事部"});
    return line;
}

Line words_of(const Assign& deed) {
    Line line{"assign", deed.no, "--to", deed.to};
    if (deed.no.starts_with("TS")) line.insert(line.begin(), "complaint");
    if (deed.reason) append(line, {"--reason", "属其片区"});
    return line;
}

Line words_of(const Escalate& deed) {
    Line line{"complaint", "escalate", deed.no, "--to", deed.to};
    if (deed.reason) append(line, {"--reason", "涉及外部施工"});
    if (!deed.convened.empty()) append(line, {"--convened", joined(deed.convened)});
    return line;
}

Line words_of(const Convene& deed) {
    return {"complaint", "convene", deed.no, "--who", joined(deed.who)};
}

Line words_of(const Investigate& deed) {
    return {"complaint", "investigate", deed.no, "--findings", "门卫承认说过不知道"};
}

Line words_of(const Opinion& deed) {
    return {"complaint", "opinion", deed.no, "--text", "更换阀门"};
}

Line words_of(const Reply& deed) {
    return {"complaint", "reply", deed.no, "--text", deed.text.text, "--method", deed.method};
}

Line words_of(const Settle& deed) {
    return {"complaint", "settle",  deed.no,         "--findings", "阀门锈死", "--opinion",
            "更换阀门",  "--reply", deed.reply.text, "--method",   deed.method};
}

Line words_of(const LogCallback& deed) {
    Line line{"callback", "log", deed.no, "--method", deed.method, "--satisfied", deed.satisfied};
    if (deed.note) append(line, {"--note", deed.note->text});
    if (deed.is_signed) append(line, {"--signed-by", "张伟"});
    if (deed.raised) append(line, {"--raised", "门卫总说不归我管"});
    if (deed.settled) append(line, {"--settled", deed.settled->text});
    if (deed.appointment) append(line, {"--appointment", office_time(*deed.appointment)});
    return line;
}

Line words_of(const Attempt& deed) {
    return {"callback", "attempt", deed.no, "--method", deed.method, "--note", "无人接听"};
}

Line words_of(const Answer& deed) {
    return {"callback", "answer", deed.hf, "--text", deed.text.text};
}

Line words_of(const Rearrange& deed) {
    return {"callback", "rearrange", deed.hf, "--appointment", office_time(deed.appointment),
            "--reason", "业主出差"};
}

Line words_of(const VoidCallback& deed) {
    return {"void", deed.hf, "--reason", "没有打过"};
}

Line words_of(const AmendCallback& deed) {
    Line line{"amend", deed.hf, "--reason", "听错"};
    if (!deed.satisfied.empty()) append(line, {"--satisfied", deed.satisfied});
    if (!deed.method.empty()) append(line, {"--method", deed.method});
    if (deed.is_signed) append(line, {"--signed-by", "李敏"});
    if (deed.note) append(line, {"--note", deed.note->text});
    return line;
}

Line words_of(const AmendTime& deed) {
    Line line{"amend", deed.no, "--reason", "看错钟"};
    if (deed.step == 1)
        append(line, {"--opened-at", office_time(deed.at)});
    else
        append(line, {"--step", std::to_string(deed.step), "--step-at", office_time(deed.at)});
    return line;
}

Line words_of(const AmendMatter& deed) {
    Line line{"amend", deed.no, "--reason", "写错"};
    if (deed.home) append(line, {"--unit", deed.home->typed});
    if (deed.phone) append(line, {"--phone", "13900009000"});
    if (!deed.category.empty()) append(line, {"--category", deed.category});
    if (deed.complaint_class) append(line, {"--class", std::to_string(*deed.complaint_class)});
    if (!deed.rework_of.empty()) append(line, {"--rework-of", deed.rework_of});
    if (deed.not_rework) append(line, {"--not-rework", "另一处"});
    return line;
}

Line words_of(const Close& deed) {
    Line line{"complaint", "close", deed.no};
    if (deed.outcome) append(line, {"--outcome", "已更换阀门"});
    if (deed.ended == "unsatisfied") {
        append(line, {"--unsatisfied"});
    } else if (!deed.ended.empty()) {
        append(line, {"--ended", deed.ended});
    }
    if (deed.reason) append(line, {"--reason", "业主来电说明"});
    return line;
}

Line words_of(const Note& deed) {
    return {"note", deed.no, "--text", "业主来电询问进度"};
}

Line words_of(const Void& deed) {
    return {"void", deed.no, "--reason", "重复登记"};
}

Line words_of(const SetPolicy& deed) {
    Line line{"policy", "set", deed.key, deed.value, "--reason", "试行"};
    if (deed.from) append(line, {"--from", office_time(*deed.from)});
    return line;
}

Line words_of(const Away& deed) {
    return {"staff",
            "away",
            deed.login,
            "--from",
            office_time(deed.from),
            "--to",
            office_time(deed.to),
            "--acting",
            deed.acting};
}

Line words_of(const Leave& deed) {
    Line line{"staff", "leave", deed.login};
    if (!deed.successor.empty()) append(line, {"--successor", deed.successor});
    return line;
}

Line words_of(const ChangeStaff& deed) {
    Line line{"staff", "change", deed.login};
    if (!deed.role.empty()) append(line, {"--role", deed.role});
    if (!deed.superior.empty()) append(line, {"--superior", deed.superior});
    return line;
}

Line words_of(const Return& deed) {
    return {"staff", "return", deed.login, "--role", deed.role, "--superior", deed.superior};
}

Line words_of(const Hire& deed) {
    return {"staff",  "add",     deed.login,   "--name",     "新人",
            "--role", deed.role, "--superior", deed.superior};
}

}  // namespace

std::vector<std::string> command_line(const Action& action) {
    Line line;
    if (action.actor != administrator) append(line, {"--as", action.actor});
    const auto said = std::visit([](const auto& deed) { return words_of(deed); }, action.deed);
    line.insert(line.end(), said.begin(), said.end());
    if (!action.by.empty()) append(line, {"--by", action.by});
    if (action.at) append(line, {"--at", office_time(*action.at)});
    if (action.late_reason) append(line, {"--late-reason", "当日停电"});
    if (action.as_happened) append(line, {"--as-happened", "已经发生"});
    // A refusal to sign names its witness anyway.
    const auto* sheet = std::get_if<Sign>(&action.deed);
    if (action.as_happened && !(sheet && sheet->refused)) append(line, {"--witness", "李雷"});
    if (action.dry_run) append(line, {"--dry-run"});
    if (action.slip == Slip::unknown_option) append(line, {"--bogus", "1"});
    if (action.slip == Slip::by_on_a_decision) append(line, {"--by", "chen"});
    append(line, {"--json"});
    return line;
}

std::optional<std::string> callback_of(const Deed& deed) {
    return std::visit(
        [](const auto& one) -> std::optional<std::string> {
            if constexpr (requires { one.hf; }) {
                return one.hf;
            } else {
                return std::nullopt;
            }
        },
        deed);
}

std::optional<std::string> order_of(const Deed& deed) {
    return std::visit(
        [](const auto& one) -> std::optional<std::string> {
            if constexpr (requires { one.pg; }) {
                return one.pg;
            } else {
                return std::nullopt;
            }
        },
        deed);
}

std::optional<std::string> matter_of(const Deed& deed) {
    return std::visit(
        [](const auto& one) -> std::optional<std::string> {
            if constexpr (requires { one.no; }) {
                return one.no;
            } else {
                return std::nullopt;
            }
        },
        deed);
}

}  // namespace huiyin::property
