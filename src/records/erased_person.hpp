#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/home.hpp"
#include "huiyin/base/personal_pattern.hpp"
#include "huiyin/base/phone.hpp"
#include "kept_text.hpp"

/// Whom an erasure is about, and how they are told from others. Private to this directory.
namespace huiyin::records {

using Matters = std::set<MatterId>;

/// A name or number, and where it is taken out of texts.
struct Wanted {
    base::PersonalPattern personal;
    bool everywhere = false;
    Matters matters = {};  ///< where not: in these
};

/// A home as texts speak of it: read as one, or by its letters.
struct Place {
    base::HomeSought home;
    std::optional<base::PersonalPattern> letters;

    bool is_in(std::string_view words) const {
        return home.is_in(words) || (letters && letters->is_in(words));
    }
};

/// What is known of the one to be erased.
struct Person {
    std::vector<Wanted> names = {};
    std::vector<Wanted> numbers = {};
    bool signers = false;  ///< whoever signed or saw their matters is meant too
    Matters theirs = {};   ///< which they brought: the fields and files of these are theirs
    std::vector<Place> places = {};  ///< their homes, to tell them from namesakes
};

/// Whoever gave this number. Throws Failure{usage} for one too short to be looked for.
Person who_gave(store::Connection& connection, const std::string& phone);
/// Whoever bears this name in this home. Throws Failure{usage} for a name of one letter.
Person who_lives(store::Connection& connection, const std::string& unit, const std::string& name);
/// A name of one letter stands in too many places to be looked for.
bool can_be_sought(const std::string& name);

/// The words that stand for what was cut out.
struct Instead {
    explicit Instead(store::Connection& connection);
    std::string_view name;
    std::string_view number;
};

/// Finds a person's names and numbers in what was said.
class Search {
  public:
    Search(const Person& person, const Instead& instead) : person_(person), instead_(instead) {}

    /// Whether the field holds theirs and nothing else.
    bool is_theirs(const KeptText& saying) const;
    /// The words without them.
    std::string without(std::string_view words, std::optional<MatterId> matter) const;
    /// The same wherever they stand, for words that are about them by themselves.
    std::string without_all(std::string words) const;
    /// Whether a file shows them: as text, or else byte for byte.
    bool shown_in(std::string_view bytes, MatterId matter) const;
    /// Whether a name like theirs stands there, whoever is meant.
    bool names_them(std::string_view words) const;

  private:
    bool has_number(std::string_view words, std::optional<MatterId> matter) const;

    const Person& person_;
    const Instead& instead_;
};

}  // namespace huiyin::records
