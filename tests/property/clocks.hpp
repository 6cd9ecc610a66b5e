#pragma once

#include <optional>
#include <string>
#include <vector>

#include "matter_model.hpp"
#include "office_model.hpp"

namespace huiyin::property {

/// A deadline, kept or not.
struct Clock {
    std::string rule;
    Instant due = 0;
    std::optional<Instant> met = {}, stopped = {};
    /// Its breach ends when it is met late.
    bool heals = false;
    /// Not in the rates: what was corrected away since, though it had fallen due.
    bool unrated = false;

    bool broken(Instant now) const;
    bool overdue(Instant now) const { return !met && !stopped && due < now; }
    bool pending(Instant now) const { return !met && !stopped && due >= now; }
    /// What ceased to matter before it fell due was never owed.
    bool owed() const { return !stopped || *stopped > due || (met && *met <= *stopped); }
};

/// Since when a repair is a fault, urgent, a wish for a service.
struct Nature {
    std::optional<Instant> fault_since = {}, service_since = {}, urgent_since = {};
};
Nature nature_of(const Matter& repair);

/// What every kind of matter owes, collected step by step.
class Clocks {
  public:
    Clocks(const Office& office, const Matter& matter) : office_(office), matter_(matter) {}

    void complaint();
    void suggestion();
    void repair();
    void conduct();
    std::vector<Clock> all() { return std::move(clocks_); }

  private:
    Clock& run(const std::string& rule, Instant started, const std::string& limit,
               std::optional<Instant> met, bool heals = false);
    std::optional<Instant> happened(int number) const;

    void first_callback(const std::string& answer, const std::string& rule,
                        const std::string& limit);
    void appointments();
    void holder();

    void replies();
    void escalations();
    void follow_ups();

    void arrival();
    void first_visit();
    void solution();
    void sheets();

    const Office& office_;
    const Matter& matter_;
    std::vector<Clock> clocks_;
};

}  // namespace huiyin::property
