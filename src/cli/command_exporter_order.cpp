#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

#include "command_exporter.hpp"
#include "huiyin/rulebook/touched.hpp"
#include "huiyin/store/changes.hpp"

/// In which order commands of one second were given: by the journal's entries, and within one
/// entry, a batch, by what was put on file in words.
namespace huiyin::cli {

namespace {

/// What is no step: its table, and where its words stand. Whatever is said gets the next id,
/// whichever table it is for.
struct Source {
    std::string_view command;  ///< how the commands begin
    std::string_view table;
    std::string_view place = {};
};
constexpr std::array sources{Source{"resident erase", "erasure", "erasure.reason"},
                             Source{"staff away", "staff_absence"},
                             Source{"staff", "staff_edition", "staff_edition.name"},
                             Source{"policy set", "policy_edition", "policy_edition.reason"},
                             Source{"plan acknowledge", "acknowledgement"},
                             Source{"rules acknowledge", "acknowledgement"},
                             Source{"plan", "plan_edition", "plan_edition.text"},
                             Source{"area", "area"},
                             Source{"unit", "home"},
                             Source{"snippet add", "snippet", "snippet.text"},
                             Source{"snippet retire", "snippet_end"},
                             Source{"rules add", "own_rule", "own_rule.text"},
                             Source{"rules retire", "own_rule", "own_rule.reason"},
                             Source{"report weekly", "weekly_report", "weekly_report.summary"},
                             Source{"check explain", "explanation", "explanation.reason"}};

const Source* source_of(const ExportedCommand& event) {
    const auto command = event.words[0] + ' ' + (event.words.size() > 1 ? event.words[1] : "");
    const auto found = std::ranges::find_if(
        sources, [&](const Source& one) { return command.starts_with(one.command); });
    return found == sources.end() ? nullptr : &*found;
}

constexpr auto before_all = std::numeric_limits<std::int64_t>::min();
constexpr auto after_all = std::numeric_limits<std::int64_t>::max();

}  // namespace

/// Of a change of the office: by the steps among which it was, as far as its own words and theirs
/// tell; else before all of them or after.
void CommandExporter::place_among_steps(std::span<ExportedCommand> of_one_entry) const {
    std::vector<std::int64_t> steps;
    std::int64_t last = before_all;
    for (auto& event : of_one_entry) {
        if (event.rank != rank_of_steps) continue;
        if (const auto said = said_first_.find({"step", event.id}); said != said_first_.end())
            last = std::max(last, said->second);
        event.place = last;
        steps.push_back(last);
    }
    // What was decided of the same person or place keeps its order, and whoever has acknowledged it
    // did so afterwards.
    std::map<std::string, std::pair<std::int64_t, int>> before;
    const auto place = [&](ExportedCommand& event) {
        const auto* source = source_of(event);
        const auto said = source == nullptr
                              ? said_first_.end()
                              : said_first_.find({std::string(source->place), event.id});
        if (said != said_first_.end()) {
            const auto next = std::ranges::upper_bound(steps, said->second);
            event.place = next == steps.begin() ? before_all : *std::prev(next);
        } else {
            event.place = event.rank < rank_of_steps ? before_all : after_all;
        }
        const auto about = event.words[0] + ' ' + (event.words.size() > 2 ? event.words[2] : "");
        const auto [earlier, is_first] = before.try_emplace(about, event.place, event.rank);
        if (is_first) return;
        if (earlier->second.first >= event.place) {
            event.place = earlier->second.first;
            event.rank = std::max(event.rank, earlier->second.second);
        }
        earlier->second = {event.place, event.rank};
    };
    const auto acknowledges = [](const ExportedCommand& event) {
        return event.words.size() > 1 && event.words[1] == "acknowledge";
    };
    for (const bool afterwards : {false, true})
        for (auto& event : of_one_entry)
            if (event.rank != rank_of_steps && acknowledges(event) == afterwards) place(event);
}

void CommandExporter::note_entries() {
    for (std::size_t index = 0; index < log_.size(); ++index) {
        if (log_[index].changeset.empty()) continue;
        store::for_each_change(log_[index].changeset, [&](const store::Change& change) {
            if (std::ranges::find(sources, change.table, &Source::table) == sources.end()) return;
            if (const auto row = rulebook::key_of(change))
                writers_[{change.table, *row}].push_back(index);
        });
    }
}

const gate::LoggedEntry* CommandExporter::entry_that_wrote(std::string_view table, std::int64_t row,
                                                           bool last) const {
    const auto found = writers_.find({std::string(table), row});
    if (found == writers_.end()) return nullptr;
    return &log_[last ? found->second.back() : found->second.front()];
}

void CommandExporter::put_in_order() {
    const auto by_id = [](const ExportedCommand& event) {
        return std::tuple(event.recorded_at, event.entry, event.id);
    };
    for (auto& event : events_)
        if (const auto* source = source_of(event); source != nullptr && event.rank != rank_of_steps)
            if (const auto* entry =
                    entry_that_wrote(source->table, event.id, event.words[1] == "retire"))
                event.entry = entry->seq;
    std::ranges::stable_sort(events_, {}, by_id);
    for (auto first = events_.begin(); first != events_.end();) {
        const auto next = std::find_if(first, events_.end(), [&](const ExportedCommand& other) {
            return other.recorded_at != first->recorded_at || other.entry != first->entry;
        });
        place_among_steps({first, next});
        first = next;
    }
    std::ranges::stable_sort(events_, {}, [](const ExportedCommand& event) {
        return std::tuple(event.recorded_at, event.entry, event.place, event.rank, event.id);
    });
}

}  // namespace huiyin::cli
