#include "huiyin/cli/chapters.hpp"

#include <array>

#include "table_lookup.hpp"

namespace huiyin::cli {

namespace {

constexpr std::array residents{
    Noun{"complaint", {"投诉:从登记到办结", "complaints, from the record to the close"}},
    Noun{"suggestion", {"意见与建议", "opinions and suggestions"}},
    Noun{"callback", {"回访", "callbacks"}},
    Noun{"letter", {"公开信", "open letters"}},
    Noun{"survey", {"问卷", "questionnaires"}},
};
constexpr std::array repairs{
    Noun{"repair", {"报修", "requests for repair"}},
    Noun{"order", {"派工单:从派工到交回", "dispatch orders, from dispatch to return"}},
};
constexpr std::array any_matter{
    Noun{"amend"},
    Noun{"note"},
    Noun{"attach"},
    Noun{"attachment", {"附件", "attached files"}},
    Noun{"assign"},
    Noun{"void"},
    Noun{"redact"},
    Noun{"search"},
    Noun{"unit", {"一户,与住户册", "one home, and the register of homes"}},
    Noun{"why"},
};
constexpr std::array duty{
    Noun{"duty", {"值班:排班、上岗、巡查、交接", "duty: roster, post, patrols, handover"}},
    Noun{"assist", {"求助", "calls for help"}},
    Noun{"event", {"重大事项", "major events"}},
    Noun{"conduct", {"职工行为", "conduct of staff"}},
};
constexpr std::array compliance{
    Noun{"status"},
    Noun{"today"},
    Noun{"check"},
    Noun{"report", {"日报、周报、月报", "daily, weekly and monthly reports"}},
    Noun{"form", {"登记表与单据", "registers and forms, as on paper"}},
    Noun{"rules", {"规则与条款", "rules and clauses"}},
};
constexpr std::array office{
    Noun{"init"},
    Noun{"staff", {"职工与上级", "staff and superiors"}},
    Noun{"policy", {"制度参数", "policies"}},
    Noun{"area", {"重要部位", "key areas"}},
    Noun{"plan", {"应急预案", "emergency plans"}},
    Noun{"snippet", {"常用语:答复时写 @名称", "the office's own phrases, said by @NAME"}},
    Noun{"remind"},
};
constexpr std::array proof{
    Noun{"audit",
         {"日志:谁在何时做了什么;核对与签封", "the journal: who did what; proof and seal"}},
};
constexpr std::array keeping{
    Noun{"backup"}, Noun{"restore"},
    Noun{"export"}, Noun{"resident", {"个人信息的抹除", "erasing a person"}},
    Noun{"doctor"},
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
