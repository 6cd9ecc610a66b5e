#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "office_time.hpp"

namespace huiyin::property {

struct Absence {
    Instant from = 0, to = 0;
    std::string acting;
};

struct Person {
    std::string role, superior;
    std::optional<Instant> left = {};
    std::vector<Absence> absences = {};
};

/// The people of the office and its policies, as of any time.
class Office {
  public:
    Office();

    void hire(const std::string& login, const std::string& role, const std::string& superior);
    void leaves(const std::string& login, Instant at);
    void goes_away(const std::string& login, const Absence& absence);
    void set_policy(const std::string& key, std::int64_t value, Instant from);

    bool knows(const std::string& login) const { return people_.contains(login); }
    const Person& person(const std::string& login) const { return people_.at(login); }
    std::vector<std::string> logins() const;
    bool has_left(const std::string& login, Instant at) const;
    std::optional<Absence> absence(const std::string& login, Instant at) const;
    /// Those in whose place somebody acts then: themselves, and who is away and named them.
    std::vector<std::string> places(const std::string& login, Instant at) const;

    bool has_role(const std::string& login, const std::string& letters) const;
    std::int64_t policy(const std::string& key, Instant at) const;

  private:
    struct Edition {
        Instant from = 0;
        std::int64_t value = 0;
    };

    std::map<std::string, Person> people_;
    std::map<std::string, std::vector<Edition>> policies_;
};

}  // namespace huiyin::property
