#pragma once

#include <string>

#include "huiyin/base/language.hpp"

/// What to do about a bundle that was not taken, as it is typed: with the office's name and its
/// receipt's where they are known. Private to this directory.
namespace huiyin::headquarters {

/// Of one that was damaged on its way; the store may be unknown.
base::Text once_more(const std::string& store_id);
/// Made by the office anew, of what came after the latest receipt.
base::Text from_receipt(const std::string& store_id);
/// Made anew, of the whole journal.
base::Text all_of_it();
/// What it holds is not to be taken by anybody: the office has to look at its store.
base::Text verify_there(const std::string& store_id);
/// Of one whose entries are here already.
base::Text nothing_is_missing();

/// Of an office with two branches.
base::Text branches_remain(const std::string& office);
/// Of what went on on a branch that was decided against.
base::Text other_store_counts(const std::string& office, const std::string& store_id);

}  // namespace huiyin::headquarters
