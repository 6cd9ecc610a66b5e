#include "earlier_matters.hpp"

#include <algorithm>
#include <array>

#include "huiyin/base/display.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/matter_list.hpp"
#include "huiyin/reports/matter_view.hpp"
#include "reading.hpp"

namespace huiyin::cli {

using base::compose;
using base::Text;
using records::MatterKind;

namespace {

constexpr base::Seconds four_weeks = std::chrono::hours{28 * 24};
constexpr std::size_t most_told = 5;
constexpr std::array kinds{MatterKind::complaint, MatterKind::suggestion, MatterKind::assist,
                           MatterKind::repair};

bool registers_a_matter(const Verb& verb) {
    return verb.verb == "add" && std::ranges::any_of(kinds, [&](MatterKind kind) {
               return records::name_of(kind).word == verb.noun;
           });
}

/// Newest first.
std::vector<records::MatterId> found(const Arguments& arguments, gate::Reading& reading) {
    std::set<records::MatterId> ids;
    const auto take = [&](records::MatterFilter filter) {
        filter.from = reading.now - four_weeks;
        for (const auto kind : kinds) {
            filter.kind = kind;
            for (const auto id : records::find_matters(reading.connection, filter))
                ids.insert(id);
        }
    };
    if (const auto* unit = arguments.find("unit")) take({.unit = *unit});
    // Whoever sees 138****8000 in a list may not find out the rest by typing numbers here.
    const bool sees_phones =
        gate::may(reading.connection, reading.viewer, gate::Right::office_work, reading.now);
    if (const auto* phone = arguments.find("phone"); phone != nullptr && sees_phones)
        take({.phone = *phone});
    return {ids.rbegin(), ids.rend()};
}

}  // namespace

std::vector<Text> earlier_matters(const Arguments& arguments, gate::Reading& reading,
                                  std::set<std::string>& told) {
    if (!registers_a_matter(arguments.verb())) return {};
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reading, policies);
    std::vector<Text> lines;
    std::size_t more = 0;
    for (const auto id : found(arguments, reading)) {
        const auto matter = reports::view_matter(view, id);
        if (matter.matter.voided_at || !told.insert(matter.matter.no).second) continue;
        if (lines.size() == most_told) {
            ++more;
            continue;
        }
        const auto state = matter.matter.closed_at ? Text(base::Label{"已办结", "closed"})
                                                   : Text(base::Label{"在办", "open"});
        const auto at = base::readable_brief(matter.matter.at, reading.now, reading.zone);
        const auto words = base::mask_phones_in(matter.words);
        lines.push_back({base::format("  {}  {}  {}  {}", matter.matter.no, at, state.zh, words),
                         base::format("  {}  {}  {}  {}", matter.matter.no, at, state.en, words)});
    }
    if (lines.empty()) return {};
    lines.insert(lines.begin(),
                 base::Label{"近四周同一房号或电话已有登记:",
                             "on record of the last four weeks, from the same home or phone:"});
    if (more > 0) lines.push_back(compose({"  …另有 {} 件", "  … and {} more"}, more));
    return lines;
}

}  // namespace huiyin::cli
