#pragma once

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
};

struct Person {
    std::string role, superior;
    /// When they left and came back: whether they were with us from then on.
    std::vector<std::pair<Instant, bool>> here = {};
    std::vector<Absence> absences = {};
};

/// The people of the office and its policies, as of any time.
class Office {
  public:
    Office();

    void hire(const std::string& login, const std::string& role, const std::string& superior);
    void leaves(const std::string& login, Instant at);
    /// In the role and under the superior that they had.
    void comes_back(const std::string& login, Instant at);
    void goes_away(const std::string& login, const Absence& absence);
    void set_policy(const std::string& key, std::int64_t value, Instant from);

    bool knows(const std::string& login) const { return people_.contains(login); }
    const Person& person(const std::string& login) const { return people_.at(login); }
    std::vector<std::string> logins() const;
    /// Those with us then, of these roles.
    std::vector<std::string> of_role(const std::string& letters, Instant at) const;
    bool has_left(const std::string& login, Instant at) const;
    /// Since when somebody who has left then has been gone.
    Instant gone_since(const std::string& login, Instant at) const;
    std::optional<Absence> absence(const std::string& login, Instant at) const;
    /// Who stands in for somebody who is away then; of one who is away too, their own.
    std::optional<std::string> acting_for(const std::string& login, Instant at) const;
    /// The first above somebody who has not left.
    std::optional<std::string> superior(const std::string& login, Instant at) const;
    /// Those in whose place somebody acts then: themselves, and for whom they stand in.
    std::vector<std::string> places(const std::string& login, Instant at) const;

    /// By their own role or that of somebody in whose place they act.
    bool has_role(const std::string& login, const std::string& letters, Instant at) const;
    std::int64_t policy(const std::string& key, Instant at) const;

  private:
    struct Edition {
        Instant from = 0;
        std::int64_t value = 0;
    };

    bool is_of(const std::string& login, const std::string& letters) const;

    std::map<std::string, Person> people_;
    std::map<std::string, std::vector<Edition>> policies_;
};

}  // namespace huiyin::property
