#pragma once

#include <string>
#include <string_view>

#include "huiyin/headquarters/bundle.hpp"

/// What writer and reader of bundles agree on (docs/headquarters.md). Private to this directory.
namespace huiyin::headquarters {

inline constexpr std::string_view bundle_mark = "huiyin-bundle-1";

/// The bytes that are signed for a manifest.
std::string signed_statement(std::string_view manifest_line);
/// Throws Failure{failed} for a later form, Failure{integrity} for what is none.
Manifest parse_manifest(std::string_view line);
/// How a text lies in a bundle.
std::string text_frame(const BundledText& text);
/// The digest of a text chained to that of those before it, in hex.
std::string chained_digest(const std::string& before, std::string_view frame);

}  // namespace huiyin::headquarters
