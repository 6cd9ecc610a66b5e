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
    Maybe<Takes::whole> page{
        *this,
        {"page", {"第几页(由近及远,每页二十件)", "which page, the newest first, twenty each"}}};
    Flag reveal{*this, shared::reveal};
};

struct Save final : Options {
    Required<Takes::number> record{*this, operand("REF", {"编号", "the record"})};
    Required<Takes::whole> step{
        *this, operand("STEP", {"第几步(见 show)", "the step that added it, as in show"})};
};

void show_page(const std::string& words, records::Sees sees, std::int64_t number,
               const reports::View& view, Output& output) {
    if (output.format == Format::json)
        throw Failure(
            Exit::usage,
            base::Label{"JSON 不分页,总是给全部", "JSON has no pages: it gives everything"},
            base::Label{"去掉 --page", "leave --page out"});
    const auto page = records::found_page(view.connection, words, sees, number);
    output.show(reports::search_page(words, page, view), {});
    if (!page.is_last)
        output.say(base::compose({"更早的:--page {}", "older ones: --page {}"}, number + 1));
}

void show_all(const std::string& words, records::Sees sees, const reports::View& view,
              Output& output) {
    constexpr std::size_t rows_at_once = 1'000;
    const auto each = [&](const records::HitVisitor& visit) {
        records::for_each_found(view.connection, words, sees, visit);
    };
    if (output.format == Format::json) {
        each([&](auto hits) { output.show_item(reports::found_json(hits, view)); });
        return output.end_list();
    }
    std::int64_t matters = 0;
    each([&](auto) { ++matters; });
    auto document = reports::search_document(words, matters, view);
    auto& table = std::get<reports::Table>(document.sections.front().blocks.front());
    bool has_begun = false;
    const auto show_rows = [&] {
        if (std::exchange(has_begun, true))
            output.show_more(table);
        else
            output.show(document, {});
        table.rows.clear();
    };
    each([&](auto hits) {
        table.rows.push_back(reports::found_row(hits, view));
        if (output.takes_rows_in_parts() && table.rows.size() == rows_at_once) show_rows();
    });
    if (!has_begun || !table.rows.empty()) show_rows();
}

Exit search(ReadContext reader, const Search& typed) {
    auto& [reading, output] = reader;
    const auto policies = records::Policies::load(reading.connection);
    const auto view = masked_view_of(reading, policies);
    const auto& words = typed.text();
    // Whoever works with residents finds them by their names, though these are not shown.
    const auto sees = gate::may(reading.connection, reading.viewer, Right::office_work, reading.now)
                          ? records::Sees::everything
                          : records::Sees::what_is_masked;
    // A person reads what is newest; a program takes everything.
    const bool by_pages = output.format == Format::text && output.is_on_screen();
    if (typed.page() || by_pages)
        show_page(words, sees, typed.page().value_or(1), view, output);
    else
        show_all(words, sees, view, output);
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
