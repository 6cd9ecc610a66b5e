#include "huiyin/reports/office_view.hpp"

#include <algorithm>

#include "huiyin/base/display.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/rulebook/blame.hpp"
#include "huiyin/rulebook/regulation.hpp"
#include "matter_parts.hpp"
#include "values.hpp"

namespace huiyin::reports {

using base::compose;

namespace {

std::optional<std::string> login(store::Connection& connection,
                                 std::optional<records::StaffId> staff) {
    return staff ? std::optional(records::login_of(connection, *staff)) : std::nullopt;
}

Json edition_json(store::Connection& connection, const records::StaffEdition& person) {
    Json json{{"login", person.login},
              {"name", person.name},
              {"role", records::name_of(person.role).word}};
    json["department"] = or_null(person.department);
    json["superior"] = or_null(login(connection, person.superior));
    json["left"] = person.has_left;
    return json;
}

Text state_of(const records::StaffEdition& person) {
    return person.has_left ? Text(Label{"已离职", "left"}) : Text(Label{"在职", "current"});
}

Document one_table(Text title, Table table) {
    Document document;
    document.title = std::move(title);
    document.sections.push_back({{}, {std::move(table)}});
    return document;
}

std::string_view word_of(records::PolicyKind kind) {
    using enum records::PolicyKind;
    switch (kind) {
        case duration:
        case term:
            return "duration";
        case count:
            return "count";
        case money:
            return "money";
        case percent:
            return "percent";
        case yes_no:
            return "yes-no";
        case list:
            return "list";
        case text:
            return "text";
    }
    return "";
}

}  // namespace

Presentation staff_list(store::Connection& connection,
                        const std::vector<records::StaffEdition>& people) {
    Table table{.columns = {{Label{"登录名", "login"}},
                            {Label{"姓名", "name"}},
                            {Label{"角色", "role"}},
                            {Label{"部门", "department"}},
                            {Label{"上级", "superior"}},
                            {Label{"状态", "state"}}}};
    Json json = Json::array();
    const auto superior = [&](const records::StaffEdition& of) -> std::string {
        const auto found = std::ranges::find(people, of.superior, &records::StaffEdition::staff);
        return found == people.end() ? login(connection, of.superior).value_or("")
                                     : base::format("{}({})", found->name, found->login);
    };
    for (const auto& person : people) {
        table.rows.push_back(
            {plain(person.login), plain(person.name), records::name_of(person.role).title,
             plain(person.department.value_or("")), plain(superior(person)), state_of(person)});
        json.push_back(edition_json(connection, person));
    }
    return {one_table(Label{"职工", "Staff"}, std::move(table)), std::move(json)};
}

Presentation staff_record(const std::vector<records::StaffEdition>& editions,
                          const std::vector<records::Absence>& absences, const View& view) {
    auto& connection = view.connection;
    const auto& zone = view.zone;
    const auto called = [&](const std::optional<records::StaffId>& staff) {
        return plain(staff ? person(view, *staff) : "");
    };
    const auto& newest = editions.back();
    Json json = edition_json(connection, newest);
    Table history{.columns = {{Label{"自", "since"}},
                              {Label{"姓名", "name"}},
                              {Label{"角色", "role"}},
                              {Label{"部门", "department"}},
                              {Label{"上级", "superior"}},
                              {Label{"状态", "state"}}}};
    json["editions"] = Json::array();
    for (const auto& edition : editions) {
        history.rows.push_back({plain(base::readable(edition.at, zone)), plain(edition.name),
                                records::name_of(edition.role).title,
                                plain(edition.department.value_or("")), called(edition.superior),
                                state_of(edition)});
        auto one = edition_json(connection, edition);
        one["at"] = base::iso(edition.at, zone);
        json["editions"].push_back(std::move(one));
    }
    Table away{
        .columns = {{Label{"离开", "from"}}, {Label{"回来", "back"}}, {Label{"代理人", "acting"}}},
        .rows = {},
        .empty = Label{"没有请假记录。", "No absence on file."}};
    json["absences"] = Json::array();
    for (const auto& absence : absences) {
        away.rows.push_back({plain(base::readable(absence.from, zone)),
                             plain(base::readable(absence.until, zone)), called(absence.acting)});
        json["absences"].push_back({{"from", base::iso(absence.from, zone)},
                                    {"to", base::iso(absence.until, zone)},
                                    {"acting", or_null(login(connection, absence.acting))}});
    }
    Document document;
    document.title = compose({"职工 {}", "Staff member {}"}, person(view, newest.staff));
    document.sections.push_back({Label{"档案", "Record"}, {std::move(history)}});
    document.sections.push_back({Label{"请假", "Absences"}, {std::move(away)}});
    return {std::move(document), std::move(json)};
}

Presentation policy_list(const records::Policies& policies, base::Instant now) {
    Table table{.columns = {{Label{"参数", "policy"}},
                            {Label{"现值", "value"}},
                            {Label{"条款", "clause"}},
                            {Label{"含义", "meaning"}}}};
    Json json = Json::array();
    for (const auto& definition : records::policy_definitions()) {
        const auto& edition = policies.in_force(definition.key, now);
        const auto own = edition.edition == 0 ? "" : " *";
        table.rows.push_back({plain(std::string(definition.key)), plain(edition.value + own),
                              plain(std::string(definition.clause)), definition.title});
        json.push_back({{"key", definition.key},
                        {"value", edition.value},
                        {"default", definition.standard},
                        {"clause", definition.clause},
                        {"kind", word_of(definition.kind)},
                        {"edition", edition.edition}});
    }
    auto document = one_table(Label{"制度参数", "Policies"}, std::move(table));
    document.sections.push_back(
        {{},
         {Paragraph{Label{"带 * 的由本办公室设定,其余为默认值。",
                          "Those with * were set by the office; the rest are defaults."}}}});
    return {std::move(document), std::move(json)};
}

Presentation policy_record(const records::PolicyDefinition& definition,
                           const std::vector<records::PolicyEdition>& editions, const View& view) {
    const auto& zone = view.zone;
    Table table{.columns = {{Label{"版次", "edition"}, Align::right},
                            {Label{"生效", "in force from"}},
                            {Label{"值", "value"}},
                            {Label{"设定人", "set by"}},
                            {Label{"理由", "reason"}}}};
    Json json{{"key", definition.key},
              {"value", editions.back().value},
              {"default", definition.standard},
              {"clause", definition.clause},
              {"kind", word_of(definition.kind)}};
    json["editions"] = Json::array();
    for (const auto& edition : editions) {
        const bool standard = edition.edition == 0;
        table.rows.push_back(
            {plain(edition.edition),
             standard ? Text(Label{"一直", "always"}) : plain(base::readable(edition.at, zone)),
             plain(edition.value), edition.set_by ? plain(person(view, *edition.set_by)) : Text{},
             plain(base::mask_phones_in(edition.reason.value_or("")))});
        json["editions"].push_back(
            {{"edition", edition.edition},
             {"from", standard ? Json() : Json(base::iso(edition.at, zone))},
             {"value", edition.value},
             {"set_by", or_null(edition.set_by)},
             {"reason", edition.reason ? Json(base::mask_phones_in(*edition.reason)) : Json()}});
    }
    auto document = one_table({base::format("{} · {}", definition.key, definition.title.zh),
                               base::format("{} · {}", definition.key, definition.title.en)},
                              std::move(table));
    if (!definition.clause.empty())
        document.subtitle = compose({"条款 {}", "clause {}"}, definition.clause);
    return {std::move(document), std::move(json)};
}

namespace {

Json blamed_json(const rulebook::Rule& rule) {
    const auto& blamed = rulebook::name_of(rule.blamed);
    return {{"word", blamed.word}, {"zh", blamed.title.zh}, {"en", blamed.title.en}};
}

}  // namespace

Text severity_title(rulebook::Severity severity) {
    using enum rulebook::Severity;
    switch (severity) {
        case refuse:
            return Label{"拒绝", "refuse"};
        case refuse_or_witness:
            return Label{"拒绝,可据实", "refuse*"};
        case breach:
            return Label{"违规", "breach"};
        case notice:
            return Label{"提示", "notice"};
    }
    return {};
}

Presentation rule_list(const std::vector<const rulebook::Rule*>& rules) {
    Table table{.columns = {{Label{"规则", "rule"}},
                            {Label{"条款", "clause"}},
                            {Label{"级别", "severity"}},
                            {Label{"要求", "requires"}}}};
    Json json = Json::array();
    for (const auto* rule : rules) {
        table.rows.push_back(
            {plain(rule->id), plain(rule->clause), severity_title(rule->severity), rule->title});
        json.push_back({{"id", rule->id},
                        {"own", rulebook::is_own(*rule)},
                        {"clause", rule->clause},
                        {"clauses", rule->clauses},
                        {"severity", rulebook::severity_word(rule->severity)},
                        {"judges", rule->judges},
                        {"blamed", blamed_json(*rule)},
                        {"title", both(rule->title)}});
    }
    return {one_table(compose({"规则 {} 条", "{} rules"}, rules.size()), std::move(table)),
            std::move(json)};
}

namespace {

/// When an office's own rule was added, revised or retired, by whom and why.
std::pair<Table, Json> editions_shown(const std::vector<rulebook::OfficeRuleEdition>& editions,
                                      const base::Zone& zone) {
    Table table{.columns = {{Label{"版次", "edition"}, Align::right},
                            {Label{"自", "from"}},
                            {Label{"状态", "state"}},
                            {Label{"登记人", "by"}},
                            {Label{"理由", "reason"}}}};
    Json json = Json::array();
    for (const auto& edition : editions) {
        table.rows.push_back(
            {plain(edition.edition), plain(base::readable(edition.at, zone)),
             edition.retired ? Label{"停用", "retired"} : Label{"启用", "in force"},
             plain(edition.recorder), plain(base::mask_phones_in(edition.reason.value_or("")))});
        json.push_back(
            {{"edition", edition.edition},
             {"from", base::iso(edition.at, zone)},
             {"retired", edition.retired},
             {"by", edition.recorder},
             {"reason", edition.reason ? Json(base::mask_phones_in(*edition.reason)) : Json()}});
    }
    return {std::move(table), std::move(json)};
}

/// What the regulation itself says in the clauses that a rule cites.
std::pair<Figures, Json> provisions_shown(const rulebook::Rule& rule) {
    Figures figures;
    Json json = Json::array();
    for (const auto& clause : rule.clauses) {
        const auto provision = rulebook::provision(clause);
        if (!provision) continue;
        figures.push_back({plain(clause), plain(std::string(provision->wording)), {}});
        figures.push_back({Label{"理解", "reading"}, provision->reading, {}});
        json.push_back({{"clause", clause},
                        {"wording", provision->wording},
                        {"reading", both(provision->reading)}});
    }
    return {std::move(figures), std::move(json)};
}

/// The file as it was given last, so that whoever lost it has it back.
Json file_of(const std::vector<rulebook::OfficeRuleEdition>& editions) {
    Json text;
    for (const auto& edition : editions)
        if (edition.text) text = *edition.text;
    return text;
}

}  // namespace

Presentation rule_record(const rulebook::Rule& rule,
                         const std::vector<rulebook::OfficeRuleEdition>& editions,
                         const base::Zone& zone) {
    Figures facts{{Label{"条款", "clause"}, plain(rule.clause), {}},
                  {Label{"级别", "severity"}, severity_title(rule.severity), {}},
                  {Label{"对象", "judges"}, plain(rule.judges), {}},
                  {Label{"责任人", "responsible"}, rulebook::name_of(rule.blamed).title, {}},
                  {Label{"提示", "message"}, rule.message, {}},
                  {Label{"改正", "remedy"}, rule.remedy, {}}};
    if (!rule.limit.empty()) facts.push_back({Label{"时限参数", "limit"}, plain(rule.limit), {}});
    Table examples{
        .columns = {{Label{"示例", "example"}}, {Label{"发现", "findings"}, Align::right}}};
    Json list = Json::array();
    for (const auto& example : rulebook::examples_of(rule)) {
        examples.rows.push_back({plain(example.title), plain(example.findings)});
        list.push_back({{"title", example.title}, {"findings", example.findings}});
    }
    auto [wording, provisions] = provisions_shown(rule);
    auto [history, history_json] = editions_shown(editions, zone);
    Document document;
    document.title = {base::format("{} · {}", rule.id, rule.title.zh),
                      base::format("{} · {}", rule.id, rule.title.en)};
    document.sections.push_back({{}, {std::move(facts)}});
    if (!wording.empty())
        document.sections.push_back({Label{"规定原文", "The regulation"}, {std::move(wording)}});
    if (!editions.empty())
        document.sections.push_back(
            {Label{"本办公室自定", "The office's own"}, {std::move(history)}});
    document.sections.push_back({Label{"查询", "Query"}, {Paragraph{plain(rule.sql)}}});
    document.sections.push_back({Label{"示例", "Examples"}, {std::move(examples)}});
    Json json{{"id", rule.id},
              {"own", rulebook::is_own(rule)},
              {"clause", rule.clause},
              {"severity", rulebook::severity_word(rule.severity)},
              {"judges", rule.judges},
              {"blamed", blamed_json(rule)},
              {"limit", rule.limit},
              {"provisions", std::move(provisions)},
              {"title", both(rule.title)},
              {"message", both(rule.message)},
              {"remedy", both(rule.remedy)},
              {"sql", rule.sql},
              {"file", file_of(editions)},
              {"editions", std::move(history_json)},
              {"examples", std::move(list)}};
    return {std::move(document), std::move(json)};
}

Presentation example_results(const std::vector<rulebook::ExampleResult>& results) {
    Table table{.columns = {{Label{"规则", "rule"}},
                            {Label{"示例", "example"}},
                            {Label{"结果", "result"}}}};
    Json json = Json::array();
    for (const auto& result : results) {
        if (!result.held())
            table.rows.push_back(
                {plain(result.rule->id), plain(result.example.title), result.wrong});
        json.push_back({{"rule", result.rule->id},
                        {"example", result.example.title},
                        {"found", result.found},
                        {"expected", result.example.findings},
                        {"ok", result.held()}});
    }
    table.empty = Label{"全部通过。", "All pass."};
    return {one_table(compose({"规则示例 {} 个", "{} examples of rules"}, results.size()),
                      std::move(table)),
            std::move(json)};
}

}  // namespace huiyin::reports
