#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "huiyin/records/matter.hpp"

namespace huiyin::records {

/// Adds a file to a matter, under the last part of its path. Throws Failure{usage} for a file that
/// cannot be read or is larger than `limits::attachment`, and what `require_matter` throws.
WriteResult attach_file(const Writing& writing, std::string_view number,
                        const std::filesystem::path& path, const std::optional<std::string>& text);

struct AttachedFile {
    Attachment about;
    std::string bytes;
};
/// The file that a matter's step added. Throws Failure{not_found} for a step that added none, or
/// whose file was erased.
AttachedFile attached_file(store::Connection& connection, const Matter& matter, int step);

/// BLAKE2b-256 of the file that a step added, in hex, as `b2sum -l 256` gives it; empty once
/// erased.
std::string attachment_digest(store::Connection& connection, StepId step);

}  // namespace huiyin::records
