#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/language.hpp"
#include "huiyin/records/matter.hpp"

namespace huiyin::records {

/// What staff can be answerable for, each under its clause.
struct ConductSort {
    std::string_view word;  ///< as typed and stored
    std::string_view clause;
    base::Label title;
};
std::span<const ConductSort> conduct_sorts();
/// An unknown word is its own title.
base::Text conduct_title(std::string_view word);

struct NewConduct {
    StaffId staff = 0;  ///< whom it is about
    std::string sort;
    std::optional<std::string> text;
    std::optional<MatterId> source;  ///< the matter it came of
};

struct Conduct {
    Matter matter;  ///< its outcome is the decision
    std::string staff;
    std::string sort;
    std::optional<std::string> source;
    std::optional<std::string> authority;  ///< who above the office decided
};

Opened open_conduct(const Writing& writing, const NewConduct& conduct);
/// A decision ends the case (clauses 2.2.9, 7.5).
Made decide_conduct(const Writing& writing, std::string_view number, const std::string& decision,
                    const std::optional<std::string>& authority);
Conduct load_conduct(store::Connection& connection, MatterId id);

/// A quarrel with a visitor (clause 2.2.6): who took over holds the complaint from then on, and a
/// conduct case is opened.
struct NewQuarrel {
    std::string who;  ///< a login, like the others
    std::optional<std::string> stopped_by;
    std::optional<std::string> taken_over_by;
    std::optional<std::string> note;
};
Made record_quarrel(const Writing& writing, std::string_view complaint, const NewQuarrel& quarrel);

}  // namespace huiyin::records
