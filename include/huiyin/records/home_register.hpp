#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "huiyin/base/home.hpp"
#include "huiyin/base/language.hpp"
#include "huiyin/records/writing.hpp"

/// The homes an office serves, where it keeps a register of them. Without one, any home is taken as
/// it is typed. Homes are compared as homes (`base::home_key`), here as everywhere. Looking them up
/// throws nothing of its own.
namespace huiyin::records {

struct RegisteredHome {
    std::int64_t id = 0;
    std::string unit;  ///< as people write it: 3-502
    std::optional<std::string> building;
    std::optional<std::string> stair;
    std::optional<std::int64_t> residents;  ///< nothing where nobody said
    base::Instant added_at;
    base::Instant recorded_at;
    StaffId recorder = 0;
    std::optional<base::Instant> retired_at;
};

struct NewHome {
    std::string unit;  ///< the whole of it, or the room alone beside building and stair
    std::optional<std::string> building;
    std::optional<std::string> stair;
    std::optional<std::int64_t> residents;
};

/// Puts a home on the register. One that is on it keeps its place: what is said now takes the place
/// of what was; where nothing differs nothing is recorded. Throws Failure{usage}
/// where building or stair are not the home's own.
WriteResult add_home(const Writing& writing, const NewHome& home);
/// Throws Failure{not_found} for one that is not on it, with the nearest.
WriteResult retire_home(const Writing& writing, const std::string& unit);

/// Those there are, building by building; with the retired ones in the order of their recording.
std::vector<RegisteredHome> homes_on_register(store::Connection& connection);
std::vector<RegisteredHome> all_registered_homes(store::Connection& connection);

/// Looks homes up that are not on the register.
class NearestHome {
  public:
    explicit NearestHome(store::Connection& connection);

    /// The home of the register that is most like it. Empty where no register is kept.
    const std::string& to(const std::string& unit);

  private:
    struct Entry {
        std::string unit;
        base::HomeParts parts;
    };
    std::vector<Entry> homes_;
    std::map<std::string, std::string> answers_;
};

/// That a home is not on the register, with the nearest that is; nothing where it is, or none is
/// kept.
std::optional<base::Text> not_on_register(store::Connection& connection, const std::string& unit);

/// The home that a matter, by its full number, was taken to come from by that moment, whatever it
/// was corrected to since; nothing where none was known, or there is no such matter. Throws nothing
/// of its own.
std::optional<std::string> home_known_at(store::Connection& connection, std::string_view number,
                                         base::Instant at);

}  // namespace huiyin::records
