#include <unistd.h>

#include <array>

#include "huiyin/base/digest.hpp"
#include "huiyin/base/display.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/attachment.hpp"
#include "huiyin/records/search.hpp"
#include "huiyin/reports/search_view.hpp"
#include "matter_reading.hpp"
#include "nouns.hpp"
#include "shared_options.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace search_commands {
namespace {

using base::Exit;
using base::Failure;
using gate::Right;

struct Search final : Options {
    Required<Takes::words> text{*this, operand("TEXT", {"要找的字词", "the words"})};
    Flag reveal{*this, shared::reveal};
};

struct Save final : Options {
    Required<Takes::number> record{*this, operand("REF", {"编号", "the record"})};
    Required<Takes::whole> step{
        *this, operand("STEP", {"第几步(见 show)", "the step that added it, as in show"})};
};

Exit search(ReadContext reader, const Search& typed) {
    auto& [reading, output] = reader;
    const auto policies = records::Policies::load(reading.connection);
    const auto view = masked_view_of(reading, policies);
    const auto& words = typed.text();
    // Whoever works with residents finds them by their names, though these are not shown.
    const auto sees = gate::may(reading.connection, reading.viewer, Right::office_work, reading.now)
                          ? records::Sees::everything
                          : records::Sees::what_is_masked;
    const auto hits = records::search(reading.connection, words, sees);
    output.show(reports::search_document(words, hits, view), reports::search_json(hits, view));
    return Exit::done;
}

/// Found before it is on record that somebody had it: a step without a file leaves no trace.
std::string attachment_named(const records::Writing& writing, const Arguments& arguments) {
    Save typed;
    typed.read(arguments, nullptr);
    const auto matter =
        records::require_matter(writing.connection(), typed.record(), writing.year());
    records::attached_file(writing.connection(), matter, static_cast<int>(typed.step()));
    return matter.no;
}

Exit save_attachment(ReadContext reader, const Save& typed) {
    auto& [reading, output] = reader;
    const auto matter =
        records::require_matter(reading.connection, typed.record(), this_year(reading));
    const auto step = static_cast<int>(typed.step());
    const auto file = records::attached_file(reading.connection, matter, step);
    if (output.format == Format::json)
        output.write(nlohmann::ordered_json{{"name", base::mask_phones_in(file.about.name)},
                                            {"size", file.about.size},
                                            {"digest", base::hex(base::blake2b({file.bytes}))},
                                            {"base64", base::base64(file.bytes)}}
                         .dump() +
                     "\n");
    else if (!output.file && is_terminal(STDOUT_FILENO))
        throw Failure(Exit::usage,
                      base::Label{"附件不显示在终端上", "an attachment is not shown on a terminal"},
                      base::Label{"加上 --out 文件", "add --out FILE"});
    else
        output.write(file.bytes);
    return Exit::done;
}

constexpr std::array verbs{
    command<search>({.noun = "search",
                     .verb = "",
                     .help = {"在所有事项中查找", "search all matters"},
                     .clause = "",
                     .right = Right::read,
                     .example = "huiyin search 水龙头"}),
    command<save_attachment>(
        {.noun = "attachment",
         .verb = "save",
         .help = {"取出附件(记入日志)", "save an attached file; journaled first"},
         .clause = "",
         .right = Right::office_work,
         .reveals = attachment_named,
         .example = "huiyin attachment save ts-1 5 --out 回访单.pdf"}),
};

}  // namespace
}  // namespace search_commands

std::span<const Verb> search_verbs() {
    return search_commands::verbs;
}

}  // namespace huiyin::cli
