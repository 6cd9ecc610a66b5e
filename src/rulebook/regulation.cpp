#include "huiyin/rulebook/regulation.hpp"

#include <algorithm>
#include <span>
#include <string>

#include "huiyin/base/embedded.hpp"
#include "huiyin/base/formatting.hpp"

namespace huiyin::rulebook {

std::span<const base::EmbeddedFile> regulation_files();  // made by the build

namespace {

/// Cuts the first line that holds anything off `text`, without its line break.
std::string_view next_line(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of('\n'), text.size()));
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size());
    return line;
}

}  // namespace

std::optional<Provision> provision(std::string_view clause) {
    auto page = regulation_files().front().text;
    const auto heading = base::format("\n### {}\n", clause);
    const auto at = page.find(heading);
    if (at == std::string_view::npos) return {};
    page.remove_prefix(at + heading.size());
    auto wording = next_line(page);
    wording.remove_prefix(std::min(wording.find_first_not_of("> "), wording.size()));
    const auto zh = next_line(page);
    const auto en = next_line(page);
    return Provision{clause, wording, {std::string(zh), std::string(en)}};
}

}  // namespace huiyin::rulebook
