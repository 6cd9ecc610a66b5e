#include "matter_reading.hpp"

#include <fmt/format.h>

#include "huiyin/base/failure.hpp"
#include "huiyin/cli/output.hpp"

namespace huiyin::cli {

using base::Exit;

Exit show_matter(Reader reader, const Arguments& arguments, std::string_view operand,
                 records::MatterKind kind) {
    auto& [reading, output] = reader;
    const auto matter = records::require_matter(reading.connection, arguments.text(operand),
                                                this_year(reading), kind);
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reading, policies);
    rulebook::Checker checker(reading.connection, reading.zone, reading.now);
    const auto dossier = reports::open_dossier(view, matter.id, checker.about(matter.no));
    output.show(reports::dossier_document(dossier, view),
                reports::dossier_json(dossier, view, output.language));
    return Exit::done;
}

Exit list_matters(Reader reader, const Arguments& arguments, records::MatterKind kind) {
    auto& reading = reader.reading;
    records::MatterFilter filter{.kind = kind,
                                 .open_only = arguments.has("open"),
                                 .from = time_of(reading, arguments.time("from")),
                                 .to = time_of(reading, arguments.time("to")),
                                 .holder = arguments.maybe("holder"),
                                 .category = arguments.maybe("category"),
                                 .unit = arguments.maybe("unit"),
                                 .complaint_class = arguments.whole("class"),
                                 .limit = arguments.whole("limit")};
    if (arguments.has("overdue")) filter.numbers = overdue_numbers(reading);
    const auto ids = records::find_matters(reading.connection, filter);
    const auto& title = records::name_of(kind).title;
    print_matters(reader,
                  {fmt::format("{} {} 件", title.zh, ids.size()),
                   fmt::format("{} on file: {}", title.en, ids.size())},
                  ids);
    return Exit::done;
}

void print_matters(Reader reader, const base::Text& title,
                   const std::vector<records::MatterId>& ids) {
    auto& [reading, output] = reader;
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reading, policies);
    std::vector<reports::MatterView> matters;
    for (const auto id : ids)
        matters.push_back(reports::view_matter(view, id));
    reports::Document document;
    document.title = title;
    document.sections.push_back({{}, {reports::matters_table(matters, view)}});
    output.show(document, reports::matters_json(matters));
}

}  // namespace huiyin::cli
