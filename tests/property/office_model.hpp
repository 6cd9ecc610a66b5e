#pragma once

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "office_time.hpp"

namespace huiyin::property {

struct Absence {
    Instant from = 0, to = 0;
    std::string acting;
    /// Since when it has been on record.
    Instant recorded_at = std::numeric_limits<Instant>::min();
};

/// What was put on record of somebody: one of their fields from then on.
struct Fact {
    enum class Of { role, superior, here } of;
    Instant at = 0, recorded_at = 0;
    std::string value = {};
};

struct Person {
    /// As they were hired.
    std::string role, superior;
    /// In the order of typing.
    std::vector<Fact> facts = {};
    std::vector<Absence> absences = {};
};

/// Whenever it was put on record.
inline constexpr Instant whenever = std::numeric_limits<Instant>::max();

/// The people of the office and its policies, as of any time.
class Office {
  public:
    Office();

    void hire(const std::string& login, const std::string& role, const std::string& superior);
    /// Each as of `at`, put on record `now`. An earlier time undoes nothing of another field.
    void changes(const std::string& login, Fact::Of what, const std::string& value, Instant at,
                 Instant now);
    /// Whoever reports to them has the successor above them; one from below takes their place.
    void leaves(const std::string& login, const std::string& successor, Instant at, Instant now);
    void goes_away(const std::string& login, const Absence& absence);
    void set_policy(const std::string& key, std::int64_t value, Instant from);

    bool knows(const std::string& login) const { return people_.contains(login); }
    const Person& person(const std::string& login) const { return people_.at(login); }
    std::vector<std::string> logins() const;
    /// Those with us then, of these roles.
    std::vector<std::string> of_role(const std::string& letters, Instant at) const;

    /// Of each: as of `at`, by what was on record by `known`.
    std::string role(const std::string& login, Instant at, Instant known = whenever) const;
    /// Who is named as their superior, gone or not; empty for nobody.
    std::string named_superior(const std::string& login, Instant at,
                               Instant known = whenever) const;
    bool has_left(const std::string& login, Instant at, Instant known = whenever) const;
    /// Since when somebody who has left then has been gone.
    Instant gone_since(const std::string& login, Instant at, Instant known = whenever) const;
    std::optional<Absence> absence(const std::string& login, Instant at,
                                   Instant known = whenever) const;
    /// Who stands in for somebody who is away then; of one who is away too, their own.
    std::optional<std::string> acting_for(const std::string& login, Instant at,
                                          Instant known = whenever) const;
    /// The first above somebody who has not left.
    std::optional<std::string> superior(const std::string& login, Instant at,
                                        Instant known = whenever) const;
    /// Those in whose place somebody acts then: themselves, and for whom they stand in.
    std::vector<std::string> places(const std::string& login, Instant at,
                                    Instant known = whenever) const;
    /// Whether somebody is above another, through whomever, gone or not.
    bool is_above(const std::string& higher, const std::string& lower, Instant at) const;
    /// Whether the line of superiors comes back to whoever it starts from.
    bool is_in_a_circle(const std::string& login, Instant at) const;
    /// Those with us who have them as their superior.
    std::vector<std::string> below(const std::string& login, Instant at) const;

    /// By their own role or that of somebody in whose place they act.
    bool has_role(const std::string& login, const std::string& letters, Instant at,
                  Instant known = whenever) const;
    std::int64_t policy(const std::string& key, Instant at) const;

  private:
    struct Edition {
        Instant from = 0;
        std::int64_t value = 0;
    };

    bool is_of(const std::string& login, const std::string& letters, Instant at,
               Instant known) const;
    std::string value(const std::string& login, Fact::Of what, Instant at, Instant known) const;

    std::map<std::string, Person> people_;
    std::map<std::string, std::vector<Edition>> policies_;
};

}  // namespace huiyin::property
