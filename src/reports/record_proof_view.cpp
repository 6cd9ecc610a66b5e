#include "huiyin/base/digest.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/records/field.hpp"
#include "huiyin/reports/journal_view.hpp"
#include "matter_parts.hpp"

namespace huiyin::reports {

using base::compose;

namespace {

/// A proof knows of no office: its times are told in the world's.
const base::Zone& world() {
    static const base::Zone zone("UTC");
    return zone;
}

Text title_of(std::string_view place) {
    const auto* field = records::said_field(place, "");
    return field == nullptr ? plain(std::string(place)) : Text(field->title);
}

Json entry_json(const gate::CheckedEntry& checked) {
    const auto& logged = checked.logged;
    Json texts = Json::array();
    for (const auto& text : checked.entry.texts)
        texts.push_back({{"place", text.place}, {"value", text.value}});
    return {{"seq", logged.seq},         {"at", base::iso(logged.at, world())},
            {"os_user", logged.os_user}, {"staff", logged.staff},
            {"command", logged.command}, {"subjects", logged.subjects},
            {"hash", logged.hash},       {"texts", std::move(texts)}};
}

Json checkpoint_json(const gate::Checkpoint& checkpoint) {
    return {{"origin", checkpoint.origin},
            {"size", checkpoint.size},
            {"root", base::base64(base::bytes(checkpoint.root))}};
}

}  // namespace

Presentation checked_record(const gate::CheckedRecord& checked) {
    Json json{{"ok", true}, {"kind", "record"}};
    json.update(checkpoint_json(checked.checkpoint.checkpoint));
    json["entries"] = Json::array();
    Text numbers;
    Table table{.columns = {{Label{"条目", "entry"}, Align::right},
                            {Label{"登记时间(UTC)", "recorded (UTC)"}},
                            {Label{"登记人", "recorded by"}},
                            {Label{"命令", "command"}}},
                .rows = {},
                .empty = {}};
    Table texts{.columns = {{Label{"条目", "entry"}, Align::right},
                            {Label{"栏目", "field"}},
                            {Label{"登记的文字", "what was recorded"}}},
                .rows = {},
                .empty = {}};
    for (const auto& entry : checked.entries) {
        const auto& logged = entry.logged;
        json["entries"].push_back(entry_json(entry));
        const auto number = base::format("{}", logged.seq);
        numbers = numbers.empty() ? plain(number)
                                  : Text(numbers.zh + "、" + number, numbers.en + ", " + number);
        table.rows.push_back({plain(logged.seq), plain(base::readable(logged.at, world())),
                              plain(logged.staff.empty() ? logged.os_user : logged.staff),
                              plain(logged.command)});
        for (const auto& text : entry.entry.texts)
            texts.rows.push_back({plain(logged.seq), title_of(text.place), plain(text.value)});
    }
    Document document;
    document.title = compose({"属实:第 {1} 条,共 {0} 条", "It holds: entry {2} of {0}"},
                             checked.checkpoint.checkpoint.size, numbers.zh, numbers.en);
    document.subtitle = plain(checked.checkpoint.checkpoint.origin);
    document.sections.push_back(
        {Label{"证明了的", "What is proven"},
         {Paragraph{.text = Label{"检查点签下时,日志里有下列条目,一个字节都没有改过:",
                                  "When the checkpoint was signed the journal had these entries, "
                                  "byte for byte:"}},
          std::move(table)}});
    if (!texts.rows.empty())
        document.sections.push_back({Label{"其中的文字", "Their words"}, {std::move(texts)}});
    document.sections.push_back(
        {Label{"没有证明的", "What is not proven"},
         {Paragraph{
             .text = Label{"所记是否真实,机器的时钟是否准,此后是否又有登记,是否有事没有登记。",
                           "That what was recorded is true, that the clock was right, that nothing "
                           "was recorded later, and that nothing was left out."}}}});
    return {std::move(document), std::move(json)};
}

Presentation checked_consistency(const gate::CheckedConsistency& checked) {
    Json json{{"ok", true}, {"kind", "consistency"}};
    json.update(checkpoint_json(checked.checkpoint.checkpoint));
    json["old_size"] = checked.from;
    json["old_root"] = base::base64(base::bytes(checked.from_root));
    Document document;
    document.title = compose({"属实:{1} 条的日志是在前 {0} 条之上添加的",
                              "It holds: the journal of {1} entries only adds to the first {0}"},
                             checked.from, checked.checkpoint.checkpoint.size);
    document.subtitle = plain(checked.checkpoint.checkpoint.origin);
    document.sections.push_back(
        {{},
         {Figures{{compose({"前 {} 条的根", "root of the first {}"}, checked.from),
                   plain(base::base64(base::bytes(checked.from_root))),
                   Label{"与当时的检查点第三行相同,才是同一份",
                         "the third line of the checkpoint of then has to be the same"}},
                  {compose({"{} 条的根", "root of the {}"}, checked.checkpoint.checkpoint.size),
                   plain(base::base64(base::bytes(checked.checkpoint.checkpoint.root))),
                   {}}}}});
    return {std::move(document), std::move(json)};
}

Presentation attestations(const std::vector<gate::Attestation>& taken, const base::Zone& zone) {
    Document document;
    document.title = Label{"检查点的见证", "What others say of a checkpoint"};
    Table table{.columns = {{Label{"种类", "kind"}},
                            {Label{"见证人", "witness"}},
                            {Label{"所说的时间", "when, as they say"}}},
                .rows = {},
                .empty = {}};
    Json json = Json::array();
    for (const auto& one : taken) {
        const bool stamps = one.kind == "timestamp";
        table.rows.push_back({stamps ? Text(Label{"时间戳(RFC 3161)", "time stamp (RFC 3161)"})
                                     : Text(Label{"联署", "cosignature"}),
                              plain(one.name), plain(base::readable(one.at, zone))});
        json.push_back({{"seal", one.seal},
                        {"kind", one.kind},
                        {"name", one.name},
                        {"at", base::iso(one.at, zone)},
                        {"bytes", stamps ? base::base64(one.bytes) : one.bytes}});
    }
    document.sections.push_back({{}, {std::move(table)}});
    return {std::move(document), {{"attestations", std::move(json)}}};
}

}  // namespace huiyin::reports
