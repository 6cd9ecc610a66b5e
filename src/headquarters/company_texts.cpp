#include <map>
#include <tuple>
#include <variant>

#include "connected.hpp"
#include "huiyin/base/display.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/headquarters/company_report.hpp"
#include "huiyin/headquarters/company_view.hpp"

namespace huiyin::headquarters {

using base::Json;
using base::Label;
using base::plain;
using reports::Presentation;
using reports::Table;

namespace {

/// A word to be found as it is, in either case, whatever LIKE would make of it.
std::string as_pattern(const std::string& text) {
    std::string pattern = "%";
    for (const char letter : text) {
        if (letter == '%' || letter == '_' || letter == '\\') pattern += '\\';
        pattern += letter;
    }
    return pattern + '%';
}

std::string word_of(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

bool is_explained(const Json& finding) {
    return finding.value("explained", false);
}

/// Of a breach that was explained: why, by rule, subject and since when, of the offices that share
/// texts.
using Reasons =
    std::map<std::tuple<std::int64_t, std::string, std::string, std::int64_t>, std::string>;

Reasons reasons_given(Server& server) {
    Reasons reasons;
    const auto rows = server.run(
        "SELECT e.office, e.rule, e.subject, e.since, t.value FROM explanation e JOIN said s ON "
        "s.office = e.office AND s.id = e.reason AND s.erased_at IS NULL JOIN said_text t ON "
        "t.office = s.office AND t.id = s.id");
    for (int row = 0; row < rows.rows(); ++row)
        reasons[{rows.integer(row, 0), rows.text(row, 1), rows.text(row, 2),
                 rows.integer(row, 3)}] = base::mask_phones_in(rows.text(row, 4));
    return reasons;
}

/// Nothing of what is no moment as the JSON of commands has it.
std::optional<base::Instant> moment_of(const std::string& text) {
    try {
        const auto typed = base::parse_time(text);
        if (const auto* instant = std::get_if<base::Instant>(&typed.form)) return *instant;
    } catch (const base::Failure&) {
    }
    return {};
}

void add_reason(Json& finding, std::int64_t office, const Reasons& reasons) {
    const auto why = finding.find("explanation");
    if (why == finding.end() || !why->is_object()) return;
    const auto since = moment_of(word_of(finding, "since"));
    const auto found = reasons.find({office, word_of(finding, "rule"), word_of(finding, "subject"),
                                     since ? base::seconds(*since) : 0});
    if (found != reasons.end()) (*why)["text"] = found->second;
}

/// `2026-11-24 12:30` of `2026-11-24T12:30:00+08:00`: by the office's own clock.
std::string minute_of(const std::string& iso) {
    const auto at = iso.find('T');
    return at == std::string::npos ? iso : iso.substr(0, at) + " " + iso.substr(at + 1, 5);
}

/// `ma, 2026-11-24 12:30: the school had no power`; nothing of one that is unexplained.
std::string explained_by(const Json& finding) {
    const auto why = finding.find("explanation");
    if (why == finding.end() || !why->is_object()) return {};
    const auto text = word_of(*why, "text");
    return base::format("{}, {}{}{}", word_of(*why, "by"), minute_of(word_of(*why, "at")),
                        text.empty() ? "" : ": ", text);
}

}  // namespace

CompanyFindings Company::findings(base::Instant) {
    return connected_->steadily([&] {
        auto& server = connected_->ready();
        server.script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        CompanyFindings all;
        const auto rows = server.run(
            base::format("SELECT {} FROM office_head WHERE status <> 'retired' ORDER BY office",
                         office_columns));
        std::map<std::int64_t, std::size_t> places;
        for (int row = 0; row < rows.rows(); ++row) {
            auto office = read_office(rows, row);
            if (!office.findings_at) {
                all.missing.push_back(std::move(office));
                continue;
            }
            places.emplace(office.number, all.offices.size());
            all.offices.push_back({std::move(office), {}});
        }
        const auto findings = server.run("SELECT office, body FROM finding ORDER BY office, id");
        const auto reasons = reasons_given(server);
        server.script("COMMIT");
        for (int row = 0; row < findings.rows(); ++row) {
            const auto place = places.find(findings.integer(row, 0));
            auto body = Json::parse(findings.text(row, 1), nullptr, false);
            if (place == places.end() || !body.is_object()) continue;
            if (word_of(body, "severity") == "breach" && !is_explained(body)) ++all.unexplained;
            add_reason(body, place->first, reasons);
            all.offices[place->second].findings.push_back(std::move(body));
        }
        return all;
    });
}

FoundTexts Company::search(const std::string& text) {
    return connected_->steadily([&] {
        auto& server = connected_->ready();
        FoundTexts all{.text = text, .found = {}, .not_shared = {}};
        // Names, numbers and signatures are nobody's to be looked for here.
        const auto found = server.run(
            "SELECT h.name, coalesce(m.no, n.no), s.place, t.value FROM said_text t JOIN "
            "office_head h ON h.office = t.office AND h.status <> 'retired' JOIN said s ON "
            "s.office = t.office AND s.id = t.id LEFT JOIN matter m ON m.office = s.office AND "
            "m.id = s.row AND s.place LIKE 'matter.%' LEFT JOIN step e ON e.office = s.office AND "
            "e.id = s.row AND s.place LIKE 'step.%' LEFT JOIN matter n ON n.office = e.office AND "
            "n.id = e.matter WHERE t.value ILIKE $1 AND s.place IN ('matter.text', "
            "'matter.outcome', 'step.text', 'step.reason', 'callback.raised', 'callback.settled', "
            "'complaint.subject', 'repair.place', 'event.place', 'letter.subject') ORDER BY "
            "h.office, t.id",
            as_pattern(text));
        for (int row = 0; row < found.rows(); ++row)
            all.found.push_back({.office = found.text(row, 0),
                                 .no = found.maybe_text(row, 1),
                                 .place = found.text(row, 2),
                                 .text = base::mask_phones_in(found.text(row, 3))});
        const auto others = server.run(
            "SELECT name FROM office_head WHERE status <> 'retired' AND share IS DISTINCT FROM "
            "'texts' ORDER BY office");
        for (int row = 0; row < others.rows(); ++row)
            all.not_shared.push_back(others.text(row, 0));
        return all;
    });
}

Presentation company_findings(const CompanyFindings& all, const base::Zone& zone) {
    reports::Document document;
    document.title = Label{"各办公室的检查结果", "What the offices found"};
    Json findings = Json::array();
    Json missing = Json::array();
    for (const auto& [office, found] : all.offices) {
        if (found.empty()) continue;
        Table table{.columns = {{Label{"条款", "clause"}},
                                {Label{"对象", "subject"}},
                                {Label{"自", "since"}},
                                {Label{"结果", "message"}},
                                {Label{"说明", "explained by"}}},
                    .rows = {},
                    .empty = {}};
        for (const auto& one : found) {
            auto message = word_of(one, "message");
            if (message.empty()) message = word_of(one, "rule");
            table.rows.push_back({plain(word_of(one, "clause")), plain(word_of(one, "subject")),
                                  plain(minute_of(word_of(one, "since"))), plain(message),
                                  plain(explained_by(one))});
            Json row{{"office", office.name}};
            row.update(one);
            findings.push_back(std::move(row));
        }
        const auto upto = base::readable_minute(*office.findings_at, zone);
        document.sections.push_back({.heading = {base::format("{}(截至 {})", office.name, upto),
                                                 base::format("{} (up to {})", office.name, upto)},
                                     .blocks = {std::move(table)}});
    }
    if (document.sections.empty())
        document.sections.push_back(
            {{}, {reports::Paragraph{Label{"没有检查结果", "nothing was found"}}}});
    std::string names;
    for (const auto& office : all.missing) {
        names += (names.empty() ? "" : ", ") + office.name;
        missing.push_back(office.name);
    }
    if (!names.empty())
        document.sections.push_back(
            {{},
             {reports::Paragraph{
                 {base::format("没有检查结果的办公室:{}", names),
                  base::format("offices whose findings are not here: {}", names)}}}});
    return {std::move(document),
            {{"findings", std::move(findings)}, {"missing", std::move(missing)}}};
}

Presentation company_search(const FoundTexts& all) {
    Table table{
        .columns = {{Label{"办公室", "office"}}, {Label{"编号", "no"}}, {Label{"文字", "text"}}},
        .rows = {},
        .brief = true,
        .empty = Label{"没有找到", "nothing was found"}};
    Json found = Json::array();
    for (const auto& one : all.found) {
        table.rows.push_back({plain(one.office), plain(one.no.value_or("")), plain(one.text)});
        found.push_back({{"office", one.office},
                         {"no", one.no ? Json(*one.no) : Json()},
                         {"place", one.place},
                         {"text", one.text}});
    }
    reports::Document document;
    document.title = {base::format("找「{}」", all.text), base::format("Looking for {}", all.text)};
    document.sections.push_back({{}, {std::move(table)}});
    std::string names;
    for (const auto& name : all.not_shared)
        names += (names.empty() ? "" : ", ") + name;
    if (!names.empty())
        document.sections.push_back(
            {{},
             {reports::Paragraph{
                 {base::format("没有交文字的办公室,这里找不到:{}", names),
                  base::format("these share no texts, and are not looked through: {}", names)}}}});
    return {std::move(document), {{"found", std::move(found)}, {"not_shared", all.not_shared}}};
}

}  // namespace huiyin::headquarters
