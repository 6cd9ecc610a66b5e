#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
    Finding finding_of(const Rule& rule, const Row& row) const;
    /// A deadline that is broken; the row gets how late it is, for the rule's sentences.
    Finding finding_of(const Deadline& deadline, Row& row) const;

    /// Whose it is, and from which home.
    void attribute(Finding& finding, std::optional<records::StaffId> said) const;
    /// Whose breach it is, by login.
    std::optional<std::string> blamed(const Rule& rule, const Fault& fault) const;
    /// Adds why it happened where somebody put that on record.
    void mark_explained(std::vector<Finding>& findings) const;

  private:
    Row with_names(Row row) const;
    std::string_view severity_of(const Rule& rule, const Row& row) const;

    Functions& functions_;
};

/// What is left to do about a fact.
base::Text explaining(const Finding& finding);

/// Whether it keeps a command from being recorded.
bool refuses(const Rule& rule);

}  // namespace huiyin::rulebook
