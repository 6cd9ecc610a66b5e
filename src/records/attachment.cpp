#include "huiyin/records/attachment.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "huiyin/base/atomic_file.hpp"
#include "huiyin/base/digest.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/limits.hpp"

namespace huiyin::records {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;
using store::Query;

namespace {

std::string read_file(const std::filesystem::path& path) {
    base::refuse_folder(path);
    const auto name = path.string();
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error)
        throw Failure(Exit::usage, compose({"读不到文件 {}:{}", "cannot read the file {}: {}"},
                                           name, error.message()));
    if (size > base::limits::attachment)
        throw Failure(
            Exit::usage,
            compose({"文件 {} 有 {} MiB,超过 {} MiB", "the file {} has {} MiB, over {} MiB"}, name,
                    size >> 20U, base::limits::attachment >> 20U),
            Label{"扫描件请调低分辨率,或用 huiyin note 写明存放处",
                  "scan it at a lower resolution, or record with huiyin note where it is kept"});
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file)
        throw Failure(Exit::usage, compose({"读不到文件 {}", "cannot read the file {}"}, name));
    return bytes;
}

/// No row where it was erased.
Query file_of(store::Connection& connection, StepId step) {
    return {connection,
            "SELECT f.bytes FROM attachment a JOIN file f ON f.id = a.file"
            " WHERE a.step = ? AND f.bytes IS NOT NULL",
            step};
}

}  // namespace

WriteResult attach_file(const Writing& writing, std::string_view number,
                        const std::filesystem::path& path, const std::optional<std::string>& text) {
    const auto matter = require_matter(writing.connection(), number, writing.year());
    const auto bytes = read_file(path);
    const auto step = add_step(writing, matter.id, {.what = "attach", .text = text});
    store::run(writing.connection(),
               "INSERT INTO attachment (step, name, size, file) VALUES (?, ?, ?, ?)", step,
               writing.keep("attachment.name", step, std::string_view(path.filename().string())),
               std::ssize(bytes), writing.keep_file("attachment.file", step, bytes));
    return {matter.no, {}};
}

AttachedFile attached_file(store::Connection& connection, const Matter& matter, int seq) {
    const auto steps = steps_of(connection, matter.id);
    const auto step = std::ranges::find(steps, seq, &Step::seq);
    const auto missing = [&] {
        return Failure(
            Exit::not_found,
            compose({"{} 的第 {} 步没有附件", "step {1} of {0} has no attachment"}, matter.no, seq),
            Label{"各步见 show 的「经过」", "show lists the steps"});
    };
    if (step == steps.end() || !step->attachment) throw missing();
    auto row = file_of(connection, step->id);
    if (!row.next())
        throw Failure(
            Exit::not_found,
            compose({"{} 第 {} 步的附件已抹除", "the attachment of step {1} of {0} was erased"},
                    matter.no, seq),
            Label{"何时、由谁、为何,见 show 的「删改」", "show says when, by whom and why"});
    return {*step->attachment, std::string(row.blob(0))};
}

std::string attachment_digest(store::Connection& connection, StepId step) {
    auto row = file_of(connection, step);
    return row.next() ? base::hex(base::blake2b({row.blob(0)})) : "";
}

}  // namespace huiyin::records
