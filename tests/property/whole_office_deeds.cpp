#include "whole_office.hpp"

namespace huiyin::property {

namespace {

using Lines = std::vector<std::string>;

const Lines homes{"3-502", "3号楼502室", "3-2-501", "5-101", "12-1203"};
const Lines phones{"13800008000", "13900009000", "010-62751234", "8001 0000"};
const Lines manners{"phone", "visit", "letter"};

}  // namespace

std::string WholeOffice::words() {
    return chance_.of<std::string>({"热水时有时无", "已处理完毕,感谢您的反映", "当日处理",
                                    "楼上夜里敲打", "第一行\n第二行", "—— 见附页",
                                    "--text 不是选项", "这件事我不知道", "他说「不归我管」",
                                    "水泵 = 3 号,\"停\"用"});
}

std::string WholeOffice::anyone() {
    return chance_.of<std::string>({"tao", "ma", "mei", "chen", "li", "sun", "wu", "qi"});
}

std::string WholeOffice::at_the_desk() {
    return chance_.of<std::string>({"chen", "chen", "li", "sun", "ma", "tao"});
}

std::string WholeOffice::superior() {
    return chance_.of<std::string>({"ma", "tao", "mei"});
}

std::string WholeOffice::ahead(Instant least, Instant most) {
    return office_time(now_ + chance_.between(least, most));
}

std::string WholeOffice::ago(Instant least, Instant most) {
    return office_time(now_ - chance_.between(least, most));
}

void WholeOffice::maybe(int percent, Said& said, const std::string& option,
                        const std::string& value) {
    if (chance_.percent(percent)) said.words.push_back("--" + option + "=" + value);
}

void WholeOffice::residents(Said& said) {
    said.words.push_back("--text=" + words());
    maybe(60, said, "phone", chance_.of(phones));
    maybe(60, said, "unit", chance_.of(homes));
    maybe(40, said, "from", chance_.of<std::string>({"张伟", "王·芳", "业主"}));
}

Said WholeOffice::complaint() {
    const auto channel = chance_.of(manners);
    Said said{at_the_desk(), {"complaint", "add", "--channel=" + channel}};
    residents(said);
    if (channel == "visit") {
        maybe(95, said, "courtesy", chance_.of<std::string>({"seat,tea,heard,calmed", "seat,tea"}));
        maybe(30, said, "courtesy-missed", "柜台正忙");
        maybe(30, said, "people", std::to_string(chance_.between(1, 9)));
    }
    maybe(30, said, "subject", "供热");
    maybe(50, said, "category", chance_.of<std::string>({"供热", "噪声"}));
    maybe(50, said, "class", std::to_string(chance_.between(1, 3)));
    maybe(15, said, "forwarded-by", "12345");
    maybe(15, said, "hotline-no", "12345-" + std::to_string(chance_.between(1, 99)));
    maybe(15, said, "hotline-due", ahead(hour, 3 * day));
    maybe(10, said, "about", anyone());
    maybe(10, said, "repeat-of", some("TS"));
    maybe(10, said, "via", "wechat");
    return said;
}

Said WholeOffice::assigning() {
    const auto of_complaint = chance_.percent(60);
    Said said{at_the_desk(),
              of_complaint ? Lines{"complaint", "assign", some("TS")}
                           : Lines{"assign", some(chance_.of<std::string>({"JY", "QZ", "BX"}))}};
    said.words.push_back("--to=" + anyone());
    maybe(70, said, "reason", words());
    return said;
}

Said WholeOffice::escalation() {
    if (chance_.percent(30))
        return {at_the_desk(), {"complaint", "convene", some("TS"), "--who=ma,wu"}};
    Said said{at_the_desk(), {"complaint", "escalate", some("TS"), "--to=" + superior()}};
    maybe(90, said, "reason", words());
    maybe(50, said, "convened", "chen,wu");
    return said;
}

Said WholeOffice::findings() {
    return {at_the_desk(), {"complaint", "investigate", some("TS"), "--findings=" + words()}};
}

Said WholeOffice::opinion() {
    return {at_the_desk(), {"complaint", "opinion", some("TS"), "--text=" + words()}};
}

Said WholeOffice::reply() {
    return {
        at_the_desk(),
        {"complaint", "reply", some("TS"), "--text=" + words(), "--method=" + chance_.of(manners)}};
}

Said WholeOffice::settling() {
    return {at_the_desk(),
            {"complaint", "settle", some("TS"), "--findings=" + words(), "--opinion=" + words(),
             "--reply=" + words(), "--method=" + chance_.of(manners)}};
}

Said WholeOffice::quarrel() {
    return {at_the_desk(),
            {"complaint", "quarrel", some("TS"), "--who=" + anyone(), "--note=" + words(),
             "--stopped-by=" + chance_.of<std::string>({"chen", "none", "li"}),
             "--taken-over-by=" + chance_.of<std::string>({"li", "none", "ma"})}};
}

Said WholeOffice::suggestion() {
    Said said{at_the_desk(),
              {"suggestion", "add", "--kind=" + chance_.of<std::string>({"opinion", "suggestion"}),
               "--channel=" + chance_.of<std::string>({"letter", "phone", "visit", "round"})}};
    residents(said);
    maybe(30, said, "category", "绿化");
    maybe(10, said, "via", "微信");
    return said;
}

Said WholeOffice::answer_to_suggestion() {
    Said said{at_the_desk(),
              {"suggestion", "answer", some("JY"), "--text=" + words(),
               "--method=" + chance_.of(manners)}};
    maybe(85, said, "courtesy", chance_.of<std::string>({"thanks", "apology"}));
    return said;
}

Said WholeOffice::callback() {
    const auto of = chance_.of<std::string>({"TS", "TS", "TS", "JY", "BX"});
    const auto method = chance_.of<std::string>({"phone", "visit", "visit", "letter"});
    Said said{of == "BX" ? chance_.of<std::string>({"sun", "ma", "chen"}) : at_the_desk(),
              {"callback", "log", some(of), "--method=" + method, "--note=" + words(),
               "--satisfied=" + chance_.of<std::string>({"yes", "yes", "partly", "no"})}};
    if (method == "visit") maybe(85, said, "signed-by", "张伟");
    if (method == "visit")
        maybe(20, said, "signed-as", chance_.of<std::string>({"thumb", "family"}));
    maybe(20, said, "form-no", "F-" + std::to_string(chance_.between(1, 99)));
    maybe(30, said, "resolved", chance_.of<std::string>({"yes", "no"}));
    if (!chance_.percent(30)) return said;
    said.words.push_back("--raised=" + words());
    maybe(40, said, "settled", words());
    maybe(60, said, "appointment", ahead(hour, 2 * day));
    maybe(20, said, "opens", chance_.of<std::string>({"complaint", "suggestion"}));
    return said;
}

Said WholeOffice::attempt() {
    return {at_the_desk(),
            {"callback", "attempt", some(chance_.of<std::string>({"TS", "BX"})),
             "--method=" + chance_.of<std::string>({"phone", "visit"}), "--note=" + words()}};
}

Said WholeOffice::promised_answer() {
    Said said{at_the_desk(), {"callback", "answer", some("HF"), "--text=" + words()}};
    maybe(30, said, "method", chance_.of(manners));
    return said;
}

Said WholeOffice::new_appointment() {
    return {at_the_desk(),
            {"callback", "rearrange", some("HF"), "--appointment=" + ahead(hour, 2 * day),
             "--reason=" + words()}};
}

Said WholeOffice::letter() {
    return {"chen",
            {"letter", "publish", "--subject=停水说明", "--text=" + words(),
             "--answers=" + some("TS") + "," + some(chance_.of<std::string>({"TS", "JY", "BX"}))}};
}

Said WholeOffice::survey() {
    return {
        at_the_desk(),
        {"survey", "issue", "--title=满意度", "--count=" + std::to_string(chance_.between(1, 40)),
         "--until=" + ahead(day, 9 * day)}};
}

Said WholeOffice::sheets() {
    Said said{at_the_desk(),
              {"survey", "return", some("WJ"), "--count=" + std::to_string(chance_.between(1, 9))}};
    maybe(50, said, "satisfied", "1");
    maybe(30, said, "dissatisfied", "0");
    return said;
}

Said WholeOffice::repair() {
    Said said{
        at_the_desk(),
        {"repair", "add",
         "--channel=" + chance_.of<std::string>({"phone", "visit", "letter", "patrol"}),
         "--category=" + chance_.of<std::string>({"plumbing", "plumbing", "electrical", "wiring",
                                                  "service", "heating-main", "furniture"})}};
    residents(said);
    maybe(30, said, "place", "厨房");
    maybe(25, said, "appointment", ahead(hour, day));
    maybe(10, said, "via", "wechat");
    if (chance_.percent(20))
        said.words.push_back("--rework-of=" + some("BX"));
    else
        maybe(20, said, "not-rework", "不是一处");
    return said;
}

Said WholeOffice::on_a_repair() {
    const auto bx = some("BX");
    switch (chance_.between(1, 4)) {
        case 1:
            return {at_the_desk(), {"repair", "urge", bx, "--text=" + words()}};
        case 2:
            return {superior(),
                    {"repair", "recategorise", bx, "--reason=" + words(),
                     "--category=" +
                         chance_.of<std::string>({"electrical", "wiring", "service", "danger"})}};
        case 3:
            return {chance_.of<std::string>({"wu", "qi", "ma"}),
                    {"repair", "apology", bx, "--text=" + words()}};
        default:
            return {at_the_desk(), {"repair", "supplier", bx, "--told=" + words()}};
    }
}

Said WholeOffice::dispatch() {
    Said said{at_the_desk(),
              {"order", "dispatch", some("BX"), "--to=" + chance_.of<std::string>({"wu", "qi"})}};
    maybe(15, said, "with", "li,sun");
    if (chance_.percent(20))
        said.words.insert(said.words.end(),
                          {"--instead=" + chance_.of<std::string>({"off-shift", "skill"}),
                           "--reason=" + words()});
    return said;
}

Said WholeOffice::on_an_order() {
    const auto pg = some("PG");
    const auto who = chance_.of<std::string>({"wu", "qi"});
    auto stage = chance_.percent(90) ? stages_[pg] : static_cast<int>(chance_.between(0, 6));
    if (stage == 2 && chance_.percent(25)) stage = 10;
    if (stage < 3 && chance_.percent(6)) stage = 11;
    switch (stage) {
        case 0:
            return {who, {"order", "arrive", pg}};
        case 1: {
            Said said{who, {"order", "start", pg, "--content=" + words(), "--agreed-by=张伟"}};
            maybe(30, said, "quoted", "20.50");
            return said;
        }
        case 2: {
            Said said{who, {"order", "finish", pg, "--result=" + words()}};
            maybe(30, said, "materials", "垫圈 1");
            maybe(30, said, "fee", "20.05");
            maybe(20, said, "apology", "给您添麻烦了");
            return said;
        }
        case 3: {
            Said said{who, {"order", "sign", pg}};
            if (chance_.percent(80))
                said.words.insert(said.words.end(), {"--by-resident=张伟", "--form-no=7"});
            else
                said.words.insert(said.words.end(), {"--refused=" + words(), "--witness=李雷"});
            return said;
        }
        case 10:
            return {who,
                    {"order", "defer", pg, "--reason=" + words(), "--eta=" + ahead(hour, 3 * day),
                     "--fault=" + chance_.of<std::string>({"difficult", "parts", "major"})}};
        case 11:
            return {at_the_desk(), {"order", "cancel", pg, "--reason=" + words()}};
        default:
            return {at_the_desk(), {"order", "return", pg, "--to=chen"}};
    }
}

Said WholeOffice::closing() {
    const auto of = chance_.weighted<std::string>(
        {{5, "complaint"}, {4, "repair"}, {2, "suggestion"}, {1, "assist"}, {1, "event"}});
    const std::map<std::string, std::string> prefixes{{"complaint", "TS"},
                                                      {"repair", "BX"},
                                                      {"suggestion", "JY"},
                                                      {"assist", "QZ"},
                                                      {"event", "ZD"}};
    Said said{of == "event" ? superior() : at_the_desk(),
              {of, "close", some(prefixes.at(of)), "--outcome=" + words()}};
    if (of != "complaint" || chance_.percent(50)) return said;
    said.actor = superior();
    if (chance_.percent(40))
        said.words.emplace_back("--unsatisfied");
    else
        said.words.push_back(
            "--ended=" +
            chance_.of<std::string>({"withdrawn", "moved", "unreached", "declined", "letter"}));
    said.words.push_back("--reason=" + words());
    return said;
}

Said WholeOffice::roster() {
    const auto from = now_ + chance_.between(-2 * hour, 3 * day);
    Said said{superior(),
              {"duty", "schedule", "--who=" + anyone(), "--from=" + office_time(from),
               "--to=" + office_time(from + chance_.between(1, 3) * 8 * hour),
               "--kind=" + chance_.of<std::string>({"day", "overnight"})}};
    maybe(20, said, "with", "li,wu");
    return said;
}

Said WholeOffice::taking_post() {
    if (chance_.percent(30))
        return {at_the_desk(),
                {"duty", "takeover", "--since=" + ago(1, 2 * hour),
                 "--reason=" + chance_.of<std::string>({"left", "ill", "unreachable"})}};
    Said said{at_the_desk(), {"duty", "start"}};
    maybe(20, said, "with", "wu,qi");
    if (chance_.percent(20))
        said.words.insert(said.words.end(), {"--substitute-for=" + anyone(), "--reason=换班"});
    return said;
}

Said WholeOffice::on_duty() {
    if (chance_.percent(50)) return {at_the_desk(), {"duty", "log", words()}};
    Said said{at_the_desk(), {"duty", "patrol", chance_.of(areas_), "--note=" + words()}};
    if (chance_.percent(60)) {
        said.words.emplace_back("--result=ok");
        return said;
    }
    said.words.emplace_back("--result=fault");
    const auto found = chance_.between(1, 3);
    if (found == 1) said.words.emplace_back("--repair=plumbing");
    if (found == 2) said.words.emplace_back("--event=6");
    if (found == 3) said.words.push_back("--known=" + some("BX"));
    return said;
}

Said WholeOffice::relief() {
    if (chance_.percent(10)) return {at_the_desk(), {"duty", "end", "--note=" + words()}};
    Said said{at_the_desk(), {"duty", "handover", "--to=" + anyone(), "--items=对讲机=2,钥匙=14"}};
    // Who has not acknowledged the rulebook is handed nothing without a word.
    maybe(75, said, "as-happened", "接班人未及签收");
    maybe(85, said, "reported-to", "ma");
    maybe(40, said, "note", words());
    maybe(15, said, "with", "wu,qi");
    maybe(10, said, "refused", "身体不适");
    if (chance_.percent(15))
        said.words.insert(said.words.end(), {"--substitute-for=" + anyone(), "--reason=换班"});
    return said;
}

Said WholeOffice::forgotten_shift() {
    const auto from = now_ - chance_.between(9 * hour, 2 * day);
    return {superior(),
            {"duty", "start", "--who=" + anyone(), "--at=" + office_time(from),
             "--until=" + office_time(from + chance_.between(1, 8 * hour)), "--log=" + words(),
             "--reason=漏记"}};
}

Said WholeOffice::call_for_help() {
    Said said{at_the_desk(), {"assist", "add"}};
    residents(said);
    return said;
}

}  // namespace huiyin::property
