#include <algorithm>
#include <numeric>
#include <utility>

#include "huiyin/base/edit_distance.hpp"
#include "huiyin/base/input.hpp"
#include "unicode.hpp"

namespace huiyin::base {

namespace {

constexpr std::size_t farthest_suggestion = 2;

std::u32string code_points(std::string_view text) {
    std::u32string points;
    for (const Character& character : characters(text))
        points += character.code_point;
    return points;
}

std::size_t edit_distance(std::u32string_view from, std::u32string_view to) {
    std::vector<std::size_t> before_previous;
    std::vector<std::size_t> previous(to.size() + 1);
    std::iota(previous.begin(), previous.end(), std::size_t{0});

    for (std::size_t i = 1; i <= from.size(); ++i) {
        std::vector<std::size_t> current(to.size() + 1, i);
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t changed = from[i - 1] == to[j - 1] ? 0 : 1;
            current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + changed});
            const bool swapped =
                i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
            if (swapped) current[j] = std::min(current[j], before_previous[j - 2] + 1);
        }
        before_previous = std::exchange(previous, std::move(current));
    }
    return previous.back();
}

}  // namespace

std::size_t edit_distance(std::string_view from, std::string_view to) {
    return edit_distance(code_points(from), code_points(to));
}

std::optional<std::string> nearest(std::string_view typed,
                                   const std::vector<std::string>& candidates) {
    const std::u32string wanted = code_points(typed);
    const auto far_in_length = [&](std::size_t length) {
        return std::max(length, wanted.size()) - std::min(length, wanted.size()) >
               farthest_suggestion;
    };

    std::optional<std::string> best;
    std::size_t best_distance = farthest_suggestion + 1;
    for (const std::string& candidate : candidates) {
        const std::u32string points = code_points(candidate);
        if (far_in_length(points.size())) continue;
        const std::size_t distance = edit_distance(wanted, points);
        if (distance >= best_distance || distance * 2 >= wanted.size()) continue;
        best = candidate;
        best_distance = distance;
    }
    return best;
}

std::optional<std::string> nearest_in_meaning(std::string_view typed,
                                              const std::vector<std::string>& candidates) {
    if (auto near = nearest(typed, candidates)) return near;
    // 电梯坏了 has 电梯 in common with 电梯失控、困人.
    constexpr std::size_t fewest_in_common = 2;
    const auto wanted = code_points(typed);
    std::optional<std::string> best;
    std::size_t most = fewest_in_common - 1;
    for (const auto& candidate : candidates) {
        const auto points = code_points(candidate);
        for (std::size_t begin = 0; begin < wanted.size(); ++begin)
            // Two Latin letters in common mean nothing.
            for (auto size = most + 1; wanted[begin] >= 0x80 && begin + size <= wanted.size();
                 ++size) {
                if (points.find(wanted.substr(begin, size)) == points.npos) break;
                most = size;
                best = candidate;
            }
    }
    return best;
}

}  // namespace huiyin::base
