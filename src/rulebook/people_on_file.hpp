#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "huiyin/base/time.hpp"
#include "huiyin/records/people.hpp"
#include "huiyin/store/connection.hpp"

namespace huiyin::rulebook {

/// What rules ask about people, over and over for the few there are. Whoever only reads has them
/// looked up once; while the connection has written something each is looked up anew, since a
/// command may change them and take it back. Throws what `records/people.hpp` does.
class PeopleOnFile {
  public:
    explicit PeopleOnFile(store::Connection& connection) : connection_(connection) {}

    /// What rules may ask of an edition.
    struct Standing {
        records::Role role;
        std::optional<records::StaffId> superior;  ///< as named
        bool has_left;
    };
    /// As `records::staff_as_of`.
    Standing standing(records::StaffId staff, base::Instant at, base::Instant known);
    /// As `records::login_of`.
    std::string login(records::StaffId staff);
    /// Whether anybody ever was away; else nobody stands in for anybody.
    bool knows_absences();
    /// As in `records/people.hpp`.
    bool is_away(records::StaffId staff, base::Instant at, base::Instant known);
    std::optional<records::StaffId> acting_for(records::StaffId staff, base::Instant at,
                                               base::Instant known);
    std::vector<records::StaffId> places_of(records::StaffId staff, base::Instant at,
                                            base::Instant known);
    std::optional<records::StaffId> superior_of(records::StaffId staff, base::Instant at,
                                                base::Instant known);

  private:
    struct Person {
        std::vector<records::StaffEdition> history;  ///< `records::staff_history`
        base::Instant recorded_by;                   ///< since when all of it is on record
    };

    bool may_keep() const;
    const Person& person(records::StaffId staff);

    store::Connection& connection_;
    std::map<records::StaffId, Person> people_;
    std::map<records::StaffId, std::string> logins_;
    std::optional<bool> knows_absences_;
};

}  // namespace huiyin::rulebook
