#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "found.hpp"
#include "functions.hpp"
#include "huiyin/rulebook/blame.hpp"
#include "huiyin/rulebook/checker.hpp"
#include "row.hpp"

namespace huiyin::rulebook {

/// Makes findings and deadlines of what a rule's query gave, as of the functions' moment and by
/// their policies.
class FindingMaker {
  public:
    explicit FindingMaker(Functions& functions) : functions_(functions) {}

    Deadline deadline_of(const Rule& rule, const Row& row) const;
    /// A row of a query about what is wrong.
    Found found_of(const Rule& rule, const Row& row, const Columns& columns);
    /// A deadline that is broken; the row gets how late it is, for the rule's sentences.
    Found found_of(const Deadline& deadline, Row& row, const Columns& columns);

    /// The same columns, for as long as this lives.
    const Columns* kept(const Columns& columns);

    /// Without sentences and details, nor whose it is and from which home.
    static Finding tell_briefly(const Found& found);
    /// In words, with whose it is and from which home.
    Finding tell(const Found& found) const;
    std::vector<Finding> tell(const std::vector<Found>& found) const;
    /// Whose breach it is, by login.
    std::optional<std::string> blamed(const Rule& rule, const Fault& fault) const;
    /// Why it happened, where somebody put that on record.
    std::optional<Explanation> explanation_of(const Rule& rule, std::string_view subject,
                                              base::Instant since) const;
    void mark_explained(std::vector<Finding>& findings) const;

  private:
    void attribute(Finding& finding, std::optional<records::StaffId> said) const;
    Row with_names(Row row) const;
    std::string_view severity_of(const Rule& rule, const Row& row) const;

    Functions& functions_;
    std::set<Columns> columns_;  ///< of what was found
};

/// Whether it keeps a command from being recorded.
bool refuses(const Rule& rule);

}  // namespace huiyin::rulebook
