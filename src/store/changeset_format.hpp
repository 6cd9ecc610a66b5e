#pragma once

#include <string_view>

namespace huiyin::store {

/// Whether the bytes have the form of a changeset from their first to their last. SQLite's own
/// reader trusts lengths and keys where it folds and applies changesets, and walks off the end of a
/// bad one.
bool is_well_formed(std::string_view changeset);

}  // namespace huiyin::store
