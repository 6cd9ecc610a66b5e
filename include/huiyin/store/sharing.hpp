#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <string_view>

/// Who else on the machine may work on a store: its folder, its file and the two beside it.
namespace huiyin::store {

inline constexpr mode_t shared_folder_mode = 02770;  ///< files made in it get the folder's group
inline constexpr mode_t shared_file_mode = 0660;

/// The files that stand beside a store: SQLite's journal and the writers' lock; and, while somebody
/// reads it as one moment saw it, the pages that are kept for that.
std::filesystem::path journal_of(const std::filesystem::path& store);
std::filesystem::path lock_of(const std::filesystem::path& store);
std::filesystem::path kept_pages_of(const std::filesystem::path& store);

/// Reads a group's name or number. Throws Failure{usage} for one the system does not know, or that
/// whoever runs this cannot give files to.
gid_t require_group(std::string_view typed);

/// Gives the store's folder to a group, making it where it is missing. A folder that holds other
/// things is never changed: it must be shared with that group already, else Failure{failed}.
void share_folder(const std::filesystem::path& store, gid_t group);

/// Gives the store, its journal and its lock, as far as they are there, to a group. Throws
/// Failure{failed} for all but their owner.
void share_files(const std::filesystem::path& store, gid_t group);

/// Gives `fresh` the mode and group of the store it replaces; of the folder where there is none.
/// Who cannot give it to that group gives it to nobody else. Throws Failure{failed} where the mode
/// cannot be set.
void inherit_sharing(const std::filesystem::path& fresh, const std::filesystem::path& store);

}  // namespace huiyin::store
