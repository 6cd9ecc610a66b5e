#include "matter_reading.hpp"

#include <algorithm>
#include <map>
#include <ranges>
#include <set>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/home_register.hpp"

namespace huiyin::cli {

using base::Exit;
using rulebook::Deadline;

namespace {

/// What has a deadline that passed and still runs, with the first of them.
std::map<std::string, Deadline> overdue(gate::Reading& reading, records::MatterKind kind) {
    rulebook::Checker checker(reading.connection, reading.zone, reading.now);
    std::map<std::string, Deadline> late;
    for (auto& deadline : checker.running(records::name_of(kind).word))
        // What is broken by itself, without a limit, is so from its first second.
        if (deadline.due < reading.now ||
            (deadline.due == reading.now && deadline.due == deadline.started))
            late.try_emplace(deadline.subject, std::move(deadline));
    return late;
}

base::Text lateness(const Deadline& deadline, base::Instant now) {
    const auto by = base::spoken_roughly(now - deadline.due);
    return {base::format("{} {}", by.zh, deadline.rule->title.zh),
            base::format("{}: {}", by.en, deadline.rule->title.en)};
}

std::vector<reports::MatterView> view_matters(const reports::View& view,
                                              const std::vector<records::MatterId>& ids) {
    std::vector<reports::MatterView> matters;
    store::ReadingInTurns turns(view.connection);
    for (const auto id : ids) {
        turns.between();
        matters.push_back(reports::view_matter(view, id));
    }
    return matters;
}

nlohmann::ordered_json listed_json(std::vector<reports::MatterView> matters,
                                   const reports::View& view, base::Language language) {
    std::set<records::MatterId> ids;
    for (const auto& one : matters)
        ids.insert(one.matter.id);
    auto verdicts = rulebook::Checker(view.connection, view.zone, view.now).about_each(ids);
    auto list = nlohmann::ordered_json::array();
    for (auto& one : matters) {
        auto verdict = std::move(verdicts[one.matter.no]);
        list.push_back(reports::dossier_json(
            reports::listed_dossier(view, std::move(one), std::move(verdict)), view, language));
    }
    return list;
}

}  // namespace

Exit show_matter(ReadContext reader, std::string_view number, records::MatterKind kind) {
    auto& [reading, output] = reader;
    const auto matter =
        records::require_matter(reading.connection, number, this_year(reading), kind);
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reading, policies);
    rulebook::Checker checker(reading.connection, reading.zone, reading.now);
    const auto dossier = reports::open_dossier(view, matter.id, checker.about(matter.no));
    output.show(reports::dossier_document(dossier, view),
                reports::dossier_json(dossier, view, output.language));
    return Exit::done;
}

Exit list_matters(ReadContext reader, records::MatterFilter filter, bool wants_overdue) {
    auto& reading = reader.reading;
    const auto kind = filter.kind;
    std::map<std::string, Deadline> late;
    if (wants_overdue) {
        late = overdue(reading, kind);
        filter.numbers.emplace();
        std::ranges::copy(late | std::views::keys, std::back_inserter(*filter.numbers));
    }
    if (filter.unit)
        if (const auto unknown = records::not_on_register(reading.connection, *filter.unit))
            reader.output.say(*unknown);
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reader, policies);
    auto matters = view_matters(view, records::find_matters(reading.connection, filter));
    // What has been late for longest comes first.
    if (wants_overdue) {
        std::ranges::stable_sort(matters, {},
                                 [&](const auto& one) { return late.at(one.matter.no).due; });
        for (auto& one : matters)
            one.late = lateness(late.at(one.matter.no), reading.now);
    }
    auto& output = reader.output;
    if (output.format == Format::json) {
        output.show({}, listed_json(std::move(matters), view, output.language));
        return Exit::done;
    }
    const auto& title = records::name_of(kind).title;
    const auto overdue_zh = late.empty() ? "" : "逾期的";
    reports::Document document;
    document.title = {
        base::format("{}{} {} 件", overdue_zh, title.zh, matters.size()),
        base::format("{} {}: {}", title.en, late.empty() ? "on file" : "overdue", matters.size())};
    document.subtitle =
        base::compose({"截至 {}", "as of {}"}, base::readable(reading.now, reading.zone));
    document.sections.push_back({{}, {reports::matters_table(matters, view)}});
    output.show(document, {});
    return Exit::done;
}

}  // namespace huiyin::cli
