#include "huiyin/headquarters/company_view.hpp"

#include <algorithm>
#include <array>

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"

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
    StateWord{"missing", {"未收:有缺", "not taken: something is missing"}},
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

Json office_json(const Office& office) {
    return {{"office", office.name},
            {"store", office.store_id},
            {"key", gate::fingerprint(office.public_key)},
            {"state", office.status},
            {"entries", reached(office).entries},
            {"head", reached(office).hash}};
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
         {Figures{{Label{"文件", "file"}, plain(file.string()), {}},
                  {Label{"数据文件", "store"}, plain(manifest.store_id), {}},
                  {Label{"大小", "size"}, plain(base::format("{} KiB", (bytes + 1023) / 1024)), {}},
                  {Label{"内容", "shared"}, plain(std::string(share_word(manifest.share))), {}},
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

Presentation office_register(const std::vector<Office>& offices) {
    Table table{
        .columns = {{Label{"办公室", "office"}},
                    {Label{"数据文件", "store"}},
                    {Label{"密钥", "key"}},
                    {Label{"状态", "state"}}},
        .rows = {},
        .empty = Label{"还没有登记办公室:huiyin hq office add 名称 --public-key 公钥 --store 编号",
                       "no office is registered: huiyin hq office add NAME --public-key KEY "
                       "--store ID"}};
    Json json = Json::array();
    for (const auto& office : offices) {
        table.rows.push_back({plain(office.name), plain(office.store_id),
                              plain(gate::fingerprint(office.public_key)),
                              state_title(office.status)});
        json.push_back(office_json(office));
    }
    reports::Document document;
    document.title = Label{"办公室", "Offices"};
    document.sections.push_back({{}, {std::move(table)}});
    return {std::move(document), std::move(json)};
}

Presentation office_registered(const Office& office) {
    reports::Document document;
    document.title = plain(office.name);
    document.sections.push_back(
        {{},
         {Figures{{Label{"数据文件", "store"}, plain(office.store_id), {}},
                  {Label{"密钥", "key"}, plain(gate::fingerprint(office.public_key)), {}},
                  {Label{"状态", "state"}, state_title(office.status), {}},
                  {Label{"日志", "entries"}, plain(reached(office).entries), {}}}}});
    return {std::move(document), office_json(office)};
}

Presentation company_status(const std::vector<OfficeState>& states, const base::Zone& zone) {
    Table table{.columns = {{Label{"办公室", "office"}},
                            {Label{"日志", "entries"}, Align::right, Holds::number},
                            {Label{"截至", "up to"}, Align::left, Holds::time},
                            {Label{"结构", "schema"}, Align::right, Holds::number},
                            {Label{"状态", "state"}}},
                .rows = {},
                .empty = Label{"还没有登记办公室", "no office is registered"}};
    Json json = Json::array();
    for (const auto& [office, state, texts_missing] : states) {
        const auto& head = reached(office);
        auto title = state_title(state);
        if (texts_missing > 0) {
            title.zh += base::format("({} 段)", texts_missing);
            title.en += base::format(" ({} texts)", texts_missing);
        }
        table.rows.push_back(
            {plain(office.name), plain(head.entries),
             plain(office.made_at ? base::readable_minute(*office.made_at, zone) : ""),
             plain(office.schema), std::move(title)});
        json.push_back({{"office", office.name},
                        {"store", office.store_id},
                        {"entries", head.entries},
                        {"head", head.hash},
                        {"upto", office.made_at ? Json(base::iso(*office.made_at, zone)) : Json()},
                        {"state", state},
                        {"schema", office.schema},
                        {"share", office.share ? Json(*office.share) : Json()},
                        {"texts_missing", texts_missing}});
    }
    reports::Document document;
    document.title = Label{"各办公室上报情况", "What the offices handed in"};
    document.sections.push_back({{}, {std::move(table)}});
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
            row["problems"].push_back(problem.what.in(language));
        json.push_back(std::move(row));
    }
    reports::Document document;
    document.title = Label{"收包", "Bundles"};
    document.sections.push_back({{}, {std::move(table)}});
    return {std::move(document), std::move(json)};
}

}  // namespace huiyin::headquarters
