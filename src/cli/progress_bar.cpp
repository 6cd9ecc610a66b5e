#include "progress_bar.hpp"

#include <unistd.h>

#include <array>

#include "huiyin/base/display.hpp"
#include "huiyin/base/formatting.hpp"

namespace huiyin::cli {

namespace {

constexpr std::int64_t columns = 30;
constexpr std::array<std::string_view, 8> parts{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
constexpr auto parts_per_column = static_cast<std::int64_t>(parts.size());

void draw(std::string_view text) {
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
}

}  // namespace

ProgressBar::ProgressBar(const Output& output, base::Label title)
    : shown_(is_terminal(STDERR_FILENO) && !output.quiet), title_(title.in(output.language)) {}

ProgressBar::~ProgressBar() {
    if (drawn_ >= 0) draw("\r\x1b[K");
}

void ProgressBar::operator()(std::int64_t done, std::int64_t of) {
    if (!shown_ || of == 0) return;
    const auto filled = columns * parts_per_column * done / of;
    if (filled == drawn_) return;
    drawn_ = filled;
    std::string bar;
    for (std::int64_t column = 0; column < filled / parts_per_column; ++column)
        bar += "█";
    bar += parts[static_cast<std::size_t>(filled % parts_per_column)];
    const auto behind_it = base::display_width(title_) + columns + 2;
    draw(base::format("\r{} {}\x1b[{}G▕ {} %\x1b[K", title_, bar, behind_it, 100 * done / of));
}

}  // namespace huiyin::cli
