#include <array>

#include "hq_shared.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/headquarters/company.hpp"
#include "huiyin/headquarters/company_report.hpp"
#include "huiyin/headquarters/company_view.hpp"
#include "huiyin/headquarters/examined.hpp"
#include "nouns.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace hq_company {
namespace {

using base::Exit;
using base::Failure;
using base::Label;
using gate::Right;
using headquarters::Company;

struct OfOffice final : Options {
    Required<Takes::word> name{*this, operand("OFFICE", {"办公室名称", "the office's name"})};
    Maybe<Takes::word> url{*this, shared::hq};
};

struct Report final : Options {
    Required<Takes::choice> span{
        *this, operand("weekly|monthly", {"周报还是月报", "of a week or of a month"})};
    Maybe<Takes::week, base::TypedWeek> week{
        *this, {"week", {"哪一周(默认上周)", "which week (default: last week)"}}};
    Maybe<Takes::month, base::TypedMonth> month{
        *this, {"month", {"哪个月(默认上月)", "which month (default: last month)"}}};
    Maybe<Takes::word> url{*this, shared::hq};
};

struct Check final : Options {
    Maybe<Takes::word> url{*this, shared::hq};
};

struct Search final : Options {
    Required<Takes::words> text{*this, operand("TEXT", {"找什么", "what to look for"})};
    Maybe<Takes::word> url{*this, shared::hq};
};

Exit verify(const gate::Session& session, const OfOffice& typed, Output& output) {
    shared::require_own_name(session);
    const auto verified = Company(shared::url_of(typed.url())).verify(typed.name());
    const auto shown = headquarters::office_verified(verified);
    output.show(shown.document, shown.json);
    if (verified.faults.empty()) return Exit::done;
    output.complain(
        Label{"总部的库里有东西被改动或丢了,不是办公室的数据文件。查 PostgreSQL 的日志是谁动的;从"
              "服务器的备份恢复,再把那之后的上报包收一次:huiyin hq ingest 收件 --receipts 回执 "
              "--key-file 总部.pem",
              "something in headquarters' store was altered or lost, not in the office's. Look in "
              "PostgreSQL's log who did it; put the server back from its backup, and take the "
              "bundles since then once more: huiyin hq ingest IN --receipts RECEIPTS --key-file "
              "HQ.pem"});
    return Exit::integrity;
}

Exit replay(const gate::Session& session, const OfOffice& typed, Output& output) {
    shared::require_own_name(session);
    const auto file = output.file;
    output.file.reset();
    if (!file)
        throw Failure(Exit::usage,
                      Label{"缺少 --out(重演到哪个文件)", "--out is missing (the store to make)"},
                      Label{"写作 huiyin hq replay 名称 --out 办公室.db",
                            "write huiyin hq replay NAME --out OFFICE.db"});
    const auto replayed = Company(shared::url_of(typed.url())).replay(typed.name(), *file);
    const auto shown = headquarters::office_replayed(replayed);
    output.show(shown.document, shown.json);
    return replayed.disagreements.empty() ? Exit::done : Exit::integrity;
}

std::vector<base::Problem> contradictions_of_report(const Unchecked<Report>& typed) {
    const bool is_weekly = typed[&Report::span].value_or("weekly") == "weekly";
    if (is_weekly ? !typed.has(&Report::month) : !typed.has(&Report::week)) return {};
    return {{is_weekly ? Label{"周报没有 --month", "a weekly report has no --month"}
                       : Label{"月报没有 --week", "a monthly report has no --week"},
             is_weekly ? Label{"写 --week 2026-W47", "give --week 2026-W47"}
                       : Label{"写 --month 2026-11", "give --month 2026-11"}}};
}

Exit report(const gate::Session& session, const Report& typed, Output& output) {
    shared::require_own_name(session);
    headquarters::PeriodWanted wanted{
        .span = reports::Span::week, .week = {}, .month = {}, .now = base::machine_now()};
    if (typed.week()) wanted.week = typed.week()->resolve(wanted.now, shared::company_zone());
    if (typed.month()) wanted.month = typed.month()->resolve(wanted.now, shared::company_zone());
    if (typed.span() == "monthly") wanted.span = reports::Span::month;
    const auto shown = headquarters::company_report(
        Company(shared::url_of(typed.url())).report(wanted), shared::company_zone());
    output.show(shown.document, shown.json);
    return Exit::done;
}

Exit check(const gate::Session& session, const Check& typed, Output& output) {
    shared::require_own_name(session);
    const auto found = Company(shared::url_of(typed.url())).findings(base::machine_now());
    const auto shown = headquarters::company_findings(found, shared::company_zone());
    output.show(shown.document, shown.json);
    return found.unexplained > 0 ? Exit::refused : Exit::done;
}

Exit search(const gate::Session& session, const Search& typed, Output& output) {
    shared::require_own_name(session);
    const auto found = Company(shared::url_of(typed.url())).search(typed.text());
    const auto shown = headquarters::company_search(found);
    output.show(shown.document, shown.json);
    return Exit::done;
}

constexpr std::array verbs{
    command<report, contradictions_of_report>(
        {.noun = "hq",
         .verb = "report",
         .help = {"全公司的周报、月报:合计和各办公室",
                  "the company's week or month: sums, and each office's row"},
         .clause = "",
         .right = Right::open,
         .example = "huiyin hq report weekly --week 2026-W47"}),
    command<check>({.noun = "hq",
                    .verb = "check",
                    .help = {"各办公室报来的检查结果", "what the offices found, as they sent it"},
                    .clause = "",
                    .right = Right::open,
                    .example = "huiyin hq check"}),
    command<search>({.noun = "hq",
                     .verb = "search",
                     .help = {"在各办公室上报的文字里找", "look in the texts that offices share"},
                     .clause = "",
                     .right = Right::open,
                     .example = "huiyin hq search 电梯"}),
    command<verify>({.noun = "hq",
                     .verb = "verify",
                     .help = {"用保存的日志重新核对一个办公室",
                              "prove an office's records again by the journal that is kept"},
                     .clause = "",
                     .right = Right::open,
                     .example = "huiyin hq verify 学府苑"}),
    command<replay>({.noun = "hq",
                     .verb = "replay",
                     .help = {"重演一个办公室的日志,重新判断",
                              "replay an office's journal into a store, and judge it anew"},
                     .clause = "",
                     .right = Right::open,
                     .example = "huiyin hq replay 学府苑 --out 学府苑.db"}),
};

}  // namespace
}  // namespace hq_company

std::span<const Verb> hq_company_verbs() {
    return hq_company::verbs;
}

}  // namespace huiyin::cli
