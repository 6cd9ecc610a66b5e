#include <array>

#include "huiyin/base/atomic_file.hpp"
#include "huiyin/base/atomic_folder.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/base/json_text.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/command_export.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/gate/journal.hpp"
#include "huiyin/reports/export.hpp"
#include "nouns.hpp"
#include "reading.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace exporting {
namespace {

using base::Exit;
using base::Json;
using base::Label;
using gate::Right;

/// Excel takes a file without it for another encoding.
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

struct Export final : Options {
    Required<Takes::file> dir{*this, operand("DIR", {"新目录", "a new folder"})};
    Flag with_personal_data{
        *this,
        {"with-personal-data",
         {"另含姓名、电话与附件,可重新登记;记入日志(负责人)",
          "also names, phones and attachments, so that it can be replayed; journaled (head)"}},
        Right::office_work};
};

/// Gathers small writes.
class GrowingFile {
  public:
    GrowingFile(const std::filesystem::path& folder, const std::string& name)
        : file_(folder / name, base::AtomicFile::Readers::owner) {}

    void add(std::string_view bytes) {
        waiting_ += bytes;
        if (waiting_.size() >= enough) flush();
    }
    void finish() {
        flush();
        file_.publish();
    }

  private:
    static constexpr std::size_t enough = 1U << 20U;

    void flush() {
        file_.write(waiting_);
        waiting_.clear();
    }

