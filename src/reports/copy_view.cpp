#include "huiyin/reports/copy_view.hpp"

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "matter_parts.hpp"

namespace huiyin::reports {

using base::compose;

Presentation backup_made(const gate::Backup& backup, const std::filesystem::path& file) {
    Document document;
    document.title = Label{"备份已核对", "The backup is made and verified"};
    document.sections.push_back(
        {{},
         {Figures{{Label{"文件", "file"}, plain(file.string()), {}},
                  {Label{"大小", "size"}, plain(base::format("{} KiB", backup.bytes >> 10U)), {}},
                  {Label{"日志条数", "entries"}, plain(backup.head.entries), {}},
                  {Label{"末端校验值", "head"}, plain(backup.head.hash), {}}}}});
    return {std::move(document),
            {{"ok", true},
             {"file", file.string()},
             {"bytes", backup.bytes},
             {"entries", backup.head.entries},
             {"head", backup.head.hash},
             {"on_record", backup.unrecorded.empty()}}};
}

namespace {

Table lost_table(const std::vector<gate::LoggedEntry>& lost, const base::Zone& zone) {
    Table table{.columns = {{Label{"序号", "seq"}, Align::right, Holds::number},
                            {Label{"时间", "when"}, Align::left, Holds::time},
                            {Label{"谁", "who"}},
                            {Label{"命令", "command"}}},
                .rows = {},
                .empty = {}};
    for (const auto& entry : lost)
        table.rows.push_back({plain(entry.seq), plain(base::readable(entry.at, zone)),
                              plain(entry.staff.empty() ? entry.os_user : entry.staff),
                              plain(entry.command)});
    return table;
}

}  // namespace

Presentation restored(const gate::Restored& restored, const std::filesystem::path& store,
                      bool dry_run, const base::Zone& zone) {
    Json json{{"ok", true},
              {"dry_run", dry_run},
              {"store", store.string()},
              {"seq", restored.seq},
              {"entries", restored.head.entries},
              {"head", restored.head.hash},
              {"lost", Json::array()},
              {"unseen", restored.unseen}};
    json["kept"] = restored.kept ? Json(restored.kept->string()) : Json();
    json["present_unreadable"] =
        restored.present_unreadable.empty() ? Json() : Json(restored.present_unreadable.en);
    for (const auto& entry : restored.lost)
        json["lost"].push_back({{"seq", entry.seq},
                                {"at", base::iso(entry.at, zone)},
                                {"os_user", entry.os_user},
                                {"staff", entry.staff},
                                {"command", entry.command},
                                {"subjects", entry.subjects}});
    Document document;
    document.title = dry_run ? Text(Label{"试运行:可以恢复", "A dry run: it can be restored"})
                             : Text(Label{"已恢复", "Restored"});
    Figures facts{
        {Label{"数据文件", "store"}, plain(store.string()), {}},
        {Label{"备份的日志条数", "entries in the backup"}, plain(restored.head.entries), {}},
        {Label{"失去的日志条数", "entries lost"},
         plain(std::ssize(restored.lost) + restored.unseen),
         {}}};
    if (restored.kept)
        facts.push_back({Label{"原文件留在", "previous file"}, plain(restored.kept->string()), {}});
    if (!restored.present_unreadable.empty())
        facts.push_back({Label{"原文件无法对照", "previous file not compared"},
                         restored.present_unreadable,
                         {}});
    document.sections.push_back({{}, {std::move(facts)}});
    if (!restored.lost.empty())
        document.sections.push_back(
            {Label{"失去的登记", "What is lost"}, {lost_table(restored.lost, zone)}});
    return {std::move(document), std::move(json)};
}

Presentation examination(const std::vector<store::Examination>& examinations, Language language) {
    const bool healthy = gate::is_healthy(examinations);
    Json json{{"healthy", healthy}, {"checks", Json::array()}};
    Document document;
    document.title = healthy ? Text(Label{"可以放心使用", "All checks passed"})
                             : Text(Label{"有要处理的问题", "Something needs attention"});
    Table table{.columns = {{Label{"检查", "check"}},
                            {Label{"结果", "result"}},
                            {Label{"怎么办", "what to do"}}},
                .rows = {},
                .empty = {}};
    for (const auto& one : examinations) {
        std::string_view state = "ok";
        Json remarks = Json::array();
        for (const auto& [fault, problem] : one.remarks) {
            if (fault || state == "ok") state = fault ? "fault" : "notice";
            const Label mark = fault ? Label{"✗ ", "✗ "} : Label{"提示:", "note: "};
            table.rows.push_back(
                {one.title,
                 {std::string(mark.zh) + problem.what.zh, std::string(mark.en) + problem.what.en},
                 problem.remedy});
            remarks.push_back({{"fault", fault},
                               {"what", problem.what.in(language)},
                               {"remedy", problem.remedy.in(language)}});
        }
        if (one.remarks.empty()) table.rows.push_back({one.title, Label{"正常", "OK"}, {}});
        json["checks"].push_back(
            {{"check", one.check}, {"state", state}, {"remarks", std::move(remarks)}});
    }
    document.sections.push_back({{}, {std::move(table)}});
    return {std::move(document), std::move(json)};
}

}  // namespace huiyin::reports
