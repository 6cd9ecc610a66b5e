#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "huiyin/headquarters/bundle.hpp"
#include "huiyin/headquarters/company.hpp"
#include "server.hpp"

/// Whose a bundle is that nobody can be sure of: it is damaged, or of a store that is not
/// registered. Private to this directory.
namespace huiyin::headquarters {

/// The registered office that it claims to be of, by the store's id or by one that differs in one
/// digit: nobody has that by chance.
std::optional<Office> office_claimed(Server& server, const std::string& store_id);

/// Why a bundle of a store that is not registered is not taken: Failure{integrity} where its id is
/// a registered one but for a digit, which `result` is told of; else Failure{not_found}.
base::Failure not_registered(Server& server, const BundleReader& bundle, Ingested& result);

/// Of a bundle whose manifest cannot be read: tells the office that it claims to be of, as far as
/// what can be unpacked of it says so.
void tell_whose(Server& server, Ingested& result);

}  // namespace huiyin::headquarters