    base::AtomicFile file_;
    std::string waiting_;
};

/// Both forms of one table; the number of its rows.
std::int64_t write_table(const reports::ExportTable& table, const reports::View& view,
                         const std::filesystem::path& folder, base::Language language) {
    GrowingFile csv(folder, base::format("{}.csv", table.name));
    GrowingFile json_lines(folder, base::format("{}.jsonl", table.name));
    csv.add(byte_order_mark);
    csv.add(reports::csv_header(table, language));
    std::int64_t count = 0;
    table.rows(view, [&](const Json& row) {
        csv.add(reports::csv_row(table, row, language));
        json_lines.add(base::one_line(row) + "\n");
        ++count;
    });
    csv.finish();
    json_lines.finish();
    return count;
}

/// That everybody's names and numbers are taken out is on record before they are.
void leave_trace(const gate::Session& session, const std::string& line) {
    gate::Command command;
    command.line = line;
    command.rights = {Right::export_everything, Right::office_work};
    command.leaves_trace = true;
    command.record = [](const records::Writing&) { return records::WriteResult{"export", {}}; };
    gate::write(session, command);
}

/// What was erased, told by where it stood: the values themselves are gone.
Json erasure_json(const records::RecordedErasure& erasure) {
    Json values = Json::array();
    for (const auto& value : erasure.values) {
        Json one{{"place", value.place}, {"turn", value.turn}, {"how", value.how}};
        if (!value.matter.empty()) one["no"] = value.matter;
        if (value.step > 0) one["step"] = value.step;
        if (value.phrase) one["phrase"] = *value.phrase;
        values.push_back(std::move(one));
    }
    Json told{{"kind", erasure.kind}, {"reason", erasure.reason}, {"values", std::move(values)}};
    if (!erasure.recorder.empty()) told["by"] = erasure.recorder;
    return told;
}

/// Everything as commands for `batch`, with the attachments beside them.
std::int64_t write_commands(gate::Reading& reading, const std::filesystem::path& folder) {
    GrowingFile commands(folder, "commands.jsonl");
    std::int64_t count = 0;
    const auto add = [&](base::Instant recorded_at, const char* what, Json said) {
        const Json line{{"recorded_at", base::iso(recorded_at, reading.zone)},
                        {what, std::move(said)}};
        commands.add(base::one_line(line) + "\n");
        ++count;
    };
    export_commands(
        reading,
        [&](base::Instant recorded_at, const std::vector<std::string>& words) {
            add(recorded_at, "command", words);
        },
        [&](const std::string& name, std::string_view bytes) {
            const auto path = std::filesystem::path("attachments") / name;
            std::filesystem::create_directories(folder / path.parent_path());
            base::AtomicFile file(folder / path, base::AtomicFile::Readers::owner);
            file.write(bytes);
            file.publish(base::AtomicFile::Existing::keep);
            return path.string();
        },
        [&](const records::RecordedErasure& erasure) {
            add(erasure.at, "erased", erasure_json(erasure));
        });
    commands.finish();
    return count;
}

std::string readme(gate::Reading& reading, const std::vector<std::int64_t>& counts, bool personal) {
    const auto head = gate::read_head(reading.connection);
    auto text = base::format(
        "{0}\n"
        "导出于 {1};日志 {2} 条,末端校验值 {3}\n"
        "exported {1}; the journal has {2} entries, its head is {3}\n\n"
        "每张表有两个文件:.csv 供表格软件(本地时间),.jsonl 供程序(每行一个 JSON 对象,键同 list "
        "--json)。\n"
        "电话与业主姓名均已隐去。\n"
        "Each table is two files: .csv for a spreadsheet (local times), .jsonl for programs (one "
        "JSON\n"
        "object a line, with the keys of list --json). Phones and residents' names are masked.\n\n",
        reading.office.name, base::readable(reading.now, reading.zone), head.entries, head.hash);
    if (personal)
        text +=
            "commands.jsonl:把全部登记连同当时的登记时间重新登记到空的数据文件里,含姓名与电话,"
            "请妥善"
            "保管:\n"
            "commands.jsonl: everything as commands with the time each was recorded, names and "
            "phones plainly; keep it safe:\n"
            "    huiyin --db 新文件 init && huiyin --db 新文件 batch --replay commands.jsonl\n\n";
    std::size_t index = 0;
    for (const auto& table : reports::export_tables())
        text += base::format("{0}.csv {0}.jsonl  {1} / {2}: {3}\n{4}\n", table.name, table.title.zh,
                             table.title.en, counts[index++], reports::columns_explained(table));
    return text;
}

Exit export_all(const gate::Session& session, const Export& typed, Output& output) {
    const std::filesystem::path target = typed.dir();
    const bool personal = typed.with_personal_data();
    if (personal) leave_trace(session, typed.masked_line());
    auto reading = gate::open_private_copy(session, typed.masked_line(), Right::export_everything);
    const auto policies = records::Policies::load(reading.connection);
    auto view = view_of(reading, policies);
    view.names = false;
    base::AtomicFolder folder(target);
    std::vector<std::int64_t> counts;
    Json json{{"ok", true}, {"folder", target.string()}, {"tables", Json::object()}};
    store::explained(session.store.string(), [&] {
        for (const auto& table : reports::export_tables()) {
            counts.push_back(write_table(table, view, folder.path(), output.language));
            json["tables"][std::string(table.name)] = counts.back();
        }
    });
    if (personal)
        json["commands"] = store::explained(session.store.string(),
                                            [&] { return write_commands(reading, folder.path()); });
    base::AtomicFile explanation(folder.path() / "README.txt", base::AtomicFile::Readers::owner);
    explanation.write(readme(reading, counts, personal));
    explanation.publish();
    folder.publish();
    if (output.format == Format::json) output.write(base::one_line(json) + "\n");
    output.say(base::compose({"已导出到 {},说明见其中 README.txt",
                              "exported to {}; README.txt in it explains the files"},
                             target.string()));
    return Exit::done;
}

constexpr std::array verbs{
    command<export_all>(
        {.noun = "export",
         .verb = "",
         .help = {"导出全部数据(CSV 与 JSON Lines)", "export everything as CSV and JSON Lines"},
         .clause = "",
         .right = Right::export_everything,
         .example = "huiyin export 导出-2026-11-23"}),
};

}  // namespace
}  // namespace exporting

std::span<const Verb> export_verbs() {
    return exporting::verbs;
}

}  // namespace huiyin::cli
