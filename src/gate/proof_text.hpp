#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "huiyin/gate/record_proof.hpp"

/// The bytes that a proof hands on of an entry, and back. There is one way to write them, so that a
/// changed bit is always found.
namespace huiyin::gate {

/// Calls `visit` with each text that a changeset says something new of: its number and its digest.
void for_each_said(std::string_view changeset,
                   const std::function<void(std::int64_t id, std::string_view digest)>& visit);

/// The `extra` of a proof: head, changeset and texts of an entry.
std::string extra_of(const ProvenEntry& entry);
/// Throws Failure{integrity} for bytes that are none, and for a text that is not the entry's.
ProvenEntry parse_extra(std::string_view extra, std::int64_t seq);

}  // namespace huiyin::gate
