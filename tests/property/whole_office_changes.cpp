#include <algorithm>

#include "action.hpp"
#include "whole_office.hpp"

/// Events, conduct, corrections, decisions, and changes of the office itself.
namespace huiyin::property {

namespace {

using Lines = std::vector<std::string>;

}  // namespace

Said WholeOffice::event() {
    Said said{anyone(),
              {"event", "report", "--category=" + std::to_string(chance_.between(1, 7)),
               "--text=" + words(),
               "--form=" + chance_.of<std::string>({"in-person", "phone", "written"})}};
    maybe(90, said, "to", superior());
    maybe(50, said, "place", "3 号楼");
    maybe(30, said, "happened", ago(2 * hour, 5 * hour));
    maybe(50, said, "learned", ago(1, 2 * hour));
    maybe(25, said, "casualties", std::to_string(chance_.between(0, 2)));
    maybe(25, said, "loss", chance_.of<std::string>({"500", "100000"}));
    if (chance_.percent(20)) said.words.emplace_back("--group");
    if (chance_.percent(20)) said.words.emplace_back("--urgent");
    maybe(50, said, "residents", chance_.of<std::string>({"yes", "no"}));
    maybe(10, said, "petition", "向街道反映");
    maybe(20, said, "complaint", some("TS"));
    return said;
}

Said WholeOffice::on_an_event() {
    const auto zd = some("ZD");
    const auto form = "--form=" + chance_.of<std::string>({"in-person", "phone", "written"});
    switch (chance_.between(1, 5)) {
        case 1:
            return {superior(), {"event", "relay", zd, "--to=tao", form}};
        case 2: {
            Said said{superior(),
                      {"event", "supplement", zd, "--to=tao", form, "--text=" + words()}};
            maybe(30, said, "casualties", "1");
            maybe(30, said, "loss", "100000");
            return said;
        }
        case 3:
            return {superior(),
                    {"event", "notify", zd, "--department=后勤处", "--text=" + words()}};
        case 4:
            return {anyone(), {"event", "alarm", zd, "--called=119"}};
        default:
            return {"tao", {"event", "comfort", zd, "--text=" + words()}};
    }
}

Said WholeOffice::conduct() {
    Said said{superior(),
              {"conduct", "record", anyone(), "--text=" + words(),
               "--kind=" + chance_.of<std::string>({"sleeping", "arrogant", "fobbing-off",
                                                    "left-post", "late-reporting", "concealing"})}};
    maybe(50, said, "matter", some(chance_.of<std::string>({"TS", "ZD", "ZB"})));
    return said;
}

Said WholeOffice::decision() {
    Said said{chance_.of<std::string>({"ma", "tao", "tao"}),
              {"conduct", "decide", some("CL"), "--decision=" + words()}};
    maybe(20, said, "authority", "公司总部");
    return said;
}

Said WholeOffice::correction() {
    const auto what =
        chance_.of<std::string>({"TS", "TS", "JY", "BX", "ZD", "QZ", "GX", "ZB", "CL", "WJ"});
    Said said{chance_.percent(80) ? superior() : at_the_desk(),
              {"amend", some(what), "--reason=" + words()}};
    const Lines common{"--text=" + words(), "--opened-at=" + ago(1, 2 * day)};
    const Lines residents{"--unit=3-505", "--phone=13700007000", "--unit=无",
                          "--phone=不详", "--from=李娜",         "--category=供水",
                          "--via=信访",   "--channel=phone",     "--channel=letter"};
    const std::map<std::string, Lines> own{
        {"TS",
         {"--class=" + std::to_string(chance_.between(1, 3)), "--people=6",
          "--courtesy=seat,tea,heard,calmed", "--courtesy-missed=更正", "--subject=供水",
          "--forwarded-by=街道", "--about=" + anyone(), "--hotline-no=12345-7",
          "--hotline-due=" + ahead(0, 2 * day), "--repeat-of=" + some("TS")}},
        {"JY", {"--kind=opinion", "--kind=suggestion"}},
        {"BX",
         {"--place=卫生间", "--appointment=" + ahead(0, day), "--rework-of=" + some("BX"),
          "--not-rework=两处"}},
        {"ZD",
         {"--place=5 号楼", "--learned=" + ago(1, hour), "--happened=" + ago(hour, 2 * hour),
          "--casualties=2", "--loss=100000", "--group=yes", "--group=no", "--residents=yes",
          "--residents=no", "--complaint=" + some("TS"), "--category=5", "--category=7",
          "--petition=无", "--urgent=yes", "--urgent=no", "--form=phone"}},
        {"WJ",
         {"--title=供暖满意度", "--count=50", "--count=200", "--until=" + ahead(hour, 3 * day)}}};
    for (auto times = chance_.between(1, 2); times > 0; --times) {
        auto from = common;
        if (what == "TS" || what == "JY" || what == "BX" || what == "QZ")
            from = chance_.percent(50) ? residents : common;
        if (own.contains(what) && chance_.percent(60)) from = own.at(what);
        said.words.push_back(chance_.of(from));
    }
    return said;
}

Said WholeOffice::step_correction() {
    const auto what = chance_.of<std::string>({"TS", "TS", "BX", "BX", "JY", "ZD", "ZB"});
    Said said{chance_.percent(85) ? superior() : at_the_desk(),
              {"amend", some(what), "--step=" + std::to_string(chance_.between(2, 7)),
               "--reason=" + words()}};
    said.words.push_back(chance_.of<std::string>(
        {"--step-at=" + ago(1, 3 * hour), "--step-at=" + ago(1, 2 * day), "--text=" + words(),
         "--reply=" + words(), "--findings=" + words(), "--result=" + words(), "--method=phone",
         "--fault=parts", "--fee=7.05", "--agreed-by=李娜", "--by-resident=李娜",
         "--note=" + words(), "--outcome=" + words()}));
    return said;
}

Said WholeOffice::callback_correction() {
    Said said{superior(), {"amend", some("HF"), "--reason=" + words()}};
    said.words.push_back(chance_.of<std::string>(
        {"--satisfied=no", "--satisfied=yes", "--satisfied=partly", "--method=phone",
         "--method=visit", "--signed-by=李娜", "--signed-as=family", "--resolved=no",
         "--note=" + words(), "--step-at=" + ago(1, 3 * hour), "--raised=" + words(),
         "--settled=" + words(), "--form-no=F-100"}));
    return said;
}

Said WholeOffice::making_void() {
    const auto what =
        chance_.of<std::string>({"TS", "BX", "JY", "HF", "HF", "ZD", "CL", "PB", "GX"});
    Said said{superior(), {"void", some(what), "--reason=" + words()}};
    if (what == "TS") maybe(40, said, "duplicate-of", some("TS"));
    return said;
}

Said WholeOffice::noting() {
    return {at_the_desk(),
            {"note", some(chance_.of<std::string>({"TS", "BX", "JY", "ZD", "ZB", "CL"})),
             "--text=" + words()}};
}

Said WholeOffice::explaining() {
    return {chance_.of<std::string>({"ma", "tao", "zhou"}),
            {"check", "explain", "", "", "--reason=" + words()}};
}

Said WholeOffice::filing() {
    Said said{at_the_desk(), {"report", "weekly"}};
    maybe(60, said, "summary", words());
    return said;
}

Said WholeOffice::policy() {
    const auto [key, value] =
        chance_.of<std::pair<std::string, std::string>>({{"complaint.reply_within", "12h"},
                                                         {"complaint.reply_within", "36h"},
                                                         {"callback.partly_closes", "yes"},
                                                         {"callback.partly_closes", "no"},
                                                         {"complaint.max_transfers", "1"},
                                                         {"record.late_after", "6h"},
                                                         {"order.arrive_within", "10min"},
                                                         {"callback.visits_until", "2"},
                                                         {"complaint.repeat_window", "7d"},
                                                         {"duty.patrols_per_shift", "2"},
                                                         {"report.weekly_within", "12h"},
                                                         {"speech.taboo", "爱莫能助"}});
    Said said{administrator, {"policy", "set", key, value}};
    maybe(50, said, "reason", words());
    maybe(20, said, "from", ahead(1, day));
    return said;
}

Said WholeOffice::staff() {
    const auto newcomer = "x" + std::to_string(hired_);
    switch (chance_.between(1, 7)) {
        case 1:
            ++hired_;
            return {administrator,
                    {"staff", "add", "x" + std::to_string(hired_),
                     "--name=新来的" + std::to_string(hired_),
                     "--role=" + chance_.of<std::string>({"clerk", "steward", "technician"}),
                     "--superior=ma"}};
        case 2:
            return {administrator, {"staff", "change", anyone(), "--superior=" + superior()}};
        case 3:
            return {administrator,
                    {"staff", "change", chance_.of<std::string>({newcomer, "chen"}),
                     "--department=一组"}};
        case 4:
            return {administrator,
                    {"staff", "leave", chance_.of<std::string>({newcomer, newcomer, "qi"})}};
        case 6: {
            Said said{administrator,
                      {"staff", "change", anyone(),
                       "--role=" + chance_.of<std::string>({"clerk", "steward", "technician"})}};
            return said;
        }
        case 5:
            return {administrator,
                    {"staff", "return", chance_.of<std::string>({newcomer, "qi"}),
                     "--role=technician", "--superior=ma"}};
        default: {
            Said said{administrator,
                      {"staff", "away", anyone(), "--from=" + ahead(-2 * hour, hour),
                       "--to=" + ahead(2 * hour, 2 * day)}};
            maybe(70, said, "acting", anyone());
            return said;
        }
    }
}

Said WholeOffice::surroundings() {
    const auto many = std::to_string(chance_.between(1, 4));
    switch (chance_.between(1, 8)) {
        case 1:
            return {administrator, {"area", "add", "区域" + many}};
        case 7:
            return {administrator, {"unit", "add", "3-50" + many, "--residents=" + many}};
        case 8:
            return {administrator, {"unit", "retire", "3号楼50" + many + "室"}};
        case 2:
            return {administrator, {"area", "retire", "区域" + many}};
        case 3:
            return {administrator, {"plan", "add", "预案" + many, "--text=" + words()}};
        case 4:
            return {administrator, {"plan", "revise", "预案" + many, "--text=" + words()}};
        case 5:
            return {anyone(), {"plan", "acknowledge", "预案" + many}};
        default:
            return {anyone(), {"rules", "acknowledge"}};
    }
}

}  // namespace huiyin::property
