#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "huiyin/base/json.hpp"
#include "huiyin/records/callback.hpp"
#include "huiyin/records/erasure.hpp"
#include "huiyin/records/matter.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/reports/document.hpp"
#include "huiyin/rulebook/checker.hpp"
#include "huiyin/store/connection.hpp"

namespace huiyin::reports {

/// Who reads a list: people on a screen or a page, or a spreadsheet that sorts and filters it.
enum class ReadBy { people, sheet };

/// For whom a matter is shown, and with what at hand. It owns nothing.
struct View {
    store::Connection& connection;
    const base::Zone& zone;
    base::Instant now;  ///< the moment that is shown
    const records::Policies& policies;
    bool names;            ///< whether the viewer's role sees residents' names; else 张**
    bool reveals = false;  ///< numbers too, in full; that somebody asked for it is on record
    ReadBy reader = ReadBy::people;
    /// What staff are called, once they were looked up.
    mutable std::map<records::StaffId, std::string> people = {};
};

/// A matter of any kind with what its kind has of its own. Names and numbers in it, in its JSON
/// too, are masked as the View has it, but for those of `matter`.
struct MatterView {
    records::Matter matter;
    nlohmann::ordered_json json;     ///< its own fields, as `show` and `list` give them
    std::function<Figures()> facts;  ///< the same for a page; a list asks for none
    std::string words;               ///< what it is about, for a list
    Text late;          ///< in a list of what is overdue: which deadline, and by how much
    Text mark;          ///< what a list of its kind shows beside: channel, urgency, kind
    base::Label marks;  ///< what that is called
};
/// What takes a View reads what else it shows by its connection, and throws what the records throw
/// for a store that no command wrote: Failure{integrity}, as for an id that is not on file.
MatterView view_matter(const View& view, records::MatterId id);

/// Everything about one matter; of one in a list, all but its steps.
struct Dossier {
    MatterView subject;
    std::optional<std::vector<records::Step>> steps;
    std::vector<records::Callback> callbacks;
    std::vector<records::Order> orders;
    std::vector<records::Erasure> erasures;
    rulebook::Checker::Verdict verdict;
};
/// With its steps, for `show`.
Dossier open_dossier(const View& view, records::MatterId id, rulebook::Checker::Verdict verdict);
/// Without them, for a list in JSON.
Dossier listed_dossier(const View& view, MatterView subject, rulebook::Checker::Verdict verdict);
nlohmann::ordered_json dossier_json(const Dossier& dossier, const View& view, Language language);
/// Of one that was opened, not listed: it shows the steps.
Document dossier_document(const Dossier& dossier, const View& view);

/// A list to look through, or for a sheet everything in full; columns in which nothing stands are
/// left out.
Table matters_table(const std::vector<MatterView>& matters, const View& view);

/// What a channel is called; an unknown word is its own name.
Text channel_title(std::string_view channel);

}  // namespace huiyin::reports
