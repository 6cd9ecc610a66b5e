#include "huiyin/gate/health.hpp"

#include <SQLiteCpp/Exception.h>

#include <algorithm>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/time.hpp"
#include "huiyin/gate/journal.hpp"
#include "huiyin/records/office.hpp"
#include "huiyin/rulebook/checker.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"

namespace huiyin::gate {

using base::compose;
using base::Failure;
using base::Label;
using store::Examination;
using store::Query;

namespace {

/// After so long without a backup it is worth a word.
constexpr std::chrono::days backup_wanted_after{7};

/// How many turns of the clock are named; there may be one a day.
constexpr std::int64_t most_turns = 5;

Examination look_at_pages(store::Connection& connection) {
    Examination result{"pages", {"内部结构", "page structure"}};
    for (Query row(connection, "PRAGMA quick_check(3)"); row.next();)
        if (row.text(0) != "ok")
            result.fault(compose({"数据文件结构损坏:{}", "the file is damaged: {}"}, row.text(0)),
                         Label{"停止录入,保留此文件,huiyin restore 备份",
                               "stop recording, keep this file, huiyin restore BACKUP"});
    return result;
}

Examination look_at_journal(store::Connection& connection) {
    Examination result{"journal", {"日志末条", "end of the journal"}};
    try {
        require_sound_end(connection);
    } catch (const Failure& failure) {
        result.fault(failure.problems().front().what, failure.problems().front().remedy);
    }
    return result;
}

Examination check_deadline_form(store::Connection& connection, base::Instant now) {
    Examination result{"clock", {"时钟", "clock"}};
    // An entry that a clock ahead of time made stays where it is; what matters is the last one.
    const auto last = store::find_integer(
        connection, "SELECT head ->> 'at' FROM journal ORDER BY seq DESC LIMIT 1");
    if (const auto behind = base::instant(last.value_or(0)) - now; behind.count() > 0)
        result.fault(
            {base::format("机器的时钟比日志的最后一条慢 {}", base::spoken(behind).zh),
             base::format("the machine's clock is {} behind the last entry",
                          base::spoken(behind).en)},
            Label{"校准时钟:timedatectl set-ntp true;若现在的时钟是对的,作废当时误记的那一件",
                  "set the clock: timedatectl set-ntp true; if it is right now, void what was "
                  "recorded while it was wrong"});
    for (Query row(connection,
                   "SELECT seq, before - at FROM (SELECT seq, head ->> 'at' AS at,"
                   " lag(head ->> 'at') OVER (ORDER BY seq) AS before FROM journal)"
                   " WHERE at < before LIMIT ?",
                   most_turns);
         row.next();) {
        const auto by = base::spoken(base::Seconds(row.integer(1)));
        result.notice(
            {base::format("第 {} 条之前时钟被拨慢了 {}", row.integer(0), by.zh),
             base::format("before entry {} the clock was put back by {}", row.integer(0), by.en)},
            Label{"已记录,不能改;其间的时限请留意",
                  "it is on record and cannot be changed; take care with deadlines around it"});
    }
    return result;
}

Examination look_at_zone(store::Connection& connection) {
    Examination result{"time-zone", {"时区", "time zone"}};
    const auto office = records::load_office(connection);
    try {
        records::zone_of(office);
    } catch (const Failure& failure) {
        const auto& problem = failure.problems().front();
        result.fault(problem.what, problem.remedy);
    }
    return result;
}

Examination look_at_backups(store::Connection& connection, base::Instant now) {
    Examination result{"backup", {"备份", "backups"}};
    const auto last = store::find_integer(
        connection,
        "SELECT max(head ->> 'at') FROM journal WHERE head ->> 'kind' = 'command'"
        " AND head ->> 'command' LIKE 'huiyin backup %'");
    const Label remedy{"huiyin backup 文件,最好每天由 cron 运行,存到另一块盘",
                       "huiyin backup FILE, best daily by cron, to another disk"};
    if (!last)
        result.notice(Label{"还没有做过备份", "no backup has been made yet"}, remedy);
    else if (now - base::instant(*last) > backup_wanted_after)
        result.notice(compose({"上次备份在 {} 天前", "the last backup was {} days ago"},
                              (now - base::instant(*last)) / std::chrono::days{1}),
                      remedy);
    return result;
}

Examination check_office_rules(store::Connection& connection, base::Instant now) {
    Examination result{"own-rules", {"自己的规则", "office's own rules"}};
    const base::Zone zone("UTC");
    rulebook::Checker checker(connection, zone, now);
    for (auto& unable : checker.office_rules_unable())
        result.fault(std::move(unable.message), std::move(unable.remedy));
    return result;
}

std::vector<Examination> examine_content(store::Connection& connection) {
    const auto now = base::machine_now();
    return {look_at_pages(connection),
            look_at_journal(connection),
            check_deadline_form(connection, now),
            look_at_zone(connection),
            check_office_rules(connection, now),
            look_at_backups(connection, now)};
}

}  // namespace

std::vector<Examination> examine(const std::filesystem::path& path) {
    auto all = store::examine_surroundings(path);
    const auto ails = [&](std::string_view check) {
        const auto one = std::ranges::find(all, check, &Examination::check);
        return one != all.end() && std::ranges::any_of(one->remarks, &Examination::Remark::fault);
    };
    // What is no regular file was said; and whoever opens a store after an interrupted write undoes
    // it, which is not for a look to do.
    if (ails("interrupted-write") ||
        !std::filesystem::is_regular_file(std::filesystem::symlink_status(path)))
        return all;
    Examination opening{"opening", {"打开", "opening the store"}};
    try {
        auto connection = store::open_to_read(path);
        store::explained(path.string(), [&] {
            auto more = examine_content(connection);
            std::ranges::move(more, std::back_inserter(all));
        });
    } catch (const Failure& failure) {
        opening.fault(failure.problems().front().what, failure.problems().front().remedy);
    }
    all.push_back(std::move(opening));
    return all;
}

bool is_healthy(const std::vector<Examination>& examinations) {
    return std::ranges::none_of(examinations, [](const Examination& one) {
        return std::ranges::any_of(one.remarks, &Examination::Remark::fault);
    });
}

}  // namespace huiyin::gate
