#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "huiyin/base/time.hpp"
#include "huiyin/records/home_register.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/rulebook/taboo.hpp"
#include "huiyin/store/connection.hpp"
#include "people_on_file.hpp"

namespace huiyin::rulebook {

/// The SQL functions rules may call (docs/rule-format.md), for as long as this object lives.
class Functions {
  public:
    Functions(store::Connection& connection, const base::Zone& zone, base::Instant now);
    ~Functions();
    Functions(const Functions&) = delete;
    Functions& operator=(const Functions&) = delete;

    /// Whether a function of this name is one of these.
    static bool defines(std::string_view name);

    store::Connection& connection() { return connection_; }
    base::Instant now() const { return now_; }
    const base::Zone& zone() const { return zone_; }
    const records::Policies& policies() const { return policies_; }
    /// Policies are read once; a command may have set one since.
    void read_policies_again();
    /// Of the edition in force at a time; each is understood once.
    const records::PolicyValue& policy_value(std::string_view key, base::Instant at);
    PeopleOnFile& people() { return people_; }
    /// The matcher for the taboo list in force at a time.
    const TabooMatcher& taboo_at(base::Instant at);
    /// The home of the register that is most like this one; empty where no register is kept.
    const std::string& nearest_home(const std::string& unit);

  private:
    store::Connection& connection_;
    const base::Zone& zone_;
    base::Instant now_;
    records::Policies policies_;
    std::unordered_map<const records::PolicyEdition*, records::PolicyValue> policy_values_;
    PeopleOnFile people_;
    std::map<std::string, TabooMatcher> matchers_;  ///< by the list's text
    std::optional<records::NearestHome> nearest_home_;
    std::int64_t changes_seen_ = 0;
};

}  // namespace huiyin::rulebook
