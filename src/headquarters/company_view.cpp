#include "huiyin/headquarters/company_view.hpp"

#include <algorithm>
#include <array>

#include "connected.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "remedies.hpp"

namespace huiyin::headquarters {

using base::Json;
using base::Label;
using base::plain;
using reports::Align;
using reports::Figures;
using reports::Holds;
using reports::Presentation;
using reports::Table;

namespace {

/// The words of the JSON, as people are told them.
struct StateWord {
    std::string_view word;
    Label title;
};
constexpr std::array state_words{
    StateWord{"waiting", {"还没有交来", "nothing yet"}},
    StateWord{"current", {"正常", "current"}},
    StateWord{"late", {"逾期未交", "late"}},
    StateWord{"texts-missing", {"文字缺失,已请重交", "texts are missing"}},
    StateWord{"quarantined", {"已隔离", "quarantined"}},
    StateWord{"retired", {"已停用", "retired"}},
    StateWord{"active", {"在用", "active"}},
    StateWord{"taken", {"已收", "taken"}},
    StateWord{"already", {"此前已收", "taken already"}},
    StateWord{"rejected", {"不作数:属于没有选定的一支", "counts for nothing"}},
    StateWord{"gap", {"未收:前面的还没到", "not taken: what lies before it is not here"}},
    StateWord{"unregistered", {"未收:没有登记", "not taken: not registered"}},
    StateWord{"refused", {"未收:不可信", "not taken: it does not hold"}},
    StateWord{"failed", {"未收:出错", "not taken: failed"}},
};

base::Text state_title(const std::string& word) {
    const auto* const found = std::ranges::find(state_words, word, &StateWord::word);
    return found == state_words.end() ? plain(word) : base::Text(found->title);
}

const gate::Head& reached(const Office& office) {
    return office.share == "figures" ? office.seen : office.head;
}

constexpr std::array change_words{StateWord{"registered", {"登记", "registered"}},
                                  StateWord{"renamed", {"改名", "renamed"}},
                                  StateWord{"key", {"换密钥", "another key"}},
                                  StateWord{"store", {"更正编号", "its store's id corrected"}},
                                  StateWord{"retired", {"停用", "retired"}},
                                  StateWord{"restored", {"重新启用", "in use again"}},
                                  StateWord{"branch", {"选定一支", "branch accepted"}}};

/// A key by its fingerprint, anything else as it is.
std::string shown_value(const OfficeChange& change, const std::string& value) {
    return change.what == "key" ? gate::fingerprint(bytes_of_hex(value)) : value;
}

base::Text change_title(const OfficeChange& change, const base::Zone& zone) {
    base::Text text = std::ranges::find(change_words, change.what, &StateWord::word)->title;
    const auto when = base::readable_minute(change.at, zone);
    return {base::format("{} {}", when, text.zh), base::format("{} {}", when, text.en)};
}

Json office_json(const RegisteredOffice& registered, const base::Zone& zone) {
    const auto& [office, changes] = registered;
    Json list = Json::array();
    for (const auto& change : changes)
        list.push_back({{"at", base::iso(change.at, zone)},
                        {"by", change.by},
                        {"what", change.what},
                        {"old", shown_value(change, change.before)},
                        {"new", shown_value(change, change.after)},
                        {"reason", change.reason}});
    return {{"office", office.name},
            {"store", office.store_id},
            {"key", gate::fingerprint(office.public_key)},
            {"state", office.status},
            {"entries", reached(office).entries},
            {"head", reached(office).hash},
            {"changes", std::move(list)}};
}

/// What is to be typed stands on a line of its own, which no page breaks.
std::string with_commands_apart(std::string remedy) {
    for (const std::string_view before : {":huiyin ", ": huiyin "})
        for (std::size_t at = 0; (at = remedy.find(before, at)) != remedy.npos;) {
            const auto command = remedy.find("huiyin ", at);
            const auto colon = before.starts_with(": ") ? at + 1 : command;
            remedy.replace(colon, command - colon, "\n  ");
            at = colon + 1;
        }
    return remedy;
}

/// What somebody has to do about an office, beside its row.
reports::Paragraph note(const std::string& office, const base::Text& what,
                        const base::Text& remedy) {
    return {{base::format("{}:{}\n  {}", office, what.zh, with_commands_apart(remedy.zh)),
             base::format("{}: {}\n  {}", office, what.en, with_commands_apart(remedy.en))}};
}

base::Text fork_title(const Fork& fork, const base::Zone& zone) {
    const auto when = base::readable_minute(fork.found_at, zone);
    return {
        base::format("{} 起已隔离:第 {} 条日志之后出现分岔(从备份恢复过,或用了旧的副本)。另一支到 "
                     "{} 条。在有人决定之前不收它的包,它清除的内容也到不了总部",
                     when, fork.common, fork.branch.entries),
        base::format("quarantined since {}: its journal has parted after entry {} (it was "
                     "restored from a backup, or an older copy was used on). The other branch "
                     "has {} entries. Until somebody decides no bundle of it is taken, and "
                     "what it erases does not reach headquarters",
                     when, fork.common, fork.branch.entries)};
}

base::Text refusal_title(const Refusal& refusal, const base::Zone& zone) {
    const auto when = base::readable_minute(refusal.at, zone);
    return {
        base::format("{} 没有收 {}:{}", when, refusal.file, refusal.problem.what.zh),
        base::format("{} was not taken on {}: {}", refusal.file, when, refusal.problem.what.en)};
}

Json fork_json(const std::string& office, const std::optional<Fork>& fork, base::Language language,
               const base::Zone& zone) {
    if (!fork) return {};
    return {{"common", fork->common},
            {"entries", fork->branch.entries},
            {"head", fork->branch.hash},
            {"at", base::iso(fork->found_at, zone)},
            {"remedy", branches_remain(office).in(language)}};
}

Json refusal_json(const std::optional<Refusal>& refusal, base::Language language,
                  const base::Zone& zone) {
    if (!refusal) return {};
    return {{"at", base::iso(refusal->at, zone)},
            {"file", refusal->file},
            {"to", refusal->to},
            {"result", refusal->result},
            {"message", refusal->problem.what.in(language)},
            {"remedy", refusal->problem.remedy.in(language)},
            {"settled", refusal->settled}};
}

base::Text share_title(Share share) {
    if (share == Share::figures) return Label{"数字", "figures"};
    return share == Share::journal ? Label{"日志", "journal"} : Label{"连同文字", "texts"};
}

/// What leaves the office with a bundle: told before anybody carries it away.
base::Text what_is_shared(Share share) {
    switch (share) {
        case Share::figures:
            return Label{"日志有多长、归档的周报和检查结果;没有一条记录",
                         "how long the journal is, weeks as filed, findings; no record"};
        case Share::journal:
            return Label{"每行记录和日志,房号和登录名在内;没有姓名、电话、别人说的话",
                         "every row and the journal, homes and logins among it; no names, no "
                         "phones, nothing that people said"};
        case Share::texts:
            break;
    }
    return Label{"每行记录、日志,连同姓名、电话和别人说的话;没有附件",
                 "every row, the journal, names, phones and what people said; no attachments"};
}

}  // namespace

Presentation bundle_made(const BundleMade& made, const std::filesystem::path& file,
                         const base::Zone& zone) {
    const auto& manifest = made.manifest;
    std::error_code ignored;
    const auto size = std::filesystem::file_size(file, ignored);
    const auto bytes = ignored ? 0 : static_cast<std::int64_t>(size);
    reports::Document document;
    document.title = Label{"上报包已做好", "The bundle is made"};
    document.sections.push_back(
        {{},
         {Figures{
             {Label{"文件", "file"}, plain(file.string()), {}},
             {Label{"数据文件", "store"}, plain(manifest.store_id), {}},
             {Label{"大小", "size"}, plain(base::format("{} KiB", (bytes + 1023) / 1024)), {}},
             {Label{"内容", "shared"}, share_title(manifest.share), what_is_shared(manifest.share)},
             {Label{"日志", "entries"},
              plain(base::format("{}–{}", manifest.known.entries + 1, manifest.head.entries)),
              {}},
             {Label{"末端校验值", "head"}, plain(manifest.head.hash), {}}}}});
    return {std::move(document),
            {{"ok", true},
             {"file", file.string()},
             {"bytes", bytes},
             {"store", manifest.store_id},
             {"share", share_word(manifest.share)},
             {"from", manifest.known.entries},
             {"to", manifest.head.entries},
             {"head", manifest.head.hash},
             {"texts", manifest.texts},
             {"made_at", base::iso(manifest.made_at, zone)},
             {"past_differs", made.past_differs}}};
}

Presentation office_register(const std::vector<RegisteredOffice>& offices, const base::Zone& zone) {
    Table table{
        .columns = {{Label{"办公室", "office"}},
                    {Label{"数据文件", "store"}},
                    {Label{"密钥", "key"}},
                    {Label{"状态", "state"}},
                    {Label{"最近变更", "last change"}}},
        .rows = {},
        .empty = Label{"还没有登记办公室:huiyin hq office add 名称 --public-key 公钥 --store 编号",
                       "no office is registered: huiyin hq office add NAME --public-key KEY "
                       "--store ID"}};
    Json json = Json::array();
    for (const auto& one : offices) {
        const auto& office = one.office;
        table.rows.push_back(
            {plain(office.name), plain(office.store_id),
             plain(gate::fingerprint(office.public_key)), state_title(office.status),
             one.changes.empty() ? base::Text{} : change_title(one.changes.back(), zone)});
        json.push_back(office_json(one, zone));
    }
    reports::Document document;
    document.title = Label{"办公室", "Offices"};
    document.sections.push_back({{}, {std::move(table)}});
    return {std::move(document), std::move(json)};
}

Presentation office_registered(const RegisteredOffice& registered, const base::Zone& zone) {
    const auto& office = registered.office;
    reports::Document document;
    document.title = plain(office.name);
    document.sections.push_back(
        {{},
         {Figures{{Label{"数据文件", "store"}, plain(office.store_id), {}},
                  {Label{"密钥", "key"}, plain(gate::fingerprint(office.public_key)), {}},
                  {Label{"状态", "state"}, state_title(office.status), {}},
                  {Label{"日志", "entries"}, plain(reached(office).entries), {}}}}});
    if (!registered.changes.empty()) {
        Table changes{.columns = {{Label{"变更", "change"}},
                                  {Label{"原为", "was"}},
                                  {Label{"改为", "is"}},
                                  {Label{"谁", "by"}},
                                  {Label{"理由", "reason"}}},
                      .rows = {},
                      .empty = {}};
        for (const auto& change : registered.changes)
            changes.rows.push_back(
                {change_title(change, zone), plain(shown_value(change, change.before)),
                 plain(shown_value(change, change.after)), plain(change.by), plain(change.reason)});
        document.sections.push_back({Label{"变更", "Changes"}, {std::move(changes)}});
    }
    return {std::move(document), office_json(registered, zone)};
}

Presentation company_status(const std::vector<OfficeState>& states,
                            const std::vector<Stray>& strays, base::Language language,
                            const base::Zone& zone) {
    Table table{.columns = {{Label{"办公室", "office"}},
                            {Label{"日志", "entries"}, Align::right, Holds::number},
                            {Label{"截至", "up to"}, Align::left, Holds::time},
                            {Label{"结构", "schema"}, Align::right, Holds::number},
                            {Label{"状态", "state"}}},
                .rows = {},
                .empty = Label{"还没有登记办公室", "no office is registered"}};
    Json json = Json::array();
    std::vector<reports::Block> blocks;
    for (const auto& [office, state, texts_missing, fork, refusal] : states) {
        const auto& head = reached(office);
        const auto schema = office.share == "figures" ? office.seen_schema : office.schema;
        auto title = state_title(state);
        if (texts_missing > 0) {
            title.zh += base::format("({} 段)", texts_missing);
            title.en += base::format(" ({} texts)", texts_missing);
        }
        table.rows.push_back(
            {plain(office.name), plain(head.entries),
             plain(office.made_at ? base::readable_minute(*office.made_at, zone) : ""),
             plain(schema), std::move(title)});
        json.push_back({{"office", office.name},
                        {"store", office.store_id},
                        {"entries", head.entries},
                        {"head", head.hash},
                        {"upto", office.made_at ? Json(base::iso(*office.made_at, zone)) : Json()},
                        {"state", state},
                        {"schema", schema},
                        {"share", office.share ? Json(*office.share) : Json()},
                        {"texts_missing", texts_missing},
                        {"fork", fork_json(office.name, fork, language, zone)},
                        {"refused", refusal_json(refusal, language, zone)}});
        if (fork && state == "quarantined")
            blocks.emplace_back(
                note(office.name, fork_title(*fork, zone), branches_remain(office.name)));
        if (refusal && !refusal->settled && state != "retired")
            blocks.emplace_back(
                note(office.name, refusal_title(*refusal, zone), refusal->problem.remedy));
    }
    for (const auto& [store, refusal] : strays) {
        json.push_back({{"office", Json()},
                        {"store", store.empty() ? Json() : Json(store)},
                        {"entries", 0},
                        {"head", ""},
                        {"upto", Json()},
                        {"state", "unknown"},
                        {"schema", 0},
                        {"share", Json()},
                        {"texts_missing", 0},
                        {"fork", Json()},
                        {"refused", refusal_json(refusal, language, zone)}});
        const auto& remedy = refusal.problem.remedy;
        const auto what = refusal_title(refusal, zone);
        blocks.emplace_back(reports::Paragraph{
            {base::format("不知是哪个办公室的:{}\n  {}", what.zh, with_commands_apart(remedy.zh)),
             base::format("of no known office: {}\n  {}", what.en,
                          with_commands_apart(remedy.en))}});
    }
    blocks.insert(blocks.begin(), std::move(table));
    reports::Document document;
    document.title = Label{"各办公室上报情况", "What the offices handed in"};
    document.sections.push_back({{}, std::move(blocks)});
    return {std::move(document), std::move(json)};
}

Presentation what_was_ingested(const std::vector<Ingested>& results, base::Language language) {
    Table table{.columns = {{Label{"文件", "file"}},
                            {Label{"办公室", "office"}},
                            {Label{"日志", "entries"}},
                            {Label{"结果", "result"}}},
                .rows = {},
                .empty = Label{"没有上报包", "there are no bundles"}};
    Json json = Json::array();
    for (const auto& one : results) {
        table.rows.push_back({plain(one.file.filename().string()), plain(one.office),
                              plain(one.to > 0 ? base::format("{}–{}", one.from + 1, one.to) : ""),
                              state_title(one.result)});
        Json row{{"file", one.file.string()},
                 {"office", one.office.empty() ? Json() : Json(one.office)},
                 {"store", one.store_id.empty() ? Json() : Json(one.store_id)},
                 {"from", one.from},
                 {"to", one.to},
                 {"result", one.result},
                 {"exit", static_cast<int>(one.exit)},
                 {"entries", one.head ? Json(one.head->entries) : Json()},
                 {"head", one.head ? Json(one.head->hash) : Json()},
                 {"problems", Json::array()}};
        for (const auto& problem : one.problems)
            row["problems"].push_back(
                {{"message", problem.what.in(language)}, {"remedy", problem.remedy.in(language)}});
        json.push_back(std::move(row));
    }
    reports::Document document;
    document.title = Label{"收包", "Bundles"};
    document.sections.push_back({{}, {std::move(table)}});
    return {std::move(document), std::move(json)};
}

}  // namespace huiyin::headquarters
