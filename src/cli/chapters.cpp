#include "huiyin/cli/chapters.hpp"

#include <array>

#include "table_lookup.hpp"

namespace huiyin::cli {

namespace {

constexpr std::array residents{
    Noun{"complaint", {"从登记到办结", "complaints, from receipt to closing"}},
    Noun{"suggestion", {"业主的意见与建议", "residents' opinions and suggestions"}},
    Noun{"callback",
         {"应做的回访,登记、预约与改约", "callbacks owed and made, and their appointments"}},
    Noun{"letter", {"一封信答复多件事项", "open letters, one answer to many matters"}},
    Noun{"survey", {"发放与回收", "questionnaires, issued and collected"}},
};
constexpr std::array repairs{
    Noun{"repair", {"从登记到办结", "requests for repair"}},
    Noun{"order", {"从派工到交回", "dispatch orders, from dispatch to return"}},
};
constexpr std::array any_matter{
    Noun{"amend"},
    Noun{"note"},
    Noun{"attach"},
    Noun{"attachment", {"取出附上的文件", "attached files"}},
    Noun{"assign"},
    Noun{"void"},
    Noun{"redact"},
    Noun{"search"},
    Noun{"unit", {"房号和住户册", "one home, and the register of homes"}},
    Noun{"why"},
};
constexpr std::array duty{
    Noun{"duty",
         {"排班、上岗、记事、巡查、交接班", "shifts with their roster, log, patrols and handover"}},
    Noun{"assist", {"业主求助,要有结果", "calls for help"}},
    Noun{"event", {"报告、上报、通报、安抚、办结", "major events"}},
    Noun{"conduct", {"职工违纪的立案与处理决定", "cases of misconduct and their decisions"}},
};
constexpr std::array compliance{
    Noun{"status"},
    Noun{"today"},
    Noun{"check"},
    Noun{"report",
         {"日报、周报、月报、年报,个人和楼栋报告",
          "daily, weekly, monthly and yearly reports, of a person, of a building"}},
    Noun{"form", {"登记表与单据,照纸质格式", "registers and forms, laid out as on paper"}},
    Noun{"rules", {"规则与条款", "rules and clauses"}},
};
constexpr std::array office{
    Noun{"init"},
    Noun{"staff", {"职工、上级、请假与代理", "staff, superiors, absences"}},
    Noun{"policy", {"办公室设定的时限、比例等", "the limits and rates that the office sets"}},
    Noun{"area", {"每班要巡查的重要部位", "key areas that each shift inspects"}},
    Noun{"plan", {"应急预案及其版次", "emergency plans and their editions"}},
    Noun{"snippet", {"常用语:答复时写 @名称", "the office's own phrases, inserted with @NAME"}},
    Noun{"remind"},
};
constexpr std::array proof{
    Noun{"audit", {"谁在何时做了什么;核对与封签", "who did what and when; verification and seals"}},
};
constexpr std::array keeping{
    Noun{"backup"}, Noun{"restore"},
    Noun{"export"}, Noun{"resident", {"抹除个人信息", "erase a person's data"}},
    Noun{"doctor"},
};
constexpr std::array company{
    Noun{"bundle"},
    Noun{"hq", {"总部:登记办公室、收上报包", "headquarters: offices and what they hand in"}},
};
constexpr std::array machine{Noun{"batch"}, Noun{"completion"}, Noun{"help"}, Noun{"version"}};

constexpr std::array all{
    Chapter{{"投诉、建议与回访", "Complaints, suggestions, callbacks"}, residents},
    Chapter{{"维修", "Repairs"}, repairs},
    Chapter{{"各类事项通用", "Any record"}, any_matter},
    Chapter{{"值班与重大事项", "Duty and major events"}, duty},
    Chapter{{"合规与报告", "Compliance and reports"}, compliance},
    Chapter{{"建立与维护", "Setting up"}, office},
    Chapter{{"审计", "Audit"}, proof},
    Chapter{{"备份与个人信息", "Backup and personal data"}, keeping},
    Chapter{{"总部与上报", "Headquarters"}, company},
    Chapter{{"脚本与帮助", "Scripts and help"}, machine},
};

}  // namespace

std::span<const Chapter> chapters() {
    return all;
}

base::Label about_noun(std::string_view name) {
    for (const auto& chapter : all)
        for (const auto& noun : chapter.nouns)
            if (noun.name == name && !noun.help.empty()) return noun.help;
    base::Label help;
    for_each_verb([&](const Verb& verb) {
        if (verb.noun == name && verb.verb.empty()) help = verb.help;
    });
    return help;
}

}  // namespace huiyin::cli
